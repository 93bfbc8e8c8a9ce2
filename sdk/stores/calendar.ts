import {
  addMonths,
  type CalendarView,
  type Day,
  dayAfter,
  dayBefore,
  dayIn,
  firstOfMonth,
  isDay,
  isIn,
  lastOfMonth,
  type Period,
  periodOf,
  stepBy,
  summarise,
} from '../model/calendar/index.ts';
import { completePlatform } from '../platform.ts';
import { createObservable } from './observable.ts';
import { createProgramme, type ProgrammeOptions } from './programme.ts';
import type { CalendarState, CalendarStore, ProgrammeState } from './types.ts';

/** Which centres' programmes to lay out by day, as for a programme, and how to begin. */
export interface CalendarOptions extends ProgrammeOptions {
  /** `month` without it. */
  readonly view?: CalendarView;
  /** The day to begin at; without it, or when it is none, today, or the first day on which something is on. */
  readonly day?: Day | undefined;
}

/** What is for sale changes while a calendar hangs on a wall, and so does what day it is. Milliseconds. */
const REFRESH = 300_000;
/** So many months ahead one can look at least, whether anything is on or not. */
const AHEAD = 24;

/**
 * Lays the programme of centres out by day: months, weeks, and where the next performance is when there is none. Days go
 * by the clock of each performance's centre. Reads like a programme and asks again every five minutes that somebody looks.
 * @throws TypeError when one of `centres` is not an http(s) address.
 */
export function createCalendar({ view = 'month', day, ...options }: CalendarOptions): CalendarStore {
  const { timers } = completePlatform(options);
  const programme = createProgramme(options);
  let told: ProgrammeState = programme.get();
  let days: CalendarState['days'] = new Map();
  let shown = view;
  /** What the visitor, or the page, looks at; null as long as neither has said so. */
  let wished: Day | null = day !== undefined && isDay(day) ? day : null;
  let cancelRefresh: (() => void) | undefined;

  const state = createObservable<CalendarState>(tellNow(), () => {
    const stop = programme.subscribe((now) => {
      if (now.state === 'ready' && now !== told) days = summarise(now.items);
      told = now;
      state.set(tellNow());
    });
    refreshLater();
    return () => {
      stop();
      cancelRefresh?.();
    };
  });

  function refreshLater(): void {
    cancelRefresh = timers.after(REFRESH, () => {
      programme.reload();
      state.set(tellNow());
      refreshLater();
    });
  }

  function tellNow(): CalendarState {
    const today = todayBy(told, timers.now());
    const bounds = boundsOf(today, [...days.keys()]);
    const looked = within(bounds, wished ?? firstOf(today));
    const period = periodOf(shown, looked);
    return {
      programme: told,
      view: shown,
      ...{ day: looked, today, period, days },
      count: countIn(period),
      hasEarlier: period.first > bounds.first,
      hasLater: period.last < bounds.last,
      previous: dayBefore(days.keys(), period.first),
      next: dayAfter(days.keys(), period.last),
    };
  }

  /** Who opens a calendar in a month without performances begins where there are some. */
  function firstOf(today: Day): Day {
    const [first] = days.keys();
    return first !== undefined && first > lastOfMonth(today) ? first : today;
  }

  function countIn(period: Period): number {
    return [...days].reduce((count, [day, { items }]) => count + (isIn(period, day) ? items.length : 0), 0);
  }

  function show(day: Day): void {
    if (!isDay(day)) return;
    wished = day;
    state.set(tellNow());
    // Kept within what there is, so that the next step begins from what is seen.
    wished = state.get().day;
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    reload: programme.reload,
    show,
    earlier: () => show(stepBy(shown, state.get().day, -1)),
    later: () => show(stepBy(shown, state.get().day, 1)),
    toToday: () => show(state.get().today),
    setView(next) {
      shown = next;
      show(state.get().day);
    },
  };
}

/** By the clock of the centre; while it is not known, by the one of this device. */
function todayBy(told: ProgrammeState, now: number): Day {
  const known = told.state === 'ready' ? told.items[0]?.timeZone : undefined;
  return dayIn(now, known ?? new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Nothing is told of what is past, so nobody is led there. */
function boundsOf(today: Day, days: readonly Day[]): Pick<Period, 'first' | 'last'> {
  const all = [today, addMonths(today, AHEAD), ...days].sort();
  return { first: firstOfMonth(all[0] ?? today), last: lastOfMonth(all.at(-1) ?? today) };
}

function within({ first, last }: Pick<Period, 'first' | 'last'>, day: Day): Day {
  if (day < first) return first;
  return day > last ? last : day;
}
