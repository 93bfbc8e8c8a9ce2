import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  dayByKey,
  daysSinceMonday,
  isIn,
  mondayOf,
  periodOf,
  stepBy,
} from '../../../../sdk/model/calendar/index.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1970-01-01', count));
const anyView = fc.constantFrom('month', 'week', 'agenda');
const key = (name: string, shiftKey = false, isReversed = false) => ({ key: name, shiftKey, isReversed });

describe('what a calendar shows at once', () => {
  it('is whole weeks, without a gap, that hold the day and no week too many', () => {
    fc.assert(
      fc.property(anyView, anyDay, (view, day) => {
        const { first, last, weeks } = periodOf(view, day);
        const days = weeks.flat();
        assert.ok(isIn({ first, last }, day));
        assert.ok(days.includes(first) && days.includes(last));
        assert.ok(weeks.every((week) => week.length === 7 && week[0] === mondayOf(week[0] ?? '')));
        assert.ok(weeks.every((week) => week.some((one) => isIn({ first, last }, one))));
        for (const [index, one] of days.entries()) if (index > 0) assert.equal(one, addDays(days[index - 1] ?? '', 1));
      }),
    );
  });

  it('goes on where the last one ended, and back again', () => {
    fc.assert(
      fc.property(anyView, anyDay, (view, day) => {
        const next = periodOf(view, stepBy(view, day, 1));
        assert.equal(next.first, addDays(periodOf(view, day).last, 1));
        assert.deepEqual(periodOf(view, stepBy(view, next.first, -1)), periodOf(view, day));
      }),
    );
  });
});

describe('keys in a grid of dates', () => {
  it('lead where the practices of ARIA say', () => {
    for (const [name, shift, day] of [
      ['ArrowRight', false, '2026-12-04'],
      ['ArrowLeft', false, '2026-12-02'],
      ['ArrowDown', false, '2026-12-10'],
      ['ArrowUp', false, '2026-11-26'],
      ['Home', false, '2026-11-30'],
      ['End', false, '2026-12-06'],
      ['PageDown', false, '2027-01-03'],
      ['PageUp', false, '2026-11-03'],
      ['PageDown', true, '2027-12-03'],
      ['PageUp', true, '2025-12-03'],
    ] as const) {
      assert.equal(dayByKey('2026-12-03', key(name, shift)), day, name);
    }
  });

  it('leave others to the browser', () => {
    for (const name of ['Tab', 'Escape', 'a', 'Enter']) assert.equal(dayByKey('2026-12-03', key(name)), undefined);
  });

  it('turn around where a page runs from right to left, sideways only', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        assert.equal(dayByKey(day, key('ArrowLeft', false, true)), addDays(day, 1));
        assert.equal(dayByKey(day, key('ArrowDown', false, true)), dayByKey(day, key('ArrowDown')));
        const end = dayByKey(day, key('End', false, true)) ?? '';
        assert.equal(daysSinceMonday(end), 6);
      }),
    );
  });
});
