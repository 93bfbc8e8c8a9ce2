import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { priceListSchema, type WrittenPriceList } from '../../../../sdk/contract/prices/price-list.ts';
import { checkPriceList } from '../../../../sdk/model/pricing/check-list.ts';
import { importInto } from '../../../../sdk/model/pricing/import-list.ts';
import { tariffs } from '../../../harness/tariffs/examples.ts';

const name = { nl: 'Naam' };
const pass = { id: 'vriend', name, price: 3000, vat: 'BE-6' as const, period: { months: 12 } };
const other: WrittenPriceList = {
  version: 1,
  groups: [{ id: 'korting' }, { id: 'actie', pick: 'first' }],
  rules: [
    { id: 'met-pas', name, group: 'actie', when: { pass: 'vriend' }, effect: { kind: 'amount', cents: 300 } },
    { id: 'abonnee', name, group: 'korting', when: { subscription: 'keuze' }, effect: { kind: 'amount', cents: 100 } },
  ],
  access: [{ priceType: 'lid', pass: 'vriend' }],
  subscriptions: [
    {
      id: 'keuze',
      name,
      among: { tags: ['reeks'] },
      tiers: [{ from: 5, price: { kind: 'percentage', basisPoints: 1000 } }],
    },
  ],
  passes: [pass],
  products: [{ id: 'pas', kind: 'pass', pass: 'vriend', name, price: { cents: 3000 } }],
};
const empty: WrittenPriceList = { version: 1 };

const errorsOf = (list: WrittenPriceList) =>
  checkPriceList(priceListSchema.parse(list)).filter(({ level }) => level === 'error');

describe('copying another centre’s formula', () => {
  it('brings the group and the pass that a rule needs', () => {
    const { list, steps } = importInto(empty, other, ['met-pas']);
    assert.deepEqual(list.groups, [{ id: 'actie', pick: 'first' }]);
    assert.deepEqual(
      steps.map(({ done, id }) => `${done} ${id}`),
      ['group-made actie', 'copied met-pas', 'brought vriend'],
    );
    assert.deepEqual(errorsOf(list), []);
  });

  it('brings the subscription that a rule asks for', () => {
    const { list } = importInto(empty, other, ['abonnee']);
    assert.deepEqual(
      list.subscriptions?.map(({ id }) => id),
      ['keuze'],
    );
  });

  it('puts a rule in the own group of that name', () => {
    const mine: WrittenPriceList = { version: 1, groups: [{ id: 'actie', pick: 'best' }] };
    assert.deepEqual(importInto(mine, other, ['met-pas']).list.groups, mine.groups);
  });

  it('gives what clashes another name, also where it is named', () => {
    const mine: WrittenPriceList = { version: 1, passes: [{ ...pass, price: 2000 }] };
    const { list, steps } = importInto(mine, other, ['pas', 'lid', 'met-pas']);
    assert.deepEqual(
      list.passes?.map(({ id, price }) => [id, price]),
      [
        ['vriend', 2000],
        ['vriend-2', 3000],
      ],
    );
    assert.equal(list.products?.[0]?.pass, 'vriend-2');
    assert.equal(list.access?.[0]?.pass, 'vriend-2');
    assert.equal(list.rules?.[0]?.when?.pass, 'vriend-2');
    assert.deepEqual(
      steps.find(({ kind }) => kind === 'passes'),
      { done: 'brought', kind: 'passes', id: 'vriend-2', was: 'vriend' },
    );
    assert.deepEqual(errorsOf(list), []);
  });

  it('copies nothing twice, whatever order its keys are written in', () => {
    const turned = Object.fromEntries(Object.entries(pass).toReversed()) as typeof pass;
    const { list, steps } = importInto({ version: 1, passes: [turned] }, other, ['vriend']);
    assert.equal(list.passes?.length, 1);
    assert.equal(steps[0]?.done, 'same-already');
  });

  it('changes nothing the second time, also after a clash', () => {
    const mine: WrittenPriceList = { version: 1, passes: [{ ...pass, price: 2000 }] };
    const once = importInto(mine, other, ['pas']).list;
    assert.deepEqual(importInto(once, other, ['pas']).list, once);
  });

  it('says whose tags and zones it goes by', () => {
    assert.deepEqual(importInto(empty, other, ['keuze']).names, [{ id: 'keuze', names: { tags: ['reeks'] } }]);
  });

  it('says what is not there', () => {
    assert.deepEqual(importInto(empty, other, ['keuze', 'niets']).missing, ['niets']);
  });

  it('changes neither list', () => {
    const before = JSON.stringify([empty, other]);
    importInto(empty, other, ['met-pas', 'pas', 'keuze']);
    assert.equal(JSON.stringify([empty, other]), before);
  });

  for (const { id, list } of tariffs()) {
    it(`copies all of ${id} into an empty list, which is then a good one`, () => {
      const ids = [...list.rules, ...list.subscriptions, ...list.passes, ...list.products].map((entry) => entry.id);
      assert.deepEqual(errorsOf(importInto(empty, list, ids).list), []);
    });
  }
});
