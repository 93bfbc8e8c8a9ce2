import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  bestSplit,
  type LineToPrice,
  type PricingRequest,
  priceCart,
  type SplitRequest,
} from '../../../../sdk/model/pricing/index.ts';
import { asked, evening, place, type Written } from './asked.ts';

type Formula = NonNullable<Written['subscriptions']>[number];

const tiers = (...steps: readonly (readonly [from: number, basisPoints: number])[]): Formula['tiers'] =>
  steps.map(([from, basisPoints]) => ({ from, price: { kind: 'percentage', basisPoints } }));
const formula = (id: string, given: Partial<Formula> = {}): Formula => ({
  id,
  name: { nl: id },
  tiers: tiers([5, 1000], [10, 2500]),
  ...given,
});
const holders = (count: number): SplitRequest['holders'] =>
  Array.from({ length: count }, (_, rank) => ({ id: `h${rank}`, name: `Holder ${rank}` }));
/** So many places of each performance. */
const places = (...counts: readonly number[]): LineToPrice[] =>
  counts.flatMap((count, show) =>
    Array.from({ length: count }, (_, rank) => place(`${show}-${rank}`, { performance: evening(`show-${show}`) })),
  );

const split = (list: Written, lines: readonly LineToPrice[], people: number) =>
  bestSplit({ request: asked(list, lines), holders: holders(people) });
const sizes = ({ subscriptions }: ReturnType<typeof bestSplit>) =>
  subscriptions.map(({ lines }) => lines.length).sort();

describe('places shared out over holders', () => {
  it('are two complete subscriptions where one holder could have all', () => {
    // Six for one leaves four for the other, which is too few; five and five are both complete.
    const found = split({ subscriptions: [formula('five')] }, places(2, 2, 2, 2, 1, 1), 2);
    assert.deepEqual(sizes(found), [5, 5]);
    assert.equal(found.savedCents, 2000);
  });

  it('bring one holder to the next tier where that gives more', () => {
    const subscriptions = [formula('five', { tiers: tiers([3, 500], [5, 5000]) })];
    const found = split({ subscriptions }, places(2, 1, 1, 1, 1), 2);
    assert.deepEqual(sizes(found), [5]);
    assert.equal(found.savedCents, 5000);
  });

  it('are of the formula that takes off most for each', () => {
    const subscriptions = [
      formula('many', { tiers: tiers([4, 1000]) }),
      formula('three', { tiers: tiers([3, 2000]), most: 3 }),
    ];
    const found = split({ subscriptions }, places(2, 2, 2, 1), 2);
    assert.deepEqual(new Set(found.subscriptions.map((one) => one.formula)), new Set(['three']));
    assert.equal(found.savedCents, 2400);
  });

  it('stay as they are where no subscription pays', () => {
    const rules: Written['rules'] = [
      { id: 'half', name: { nl: 'Half' }, group: 'discounts', effect: { kind: 'percentage', basisPoints: 5000 } },
    ];
    const found = split({ rules, subscriptions: [formula('five')] }, places(1, 1, 1, 1, 1), 1);
    assert.deepEqual(found, { subscriptions: [], totalCents: 5000, savedCents: 0 });
  });

  it('of other subscriptions in the cart are left alone', () => {
    const lines = places(1, 1, 1, 1, 1);
    const subscriptions = [{ id: 'other', formula: 'five', holder: '', lines: lines.map(({ id }) => id) }];
    const request = asked({ subscriptions: [formula('five')] }, lines, { subscriptions });
    assert.deepEqual(bestSplit({ request, holders: holders(1) }).subscriptions, []);
  });

  it('give four holders ten evenings each', () => {
    const found = split({ subscriptions: [formula('five')] }, places(...Array(10).fill(4)), 4);
    assert.deepEqual(sizes(found), [10, 10, 10, 10]);
    assert.equal(found.savedCents, 20_000);
  });
});

/** Every division there is of lines over two holders of one formula, or none. */
function cheapestOfAll(request: PricingRequest): number {
  let best = Number.POSITIVE_INFINITY;
  for (let code = 0; code < 3 ** request.lines.length; code++) {
    const owner = request.lines.map((_, index) => Math.floor(code / 3 ** index) % 3);
    const subscriptions = [1, 2].map((holder) => ({
      id: `h${holder}`,
      formula: 'only',
      holder: '',
      lines: request.lines.filter((_, index) => owner[index] === holder).map(({ id }) => id),
    }));
    best = Math.min(best, priceCart({ ...request, subscriptions }).totalCents);
  }
  return best;
}

describe('whatever is chosen', () => {
  it('is shared out as cheaply as the best of all divisions over two holders', () => {
    const steps = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }), fc.constantFrom(500, 1000, 3000))
      .map(([first, more, points]) => tiers([first, points], [first + more, points + 1000]));
    const shows = fc
      .array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 4 })
      .filter((counts) => counts.reduce((a, b) => a + b) <= 6);
    fc.assert(
      fc.property(steps, shows, (found, counts) => {
        const request = asked({ subscriptions: [formula('only', { tiers: found })] }, places(...counts));
        assert.equal(bestSplit({ request, holders: holders(2) }).totalCents, cheapestOfAll(request));
      }),
      { numRuns: 100 },
    );
  });

  it('costs what it says and is never dearer than before', () => {
    const shows = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(shows, fc.integer({ min: 1, max: 4 }), (counts, people) => {
        const request = asked(
          { subscriptions: [formula('five'), formula('three', { tiers: tiers([3, 1500]), most: 4 })] },
          places(...counts),
        );
        const found = bestSplit({ request, holders: holders(people) });
        assert.equal(priceCart({ ...request, subscriptions: found.subscriptions }).totalCents, found.totalCents);
        assert.equal(priceCart(request).totalCents - found.totalCents, found.savedCents);
        assert.ok(found.savedCents >= 0);
        const lines = found.subscriptions.flatMap((one) => one.lines);
        assert.equal(new Set(lines).size, lines.length);
      }),
      { numRuns: 150 },
    );
  });
});
