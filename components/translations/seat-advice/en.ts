import type { SeatAdviceWords } from './index.ts';

export const en: SeatAdviceWords = {
  alone: (places: string, count: number) =>
    count === 1
      ? `This leaves one seat on its own: ${places}. Nobody would choose it any more, so you cannot order like this: move along, or take it too.`
      : `This leaves seats on their own: ${places}. Nobody would choose them any more, so you cannot order like this: move along, or take them too.`,
  takeToo: (place: string) => `Take ${place} too`,
  moveTo: (places: string) => `Take ${places} instead`,
  mended: 'All right, no seat is left on its own now.',
  lost: (place: string) => `${place} was just chosen by somebody else.`,
  instead: (places: string) => `Take ${places} in its place`,
  show: 'Show on the plan',
};
