import type { PerformanceWords } from './index.ts';

export const en: PerformanceWords = {
  choose: 'Choose your seats',
  dates: 'All dates',
  thisDate: 'This evening',
  alike: 'You may also like',
  language: 'Language',
  length: 'Length',
  accessibility: 'Accessibility',
  hall: 'Hall',
  more: 'More about this performance at',
  failed: 'This performance cannot be shown now.',
  minutes: (count) => `about ${count} minutes`,
  otherDate: 'This date is sold out. There are places left on another date.',
  soldOut: 'This performance is sold out.',
};
