import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceSummary } from '../../../../sdk/contract/index.ts';
import { dayAfter, dayBefore, summarise } from '../../../../sdk/model/calendar/index.ts';
import { programmeItem as item } from '../../../harness/programme-item.ts';

const priced = (cents: number, change: Partial<PerformanceSummary> = {}): Partial<PerformanceSummary> => ({
  priceFrom: { cents, currency: 'EUR' },
  ...change,
});
const SOLD_OUT = { availability: { level: 'sold-out', free: 0, capacity: 100 } } as const;
const FEW = { availability: { level: 'few', free: 3, capacity: 100 } } as const;

describe('what is on by day', () => {
  it('costs at least what the cheapest that can be booked costs', () => {
    const days = summarise([
      item('2026-12-04', 'a', priced(2000)),
      item('2026-12-04', 'b', priced(900, SOLD_OUT)),
      item('2026-12-04', 'c', priced(1100)),
    ]);
    assert.deepEqual(days.get('2026-12-04')?.priceFrom, { cents: 1100, currency: 'EUR' });
    assert.equal(days.get('2026-12-04')?.items.length, 3);
  });

  for (const [level, changes] of [
    ['available', [FEW, {}]],
    ['few', [FEW, SOLD_OUT]],
    ['sold-out', [SOLD_OUT, { state: 'cancelled' }]],
    ['closed', [{ state: 'cancelled' }, { state: 'not-yet-on-sale' }]],
  ] as const) {
    it(`is ${level} by the best that can be had`, () => {
      const days = summarise(changes.map((change, index) => item('2026-12-04', String(index), change)));
      assert.equal(days.get('2026-12-04')?.level, level);
      assert.equal(days.get('2026-12-04')?.priceFrom === null, level === 'sold-out' || level === 'closed');
    });
  }

  it('is in order of time, and leads to the nearest day before and after', () => {
    const days = summarise([item('2027-01-02', 'b'), item('2026-12-04', 'a')]);
    assert.deepEqual([...days.keys()], ['2026-12-04', '2027-01-02']);
    assert.equal(dayAfter(days.keys(), '2026-12-04'), '2027-01-02');
    assert.equal(dayAfter(days.keys(), '2027-01-02'), null);
    assert.equal(dayBefore(days.keys(), '2027-01-02'), '2026-12-04');
    assert.equal(dayBefore(days.keys(), '2026-12-04'), null);
  });
});
