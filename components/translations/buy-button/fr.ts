import type { BuyButtonWords } from './index.ts';

export const fr: BuyButtonWords = {
  buy: 'Acheter des billets',
  title: 'Choisissez vos places',
  close: 'Fermer',
  goOn: (places) => `Continuer avec ${places}`,
  order: 'Votre commande',
  kept: 'Vos places restent réservées tant que le temps court.',
};
