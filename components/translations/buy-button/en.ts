import type { BuyButtonWords } from './index.ts';

export const en: BuyButtonWords = {
  buy: 'Buy tickets',
  title: 'Choose your seats',
  close: 'Close',
  goOn: (places) => `Go on with ${places}`,
  order: 'Your order',
  kept: 'Your places stay held while the time runs.',
};
