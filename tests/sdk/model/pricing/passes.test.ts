import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PricingRequest } from '../../../../sdk/model/pricing/index.ts';
import { centsOf, evening, place, places, price, type Written } from './asked.ts';

const pass = (visits: NonNullable<NonNullable<Written['passes']>[number]['visits']>): Written => ({
  passes: [{ id: 'cubo', name: { nl: 'CUBO' }, price: 1500, vat: 'BE-6', period: { months: 1 }, visits }],
});
const shown = [{ code: 'P', formula: 'cubo', people: 1 }];
const visit = (list: Written, given: Partial<PricingRequest> = {}) =>
  price(list, [place('x', { visit: 'P' })], { passes: shown, ...given }).lines[0];

describe('a visit on a pass', () => {
  it('costs what the pass says, and says why', () => {
    const line = visit(pass({ among: {}, price: 300 }));
    assert.deepEqual(
      [line?.cents, line?.why.map(({ kind, id, amount }) => [kind, id, amount.cents])],
      [
        300,
        [
          ['price', 'adult', 2000],
          ['pass', 'cubo', -1700],
        ],
      ],
    );
    assert.equal(line?.feeCents, 100);
  });

  it('is never dearer than the place', () => {
    assert.equal(visit(pass({ among: {}, price: 9000 }))?.cents, 2000);
  });

  it('is only to what is among its performances, from so many days before', () => {
    assert.equal(visit(pass({ among: { genres: ['dance'] } }))?.cents, 2000);
    assert.equal(visit(pass({ among: {}, daysAhead: 29 }))?.cents, 2000);
    assert.equal(visit(pass({ among: {}, daysAhead: 30 }))?.cents, 0);
  });

  it('needs the pass', () => {
    assert.equal(visit(pass({ among: {} }), { passes: [] })?.cents, 2000);
  });

  it('is of every performance for as many as the pass has people: the dearest places', () => {
    const lines = [
      place('a', { visit: 'P', cents: 1000 }),
      place('b', { visit: 'P' }),
      place('c', { visit: 'P', performance: evening('lear') }),
    ];
    assert.deepEqual(centsOf(price(pass({ among: {} }), lines, { passes: shown })), [1000, 0, 0]);
  });

  it('is touched by no rule', () => {
    const rules: Written['rules'] = [
      { id: 'fee', name: { nl: 'Kosten' }, group: 'fees', effect: { kind: 'fee-ticket', cents: 50 } },
    ];
    assert.equal(visit({ ...pass({ among: {} }), rules })?.cents, 0);
  });

  it('that another centre sells costs what our formula of that name says', () => {
    const bundles = [{ formula: 'cubo', kind: 'pass' as const, size: 1, lines: ['p000'] }];
    assert.deepEqual(centsOf(price(pass({ among: {}, price: 250 }), places(2), { bundles })), [250, 2000]);
  });
});

describe('a code works', () => {
  const access: Written['access'] = [{ priceType: 'friend', pass: 'friend-pass' }];
  const passes = [{ code: 'F', formula: 'friend-pass', people: 1 }];

  it('of a pass, where it opens a price type or a rule in the cart', () => {
    const works = (list: Written, priceType: string) =>
      price(list, [place('x', { priceType })], { passes }).workingCodes;
    assert.deepEqual(works({ access }, 'friend'), ['F']);
    assert.deepEqual(works({ access }, 'adult'), []);
    const rules: Written['rules'] = [
      {
        id: 'friends',
        name: { nl: 'Vrienden' },
        group: 'discounts',
        when: { pass: 'friend-pass' },
        effect: { kind: 'amount', cents: 100 },
      },
    ];
    assert.deepEqual(works({ rules }, 'adult'), ['F']);
  });
});

describe('an amount the buyer chooses', () => {
  it('stays within what can be chosen, in its steps', () => {
    const products: Written['products'] = [
      {
        id: 'gift',
        kind: 'voucher',
        name: { nl: 'Bon' },
        price: { least: 1000, most: 5000, step: 250, proposals: [2500] },
      },
    ];
    const each = (cents?: number) =>
      price({ products }, [], { products: [{ product: 'gift', quantity: 1, ...(cents !== undefined && { cents }) }] })
        .totalCents;
    assert.deepEqual([each(), each(0), each(1249), each(1250), each(99_999)], [2500, 1000, 1000, 1250, 5000]);
  });
});

describe('the tax of a place', () => {
  it('is not ours to say where a partner plays it', () => {
    const performance = evening('buur.x', { owner: 'buur', centre: 'buur' });
    const vat: Written['vat'] = [{ code: 'BE-6' }];
    assert.deepEqual(
      price({ vat }, [place('a'), place('b', { performance, settled: [] })]).lines.map((line) => line.vat),
      ['BE-6', null],
    );
  });
});

describe('of several fees for the order in one group', () => {
  it('the lowest is asked, or the first where the group picks so', () => {
    const rules: Written['rules'] = [400, 250].map((cents) => ({
      id: `fee-${cents}`,
      name: { nl: 'Verzending' },
      group: 'post',
      effect: { kind: 'fee-order', cents },
    }));
    const fee = (pick: 'best' | 'first') =>
      price({ rules, groups: [{ id: 'post', pick }] }, [place('a')]).totalCents - 2000;
    assert.deepEqual([fee('best'), fee('first')], [250, 400]);
  });
});
