import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromMollieAmount, toMollieAmount } from '../../../../server/adapters/mollie/amounts.ts';

describe('amounts to and from Mollie', () => {
  it('writes and reads every amount back to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (cents) => {
        const written = toMollieAmount({ cents, currency: 'EUR' });
        assert.match(written.value, /^\d+\.\d\d$/);
        assert.deepEqual(fromMollieAmount(written), { cents, currency: 'EUR' });
      }),
    );
    assert.equal(toMollieAmount({ cents: 3700, currency: 'EUR' }).value, '37.00');
    assert.equal(toMollieAmount({ cents: 5, currency: 'EUR' }).value, '0.05');
  });

  it('refuses to write nothing, less than nothing, and parts of a cent', () => {
    for (const cents of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => toMollieAmount({ cents, currency: 'EUR' }), { outcome: 'refused', code: 'invalid' });
    }
  });

  it('refuses to read what is not exactly euro and cents', () => {
    for (const value of ['37', '37.0', '37.000', '37,00', '-37.00', '037.00', '1e3.00', ' 37.00', '']) {
      assert.throws(() => fromMollieAmount({ currency: 'EUR', value }), RangeError, value);
    }
    assert.throws(() => fromMollieAmount({ currency: 'USD', value: '37.00' }), RangeError);
  });
});
