import type { EmailAdviceWords } from './index.ts';

export const en: EmailAdviceWords = {
  ask: (address) => `Did you mean ${address}?`,
  take: 'Yes, correct it',
  taken: (address) => `The address is now ${address}.`,
};
