import type { CalendarWords } from './index.ts';

export const de: CalendarWords = {
  title: 'Kalender',
  view: 'Ansicht',
  views: { month: 'Monat', week: 'Woche', agenda: 'Agenda' },
  earlier: { month: 'Voriger Monat', week: 'Vorige Woche', agenda: 'Voriger Monat' },
  later: { month: 'Nächster Monat', week: 'Nächste Woche', agenda: 'Nächster Monat' },
  today: 'Heute',
  isToday: 'heute',
  keys: 'Mit den Pfeiltasten gehen Sie von Tag zu Tag, mit Bild auf und Bild ab von Monat zu Monat. Enter führt zu dem, was an diesem Tag gespielt wird.',
  nothingOn: 'An diesem Tag steht nichts auf dem Programm.',
  nothingIn: (period) => `Nichts auf dem Programm: ${period}.`,
  nothingOnDay: 'nichts auf dem Programm',
  next: 'Nächste Vorstellung',
  previous: 'Vorige Vorstellung',
  more: (count) => `noch ${count}`,
  inPeriod: (period, performances) => `${period}: ${performances}`,
};
