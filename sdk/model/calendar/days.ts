/**
 * A day of the calendar, such as `2026-12-04`: no instant, and of no time zone. Days in order of time are in order of
 * their letters too.
 */
export type Day = string;

const DAY = 86_400_000;
const DAYS_OF_WEEK = 7;

// A day is counted in UTC, where every one has 24 hours; what clocks do in spring and autumn is `dayIn`'s affair.
const countOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayOf = (count: number): Day => new Date(count * DAY).toISOString().slice(0, 10);

/** Making one takes longer than using it for a whole programme. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The day it is at an instant, by the clock on a centre's wall.
 * @param instant Milliseconds since epoch, or ISO 8601.
 * @param timeZone IANA name, such as `Europe/Brussels`.
 * @throws RangeError when there is no such time zone or instant.
 */
export function dayIn(instant: number | string, timeZone: string): Day {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  clocks.set(timeZone, clock);
  return clock.format(new Date(instant));
}

export const addDays = (day: Day, days: number): Day => dayOf(countOf(day) + days);

/** The same day of another month, or its last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const month = first.toISOString().slice(0, 10);
  const last = lastOfMonth(month);
  const wished = `${month.slice(0, 8)}${day.slice(8)}`;
  return wished < last ? wished : last;
}

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;

export function lastOfMonth(day: Day): Day {
  const first = new Date(`${firstOfMonth(day)}T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + 1, 0);
  return first.toISOString().slice(0, 10);
}

/** How many days after Monday: 0 to 6. The first day of 1970 was a Thursday. */
export const daysSinceMonday = (day: Day): number =>
  (((countOf(day) + 3) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK;

/** Weeks begin on Monday, as everywhere our centres are (ISO 8601). */
export const mondayOf = (day: Day): Day => addDays(day, -daysSinceMonday(day));

/** The week that a day is in, Monday first. */
export const weekOf = (day: Day): readonly Day[] =>
  Array.from({ length: DAYS_OF_WEEK }, (_, index) => addDays(mondayOf(day), index));

/** Noon of a day in UTC, as ISO 8601: the same day by every clock from UTC-12 to UTC+11, for `Intl` to write in UTC. */
export const noonOf = (day: Day): string => `${day}T12:00:00Z`;

/** Whether a text is a day that exists. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(countOf(text)) && dayOf(countOf(text)) === text;
