import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SubscriptionFormula, SubscriptionPrice } from '../../../../sdk/contract/index.ts';
import { isAmong } from '../../../../sdk/model/pricing/index.ts';
import { offersOf, pricedOf, priceWithin } from '../../../../sdk/model/subscriptions/offers.ts';
import type { Offer } from '../../../../sdk/model/subscriptions/types.ts';
import { offerOf } from './choosing.ts';

const ROUNDING = { to: 1, mode: 'nearest' } as const;
const NOW = Date.parse('2026-11-22T11:00:00Z');
const BRUG = { id: 'de-brug', name: 'De Brug', website: 'https://debrug.example' };

function formulaOf(price: SubscriptionPrice, more: Partial<SubscriptionFormula> = {}): SubscriptionFormula {
  return {
    id: 'keuze',
    name: { nl: 'Keuze' },
    among: {},
    parts: [],
    onReturn: 'reprice',
    rules: 'after',
    tiers: [{ from: 3, price }],
    ...more,
  };
}
const PERCENT = formulaOf({ kind: 'percentage', basisPoints: 1000 });

const listed = (formula: SubscriptionFormula, items: readonly Offer[], at = NOW) =>
  offersOf(formula, items, isAmong, { at, rounding: ROUNDING });

describe('what can be chosen from', () => {
  it('is what the centre plays, and partners only where the formula names them', () => {
    const items = [offerOf('de-brug.jazz', 0, { isOwn: false, owner: BRUG }), offerOf('eigen', 24)];
    assert.deepEqual(
      listed(PERCENT, items).map(({ reference }) => reference),
      ['eigen'],
    );
    const regional = { ...PERCENT, among: { centres: ['de-lantaarn', 'de-brug'] } };
    assert.deepEqual(
      listed(regional, items).map(({ reference }) => reference),
      ['eigen', 'de-brug.jazz'],
    );
  });

  it('leaves out what is over', () => {
    assert.deepEqual(listed(PERCENT, [offerOf('voorbij', 0)], Date.parse('2027-01-01T00:00:00Z')), []);
  });

  it('can be had early by subscribers, and only while their time has come', () => {
    const later = offerOf('later', 0);
    const items = [{ ...later, performance: { ...later.performance, state: 'not-yet-on-sale' as const } }];
    const open = (more: Partial<SubscriptionFormula>) =>
      listed({ ...PERCENT, ...more }, items).map(({ isOpen }) => isOpen);
    assert.deepEqual(open({}), [false]);
    assert.deepEqual(open({ bookFrom: '2026-11-01T10:00:00+01:00' }), [true]);
    assert.deepEqual(open({ bookFrom: '2026-12-01T10:00:00+01:00' }), [false]);
    assert.deepEqual(open({ bookFrom: '2026-11-01T10:00:00+01:00', bookUntil: '2026-11-20T10:00:00+01:00' }), [false]);
  });

  it('says whose a performance is as prices look at it', () => {
    const { owner, centre } = pricedOf(offerOf('de-brug.jazz', 0, { isOwn: false, owner: BRUG }));
    assert.deepEqual([owner, centre], ['de-brug', 'de-brug']);
    assert.equal(pricedOf(offerOf('eigen', 0)).owner, null);
  });
});

describe('what a ticket costs in a subscription', () => {
  const cases: readonly (readonly [SubscriptionPrice, number, number | null])[] = [
    [{ kind: 'percentage', basisPoints: 1000 }, 1995, 1796],
    [{ kind: 'amount', cents: 300 }, 1000, 700],
    [{ kind: 'amount', cents: 300 }, 200, 0],
    [{ kind: 'ticket', cents: 1200 }, 2000, 1200],
    [{ kind: 'ticket', cents: 1200 }, 800, 800],
    [{ kind: 'whole', cents: 4500 }, 2000, null],
  ];
  for (const [price, cents, expected] of cases) {
    it(`is ${expected} for ${cents} by ${JSON.stringify(price)}`, () => {
      assert.equal(priceWithin(formulaOf(price), { cents, currency: 'EUR' }, ROUNDING)?.cents ?? null, expected);
    });
  }

  it('is never more than without it, and never below zero', () => {
    const prices = fc.oneof(
      fc.record({ kind: fc.constant('percentage' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
      fc.record({ kind: fc.constantFrom('amount' as const, 'ticket' as const), cents: fc.nat(10_000) }),
    );
    fc.assert(
      fc.property(prices, fc.nat(10_000), (price, cents) => {
        const within = priceWithin(formulaOf(price), { cents, currency: 'EUR' }, ROUNDING)?.cents ?? -1;
        assert.ok(within >= 0 && within <= cents);
      }),
    );
  });
});
