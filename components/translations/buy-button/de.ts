import type { BuyButtonWords } from './index.ts';

export const de: BuyButtonWords = {
  buy: 'Tickets kaufen',
  title: 'Wählen Sie Ihre Plätze',
  close: 'Schließen',
  goOn: (places) => `Weiter mit ${places}`,
  order: 'Ihre Bestellung',
  kept: 'Ihre Plätze bleiben reserviert, solange die Zeit läuft.',
};
