import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { offerUnder } from '../../../../sdk/model/agreement/index.ts';
import { facts, termsOf } from './terms.ts';

const now = new Date('2026-11-01T12:00:00+01:00');
const isOffered = (given: object, performance = facts()) =>
  offerUnder(termsOf(given), performance, { now }) !== undefined;
const HOUR = 3_600_000;

describe('what a partner may sell under an agreement', () => {
  it('is everything when nothing is said', () => {
    const offer = offerUnder(termsOf(), facts(), { now });
    assert.equal(offer?.state, 'on-sale');
    assert.deepEqual(offer?.priceTypes, ['adult', 'under-26']);
    assert.deepEqual([offer?.from, offer?.until], [facts().onSaleAt, facts().startsAt]);
  });

  const selections: readonly [name: string, performances: object, offered: boolean][] = [
    ['named by id', { ids: ['hamlet'] }, true],
    ['another one named', { ids: ['lear'] }, false],
    ['an empty list of ids', { ids: [] }, false],
    ['one of its tags', { tags: ['jeugd', 'avond'] }, true],
    ['none of its tags', { tags: ['jeugd'] }, false],
    ['an empty list of tags', { tags: [] }, false],
    ['from its very start', { from: '2026-12-04T19:00:00Z' }, true],
    ['from a millisecond after its start', { from: '2026-12-04T19:00:00.001Z' }, false],
    ['to its very start', { to: '2026-12-04T19:00:00Z' }, false],
    ['to a millisecond after its start', { to: '2026-12-04T19:00:00.001Z' }, true],
    ['named, but without the tag', { ids: ['hamlet'], tags: ['jeugd'] }, false],
  ];
  for (const [name, performances, offered] of selections) {
    it(`${offered ? 'has' : 'has not'} a performance with ${name}`, () =>
      assert.equal(isOffered({ performances }), offered));
  }

  it('is sold in the price types that are allowed, and not at all without one', () => {
    assert.deepEqual(offerUnder(termsOf({ priceTypes: ['under-26', 'vip'] }), facts(), { now })?.priceTypes, [
      'under-26',
    ]);
    assert.equal(isOffered({ priceTypes: ['vip'] }), false);
    assert.equal(isOffered({}, facts({ priceTypes: [] })), false);
  });

  it('is sold through the channels that are allowed', () => {
    const terms = termsOf({ channels: ['counter'] });
    assert.equal(offerUnder(terms, facts(), { now, channel: 'web' }), undefined);
    assert.equal(offerUnder(terms, facts(), { now, channel: 'counter' })?.state, 'on-sale');
  });

  const windows: readonly [name: string, terms: object, performance: object, from: string, until: string][] = [
    ['later than ours', { sale: { startsAfterHours: 24 } }, {}, '2026-09-02T08:00:00Z', '2026-12-04T19:00:00Z'],
    ['shorter than ours', { sale: { endsBeforeHours: 2 } }, {}, '2026-09-01T08:00:00Z', '2026-12-04T17:00:00Z'],
    [
      'never longer than ours',
      { sale: { endsBeforeHours: 2 } },
      { saleEndsAt: new Date('2026-12-01T00:00:00Z') },
      '2026-09-01T08:00:00Z',
      '2026-12-01T00:00:00Z',
    ],
    [
      'within the time of the agreement',
      { validFrom: '2026-10-01T00:00:00Z', validTo: '2026-11-30T00:00:00Z' },
      {},
      '2026-10-01T00:00:00Z',
      '2026-11-30T00:00:00Z',
    ],
  ];
  for (const [name, terms, performance, from, until] of windows) {
    it(`has a sale ${name}`, () => {
      const offer = offerUnder(termsOf(terms), facts(performance), { now });
      assert.deepEqual([offer?.from, offer?.until], [new Date(from), new Date(until)]);
    });
  }

  it('begins at its first moment and has ended at its last', () => {
    const state = (at: string) => offerUnder(termsOf(), facts(), { now: new Date(at) })?.state;
    assert.equal(state('2026-09-01T07:59:59.999Z'), 'not-yet-on-sale');
    assert.equal(state('2026-09-01T08:00:00Z'), 'on-sale');
    assert.equal(state('2026-12-04T18:59:59.999Z'), 'on-sale');
    assert.equal(state('2026-12-04T19:00:00Z'), 'sale-ended');
    assert.equal(offerUnder(termsOf(), facts({ cancelled: true }), { now })?.state, 'cancelled');
  });

  it('is never on sale when its sale would end before it begins', () => {
    const terms = termsOf({ sale: { startsAfterHours: 24 * 365 } });
    assert.equal(offerUnder(terms, facts(), { now })?.state, 'sale-ended');
  });

  it('is on sale only while the owner itself sells, and no condition makes that longer', () => {
    const hours = fc.integer({ min: 0, max: 24 * 365 });
    const instant = fc.date({ min: new Date('2026-06-01'), max: new Date('2027-06-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        hours,
        hours,
        fc.option(instant),
        fc.option(instant),
        instant,
        (late, early, validFrom, validTo, at) => {
          const terms = termsOf({
            sale: { startsAfterHours: late, endsBeforeHours: early },
            ...(validFrom && { validFrom: validFrom.toISOString() }),
            ...(validTo && { validTo: validTo.toISOString() }),
          });
          const offer = offerUnder(terms, facts(), { now: at });
          if (offer?.state !== 'on-sale') return;
          const { onSaleAt, startsAt } = facts();
          assert.ok(
            at.getTime() >= onSaleAt.getTime() + late * HOUR && at.getTime() < startsAt.getTime() - early * HOUR,
          );
          assert.ok((!validFrom || at >= validFrom) && (!validTo || at < validTo));
        },
      ),
    );
  });
});
