import { addDays, addMonths, type Day, firstOfMonth, lastOfMonth, mondayOf, weekOf } from './days.ts';

/** How a calendar is looked at: a month of weeks, one week, or the days of a month on which something is on. */
export type CalendarView = 'month' | 'week' | 'agenda';

/** What a calendar shows at once. */
export interface Period {
  readonly first: Day;
  /** Itself included. */
  readonly last: Day;
  /** Whole weeks that hold all of it; those of a month begin and end with days of its neighbours. */
  readonly weeks: readonly (readonly Day[])[];
}

/** What is shown when a day is looked at. */
export function periodOf(view: CalendarView, day: Day): Period {
  const [first, last] =
    view === 'week' ? [mondayOf(day), addDays(mondayOf(day), 6)] : [firstOfMonth(day), lastOfMonth(day)];
  const weeks: (readonly Day[])[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) weeks.push(weekOf(monday));
  return { first, last, weeks };
}

export const isIn = ({ first, last }: Pick<Period, 'first' | 'last'>, day: Day): boolean => first <= day && day <= last;

/** The day that is looked at one period further, or back. */
export const stepBy = (view: CalendarView, day: Day, steps: 1 | -1): Day =>
  view === 'week' ? addDays(day, 7 * steps) : addMonths(day, steps);
