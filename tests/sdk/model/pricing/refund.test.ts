import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { WrittenPriceList } from '../../../../sdk/contract/prices/price-list.ts';
import { type PaidPlace, type PricingRequest, priceCart, refundFor } from '../../../../sdk/model/pricing/index.ts';
import { generatedCart } from '../../../harness/pricing.ts';
import { asked, evening, place, places } from './asked.ts';

const paidFor = (request: PricingRequest): PaidPlace[] =>
  priceCart(request).lines.map(({ id, cents }) => ({ id, cents }));
const sum = (paid: readonly PaidPlace[]) => paid.reduce((total, { cents }) => total + cents, 0);

const subscription = (onReturn: 'reprice' | 'keep' | 'none') => ({
  id: 'five',
  name: { nl: 'Vijf' },
  tiers: [
    { from: 5, price: { kind: 'percentage' as const, basisPoints: 1000 } },
    { from: 10, price: { kind: 'percentage' as const, basisPoints: 2500 } },
  ],
  onReturn,
});

/** A subscription of so many evenings of €20. */
function bought(count: number, onReturn: 'reprice' | 'keep' | 'none'): PricingRequest {
  const lines = places(count).map((line, index) => ({ ...line, performance: evening(`show-${index}`) }));
  const ids = lines.map(({ id }) => id);
  return asked({ subscriptions: [subscription(onReturn)] }, lines, {
    subscriptions: [{ id: 's', formula: 'five', holder: '', lines: ids }],
  });
}

const giveBack = (request: PricingRequest, lines: readonly string[], paid = paidFor(request)) =>
  refundFor({ bought: request, paid, lines });

describe('a part of a subscription that is given back', () => {
  it('leaves the rest its price where the centre keeps it', () => {
    const refund = giveBack(bought(10, 'keep'), ['p000', 'p001']);
    assert.deepEqual([refund.cents, refund.keptCents], [3000, 0]);
  });

  it('has the rest priced anew where the centre does so, and what that adds is kept back', () => {
    // Ten at €15; nine cost €18 each, €27 more than was paid for them.
    const refund = giveBack(bought(10, 'reprice'), ['p000']);
    assert.deepEqual([refund.cents, refund.keptCents], [0, 1500]);
    // Eleven at €15; ten stay in the tier.
    assert.equal(giveBack(bought(11, 'reprice'), ['p000']).cents, 1500);
    // Six at €18; five stay complete.
    assert.equal(giveBack(bought(6, 'reprice'), ['p000']).cents, 1800);
    // Five at €18; four cost €20 each, €8 more.
    assert.equal(giveBack(bought(5, 'reprice'), ['p000']).cents, 1000);
  });

  it('is refused where only the whole is taken back, and the whole is not', () => {
    const request = bought(5, 'none');
    const part = giveBack(request, ['p000', 'p001']);
    assert.deepEqual([part.cents, part.refused, part.lines], [0, ['p000', 'p001'], []]);
    const whole = giveBack(
      request,
      request.lines.map(({ id }) => id),
    );
    assert.deepEqual([whole.cents, whole.refused], [9000, []]);
  });
});

describe('a place that is in no subscription', () => {
  const rules: WrittenPriceList['rules'] = [
    {
      id: 'group',
      name: { nl: 'Groep' },
      group: 'discounts',
      when: { quantity: { per: 'order', from: 10 } },
      effect: { kind: 'percentage', basisPoints: 2000 },
    },
  ];

  it('does not leave two at the price of a group of ten, unless the centre wants so', () => {
    const eight = places(10)
      .slice(2)
      .map(({ id }) => id);
    // Ten at €16; two cost €40 and were €32.
    assert.equal(giveBack(asked({ rules }, places(10)), eight).cents, 12_000);
    assert.equal(giveBack(asked({ rules, onReturn: 'keep' }, places(10)), eight).cents, 12_800);
  });

  it('pays for the free one it made free', () => {
    const free: WrittenPriceList['rules'] = [
      { id: 'two', name: { nl: 'Twee' }, group: 'discounts', effect: { kind: 'cheapest-free', of: 2 } },
    ];
    const request = asked({ rules: free }, [place('a'), place('b')]);
    assert.equal(giveBack(request, ['a']).cents, 0);
    assert.equal(giveBack(request, ['b']).cents, 0);
    assert.equal(giveBack(request, ['a', 'b']).cents, 2000);
  });

  it('that is not in the order is passed over', () => {
    assert.deepEqual(giveBack(asked({}, [place('a')]), ['z']).cents, 0);
  });
});

describe('whatever is given back', () => {
  const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  const parts = fc.array(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 4 });

  it('never gets more than was paid nor less than nothing, and every cent is either back or still paid', () => {
    fc.assert(
      fc.property(seed, parts, (one, steps) => {
        let request = generatedCart(one);
        let paid: readonly PaidPlace[] = paidFor(request);
        for (const step of steps) {
          const lines = request.lines.filter((_, index) => step[index]).map(({ id }) => id);
          const refund = refundFor({ bought: request, paid, lines });
          const before = new Map(paid.map(({ id, cents }) => [id, cents]));
          assert.ok(refund.cents >= 0 && refund.keptCents >= 0);
          for (const { id, cents } of refund.lines) assert.ok(cents >= 0 && cents <= (before.get(id) ?? 0));
          assert.equal(sum(refund.lines), refund.cents);
          assert.equal(refund.cents + sum(refund.rest), sum(paid));
          for (const { id, cents } of refund.rest) assert.ok(cents >= (before.get(id) ?? 0));
          paid = refund.rest;
          const left = new Set(paid.map(({ id }) => id));
          request = { ...request, lines: request.lines.filter(({ id }) => left.has(id)) };
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves a rest that costs what it would have cost alone: no less than it did, no more than was paid', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (one, step) => {
        const generated = generatedCart(one, { growing: true });
        const request: PricingRequest = {
          ...generated,
          bundles: [],
          list: {
            ...generated.list,
            onReturn: 'reprice',
            subscriptions: generated.list.subscriptions.map((formula) => ({ ...formula, onReturn: 'reprice' })),
          },
        };
        const lines = request.lines.filter((_, index) => step[index]).map(({ id }) => id);
        const { rest } = giveBack(request, lines);
        const alone = priceCart({ ...request, lines: request.lines.filter(({ id }) => !lines.includes(id)) });
        const cost = alone.lines.reduce((total, { cents }) => total + cents, 0);
        const [all, own] = [paidFor(request), paidFor(request).filter(({ id }) => !lines.includes(id))];
        assert.equal(sum(rest), Math.max(sum(own), Math.min(cost, sum(all))));
      }),
      { numRuns: 1000 },
    );
  });
});
