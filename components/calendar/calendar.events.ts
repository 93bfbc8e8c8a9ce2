import type { CalendarView, Day } from '../../sdk/model/calendar/index.ts';

/** The visitor looks at another day, or in another way. */
export class FoyerCalendarChangeEvent extends Event {
  /** The day that is looked at, such as `2026-12-04`. */
  readonly day: Day;
  readonly view: CalendarView;

  constructor(day: Day, view: CalendarView) {
    super('foyer-calendar-change', { bubbles: true, composed: true });
    this.day = day;
    this.view = view;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-calendar-change': FoyerCalendarChangeEvent;
  }
}
