import type { EmailAdviceWords } from './index.ts';

export const de: EmailAdviceWords = {
  ask: (address) => `Meinten Sie ${address}?`,
  take: 'Ja, korrigieren',
  taken: (address) => `Die Adresse ist jetzt ${address}.`,
};
