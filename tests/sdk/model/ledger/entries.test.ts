import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entriesForReturn, entriesForSale, owedForAll } from '../../../../sdk/model/ledger/index.ts';
import { termsOf } from '../agreement/terms.ts';

const counter = (prefix: string) => {
  let next = 0;
  return () => `${prefix}-${++next}`;
};
const line = (id: string, cents: number, performance = 'hamlet') => ({
  id,
  performance: {
    id: performance,
    title: { nl: 'Hamlet' },
    startsAt: '2026-12-04T20:00:00+01:00',
    hall: { id: 'zaal', name: { nl: 'Zaal' } },
  },
  place: { id: `P-${id}`, kind: 'standard' as const, section: { nl: 'Parterre' }, zone: 'one' },
  price: { cents, currency: 'EUR' as const },
});
const occasion = {
  agreement: 'agreement',
  reservation: 'reservation',
  at: new Date('2026-11-20T19:00:00Z'),
  vatOf: (performance: string) => (performance === 'lezing' ? ('BE-EXEMPT-44' as const) : ('BE-6' as const)),
};
const terms = termsOf({ commission: { basisPoints: 750, centsPerTicket: 20 }, adminCentsPerTicket: 35 });
const brief = ({ kind, amount, vat, line: of }: ReturnType<typeof entriesForSale>[number]) => [
  of,
  kind,
  amount.cents,
  vat,
];

describe('the entries of a sale', () => {
  it('are of each line its price, what the seller keeps and what its work costs', () => {
    const entries = entriesForSale(terms, [line('a', 2400), line('b', 1000, 'lezing')], {
      ...occasion,
      ids: counter('id'),
    });
    assert.deepEqual(entries.map(brief), [
      ['a', 'sale', 2400, 'BE-6'],
      ['a', 'commission', -200, 'BE-21'],
      ['a', 'admin', -35, 'BE-21'],
      ['b', 'sale', 1000, 'BE-EXEMPT-44'],
      ['b', 'commission', -95, 'BE-21'],
      ['b', 'admin', -35, 'BE-21'],
    ]);
    assert.equal(new Set(entries.map(({ id }) => id)).size, 6);
    assert.deepEqual([...new Set(entries.map(({ at }) => at))], ['2026-11-20T19:00:00.000Z']);
  });

  it('are the price alone where nothing else was agreed, even when it is nothing', () => {
    const free = termsOf({ commission: { basisPoints: 1000, centsPerTicket: 0 } });
    const entries = entriesForSale(free, [line('a', 0)], { ...occasion, ids: counter('id') });
    assert.deepEqual(entries.map(brief), [['a', 'sale', 0, 'BE-6']]);
  });

  it('are of a visit on a pass what is owed for it, which nobody shares', () => {
    const visit = { ...line('a', 0), owed: { cents: 700, currency: 'EUR' as const } };
    const dearer = { ...line('b', 500), owed: { cents: 300, currency: 'EUR' as const } };
    const entries = entriesForSale(terms, [visit, dearer, line('c', 2400)], { ...occasion, ids: counter('id') });
    assert.deepEqual(entries.map(brief), [
      ['a', 'sale', 700, 'BE-6'],
      ['b', 'sale', 300, 'BE-6'],
      ['c', 'sale', 2400, 'BE-6'],
      ['c', 'commission', -200, 'BE-21'],
      ['c', 'admin', -35, 'BE-21'],
    ]);
    assert.equal(owedForAll([visit, dearer, line('c', 2400)]).cents, 3400);
  });
});

describe('the entries of a return', () => {
  const sale = entriesForSale(terms, [line('a', 2400), line('b', 0)], { ...occasion, ids: counter('id') });
  const later = { at: new Date('2026-12-01T08:00:00Z'), ids: counter('back') };
  const back = entriesForReturn(sale, later);

  it('undo each entry of the sale by one of the same line and VAT code', () => {
    assert.deepEqual(back.map(brief), [
      ['a', 'refund', -2400, 'BE-6'],
      ['a', 'commission-refund', 200, 'BE-21'],
      ['a', 'admin-refund', 35, 'BE-21'],
      ['b', 'refund', 0, 'BE-6'],
      ['b', 'admin-refund', 35, 'BE-21'],
    ]);
    assert.ok(back.every(({ at, id }) => at === '2026-12-01T08:00:00.000Z' && id.startsWith('back-')));
    assert.ok(back.every(({ amount }) => !Object.is(amount.cents, -0)));
  });

  it('are none for what was undone already', () => {
    assert.deepEqual(entriesForReturn([...sale, ...back], later), []);
    const rest = entriesForReturn([...sale, ...back.filter(({ line: of }) => of === 'a')], later);
    assert.deepEqual([...new Set(rest.map(({ line: of }) => of))], ['b']);
  });
});
