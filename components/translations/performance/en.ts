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
  soldOut: 'This date is sold out.',
  allSoldOut: 'This performance is sold out.',
  cancelled: 'Did you have tickets? You get your money back without asking, and a mail that confirms it.',
  otherDate: 'There are places left on another date.',
};
