import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { systemRandomness } from '../../../../server/adapters/randomness.ts';
import { orderNumber } from '../../../../server/features/orders/number.ts';

describe('an order’s number', () => {
  it('can be read out without a mistake', () => {
    for (let count = 0; count < 1000; count += 1) {
      assert.match(orderNumber('2026', systemRandomness), /^2026-[2-9A-HJKMNP-Z]{6}$/);
    }
  });

  it('tells nobody how many there were', () => {
    const numbers = Array.from({ length: 100 }, () => orderNumber('2026', systemRandomness));
    assert.equal(new Set(numbers).size, 100);
    assert.notDeepEqual(numbers, numbers.toSorted());
  });

  it('uses every letter equally often', () => {
    const seen = new Map<string, number>();
    for (let count = 0; count < 5000; count += 1) {
      for (const letter of orderNumber('2026', systemRandomness).slice(5))
        seen.set(letter, (seen.get(letter) ?? 0) + 1);
    }
    const expected = 30_000 / seen.size;
    for (const times of seen.values()) assert.ok(Math.abs(times - expected) < expected / 4);
  });
});
