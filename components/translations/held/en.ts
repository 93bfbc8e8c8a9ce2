import type { HeldWords } from './index.ts';

export const en: HeldWords = {
  title: 'Your basket',
  until: (places, time) => `${places} held until ${time}`,
  left: (places, time) => `${places} held for another ${time}`,
  goOn: 'Go to your basket',
  almostOver: (time) => `We hold your seats for another ${time}.`,
  ended: 'Time is up: your seats are free for everybody again.',
};
