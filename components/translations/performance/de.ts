import type { PerformanceWords } from './index.ts';

export const de: PerformanceWords = {
  choose: 'Wählen Sie Ihre Plätze',
  dates: 'Alle Termine',
  thisDate: 'Dieser Termin',
  alike: 'Vielleicht auch etwas für Sie',
  language: 'Sprache',
  length: 'Dauer',
  accessibility: 'Barrierefreiheit',
  hall: 'Saal',
  more: 'Mehr zu dieser Vorstellung bei',
  failed: 'Diese Vorstellung lässt sich jetzt nicht zeigen.',
  minutes: (count) => `etwa ${count} Minuten`,
  otherDate: 'Dieser Termin ist ausverkauft. An einem anderen sind noch Plätze frei.',
  soldOut: 'Diese Vorstellung ist ausverkauft.',
};
