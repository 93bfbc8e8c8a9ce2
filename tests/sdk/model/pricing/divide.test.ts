import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { divide } from '../../../../sdk/model/pricing/divide.ts';
import { lessPercentage } from '../../../../sdk/model/pricing/rounding.ts';

describe('an amount that is divided', () => {
  it('loses no cent and gains none, and no share is more than a cent away from its part', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), weights, (cents, parts) => {
        const shares = divide(cents, parts);
        assert.equal(
          shares.reduce((sum, share) => sum + share, 0),
          cents,
        );
        const whole = parts.reduce((sum, part) => sum + part, 0);
        shares.forEach((share, index) => {
          const exact = whole === 0 ? cents / parts.length : (cents * (parts[index] ?? 0)) / whole;
          assert.ok(share >= 0 && Math.abs(share - exact) < 1.001);
        });
      }),
    );
  });

  it('gives the odd cents to the largest remainders, the earlier where they are equal', () => {
    assert.deepEqual(divide(100, [1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(divide(101, [1000, 2000, 3000]), [17, 34, 50]);
    assert.deepEqual(divide(7, [0, 0]), [4, 3]);
    assert.deepEqual(divide(7, []), []);
  });
});

describe('a percentage', () => {
  it('is rounded as the centre says', () => {
    const left = (to: 1 | 5 | 10 | 50 | 100, mode: 'nearest' | 'down' | 'up') =>
      lessPercentage(1055, 1000, { to, mode });
    // 10 % off €10.55 leaves €9.495.
    assert.deepEqual([left(1, 'nearest'), left(1, 'down'), left(1, 'up')], [950, 949, 950]);
    assert.deepEqual([left(5, 'nearest'), left(50, 'nearest'), left(100, 'nearest')], [950, 950, 900]);
    assert.deepEqual([left(50, 'down'), left(50, 'up'), left(100, 'up')], [900, 950, 1000]);
  });

  it('never makes dearer by being rounded up', () => {
    assert.equal(lessPercentage(1010, 50, { to: 100, mode: 'up' }), 1010);
  });
});
