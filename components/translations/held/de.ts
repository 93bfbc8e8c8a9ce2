import type { HeldWords } from './index.ts';

export const de: HeldWords = {
  title: 'Ihr Warenkorb',
  until: (places, time) => `${places} freigehalten bis ${time} Uhr`,
  left: (places, time) => `${places} noch ${time} freigehalten`,
  goOn: 'Zum Warenkorb',
  almostOver: (time) => `Wir halten Ihre Plätze noch ${time} frei.`,
  ended: 'Die Zeit ist um: Ihre Plätze sind wieder für alle frei.',
};
