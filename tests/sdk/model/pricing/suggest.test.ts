import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LineToPrice, type PricedPerformance, suggest } from '../../../../sdk/model/pricing/index.ts';
import { asked, evening, place, type Written } from './asked.ts';

type Formula = NonNullable<Written['subscriptions']>[number];

const five: Formula = {
  id: 'five',
  name: { nl: 'Vijf' },
  tiers: [
    { from: 3, price: { kind: 'percentage', basisPoints: 1000 } },
    { from: 5, price: { kind: 'percentage', basisPoints: 5000 } },
  ],
};
const at = (show: string, given: Partial<LineToPrice> & { readonly show?: Partial<PricedPerformance> } = {}) => {
  const { show: about, ...rest } = given;
  return place(show, { performance: evening(show, about), ...rest });
};

function suggested(formula: Formula, chosen: readonly LineToPrice[], offers: readonly LineToPrice[], more = {}) {
  const subscriptions = [{ id: 's', formula: 'five', holder: '', lines: chosen.map(({ id }) => id) }];
  const request = asked({ subscriptions: [formula] }, chosen, { subscriptions });
  return suggest({ request, subscription: 's', offers, ...more });
}

describe('what would bring a subscription further', () => {
  const offers = [at('c', { cents: 1500 }), at('d', { cents: 3000 }), at('e', { cents: 500 })];

  it('is what completes it and what brings each next tier, the cheapest first, with what the cart costs more', () => {
    assert.deepEqual(suggested(five, [at('a'), at('b')], offers), [
      // €40 and €5 less 10 % is €40.50.
      { size: 3, lines: ['e'], costCents: 50, savedCents: 450 },
      // €90 less half is €45.
      { size: 5, lines: ['e', 'c', 'd'], costCents: 500, savedCents: 4500 },
    ]);
  });

  it('can make the whole cheaper', () => {
    const four = [at('a'), at('b'), at('x'), at('y')];
    assert.deepEqual(suggested(five, four, offers), [{ size: 5, lines: ['e'], costCents: -2950, savedCents: 4250 }]);
  });

  it('is first what a part lacks', () => {
    const parts = [{ name: { nl: 'Dans' }, among: { genres: ['dance'] }, from: 1 }];
    const dance = at('z', { cents: 4000, show: { genre: 'dance' } });
    const [first] = suggested({ ...five, parts }, [at('a'), at('b')], [...offers, dance]);
    assert.deepEqual(first?.lines, ['z']);
    // Also where there are enough of them, and only the part lacks.
    const [alone] = suggested({ ...five, parts }, [at('a'), at('b'), at('x')], [...offers, dance]);
    assert.deepEqual([alone?.size, alone?.lines], [4, ['z']]);
    assert.deepEqual(suggested({ ...five, parts }, [at('a'), at('b')], offers), []);
  });

  it('is nothing that is chosen, clashes, or is of another kind', () => {
    const clash = (one: PricedPerformance, other: PricedPerformance) => [one.id, other.id].sort().join() === 'a,e';
    const [first] = suggested(five, [at('a'), at('b')], [...offers, at('b', { cents: 100 })], { clash });
    assert.deepEqual(first?.lines, ['c']);
    assert.deepEqual(suggested({ ...five, among: { genres: ['opera'] } }, [], offers), []);
  });

  it('is nothing beyond what the formula takes, and nothing for a subscription that is not there', () => {
    assert.deepEqual(suggested({ ...five, most: 3 }, [at('a'), at('b'), at('x')], offers), []);
    assert.deepEqual(suggest({ request: asked({}, []), subscription: 's', offers }), []);
  });
});
