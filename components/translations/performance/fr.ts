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
  soldOut: 'Cette date est complète.',
  allSoldOut: 'Cette représentation est complète.',
  cancelled: 'Vous aviez des tickets ? Vous êtes remboursé sans démarche, et un mail vous le confirme.',
  otherDate: 'Il reste des places à une autre date.',
};
