import type { PartiesWords } from './index.ts';

export const fr: PartiesWords = {
  parties: 'À qui vous achetez',
  sells: (seller, centres) => `Vous achetez chez ${seller}, qui vend aussi des places de ${centres}.`,
  plays: (centres) => `Ce que vous avez choisi se joue à ${centres}.`,
  keeps: (seller, centres, count) =>
    `Vos données restent chez ${seller}. ${centres} ne les ${count === 1 ? 'reçoit' : 'reçoivent'} pas.`,
};
