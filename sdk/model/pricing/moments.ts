import type { Moment } from '../../contract/prices/conditions.ts';
import type { PricedPerformance } from './types.ts';

const DAY = 24 * 60 * 60 * 1000;
const FARTHEST_ZONE = 14 * 60 * 60 * 1000;

/** When a moment is for a performance, in milliseconds since 1970. */
export function momentOf(moment: Moment, performance: PricedPerformance): number {
  if ('at' in moment) return Date.parse(moment.at);
  return 'daysBeforeStart' in moment
    ? performance.startsAt - moment.daysBeforeStart * DAY
    : performance.onSaleAt + moment.daysAfterOnSale * DAY;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The year of an instant, on the calendar of a time zone. */
export function yearOf(instant: number, timeZone: string): number {
  // No zone is more than 14 hours from UTC: but for the turn of the year it is the same year everywhere, told at once.
  const year = new Date(instant - FARTHEST_ZONE).getUTCFullYear();
  if (year === new Date(instant + FARTHEST_ZONE).getUTCFullYear()) return year;
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' });
  calendars.set(timeZone, calendar);
  return Number(calendar.format(instant));
}

/** Whether a period, with an open begin or end, has begun and not ended. The end is not part of it. */
export const isWithin = (from: string | undefined, until: string | undefined, at: number): boolean =>
  (from === undefined || at >= Date.parse(from)) && (until === undefined || at < Date.parse(until));
