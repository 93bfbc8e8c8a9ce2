import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Cart, SubscriptionFormula } from '../../../../sdk/contract/index.ts';
import {
  holdersOf,
  looseLines,
  progressOfNone,
  shareOut,
  withLines,
} from '../../../../sdk/model/subscriptions/holders.ts';
import { chosenOf, holderOf, lineOf, offerOf } from './choosing.ts';

const FORMULA: SubscriptionFormula = {
  id: 'keuze',
  name: { nl: 'Keuze' },
  among: {},
  tiers: [{ from: 2, price: { kind: 'percentage', basisPoints: 1000 } }],
  parts: [
    { name: { nl: 'dans' }, among: { genres: ['dans'] }, from: 1 },
    { name: { nl: 'jazz' }, among: { genres: ['jazz'] }, from: 2 },
  ],
  onReturn: 'reprice',
  rules: 'after',
};

const early = offerOf('vroeg', 0);
const late = offerOf('laat', 24);
const NONE = { cents: 0, currency: 'EUR' } as const;

function cartOf(
  subscriptions: NonNullable<Cart['extras']>['subscriptions'],
  lines = [lineOf(late), lineOf(early)],
): Cart {
  return {
    ...{ id: 'cart', lines, total: NONE, expiresAt: null, secondsLeft: null, extendable: true, order: null },
    extras: {
      choices: { codes: [], subscriptions: [], products: [], birthYears: [], visits: [] },
      ...{ codes: [], products: [], subscriptions, fees: [], saved: NONE, paidByVouchers: NONE },
    },
  };
}

const stateOf = (id: string, formula: string, lines: string[]) => ({
  ...{ id, formula, holder: 'An', lines, complete: true, missing: 0, missingParts: [], next: null },
  saved: { cents: 200, currency: 'EUR' as const },
});

describe('holders', () => {
  it('are those of this formula in the cart, with what they have by start, then those the cart has not heard of', () => {
    const cart = cartOf([
      stateOf('an', 'keuze', [lineOf(late).id, lineOf(early).id, 'gone']),
      stateOf('cis', 'andere', []),
    ]);
    const holders = holdersOf(FORMULA, [early, late], cart, [
      { id: 'an', name: 'old name' },
      { id: 'bo', name: 'Bo' },
    ]);
    assert.deepEqual(
      holders.map(({ id, name, chosen }) => [id, name, chosen.map(({ reference }) => reference)]),
      [
        ['an', 'An', ['vroeg', 'laat']],
        ['bo', 'Bo', []],
      ],
    );
    assert.equal(holders[0]?.saved.cents, 200);
  });

  it('who have nothing lack what the first tier asks, and at least all of its parts', () => {
    assert.equal(progressOfNone(FORMULA).missing, 3);
    assert.equal(progressOfNone({ ...FORMULA, parts: [] }).missing, 2);
  });
});

describe('loose places', () => {
  it('are those of the cart that are in no subscription, of performances that can be chosen', () => {
    const other = offerOf('andere', 48);
    const cart = cartOf([stateOf('an', 'keuze', [lineOf(late).id])], [lineOf(late), lineOf(early), lineOf(other)]);
    assert.deepEqual(
      looseLines([early, late], cart).map(({ performance }) => performance.id),
      ['vroeg'],
    );
    assert.deepEqual(looseLines([early, late], cart, 'laat'), []);
    assert.deepEqual(looseLines([early], null), []);
  });
});

describe('sharing places out', () => {
  it('gives everybody at most one, and no place twice', () => {
    const people = fc.uniqueArray(fc.constantFrom('an', 'bo', 'cis', 'dirk'));
    const seats = fc.uniqueArray(fc.integer({ min: 1, max: 6 }).map((seat) => `P-A-${seat}`));
    fc.assert(
      fc.property(
        people,
        seats,
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 4, maxLength: 4 }),
        (ids, places, before) => {
          const holders = ids.map((id, at) => holderOf([], { id, chosen: [chosenOf(early, `P-A-${before[at]}`)] }));
          const given = shareOut(
            holders,
            places.map((seat) => lineOf(late, seat)),
          );
          assert.equal(given.length, Math.min(ids.length, places.length));
          assert.equal(new Set(given.map(([holder]) => holder)).size, given.length);
          assert.equal(new Set(given.map(([, line]) => line)).size, given.length);
        },
      ),
    );
  });

  it('lets people sit on their own seat again', () => {
    const an = holderOf([], { id: 'an', chosen: [chosenOf(early, 'P-A-2')] });
    const bo = holderOf([], { id: 'bo', chosen: [chosenOf(early, 'P-A-1')] });
    const lines = [lineOf(late, 'P-A-1'), lineOf(late, 'P-A-2')];
    assert.deepEqual(
      new Map(shareOut([an, bo], lines)),
      new Map([
        ['bo', lines[0]?.id],
        ['an', lines[1]?.id],
      ]),
    );
  });
});

describe('what the cart is told', () => {
  it('keeps subscriptions of other formulas and of people it is not about, and adds to what there is', () => {
    const before = [
      { id: 'an', formula: 'keuze', holder: 'An', lines: ['one'] },
      { id: 'cis', formula: 'andere', holder: 'Cis', lines: ['two'] },
      { id: 'dirk', formula: 'keuze', holder: 'Dirk', lines: ['three'] },
    ];
    const holders = [holderOf([], { id: 'an', name: 'Anna' }), holderOf([], { id: 'bo', name: 'Bo' })];
    assert.deepEqual(
      withLines(FORMULA, holders, before, [
        ['an', 'four'],
        ['bo', 'five'],
      ]),
      [
        ...before.slice(1),
        { id: 'an', formula: 'keuze', holder: 'Anna', lines: ['one', 'four'] },
        { id: 'bo', formula: 'keuze', holder: 'Bo', lines: ['five'] },
      ],
    );
  });
});
