import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Line } from '../../../sdk/contract/index.ts';
import { byCentre, byPerformance, feesOf, holdRequestsFor, totalOf } from '../../../sdk/model/lines.ts';

let count = 0;

function line(performance: string, startsAt: string, place: Partial<Line['place']>, priceType = 'volwassene'): Line {
  count += 1;
  return {
    id: `line-${count}`,
    performance: { id: performance, title: { nl: performance }, startsAt, hall: { id: 'zaal', name: { nl: 'Zaal' } } },
    place: { id: `P-A-${count}`, kind: 'standard', section: { nl: 'Parterre' }, zone: 'rang-1', ...place },
    priceType,
    price: { cents: 2200, currency: 'EUR' },
    fee: { cents: 100, currency: 'EUR' },
  };
}

// The same evening in two notations: what counts is the instant, not how it is written.
const LATE = '2026-12-04T20:00:00+01:00';
const EARLY = '2026-12-04T18:30:00Z';

describe('lines of a cart or order', () => {
  it('are grouped by the centre that plays, the selling one’s own first', () => {
    const owner = { id: 'de-brug', name: 'De Brug', website: 'https://debrug.example' };
    const partners = (performance: string, startsAt: string) => {
      const made = line(performance, startsAt, {});
      return { ...made, performance: { ...made.performance, owner } };
    };
    const groups = byCentre([partners('brug-1', EARLY), line('laat', LATE, {}), partners('brug-2', LATE)]);
    assert.deepEqual(
      groups.map((group) => [group.owner, group.performances.map(({ performance }) => performance.id)]),
      [
        [null, ['laat']],
        [owner, Date.parse(EARLY) < Date.parse(LATE) ? ['brug-1', 'brug-2'] : ['brug-2', 'brug-1']],
      ],
    );
    assert.deepEqual(byCentre([]), []);
  });

  it('cost together what each of them costs', () => {
    assert.deepEqual(totalOf([line('a', LATE, {}), line('b', LATE, {})]), { cents: 4400, currency: 'EUR' });
    assert.equal(totalOf([]), null);
  });

  it('are grouped by performance, the earliest first, in their own order', () => {
    const lines = [line('laat', LATE, {}), line('vroeg', EARLY, {}), line('laat', LATE, {})];
    const groups = byPerformance(lines);
    assert.deepEqual(
      groups.map((group) => group.performance.id),
      ['vroeg', 'laat'],
    );
    assert.deepEqual(groups[1]?.lines, [lines[0], lines[2]]);
  });

  it('add up their service cost, and have none when there are none', () => {
    assert.deepEqual(feesOf([line('a', LATE, {}), line('a', LATE, {})]), { cents: 200, currency: 'EUR' });
    assert.equal(feesOf([]), null);
  });

  it('can be held again: seats by name, areas by count, a request a performance', () => {
    const lines = [
      line('laat', LATE, { id: 'P-B-5' }),
      line('laat', LATE, { id: 'STAAN', kind: 'area' }, 'onder-26'),
      line('laat', LATE, { id: 'STAAN', kind: 'area' }, 'onder-26'),
      line('laat', LATE, { id: 'STAAN', kind: 'area' }),
      line('vroeg', EARLY, { id: 'B-A-4' }, 'onder-26'),
    ];
    assert.deepEqual(holdRequestsFor(lines), [
      { performance: 'vroeg', seats: [{ seat: 'B-A-4', priceType: 'onder-26' }] },
      {
        performance: 'laat',
        seats: [{ seat: 'P-B-5', priceType: 'volwassene' }],
        areas: [
          { area: 'STAAN', quantity: 2, priceType: 'onder-26' },
          { area: 'STAAN', quantity: 1, priceType: 'volwassene' },
        ],
      },
    ]);
  });

  it('are asked for again as they were: a wheelchair place for who comes in one', () => {
    const lines = [line('laat', LATE, { id: 'P-E-1', kind: 'wheelchair' }), line('laat', LATE, { id: 'P-E-2' })];
    assert.deepEqual(holdRequestsFor(lines)[0]?.seats, [
      { seat: 'P-E-1', priceType: 'volwassene', wheelchairUser: true },
      { seat: 'P-E-2', priceType: 'volwassene' },
    ]);
  });
});
