import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Money } from '../../../../sdk/contract/money.ts';
import { priceTable, totalOf } from '../../../../sdk/model/pricing/index.ts';

const euro = (cents: number): Money => ({ cents, currency: 'EUR' });
const price = (zone: string, priceType: string, cents: number) => ({
  zone,
  priceType,
  price: euro(cents),
  fee: euro(100),
});

describe('prices', () => {
  const table = priceTable([price('one', 'adult', 2400), price('one', 'young', 1200), price('two', 'adult', 1500)]);

  it('are found by zone and price type, and absent where a type is not sold', () => {
    assert.equal(table.price('one', 'young')?.price.cents, 1200);
    assert.equal(table.price('two', 'young'), undefined);
  });

  it('start from the lowest, and from nothing when there are none', () => {
    assert.deepEqual(table.from, euro(1200));
    assert.deepEqual(priceTable([]).from, euro(0));
  });

  it('add up to the cent, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 })), (cents) => {
        const lines = cents.map((one) => ({ price: euro(one) }));
        assert.deepEqual(totalOf(lines), totalOf(lines.toReversed()));
        assert.equal(
          totalOf(lines).cents,
          cents.reduce((sum, one) => sum + one, 0),
        );
      }),
    );
  });
});
