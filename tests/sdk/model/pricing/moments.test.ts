import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isWithin, momentOf, yearOf } from '../../../../sdk/model/pricing/moments.ts';
import { evening, NOW } from './asked.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('a year', () => {
  it('turns at midnight of the centre, not of UTC', () => {
    const turn = Date.parse('2027-01-01T00:00:00+01:00');
    assert.equal(yearOf(turn, 'Europe/Brussels'), 2027);
    assert.equal(yearOf(turn - 1, 'Europe/Brussels'), 2026);
    assert.equal(yearOf(turn, 'UTC'), 2026);
    assert.equal(yearOf(turn - 10 * 60 * 60 * 1000, 'Pacific/Kiritimati'), 2027);
    assert.equal(yearOf(NOW, 'Europe/Brussels'), 2026);
  });
});

describe('a moment', () => {
  it('is an instant, days before the start or days after the sale began', () => {
    const performance = evening('x');
    assert.equal(momentOf({ at: '2026-10-06T12:00:00+02:00' }, performance), NOW);
    assert.equal(momentOf({ daysBeforeStart: 30 }, performance), NOW);
    assert.equal(momentOf({ daysAfterOnSale: 60.5 }, performance), NOW + DAY / 2);
  });

  it('that ends a period is not part of it, and the one that begins it is', () => {
    const [from, until] = ['2026-10-06T12:00:00+02:00', '2026-10-07T12:00:00+02:00'];
    assert.deepEqual(
      [NOW - 1, NOW, NOW + DAY - 1, NOW + DAY].map((at) => isWithin(from, until, at)),
      [false, true, true, false],
    );
    assert.ok(isWithin(undefined, undefined, NOW));
  });
});
