import type { HeldWords } from './index.ts';

export const fr: HeldWords = {
  title: 'Votre panier',
  until: (places, time) => `${places} pour vous jusqu’à ${time}`,
  left: (places, time) => `${places} pour vous encore ${time}`,
  goOn: 'Vers votre panier',
  almostOver: (time) => `Nous gardons vos places encore ${time}.`,
  ended: 'Le temps est écoulé : vos places sont de nouveau libres pour tous.',
};
