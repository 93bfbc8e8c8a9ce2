import type { OrderMoreWords } from './index.ts';

export const de: OrderMoreWords = {
  tickets: 'Ihre Tickets',
  toPay: (time) => `Noch bis ${time} zu bezahlen`,
  showTickets: 'Tickets anzeigen',
  show: 'Bestellung anzeigen',
  goOn: 'Weiter auswählen',
  chooseAgain: 'Sie können wieder auswählen.',
  downloaded: 'Die Tickets wurden heruntergeladen.',
  notShown: 'Wir können Ihre Bestellung gerade nicht anzeigen',
  lookAgain: 'Erneut nachsehen',
};
