import type { EmailAdviceWords } from './index.ts';

export const fr: EmailAdviceWords = {
  ask: (address) => `Vouliez-vous dire ${address} ?`,
  take: 'Oui, corriger',
  taken: (address) => `L’adresse est maintenant ${address}.`,
};
