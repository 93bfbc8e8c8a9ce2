import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { remunerationFor } from '../../../../sdk/model/agreement/index.ts';
import { termsOf } from './terms.ts';

const commission = (basisPoints: number, centsPerTicket: number, cents: number) =>
  remunerationFor(termsOf({ commission: { basisPoints, centsPerTicket } }), cents).commission;

describe('what a selling centre earns with a ticket', () => {
  const examples: readonly [basisPoints: number, centsPerTicket: number, price: number, commission: number][] = [
    [0, 0, 2400, 0],
    [500, 0, 2400, 120],
    [500, 75, 2400, 195],
    // 7.5 % of € 9.98 is 74.85 cents; of € 1.00 it is 7.5, and half a cent goes up.
    [750, 0, 998, 75],
    [750, 0, 100, 8],
    [749, 0, 100, 7],
    [10_000, 50, 100, 100],
    [0, 50, 20, 20],
    [500, 50, 0, 0],
  ];
  for (const [basisPoints, centsPerTicket, price, expected] of examples) {
    it(`is ${expected} of ${price} cents at ${basisPoints / 100} % and ${centsPerTicket} cents a ticket`, () =>
      assert.equal(commission(basisPoints, centsPerTicket, price), expected));
  }

  it('is the owner’s contribution besides, whatever the price', () => {
    const terms = termsOf({ adminCentsPerTicket: 35 });
    assert.deepEqual(remunerationFor(terms, 0), { commission: 0, admin: 35 });
  });

  it('is a whole number from nothing to the price, within half a cent of the percentage, and grows with the price', () => {
    const price = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(price, price, fc.integer({ min: 0, max: 10_000 }), (one, another, basisPoints) => {
        const earned = commission(basisPoints, 0, one);
        assert.ok(Number.isSafeInteger(earned) && earned >= 0 && earned <= one);
        // In integers, since ten billion times ten thousand leaves no room for fractions.
        const doubled = BigInt(earned) * 20_000n - BigInt(one) * BigInt(basisPoints) * 2n;
        assert.ok(doubled > -10_000n && doubled <= 10_000n);
        const other = commission(basisPoints, 0, another);
        assert.ok(one <= another ? earned <= other : earned >= other);
      }),
    );
  });
});
