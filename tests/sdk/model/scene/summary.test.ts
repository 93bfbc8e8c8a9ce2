import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Price } from '../../../../sdk/contract/performance.ts';
import { createScene } from '../../../../sdk/model/scene/scene.ts';
import { changedSeats, readStates, SeatState } from '../../../../sdk/model/scene/states.ts';
import { summarise, summariseChange, zonePrices } from '../../../../sdk/model/scene/summary.ts';
import { anyHall, smallHall } from './any-hall.ts';

const price = (zone: string, priceType: string, cents: number): Price => ({
  zone,
  priceType,
  price: { cents, currency: 'EUR' },
  fee: { cents: 0, currency: 'EUR' },
});
const PRICES = [
  price('rang-1', 'onder-26', 1100),
  price('rang-1', 'volwassene', 2200),
  price('rang-2', 'volwassene', 1600),
];

describe('what zones cost', () => {
  it('runs from the lowest price type to the highest, with what most people pay', () => {
    assert.deepEqual(zonePrices(PRICES, 'volwassene').get('rang-1'), { from: 1100, to: 2200, usual: 2200 });
  });

  it('takes the first price listed for the usual one when nobody says which it is', () => {
    assert.equal(zonePrices(PRICES).get('rang-1')?.usual, 1100);
  });
});

describe('what is left', () => {
  it('adds up: rows to sections, sections to the hall', () => {
    fc.assert(
      fc.property(anyHall, fc.nat(), (plan, seed) => {
        const scene = createScene(plan);
        const taken = plan.seats.filter((_, index) => (index * 7919 + seed) % 3 === 0);
        const seats = Object.fromEntries(taken.map(({ id }) => [id, 'sold' as const]));
        const summary = summarise(scene, readStates(scene, { status: { seats } }), zonePrices(PRICES));
        assert.equal(summary.free, plan.seats.length - taken.length);
        plan.sections.forEach(({ rows }, index) => {
          const rowsFree = rows.reduce((total, row) => total + (summary.rows[row]?.free ?? 0), 0);
          assert.equal(summary.sections[index]?.free, rowsFree);
        });
      }),
    );
  });

  it('names the price of what can still be had, and none where nothing can', () => {
    const scene = createScene(smallHall());
    const first = scene.plan.rows[0]?.seats.map((seat) => scene.plan.seats[seat]?.id ?? '') ?? [];
    const seats = Object.fromEntries(first.map((id) => [id, 'sold' as const]));
    const { rows } = summarise(scene, readStates(scene, { status: { seats } }), zonePrices(PRICES));
    assert.deepEqual(rows[0], { free: 0, capacity: 5, price: null, zone: 0 });
    assert.deepEqual(rows[1], { free: 5, capacity: 5, price: { from: 1100, to: 2200 }, zone: 0 });
  });

  it('goes on from what was left before as if it were counted again, after any changes', () => {
    const changes = fc.array(fc.array(fc.tuple(fc.nat(), fc.nat({ max: 5 })), { maxLength: 30 }), { maxLength: 6 });
    fc.assert(
      fc.property(anyHall, changes, (plan, steps) => {
        const scene = createScene(plan);
        const prices = zonePrices(PRICES);
        let before = readStates(scene, { status: { seats: {} } });
        let summary = summarise(scene, before, prices);
        for (const step of steps) {
          const after = before.slice();
          for (const [seat, state] of step) after[seat % scene.count] = state;
          summary = summariseChange(scene, summary, { changed: changedSeats(before, after), before, after }, prices);
          assert.deepEqual(summary, summarise(scene, after, prices));
          before = after;
        }
      }),
    );
  });

  it('keeps the rows and sections in which nothing changed as they were', () => {
    const scene = createScene(smallHall());
    const prices = zonePrices(PRICES);
    const free = readStates(scene, { status: { seats: {} } });
    const held = Uint8Array.from(free, (state, seat) => (seat === 0 ? SeatState.held : state));
    const sold = Uint8Array.from(free, (state, seat) => (seat === 0 ? SeatState.sold : state));
    const first = summarise(scene, free, prices);
    const second = summariseChange(scene, first, { changed: [0], before: free, after: held }, prices);
    assert.deepEqual([first.rows[0]?.free, second.rows[0]?.free], [5, 4]);
    assert.equal(second.rows[1], first.rows[1]);
    assert.equal(summariseChange(scene, second, { changed: [0], before: held, after: sold }, prices), second);
  });
});
