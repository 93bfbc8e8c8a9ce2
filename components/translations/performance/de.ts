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
  soldOut: 'Dieser Termin ist ausverkauft.',
  allSoldOut: 'Diese Vorstellung ist ausverkauft.',
  cancelled: 'Sie hatten schon Karten? Dann erhalten Sie Ihr Geld von selbst zurück, und eine Mail, die es bestätigt.',
  otherDate: 'An einem anderen Termin sind noch Plätze frei.',
};
