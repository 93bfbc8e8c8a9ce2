import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { priceListSchema, type WrittenPriceList } from '../../../../sdk/contract/prices/price-list.ts';
import { checkPriceList } from '../../../../sdk/model/pricing/check-list.ts';

type Rule = NonNullable<WrittenPriceList['rules']>[number];
type Formula = NonNullable<WrittenPriceList['subscriptions']>[number];
type Product = NonNullable<WrittenPriceList['products']>[number];

const name = { nl: 'Naam', fr: 'Nom', en: 'Name', de: 'Name' };
const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  name,
  group: 'korting',
  effect: { kind: 'percentage', basisPoints: 1000 },
  ...more,
});
const formula = (more: Partial<Formula> = {}): Formula => ({
  id: 'keuze',
  name,
  tiers: [{ from: 5, price: { kind: 'percentage', basisPoints: 1000 } }],
  ...more,
});
const product = (more: Partial<Product>): Product => ({
  id: 'iets',
  kind: 'extra',
  name,
  price: { cents: 500 },
  ...more,
});
const vriend = { id: 'vriend', name, price: 3000, vat: 'BE-6' as const, period: { months: 12 } };

function check(list: Partial<WrittenPriceList>): string[] {
  const whole: WrittenPriceList = { version: 1, groups: list.rules ? [{ id: 'korting' }] : [], ...list };
  return checkPriceList(priceListSchema.parse(whole)).map(({ code, level, path }) => `${level} ${code} ${path}`);
}

const early = (days: number) => ({ daysBeforeStart: days });

const CASES: readonly (readonly [what: string, list: Partial<WrittenPriceList>, found: readonly string[]])[] = [
  [
    'two rules of one name',
    { rules: [rule('a'), rule('a', { when: { age: { to: 25 } }, effect: { kind: 'amount', cents: 1 } })] },
    ['error id-twice rules.1.id'],
  ],
  [
    'a price type that is locked twice',
    { access: [{ priceType: 'lid' }, { priceType: 'lid' }] },
    ['error id-twice access.1.priceType'],
  ],
  [
    'a group that is not there',
    { rules: [rule('a', { group: 'kortin' }), rule('b')] },
    ['error group-unknown rules.0.group'],
  ],
  [
    'a pass that is not there',
    { access: [{ priceType: 'lid', pass: 'vriend' }], rules: [rule('a', { when: { pass: 'vriend' } })] },
    ['error pass-unknown rules.0.when.pass', 'error pass-unknown access.0.pass'],
  ],
  [
    'a product of a pass that is not there',
    { products: [product({ kind: 'pass', pass: 'vriend' })] },
    ['error pass-unknown products.0.pass'],
  ],
  [
    'a subscription that is not there',
    { rules: [rule('a', { when: { subscription: 'keuze' } })] },
    ['error subscription-unknown rules.0.when.subscription'],
  ],
  [
    'a code of two rules',
    {
      rules: [
        rule('a', { when: { code: true }, codes: ['ZOMER'] }),
        rule('b', { when: { code: true }, codes: ['LENTE', 'ZOMER'] }),
      ],
    },
    ['warning code-twice rules.1.codes.1', 'warning shadowed rules.0'],
  ],
  [
    'a period that ends before it begins',
    { rules: [rule('a', { when: { from: early(3), until: early(10) } })] },
    ['error never-true rules.0.when.until'],
  ],
  [
    'an age that nobody has',
    { rules: [rule('a', { when: { age: { from: 65, to: 26 } } })] },
    ['error never-true rules.0.when.age'],
  ],
  [
    'a number that no order has',
    { rules: [rule('a', { when: { quantity: { per: 'order', from: 5, to: 4 } } })] },
    ['error never-true rules.0.when.quantity'],
  ],
  [
    'tags that are asked and excluded',
    { rules: [rule('a', { when: { selection: { tags: ['jazz'], notTags: ['jazz', 'rock'] } } })] },
    ['error never-true rules.0.when.selection.notTags'],
  ],
  [
    'a discount of nothing',
    { rules: [rule('a', { effect: { kind: 'amount', cents: 0 } })] },
    ['warning does-nothing rules.0.effect.cents'],
  ],
  [
    'a free fifth in orders of at most four',
    { rules: [rule('a', { effect: { kind: 'cheapest-free', of: 5 }, when: { quantity: { per: 'order', to: 4 } } })] },
    ['warning does-nothing rules.0.when.quantity.to'],
  ],
  [
    'a group without rules',
    { groups: [{ id: 'korting' }, { id: 'leeg' }], rules: [rule('a')] },
    ['warning group-unused groups.1.id'],
  ],
  [
    'a rule that another always beats',
    { rules: [rule('a'), rule('b', { when: { age: { to: 25 } }, effect: { kind: 'percentage', basisPoints: 500 } })] },
    ['warning shadowed rules.1'],
  ],
  [
    'a rule that another comes before',
    {
      groups: [{ id: 'korting', pick: 'first' }],
      rules: [rule('a'), rule('b', { when: { zones: ['rang-1'] }, effect: { kind: 'amount', cents: 900 } })],
    },
    ['warning shadowed rules.1'],
  ],
  ['two rules that are the same', { rules: [rule('a'), rule('b')] }, ['warning shadowed rules.1']],
  [
    'a fee among discounts',
    { rules: [rule('a'), rule('b', { effect: { kind: 'fee-ticket', cents: 50 } })] },
    ['warning fee-among-discounts rules.1.group'],
  ],
  [
    'a percentage of a fee',
    {
      groups: [{ id: 'kosten' }, { id: 'korting' }],
      rules: [rule('a', { group: 'kosten', effect: { kind: 'fee-ticket', cents: 50 } }), rule('b')],
    },
    ['warning percentage-of-fee rules.1.group'],
  ],
  [
    'a subscription nobody can complete',
    { subscriptions: [formula({ most: 4 })] },
    ['error never-complete subscriptions.0.most'],
  ],
  [
    'a part larger than the whole',
    { subscriptions: [formula({ most: 5, parts: [{ name, among: {}, from: 6 }] })] },
    ['error never-complete subscriptions.0.parts'],
  ],
  [
    'a series with a most',
    { subscriptions: [formula({ series: true, most: 5 })] },
    ['warning series-has-no-choice subscriptions.0.series'],
  ],
  [
    'a tier out of reach',
    {
      subscriptions: [
        formula({
          most: 8,
          tiers: [
            { from: 5, price: { kind: 'amount', cents: 100 } },
            { from: 10, price: { kind: 'amount', cents: 200 } },
          ],
        }),
      ],
    },
    ['warning tier-out-of-reach subscriptions.0.tiers.1.from'],
  ],
  [
    'a tier that gives less',
    {
      subscriptions: [
        formula({
          tiers: [
            { from: 5, price: { kind: 'ticket', cents: 1000 } },
            { from: 10, price: { kind: 'ticket', cents: 1100 } },
          ],
        }),
      ],
    },
    ['warning tier-dearer subscriptions.0.tiers.1.price'],
  ],
  [
    'more for less as a whole',
    {
      subscriptions: [
        formula({
          tiers: [
            { from: 5, price: { kind: 'whole', cents: 9000 } },
            { from: 10, price: { kind: 'whole', cents: 8000 } },
          ],
        }),
      ],
    },
    ['warning tier-cheaper-whole subscriptions.0.tiers.1.price'],
  ],
  [
    'a booking period that never is',
    { subscriptions: [formula({ bookFrom: '2026-06-01T10:00:00+02:00', bookUntil: '2026-05-01T10:00:00+02:00' })] },
    ['error never-true subscriptions.0.bookUntil'],
  ],
  [
    'a pass that is never valid',
    {
      passes: [{ ...vriend, period: { from: '2026-09-01T00:00:00+02:00', until: '2026-09-01T00:00:00+02:00' } }],
      products: [product({ kind: 'pass', pass: 'vriend', price: { cents: 3000 } })],
    },
    ['error never-true passes.0.period.until'],
  ],
  [
    'a pass for everything',
    {
      passes: [{ ...vriend, visits: { among: {} } }],
      products: [product({ kind: 'pass', pass: 'vriend', price: { cents: 3000 } })],
    },
    ['warning visits-to-everything passes.0.visits.among'],
  ],
  ['a pass nobody sells', { passes: [vriend] }, ['warning pass-not-sold passes.0.id']],
  [
    'a pass at two prices',
    { passes: [vriend], products: [product({ kind: 'pass', pass: 'vriend' })] },
    ['warning price-differs products.0.price'],
  ],
  [
    'a product of kind pass that names none',
    { products: [product({ kind: 'pass' })] },
    ['error pass-missing products.0.pass'],
  ],
  ['a drink without VAT', { products: [product({})] }, ['error vat-missing products.0.vat']],
  [
    'a voucher with VAT',
    { products: [product({ kind: 'voucher', vat: 'BE-6' })] },
    ['error not-for-this-kind products.0.vat'],
  ],
  [
    'a drink that is valid for a year',
    { products: [product({ vat: 'BE-21', validMonths: 12 })] },
    ['error not-for-this-kind products.0.validMonths'],
  ],
  [
    'one a ticket of nothing',
    { products: [product({ vat: 'BE-21', perTicket: true })] },
    ['error offered-with-missing products.0.perTicket'],
  ],
  [
    'a least above the most',
    { products: [product({ kind: 'donation', price: { least: 500, most: 100 } })] },
    ['error never-true products.0.price.most'],
  ],
  [
    'a proposal between two steps',
    { products: [product({ kind: 'donation', price: { least: 100, most: 1000, step: 50, proposals: [150, 175] } })] },
    ['error not-to-choose products.0.price.proposals.1'],
  ],
  [
    'a VAT rule that never is',
    { vat: [{ code: 'BE-6', from: '2026-03-01T00:00:00+01:00', until: '2026-02-01T00:00:00+01:00' }] },
    ['error never-true vat.0.until'],
  ],
  [
    'a VAT rule behind another that says the same',
    { vat: [{ code: 'BE-6' }, { code: 'BE-12', from: '2026-03-01T00:00:00+01:00' }] },
    ['warning shadowed vat.1'],
  ],
  ['an exemption without its law', { vat: [{ code: 'BE-EXEMPT-44' }] }, ['warning legal-text-missing vat.0']],
  [
    'a price type for anybody who has a pass',
    { access: [{ priceType: 'lid', uitpas: true, anybody: true }] },
    ['error anybody-and-pass access.0.anybody'],
  ],
  [
    'a price type for nobody',
    { access: [{ priceType: 'lid', age: { from: 65, to: 26 } }] },
    ['error never-true access.0.age'],
  ],
  [
    'names in Dutch and French only',
    { rules: [rule('a', { name: { nl: 'A', fr: 'A' } })] },
    ['warning language-missing rules.0.name', 'warning language-missing rules.0.name'],
  ],
  ['no name at all', { rules: [rule('a', { name: { ...name, nl: ' ' } })] }, ['error name-empty rules.0.name.nl']],
];

describe('checking a price list beyond its shape', () => {
  for (const [what, list, found] of CASES) {
    it(`finds ${what}`, () => assert.deepEqual(check(list), found));
  }

  it('says nothing of a list in which everything fits', () => {
    const list: Partial<WrittenPriceList> = {
      groups: [{ id: 'korting' }, { id: 'kosten' }],
      rules: [
        rule('vroeg', { when: { until: early(30) } }),
        rule('jong', { when: { age: { to: 25 } }, effect: { kind: 'percentage', basisPoints: 5000 } }),
        rule('met-vier', { when: { quantity: { per: 'performance', from: 4 } } }),
        rule('dossier', { group: 'kosten', effect: { kind: 'fee-order', cents: 150 } }),
      ],
      access: [{ priceType: 'vriend', pass: 'vriend' }],
      subscriptions: [formula()],
      passes: [vriend],
      products: [
        product({ kind: 'pass', pass: 'vriend', price: { cents: 3000 } }),
        product({ id: 'glas', vat: 'BE-21' }),
      ],
      vat: [{ code: 'BE-6' }, { code: 'BE-12', selection: { tags: ['film'] } }],
    };
    assert.deepEqual(check(list), []);
  });

  const APART: readonly (readonly [what: string, one: Partial<Rule>, other: Partial<Rule>])[] = [
    [
      'of different periods',
      { when: { until: early(30) } },
      { when: { until: early(20) }, effect: { kind: 'percentage', basisPoints: 500 } },
    ],
    [
      'of which the narrow one gives more',
      {},
      { when: { zones: ['rang-1'] }, effect: { kind: 'percentage', basisPoints: 2000 } },
    ],
    [
      'of which one is for the first two only',
      { when: { quantity: { per: 'order', first: 2 } } },
      { effect: { kind: 'percentage', basisPoints: 500 } },
    ],
    ['a price and a percentage', { effect: { kind: 'price', cents: 1000 } }, { when: { zones: ['rang-1'] } }],
    ['one of our own, one of a partner’s by name', {}, { when: { selection: { performances: ['de-brug.quartet'] } } }],
    ['one of the own centre, one of another', {}, { when: { selection: { centres: ['de-brug'] } } }],
  ];
  for (const [what, one, other] of APART) {
    it(`does not call a rule useless that can still win: two ${what}`, () => {
      assert.deepEqual(check({ rules: [rule('a', one), rule('b', other)] }), []);
    });
  }

  it('tells errors before warnings', () => {
    const found = check({
      groups: [{ id: 'korting' }, { id: 'leeg' }],
      rules: [rule('a', { when: { pass: 'geen' } })],
    });
    assert.deepEqual(
      found.map((line) => line.split(' ')[0]),
      ['error', 'warning'],
    );
  });
});
