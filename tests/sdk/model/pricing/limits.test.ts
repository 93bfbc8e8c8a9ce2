import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { WrittenPriceList } from '../../../../sdk/contract/prices/price-list.ts';
import type { LineToPrice } from '../../../../sdk/model/pricing/index.ts';
import { centsOf, evening, place, price } from './asked.ts';

type Rule = NonNullable<WrittenPriceList['rules']>[number];

const SHOWS = ['hamlet', 'lear', 'medea'];

const lines = fc
  .array(fc.record({ show: fc.constantFrom(...SHOWS), cents: fc.constantFrom(1000, 1550, 2000, 2999, 4000) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((found) => found.map(({ show, cents }, index) => place(`p${index}`, { performance: evening(show), cents })));

const named = (rules: readonly Omit<Rule, 'id' | 'name' | 'group'>[]): Rule[] =>
  rules.map((rule, index) => ({ id: `r${index}`, name: { nl: 'Regel' }, group: 'discounts', ...rule }));

/** Percentages of some performances, for all of their places or for the first few. */
const percentages = fc
  .array(
    fc.record({
      performances: fc.subarray(SHOWS, { minLength: 1 }),
      basisPoints: fc.constantFrom(1000, 2500, 5000, 9000),
      first: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      per: fc.constantFrom('order' as const, 'performance' as const),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((found) =>
    named(
      found.map(({ performances, basisPoints, first, per }) => ({
        when: { selection: { performances }, ...(first && { quantity: { per, first } }) },
        effect: { kind: 'percentage' as const, basisPoints },
      })),
    ),
  );

const sets = fc
  .record({ of: fc.integer({ min: 2, max: 4 }), per: fc.constantFrom('order' as const, 'performance' as const) })
  .map(({ of, per }) => named([{ when: { quantity: { per } }, effect: { kind: 'cheapest-free' as const, of } }]));

/** What a cart costs with each of its places taken out in turn, plus the price of that place’s price type. */
function apart(rules: Rule[], all: readonly LineToPrice[]): number[] {
  return all.map(
    (one) =>
      price(
        { rules },
        all.filter((other) => other !== one),
      ).totalCents + one.cents,
  );
}

describe('a rule for a limited number of places', () => {
  it('never makes a cart dearer by more than the price of the place that is added', () => {
    fc.assert(
      fc.property(percentages, lines, (rules, all) => {
        assert.ok(price({ rules }, all).totalCents <= Math.min(...apart(rules, all)));
      }),
      { numRuns: 1500 },
    );
  });

  it('goes where the buyer has most of it, over what the place would cost without it', () => {
    const rules = named([
      { when: { quantity: { per: 'order', first: 1 } }, effect: { kind: 'percentage', basisPoints: 5000 } },
      { when: { selection: { performances: ['lear'] } }, effect: { kind: 'percentage', basisPoints: 4000 } },
    ]);
    const all = [place('a', { cents: 2000 }), place('b', { cents: 4000, performance: evening('lear') })];
    assert.deepEqual(centsOf(price({ rules }, all)), [1000, 2400]);
  });

  it('of a pass serves as many places of every performance as the pass has people', () => {
    const rules = named([{ when: { pass: 'friend' }, effect: { kind: 'percentage', basisPoints: 5000 } }]);
    const all = SHOWS.flatMap((show) =>
      [1, 2, 3].map((rank) => place(`${show}${rank}`, { performance: evening(show) })),
    );
    const passes = [{ code: 'P', formula: 'friend', people: 2 }];
    assert.deepEqual(
      centsOf(price({ rules }, all, { passes })),
      [1000, 1000, 2000, 1000, 1000, 2000, 1000, 1000, 2000],
    );
    assert.equal(price({ rules }, all).totalCents, 18_000);
  });
});

describe('the cheapest of a set free', () => {
  it('never makes a cart dearer by more than the price of the place that is added', () => {
    fc.assert(
      fc.property(sets, lines, (rules, all) => {
        assert.ok(price({ rules }, all).totalCents <= Math.min(...apart(rules, all)));
      }),
      { numRuns: 1500 },
    );
  });

  it('is not for a set whose places have more by another rule of the group, and leaves others their set', () => {
    const rules = named([
      { effect: { kind: 'cheapest-free', of: 2 } },
      { when: { selection: { performances: ['lear'] } }, effect: { kind: 'percentage', basisPoints: 9000 } },
    ]);
    const all = [
      place('a', { cents: 2000 }),
      place('b', { cents: 2000 }),
      place('c', { cents: 4000, performance: evening('lear') }),
    ];
    assert.deepEqual(centsOf(price({ rules }, all)), [2000, 0, 400]);
  });

  it('leaves what its places do not use to the others', () => {
    const rules = named([
      { when: { zones: ['one'] }, effect: { kind: 'cheapest-free', of: 2 } },
      { when: { quantity: { per: 'order', first: 1 } }, effect: { kind: 'percentage', basisPoints: 5000 } },
    ]);
    const all = [place('a', { cents: 4000 }), place('b', { cents: 4000 }), place('c', { cents: 3000, zone: 'two' })];
    assert.deepEqual(centsOf(price({ rules }, all)), [4000, 0, 1500]);
  });

  it('of two such rules is that of the rule that gives most', () => {
    const rules = named([{ effect: { kind: 'cheapest-free', of: 4 } }, { effect: { kind: 'cheapest-free', of: 2 } }]);
    const all = [1, 2, 3, 4].map((rank) => place(`p${rank}`));
    assert.equal(price({ rules }, all).totalCents, 4000);
  });
});
