import type { CalendarWords } from './index.ts';

export const fr: CalendarWords = {
  title: 'Calendrier',
  view: 'Affichage',
  views: { month: 'Mois', week: 'Semaine', agenda: 'Agenda' },
  earlier: { month: 'Mois précédent', week: 'Semaine précédente', agenda: 'Mois précédent' },
  later: { month: 'Mois suivant', week: 'Semaine suivante', agenda: 'Mois suivant' },
  today: 'Aujourd’hui',
  isToday: 'aujourd’hui',
  keys: 'Les flèches vont d’un jour à l’autre, Page précédente et Page suivante d’un mois à l’autre. Entrée va à ce qui se joue ce jour-là.',
  nothingOn: 'Rien n’est au programme ce jour-là.',
  nothingIn: (period) => `Rien au programme : ${period}.`,
  nothingOnDay: 'rien au programme',
  next: 'Prochaine représentation',
  previous: 'Représentation précédente',
  more: (count) => `encore ${count}`,
  inPeriod: (period, performances) => `${period} : ${performances}`,
};
