import type { CalendarWords } from './index.ts';

export const en: CalendarWords = {
  title: 'Calendar',
  view: 'View',
  views: { month: 'Month', week: 'Week', agenda: 'Agenda' },
  earlier: { month: 'Previous month', week: 'Previous week', agenda: 'Previous month' },
  later: { month: 'Next month', week: 'Next week', agenda: 'Next month' },
  today: 'Today',
  isToday: 'today',
  keys: 'Arrow keys move from day to day, Page Up and Page Down from month to month. Enter goes to what is on that day.',
  nothingOn: 'Nothing is on that day.',
  nothingIn: (period) => `Nothing is on: ${period}.`,
  nothingOnDay: 'nothing on',
  next: 'Next performance',
  previous: 'Previous performance',
  more: (count) => `${count} more`,
  inPeriod: (period, performances) => `${period}: ${performances}`,
};
