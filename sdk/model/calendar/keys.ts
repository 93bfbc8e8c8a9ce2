import { addDays, addMonths, type Day, mondayOf } from './days.ts';

/** A key as the browser names it, and what was held with it. */
export interface CalendarKey {
  readonly key: string;
  readonly shiftKey: boolean;
  /** The page runs from right to left, so that the next day is at the left. */
  readonly isReversed: boolean;
}

/**
 * Where a key leads from a day, as the ARIA Authoring Practices ask of a grid of dates: arrows by a day and a week, Home
 * and End within the week, Page Up and Page Down by a month, and by a year with Shift. Undefined for any other key.
 */
export function dayByKey(day: Day, { key, shiftKey, isReversed }: CalendarKey): Day | undefined {
  const forward = isReversed ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return addDays(day, forward);
    case 'ArrowLeft':
      return addDays(day, -forward);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'Home':
      return mondayOf(day);
    case 'End':
      return addDays(mondayOf(day), 6);
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1);
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1);
    default:
      return undefined;
  }
}
