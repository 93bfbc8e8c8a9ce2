import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  type Day,
  dayIn,
  daysSinceMonday,
  firstOfMonth,
  isDay,
  lastOfMonth,
  mondayOf,
  noonOf,
  weekOf,
} from '../../../../sdk/model/calendar/index.ts';

const EPOCH = '1970-01-01';
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count): Day => addDays(EPOCH, count));
const ZONES = ['Europe/Brussels', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC'] as const;

describe('days of the calendar', () => {
  it('are one after another, whatever clocks do', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, steps) => {
        assert.equal(addDays(addDays(day, steps), -steps), day);
        assert.equal(addDays(day, 1) > day, true);
      }),
    );
  });

  it('are of a week that begins on Monday, by Intl’s own account', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [monday = ''] = weekOf(day);
        const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(
          new Date(noonOf(monday)),
        );
        assert.equal(name, 'Monday');
        assert.equal(weekOf(day).length, 7);
        assert.equal(weekOf(day)[daysSinceMonday(day)], day);
        assert.equal(mondayOf(monday), monday);
      }),
    );
  });

  it('are in a month from its first to its last', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        assert.ok(firstOfMonth(day) <= day && day <= lastOfMonth(day));
        assert.equal(addDays(firstOfMonth(day), -1), lastOfMonth(addMonths(firstOfMonth(day), -1)));
        assert.equal(addDays(lastOfMonth(day), 1).slice(8), '01');
      }),
    );
  });

  it('keep their number in another month, or are its last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const moved = addMonths(day, months);
        assert.ok(isDay(moved));
        assert.ok(moved.slice(8) === day.slice(8) || moved === lastOfMonth(moved));
        assert.equal(firstOfMonth(addMonths(moved, -months)), firstOfMonth(day));
      }),
    );
  });

  for (const [day, months, moved] of [
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ] as const) {
    it(`${months} months from ${day} is ${moved}`, () => assert.equal(addMonths(day, months), moved));
  }

  it('are those on the centre’s wall, also where an hour is skipped or comes twice', () => {
    for (const [instant, zone, day] of [
      ['2026-03-28T23:30:00Z', 'Europe/Brussels', '2026-03-29'],
      ['2026-03-29T00:59:59Z', 'Europe/Brussels', '2026-03-29'],
      ['2026-03-29T21:59:59Z', 'Europe/Brussels', '2026-03-29'],
      ['2026-03-29T22:00:00Z', 'Europe/Brussels', '2026-03-30'],
      ['2026-10-24T21:59:59Z', 'Europe/Brussels', '2026-10-24'],
      ['2026-10-24T22:00:00Z', 'Europe/Brussels', '2026-10-25'],
      ['2026-10-25T22:59:59Z', 'Europe/Brussels', '2026-10-25'],
      ['2026-10-25T23:00:00Z', 'Europe/Brussels', '2026-10-26'],
      ['2026-12-04T19:00:00+01:00', 'Pacific/Auckland', '2026-12-05'],
    ] as const) {
      assert.equal(dayIn(instant, zone), day, `${instant} in ${zone}`);
    }
  });

  it('follow each other without gap or return as time goes on, in any zone', () => {
    const start = Date.parse('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 365 * 48 }), (zone, halfHours) => {
        const before = dayIn(start + halfHours * 1_800_000, zone);
        const after = dayIn(start + (halfHours + 1) * 1_800_000, zone);
        assert.ok(after === before || after === addDays(before, 1), `${before} then ${after} in ${zone}`);
      }),
    );
  });

  it('have exactly the hours that the clocks of Brussels give them', () => {
    const hours = new Map<Day, number>();
    for (
      let at = Date.parse('2026-01-01T00:00:00+01:00');
      at < Date.parse('2027-01-01T00:00:00+01:00');
      at += 3_600_000
    ) {
      const day = dayIn(at, 'Europe/Brussels');
      hours.set(day, (hours.get(day) ?? 0) + 1);
    }
    const odd = [...hours].filter(([, count]) => count !== 24);
    assert.deepEqual(odd, [
      ['2026-03-29', 23],
      ['2026-10-25', 25],
    ]);
  });

  it('are only those that exist', () => {
    assert.equal(isDay('2028-02-29'), true);
    for (const no of ['2026-02-29', '2026-13-01', '2026-1-1', '', 'vandaag', '2026-12-04T20:00']) {
      assert.equal(isDay(no), false, no);
    }
  });
});
