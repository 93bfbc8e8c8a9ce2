import { noonOf } from '../../sdk/model/calendar/index.ts';
import type { CalendarState } from '../../sdk/stores/types.ts';
import type { Localize } from '../internal/localize.ts';

/** Such as `december 2026`, or `30 november – 6 december 2026` for a week. */
export function periodName({ view, period: { first, last } }: CalendarState, localize: Localize): string {
  if (view !== 'week') return localize.format(noonOf(first), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return localize.range(noonOf(first), noonOf(last), {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  });
}
