import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conditions } from '../../../../sdk/contract/prices/conditions.ts';
import {
  isAmong,
  type LineToPrice,
  type PricedPerformance,
  type PricingRequest,
} from '../../../../sdk/model/pricing/index.ts';
import { centsOf, evening, NOW, place, places, price, type Written } from './asked.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Which places are at half their price by a rule with these conditions. */
function meant(when: Conditions, lines: readonly LineToPrice[], given: Partial<PricingRequest> = {}): boolean[] {
  const rules: Written['rules'] = [
    { id: 'half', name: { nl: 'Half' }, group: 'discounts', when, effect: { kind: 'percentage', basisPoints: 5000 } },
  ];
  return centsOf(price({ rules }, lines, given)).map((cents) => cents === 1000);
}
const isMeant = (when: Conditions, line: Partial<LineToPrice> = {}, given: Partial<PricingRequest> = {}) =>
  meant(when, [place('x', line)], given)[0];

describe('a rule is true of a place', () => {
  it('through the counters it names, a partner’s being one', () => {
    assert.equal(isMeant({ channels: ['web', 'kiosk'] }), true);
    assert.equal(isMeant({ channels: ['counter'] }), false);
    assert.equal(isMeant({ channels: ['partner'] }, {}, { channel: 'partner' }), true);
  });

  it('from one moment until another, also counted from the start or the beginning of the sale', () => {
    // The evening starts in 30 days and is on sale for 60.
    const table: readonly (readonly [Conditions, boolean])[] = [
      [{ from: { at: new Date(NOW).toISOString() } }, true],
      [{ from: { at: new Date(NOW + 1).toISOString() } }, false],
      [{ until: { at: new Date(NOW).toISOString() } }, false],
      [{ until: { at: new Date(NOW + 1).toISOString() } }, true],
      [{ from: { daysBeforeStart: 30 } }, true],
      [{ from: { daysBeforeStart: 29 } }, false],
      [{ until: { daysBeforeStart: 29 } }, true],
      [{ until: { daysBeforeStart: 30 } }, false],
      [{ from: { daysAfterOnSale: 60 } }, true],
      [{ until: { daysAfterOnSale: 14 } }, false],
      [{ from: { daysAfterOnSale: 59 }, until: { daysAfterOnSale: 61 } }, true],
    ];
    for (const [when, expected] of table) assert.equal(isMeant(when), expected, JSON.stringify(when));
  });

  it('in the zones and of the price types it names', () => {
    assert.deepEqual([isMeant({ zones: ['one'] }), isMeant({ zones: ['two'] })], [true, false]);
    assert.deepEqual([isMeant({ priceTypes: ['adult'] }), isMeant({ priceTypes: ['young'] })], [true, false]);
  });

  it('of an age in the year of the performance, if the birth year was told', () => {
    const age = { from: 18, to: 25 };
    assert.equal(isMeant({ age }), false);
    const born = [2000, 2001, 2008, 2009].map((birthYear) => isMeant({ age }, { birthYear }));
    assert.deepEqual(born, [false, true, true, false]);
    const next = evening('next', { startsAt: NOW + 120 * DAY });
    assert.equal(isMeant({ age }, { birthYear: 2009, performance: next }), true);
  });

  it('at least and at most so many', () => {
    const at = (quantity: Conditions['quantity'], count: number) => meant({ quantity }, places(count)).every(Boolean);
    assert.deepEqual(
      [2, 3].map((count) => at({ per: 'order', from: 3 }, count)),
      [false, true],
    );
    assert.deepEqual(
      [3, 4].map((count) => at({ per: 'order', to: 3 }, count)),
      [true, false],
    );
    // The others are counted by the other conditions first.
    const mixed = [place('a'), place('b'), place('c', { zone: 'two' })];
    assert.deepEqual(meant({ zones: ['one'], quantity: { per: 'order', to: 2 } }, mixed), [true, true, false]);
  });

  it('when it is part of a complete subscription, and of no other place', () => {
    const shows = places(3).map((line, index) => ({ ...line, performance: evening(`s${index}`) }));
    const rules: Written['rules'] = [
      {
        id: 'more',
        name: { nl: 'Meer' },
        group: 'discounts',
        when: { subscription: 'three' },
        effect: { kind: 'amount', cents: 100 },
      },
    ];
    const formula = {
      id: 'three',
      name: { nl: 'Drie' },
      tiers: [{ from: 3, price: { kind: 'amount' as const, cents: 500 } }],
    };
    const chosen = { id: 's', formula: 'three', holder: '' };
    const of = (lines: readonly string[]) =>
      centsOf(
        price({ rules, subscriptions: [formula] }, [...shows, place('z')], {
          subscriptions: [{ ...chosen, lines: [...lines] }],
        }),
      );
    assert.deepEqual(of(['p000', 'p001', 'p002']), [1400, 1400, 1400, 2000]);
    assert.deepEqual(of(['p000', 'p001']), [2000, 2000, 2000, 2000]);
  });

  it('on a pass for as many people as the pass has, however often it is shown', () => {
    const passes = [
      { code: 'P', formula: 'friend', people: 1 },
      { code: 'P', formula: 'friend', people: 1 },
    ];
    assert.deepEqual(meant({ pass: 'friend' }, places(2), { passes }), [true, false]);
  });
});

describe('a selection', () => {
  const own = evening('own', { genre: 'dance', tags: ['new', 'family'] });
  const theirs: PricedPerformance = { ...own, id: 'buur.own', owner: 'buur', centre: 'buur' };

  it('means all own performances when it says nothing', () => {
    assert.deepEqual([isAmong({}, own), isAmong({}, theirs)], [true, false]);
  });

  it('means those of which everything it says is true', () => {
    assert.equal(isAmong({ genres: ['dance'], tags: ['jazz', 'new'] }, own), true);
    assert.equal(isAmong({ genres: ['music'], tags: ['new'] }, own), false);
    assert.equal(isAmong({ tags: ['jazz'] }, own), false);
    assert.equal(isAmong({ notTags: ['family'] }, own), false);
    assert.equal(isAmong({ notTags: ['jazz'] }, own), true);
  });

  it('means partners’ where it names the centre or the performance', () => {
    const asks = [{ centres: ['buur'] }, { centres: ['de-lantaarn', 'buur'] }, { performances: ['buur.own'] }];
    assert.deepEqual(
      asks.map((selection) => [isAmong(selection, own), isAmong(selection, theirs)]),
      [
        [false, true],
        [true, true],
        [false, true],
      ],
    );
  });

  it('finds its way in a long list as in a short one', () => {
    const performances = Array.from({ length: 300 }, (_, index) => `show-${index}`);
    assert.equal(isAmong({ performances }, evening('show-299')), true);
    assert.equal(isAmong({ performances }, evening('show-300')), false);
  });
});
