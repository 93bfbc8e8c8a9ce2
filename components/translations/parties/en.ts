import type { PartiesWords } from './index.ts';

export const en: PartiesWords = {
  parties: 'Who you buy from',
  sells: (seller, centres) => `You buy at ${seller}, which also sells places of ${centres}.`,
  plays: (centres) => `What you chose plays at ${centres}.`,
  keeps: (seller, centres, count) =>
    `Your details stay with ${seller}. ${centres} ${count === 1 ? 'does' : 'do'} not get them.`,
};
