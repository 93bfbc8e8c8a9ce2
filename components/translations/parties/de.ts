import type { PartiesWords } from './index.ts';

export const de: PartiesWords = {
  parties: 'Bei wem Sie kaufen',
  sells: (seller, centres) => `Sie kaufen bei ${seller}; dort gibt es auch Plätze von ${centres}.`,
  plays: (centres) => `Was Sie gewählt haben, wird hier gespielt: ${centres}.`,
  keeps: (seller, centres, count) =>
    `Ihre Daten bleiben bei ${seller}. ${centres} ${count === 1 ? 'erhält' : 'erhalten'} sie nicht.`,
};
