import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LineToPrice, type PricingRequest, subscriptionBooking } from '../../../../sdk/model/pricing/index.ts';
import { asked, centsOf, evening, NOW, place, price, type Written } from './asked.ts';

const DAY = 24 * 60 * 60 * 1000;

type Formula = NonNullable<Written['subscriptions']>[number];
type Tier = Formula['tiers'][number];

const formula = (tier: Tier['price'], given: Partial<Formula> = {}): Formula => ({
  id: 'f',
  name: { nl: 'F' },
  tiers: [{ from: 3, price: tier }],
  ...given,
});
const tenOff = { kind: 'percentage', basisPoints: 1000 } as const;
const shows = (...cents: readonly number[]): LineToPrice[] =>
  cents.map((each, index) => place(`p${index}`, { cents: each, performance: evening(`show-${index}`) }));
const chosen = (lines: readonly LineToPrice[], id = 's') => ({
  id,
  formula: 'f',
  holder: '',
  lines: lines.map((line) => line.id),
});
const priced = (
  own: Formula,
  lines: readonly LineToPrice[],
  given: Partial<PricingRequest> = {},
  list: Partial<Written> = {},
) => price({ subscriptions: [own], ...list }, lines, { subscriptions: [chosen(lines)], ...given });

describe('the price of a complete subscription', () => {
  const lines = shows(2000, 1500, 1000);

  it('is a percentage, an amount off, a price of a ticket, or of the whole', () => {
    const of = (tier: Tier['price']) => centsOf(priced(formula(tier), lines));
    assert.deepEqual(of(tenOff), [1800, 1350, 900]);
    assert.deepEqual(of({ kind: 'amount', cents: 1200 }), [800, 300, 0]);
    assert.deepEqual(of({ kind: 'ticket', cents: 1400 }), [1400, 1400, 1000]);
    assert.deepEqual(of({ kind: 'whole', cents: 1000 }), [445, 333, 222]);
  });

  it('of the whole never makes dearer', () => {
    const whole = formula({ kind: 'whole', cents: 9000 }, { rules: 'never' });
    assert.deepEqual(centsOf(priced(whole, lines)), [2000, 1500, 1000]);
  });

  it('is only for the price types it names; others count', () => {
    const mixed = lines.map((line, index) => ({ ...line, priceType: index === 0 ? 'young' : 'adult' }));
    assert.deepEqual(centsOf(priced(formula(tenOff, { priceTypes: ['adult'] }), mixed)), [2000, 1350, 900]);
  });

  it('of the whole is left for the rules where they take off more of all together', () => {
    const rules: Written['rules'] = [
      {
        id: 'half',
        name: { nl: 'Half' },
        group: 'discounts',
        when: { selection: { performances: ['show-0'] } },
        effect: { kind: 'percentage', basisPoints: 5000 },
      },
    ];
    // By the whole €44; by the rule €35, though two of the places alone would be cheaper by the whole.
    assert.deepEqual(
      centsOf(priced(formula({ kind: 'whole', cents: 4400 }), lines, {}, { rules })),
      [1000, 1500, 1000],
    );
    assert.deepEqual(centsOf(priced(formula({ kind: 'whole', cents: 3000 }), lines, {}, { rules })), [1333, 1000, 667]);
  });

  it('is nobody’s when it would break up a set that gives more', () => {
    const rules: Written['rules'] = [
      { id: 'four', name: { nl: 'Vier' }, group: 'discounts', effect: { kind: 'cheapest-free', of: 4 } },
    ];
    const four = [...shows(2000, 2000, 2000), place('z', { performance: evening('other') })];
    // A percent off three is 60 cents; the set of four makes one of them free.
    const cart = price({ rules, subscriptions: [formula({ kind: 'percentage', basisPoints: 100 })] }, four, {
      subscriptions: [chosen(four.slice(0, 3))],
    });
    assert.equal(cart.totalCents, 6000);
    assert.equal(cart.subscriptions[0]?.complete, true);
  });

  it('carries fees, and the rules that ask for it', () => {
    const rules: Written['rules'] = [
      { id: 'fee', name: { nl: 'Kosten' }, group: 'fees', effect: { kind: 'fee-ticket', cents: 50 } },
      { id: 'off', name: { nl: 'Af' }, group: 'other', effect: { kind: 'amount', cents: 10 } },
    ];
    assert.deepEqual(centsOf(priced(formula(tenOff), lines, {}, { rules })), [1850, 1400, 950]);
  });
});

describe('what is in a subscription', () => {
  it('is of every performance the dearest place, and as many as the formula takes', () => {
    const twice = [...shows(1000, 1200, 1400), place('again', { cents: 1500, performance: evening('show-0') })];
    assert.deepEqual(centsOf(priced(formula(tenOff), twice)), [1000, 1080, 1260, 1350]);
    assert.deepEqual(
      centsOf(priced(formula(tenOff, { most: 3 }), shows(1000, 1200, 1400, 1600))),
      [1000, 1080, 1260, 1440],
    );
  });

  it('is first what its parts ask, where there is too much', () => {
    const parts = [{ name: { nl: 'Dans' }, among: { genres: ['dance'] }, from: 1 }];
    const [dance, ...others] = shows(800, 1200, 1400, 1600);
    assert.ok(dance);
    const lines = [{ ...dance, performance: { ...dance.performance, genre: 'dance' } }, ...others];
    assert.deepEqual(centsOf(priced(formula(tenOff, { most: 3, parts }), lines)), [720, 1200, 1260, 1440]);
  });

  it('lacks what a part asks, and says how many', () => {
    const parts = [{ name: { nl: 'Dans' }, among: { genres: ['dance'] }, from: 2 }];
    const [state] = priced(formula(tenOff, { parts }), shows(1000, 1000, 1000)).subscriptions;
    assert.deepEqual(
      [state?.complete, state?.missing, state?.missingParts],
      [false, 2, [{ name: { nl: 'Dans' }, count: 2 }]],
    );
  });

  it('is in one subscription only: the first by id', () => {
    const lines = shows(1000, 1000, 1000);
    const subscriptions = [chosen(lines, 't'), chosen(lines, 's')];
    const cart = price({ subscriptions: [formula(tenOff)] }, lines, { subscriptions });
    assert.deepEqual(
      cart.subscriptions.map(({ id, complete }) => [id, complete]),
      [
        ['t', false],
        ['s', true],
      ],
    );
    assert.deepEqual(new Set(cart.lines.map(({ subscription }) => subscription)), new Set(['s']));
  });

  it('leaves what it does not take for another', () => {
    const lines = shows(1000, 1000, 1000, 1000, 1000, 1000);
    const cart = price({ subscriptions: [formula(tenOff, { most: 3 })] }, lines, {
      subscriptions: [chosen(lines, 's'), chosen(lines, 't')],
    });
    assert.equal(cart.totalCents, 5400);
  });

  it('is no visit on a pass', () => {
    const lines = shows(1000, 1000, 1000).map((line, index) => (index === 0 ? { ...line, visit: 'P' } : line));
    const passes: Written['passes'] = [
      { id: 'cubo', name: { nl: 'CUBO' }, price: 1500, vat: 'BE-6', period: { months: 1 }, visits: { among: {} } },
    ];
    const shown = [{ code: 'P', formula: 'cubo', people: 1 }];
    assert.deepEqual(centsOf(priced(formula(tenOff), lines, { passes: shown }, { passes })), [0, 1000, 1000]);
  });

  it('counts what a partner plays, at the partner’s price', () => {
    const [first, ...others] = shows(1000, 1000, 1000);
    assert.ok(first);
    const amount = { cents: 700, currency: 'EUR' as const };
    const partners: LineToPrice = {
      ...first,
      performance: { ...first.performance, id: 'buur.show', owner: 'buur', centre: 'buur' },
      settled: [{ kind: 'price', id: 'adult', name: { nl: 'Volwassene' }, amount }],
    };
    const among = { centres: ['de-lantaarn', 'buur'] };
    assert.deepEqual(centsOf(priced(formula(tenOff, { among }), [partners, ...others])), [700, 900, 900]);
    // Of the price of the whole, the partner’s part is the partner’s.
    assert.deepEqual(
      centsOf(priced(formula({ kind: 'whole', cents: 1500 }, { among }), [partners, ...others])),
      [700, 500, 500],
    );
  });
});

describe('the period in which a subscription is sold', () => {
  const period = { bookFrom: new Date(NOW).toISOString(), bookUntil: new Date(NOW + DAY).toISOString() };

  it('begins with its first moment and ends before its last', () => {
    const [ready] = asked({ subscriptions: [formula(tenOff, period)] }, []).list.subscriptions;
    assert.ok(ready);
    assert.deepEqual(
      [NOW - 1, NOW, NOW + DAY - 1, NOW + DAY].map((at) => subscriptionBooking(ready, at)),
      ['not-yet', 'open', 'open', 'over'],
    );
  });

  it('is the only one in which it has its price', () => {
    const lines = shows(1000, 1000, 1000);
    const total = (at: number) => priced(formula(tenOff, period), lines, { at }).totalCents;
    assert.deepEqual([total(NOW - 1), total(NOW), total(NOW + DAY)], [3000, 2700, 3000]);
  });
});

describe('the next tier', () => {
  it('is told once the subscription is complete, with how many more', () => {
    const tiers: Formula['tiers'] = [3, 5, 8].map((from) => ({ from, price: tenOff }));
    const next = (count: number, most?: number) =>
      priced(formula(tenOff, { tiers, ...(most && { most }) }), shows(...Array<number>(count).fill(1000)))
        .subscriptions[0]?.next;
    assert.deepEqual(
      [2, 3, 6, 8].map((count) => next(count)),
      [null, { more: 2, from: 5 }, { more: 2, from: 8 }, null],
    );
    assert.equal(next(5, 6), null);
  });
});
