/** What the calendar says in Dutch, besides what it says as the programme does. */
export const nl = {
  title: 'Kalender',
  view: 'Weergave',
  views: { month: 'Maand', week: 'Week', agenda: 'Agenda' },
  earlier: { month: 'Vorige maand', week: 'Vorige week', agenda: 'Vorige maand' },
  later: { month: 'Volgende maand', week: 'Volgende week', agenda: 'Volgende maand' },
  today: 'Vandaag',
  isToday: 'vandaag',
  keys: 'Met de pijltjes gaat u van dag naar dag, met Page Up en Page Down van maand naar maand. Enter gaat naar wat er die dag te zien is.',
  nothingOn: 'Op deze dag staat er niets op het programma.',
  nothingIn: (period: string) => `Niets op het programma: ${period}.`,
  nothingOnDay: 'niets op het programma',
  next: 'Volgende voorstelling',
  previous: 'Vorige voorstelling',
  more: (count: number) => (count === 1 ? 'nog 1' : `nog ${count}`),
  inPeriod: (period: string, performances: string) => `${period}: ${performances}`,
};
