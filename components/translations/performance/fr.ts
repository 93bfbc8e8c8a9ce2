import type { PerformanceWords } from './index.ts';

export const fr: PerformanceWords = {
  choose: 'Choisissez vos places',
  dates: 'Toutes les dates',
  thisDate: 'Cette date',
  alike: 'Cela peut aussi vous plaire',
  language: 'Langue',
  length: 'Durée',
  accessibility: 'Accessibilité',
  hall: 'Salle',
  more: 'En savoir plus auprès de',
  failed: 'Cette représentation ne peut pas être affichée maintenant.',
  minutes: (count) => `environ ${count} minutes`,
  otherDate: 'Cette date est complète. Il reste des places à une autre date.',
  soldOut: 'Cette représentation est complète.',
};
