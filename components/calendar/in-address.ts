import { type CalendarView, type Day, isDay } from '../../sdk/model/calendar/index.ts';
import { queryWith, valueIn } from '../../sdk/model/programme/query.ts';
import { VIEWS } from './head.ts';

/** Where a visitor is in a calendar. */
interface Place {
  readonly day: Day;
  readonly view: CalendarView;
}

/** `day` is a name of WordPress's own, so the address says `date`. */
const NAMES = { day: 'date', view: 'view' } as const;

/** Where the query of a page's address says that a visitor is; what makes no sense is left out. */
export function placeInQuery(query: string, prefix: string): Partial<Place> {
  const day = valueIn(query, prefix + NAMES.day);
  const told = valueIn(query, prefix + NAMES.view);
  const view = VIEWS.find((known) => known === told);
  return { ...(isDay(day) && { day }), ...(view && { view }) };
}

/** @param usual How the page lets it begin: that need not be said. */
export function queryWithPlace(query: string, { day, view }: Place, usual: CalendarView, prefix: string): string {
  return queryWith(query, { [prefix + NAMES.day]: day, [prefix + NAMES.view]: view === usual ? '' : view });
}
