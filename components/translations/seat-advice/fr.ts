import type { SeatAdviceWords } from './index.ts';

export const fr: SeatAdviceWords = {
  alone: (places: string, count: number) =>
    count === 1
      ? `Il reste ainsi un siège isolé : ${places}. Plus personne ne le choisirait, et vous ne pouvez pas commander ainsi : décalez-vous, ou prenez-le aussi.`
      : `Il reste ainsi des sièges isolés : ${places}. Plus personne ne les choisirait, et vous ne pouvez pas commander ainsi : décalez-vous, ou prenez-les aussi.`,
  takeToo: (place: string) => `Prendre aussi ${place}`,
  moveTo: (places: string) => `Prendre plutôt ${places}`,
  mended: 'C’est bon, plus aucun siège n’est isolé.',
  lost: (place: string) => `${place} vient d’être choisi par quelqu’un d’autre.`,
  instead: (places: string) => `Prendre ${places} à la place`,
  show: 'Montrer sur le plan',
};
