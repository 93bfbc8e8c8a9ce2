import type { OrderEmailWords } from './index.ts';

export const de: OrderEmailWords = {
  hint: 'Hierhin schicken wir Ihre Tickets, sobald Sie bezahlt haben.',
  mailedHint:
    'Wir schicken alles noch einmal und teilen der bisherigen Adresse mit, dass die Tickets nicht dorthin gehören. Nichts erhalten? Sehen Sie auch im Spam-Ordner nach.',
  save: 'Diese Adresse speichern',
  mailAgain: 'Erneut senden',
  back: 'So lassen',
  changed: (address) => `Wir schicken Ihre Tickets an ${address}, sobald Sie bezahlt haben.`,
  mailedAgain: (address) => `Wir schicken alles noch einmal, an ${address}.`,
};
