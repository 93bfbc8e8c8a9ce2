import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WrittenPriceList } from '../../../../sdk/contract/prices/price-list.ts';
import { priceCart } from '../../../../sdk/model/pricing/index.ts';
import { asked, centsOf, evening, NOW, place, places, price } from './asked.ts';

type Rule = NonNullable<WrittenPriceList['rules']>[number];

const rule = (id: string, effect: Rule['effect'], given: Partial<Rule> = {}): Rule => ({
  id,
  name: { nl: id },
  group: 'discounts',
  effect,
  ...given,
});
const tenPercent = { kind: 'percentage', basisPoints: 1000 } as const;
const euroOff = { kind: 'amount', cents: 100 } as const;

describe('a cart without rules', () => {
  it('costs the prices of its price types, and says so', () => {
    const cart = price({}, [place('a'), place('b', { cents: 1250 })]);
    assert.equal(cart.totalCents, 3250);
    assert.deepEqual(cart.lines[1], {
      id: 'b',
      cents: 1250,
      feeCents: 100,
      why: [{ kind: 'price', id: 'adult', name: { nl: 'Volwassene' }, amount: { cents: 1250, currency: 'EUR' } }],
      vat: null,
      subscription: null,
    });
  });

  it('is free when nothing is in it', () => {
    assert.equal(price({}, []).totalCents, 0);
  });
});

describe('rules', () => {
  it('of one group do not stack: the place gets the cheapest', () => {
    assert.deepEqual(centsOf(price({ rules: [rule('a', tenPercent), rule('b', euroOff)] }, [place('x')])), [1800]);
  });

  it('of one group that picks the first use the first that is true', () => {
    const groups = [{ id: 'discounts', pick: 'first' as const }];
    const rules = [
      rule('young', euroOff, { when: { priceTypes: ['young'] } }),
      rule('b', euroOff),
      rule('a', tenPercent),
    ];
    assert.deepEqual(centsOf(price({ groups, rules }, [place('x')])), [1900]);
  });

  it('of two groups follow each other in the order of the groups', () => {
    const groups = [{ id: 'later' }, { id: 'discounts' }];
    const rules = [rule('a', tenPercent), rule('b', euroOff, { group: 'later' })];
    const [line] = price({ groups, rules }, [place('x')]).lines;
    assert.equal(line?.cents, 1710);
    assert.deepEqual(
      line?.why.map(({ id, amount }) => [id, amount.cents]),
      [
        ['adult', 2000],
        ['b', -100],
        ['a', -190],
      ],
    );
  });

  it('never make a price negative, nor its fee more than the price', () => {
    const [line] = price({ rules: [rule('a', { kind: 'amount', cents: 1950 })] }, [place('x')]).lines;
    assert.deepEqual([line?.cents, line?.feeCents], [50, 50]);
    assert.deepEqual(centsOf(price({ rules: [rule('a', { kind: 'amount', cents: 9999 })] }, [place('x')])), [0]);
  });

  it('with a price only make dearer when they say so', () => {
    const effect = { kind: 'price', cents: 2500 } as const;
    assert.deepEqual(centsOf(price({ rules: [rule('a', effect)] }, [place('x')])), [2000]);
    assert.deepEqual(centsOf(price({ rules: [rule('a', { ...effect, evenDearer: true })] }, [place('x')])), [2500]);
  });

  it('make the cheapest of three free, the dearest three together', () => {
    const rules = [rule('three', { kind: 'cheapest-free', of: 3 })];
    const cents = [1000, 2000, 3000, 4000];
    const lines = cents.map((each, index) => place(`p${index}`, { cents: each }));
    assert.deepEqual(centsOf(price({ rules }, lines)), [1000, 0, 3000, 4000]);
  });

  it('serve the first two: those on which the buyer has most', () => {
    const rules = [rule('two', tenPercent, { when: { quantity: { per: 'order', first: 2 } } })];
    const lines = [1000, 3000, 2000].map((cents, index) => place(`p${index}`, { cents }));
    assert.deepEqual(centsOf(price({ rules }, lines)), [1000, 2700, 1800]);
  });

  it('ask a number of places, of the order or of a performance', () => {
    const lines = [...places(3), place('z', { performance: evening('lear') })];
    const from = (per: 'order' | 'performance', count: number) =>
      centsOf(price({ rules: [rule('group', tenPercent, { when: { quantity: { per, from: count } } })] }, lines));
    assert.deepEqual(from('order', 4), [1800, 1800, 1800, 1800]);
    assert.deepEqual(from('order', 5), [2000, 2000, 2000, 2000]);
    assert.deepEqual(from('performance', 3), [1800, 1800, 1800, 2000]);
  });

  it('with a code work when the code was given, and only then is it told as working', () => {
    const rules = [rule('friends', tenPercent, { when: { code: true }, codes: ['VRIEND'] })];
    assert.deepEqual(centsOf(price({ rules }, [place('x')], { codes: ['OTHER'] })), [2000]);
    const cart = price({ rules }, [place('x')], { codes: ['OTHER', 'VRIEND'] });
    assert.deepEqual([cart.totalCents, cart.savedCents, cart.workingCodes], [1800, 200, ['VRIEND']]);
  });

  it('leave alone what a partner or UiTPAS decided', () => {
    const settled = [
      {
        kind: 'uitpas' as const,
        id: 'kansentarief',
        name: { nl: 'Kansentarief' },
        amount: { cents: 400, currency: 'EUR' as const },
      },
    ];
    const cart = price({ rules: [rule('a', tenPercent)] }, [place('x', { cents: 400, settled })]);
    assert.deepEqual([cart.totalCents, cart.lines[0]?.why], [400, settled]);
  });
});

describe('fees', () => {
  it('of a ticket are part of its price and of its fee, once for the order stand apart', () => {
    const rules = [
      rule('handling', { kind: 'fee-ticket', cents: 50 }, { group: 'fees' }),
      rule('post', { kind: 'fee-order', cents: 250 }, { group: 'order' }),
    ];
    const cart = price({ rules }, places(2));
    assert.deepEqual(centsOf(cart), [2050, 2050]);
    assert.equal(cart.lines[0]?.feeCents, 150);
    assert.deepEqual(cart.fees, [{ rule: 'post', name: { nl: 'post' }, cents: 250 }]);
    assert.equal(cart.totalCents, 4350);
  });
});

const five = {
  id: 'five',
  name: { nl: 'Vijf' },
  tiers: [
    { from: 5, price: { kind: 'percentage' as const, basisPoints: 1000 } },
    { from: 10, price: { kind: 'percentage' as const, basisPoints: 2500 } },
  ],
};
const evenings = (count: number) =>
  places(count).map((line, index) => ({ ...line, performance: evening(`show-${index}`) }));
const chosen = (id: string, lines: readonly { readonly id: string }[], formula = 'five') => ({
  id,
  formula,
  holder: '',
  lines: lines.map((line) => line.id),
});

describe('a subscription', () => {
  it('gives nothing until it is complete, and says what it lacks', () => {
    const lines = evenings(4);
    const cart = price({ subscriptions: [five] }, lines, { subscriptions: [chosen('s', lines)] });
    assert.equal(cart.totalCents, 8000);
    assert.deepEqual(cart.subscriptions, [
      { id: 's', formula: 'five', complete: false, missing: 1, missingParts: [], next: null, savedCents: 0 },
    ]);
  });

  it('gives the tier of its number of performances', () => {
    for (const [count, cents] of [
      [5, 1800],
      [9, 1800],
      [10, 1500],
      [12, 1500],
    ] as const) {
      const lines = evenings(count);
      const cart = price({ subscriptions: [five] }, lines, { subscriptions: [chosen('s', lines)] });
      assert.equal(cart.totalCents, cents * count);
      assert.equal(cart.subscriptions[0]?.savedCents, (2000 - cents) * count);
    }
  });

  it('counts a performance once, for one holder', () => {
    const lines = [...evenings(4), place('z', { performance: evening('show-0') })];
    assert.equal(price({ subscriptions: [five] }, lines, { subscriptions: [chosen('s', lines)] }).totalCents, 10_000);
  });

  it('of which the whole has a price is divided to the cent', () => {
    const whole = {
      id: 'five',
      name: { nl: 'Vijf' },
      most: 5,
      tiers: [{ from: 5, price: { kind: 'whole' as const, cents: 7001 } }],
    };
    const lines = evenings(5).map((line, index) => ({ ...line, cents: 1500 + index * 333 }));
    const cart = price({ subscriptions: [whole] }, lines, { subscriptions: [chosen('s', lines)] });
    assert.equal(cart.totalCents, 7001);
  });

  it('leaves a place what is cheaper, unless the centre says otherwise', () => {
    const lines = evenings(5);
    const rules = [
      rule('early', { kind: 'percentage', basisPoints: 3000 }, { when: { selection: { performances: ['show-0'] } } }),
    ];
    const by = (how: 'cheaper' | 'after' | 'never') =>
      centsOf(
        price({ rules, subscriptions: [{ ...five, rules: how }] }, lines, { subscriptions: [chosen('s', lines)] }),
      );
    assert.deepEqual(by('cheaper'), [1400, 1800, 1800, 1800, 1800]);
    assert.deepEqual(by('after'), [1260, 1800, 1800, 1800, 1800]);
    assert.deepEqual(by('never'), [1800, 1800, 1800, 1800, 1800]);
  });

  it('of a bundle over centres has the tier of the whole', () => {
    const lines = evenings(2);
    const bundles = [{ formula: 'five', kind: 'subscription' as const, size: 10, lines: lines.map(({ id }) => id) }];
    assert.deepEqual(centsOf(price({ subscriptions: [five] }, lines, { bundles })), [1500, 1500]);
  });
});

describe('a pass with visits', () => {
  const passes = [
    {
      id: 'cubo',
      name: { nl: 'CUBO' },
      price: 1500,
      vat: 'BE-6' as const,
      period: { months: 1 },
      visits: { among: { genres: ['theatre'] } },
    },
  ];
  it('lets in for its price, as many as it has people', () => {
    const shown = [{ code: 'P1', formula: 'cubo', people: 1 }];
    const cart = price({ passes }, places(2, { visit: 'P1' }), { passes: shown });
    assert.deepEqual(centsOf(cart), [0, 2000]);
    assert.deepEqual(cart.workingCodes, ['P1']);
  });
});

describe('products', () => {
  it('add what they cost, in the amount the buyer chose', () => {
    const products = [
      { id: 'drink', kind: 'extra' as const, name: { nl: 'Drankje' }, price: { cents: 300 }, vat: 'BE-21' as const },
      { id: 'gift', kind: 'voucher' as const, name: { nl: 'Bon' }, price: { least: 1000, most: 10_000, step: 500 } },
    ];
    const cart = price({ products }, [], {
      products: [
        { product: 'drink', quantity: 2 },
        { product: 'gift', quantity: 1, cents: 2750 },
      ],
    });
    assert.deepEqual(cart.products, [
      { product: 'drink', quantity: 2, cents: 300, vat: 'BE-21' },
      { product: 'gift', quantity: 1, cents: 2500, vat: null },
    ]);
    assert.equal(cart.totalCents, 3100);
  });
});

describe('tax', () => {
  it('is that of the performance at the moment of sale, or else of everything', () => {
    const vat = [
      { code: 'BE-21' as const },
      { code: 'BE-6' as const, selection: { genres: ['theatre'] }, until: '2027-01-01T00:00:00+01:00' },
    ];
    const at = (moment: number) => priceCart(asked({ vat }, [place('x')], { at: moment })).lines[0]?.vat;
    assert.equal(at(NOW), 'BE-6');
    assert.equal(at(Date.parse('2027-01-01T00:00:00+01:00')), 'BE-21');
  });
});
