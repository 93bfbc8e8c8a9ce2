import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createBoard, type Delta, merge, type PlaceChange } from '../../../../server/features/seating/board.ts';

const areas = new Map([['STAAN', { capacity: 3 }]]);
const held = (until: number): PlaceChange => ({ state: 'held', until });
const sold: PlaceChange = { state: 'sold', until: null };
const free: PlaceChange = { state: 'free', until: null };

describe('a board of what is taken', () => {
  it('shows taken seats only, and of areas how many places are free', () => {
    const board = createBoard({ 'A-1': held(10), 'A-2': sold, 'STAAN#1': sold, 'STAAN#3': held(10) }, areas);
    assert.deepEqual(board.snapshot(), { seats: { 'A-1': 'held', 'A-2': 'sold' }, areas: { STAAN: { free: 1 } } });
  });

  it('tells what is different in the end, not what happened in between', () => {
    const board = createBoard({}, areas);
    const delta = board.apply([{ 'A-1': held(10) }, { 'A-1': free, 'A-2': held(10) }, { 'A-2': sold }]);
    assert.deepEqual(delta, { seats: { 'A-1': 'free', 'A-2': 'sold' }, areas: {} });
  });

  it('says nothing of a hold that only lasts longer, and ends it at the later time', () => {
    const board = createBoard({ 'A-1': held(10) }, areas);
    assert.deepEqual(board.apply([{ 'A-1': held(20) }]).seats, {});
    assert.deepEqual(board.expire(15).seats, {});
    assert.deepEqual(board.expire(20).seats, { 'A-1': 'free' });
  });

  it('frees what is held until now, seats and places of areas alike', () => {
    const board = createBoard({ 'A-1': held(10), 'A-2': held(11), 'STAAN#2': held(9), 'A-3': sold }, areas);
    assert.deepEqual(board.expire(10), { seats: { 'A-1': 'free' }, areas: { STAAN: { free: 3 } } });
  });

  it('gives followers the same picture as a fresh look, whatever happened', () => {
    const place = fc.constantFrom('A-1', 'A-2', 'A-3', 'STAAN#1', 'STAAN#2');
    const change = fc.constantFrom(free, sold, held(5), held(50));
    const happening = fc.array(fc.array(fc.dictionary(place, change), { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(happening, (polls) => {
        const board = createBoard({}, areas);
        let seen: Delta = { seats: {}, areas: { STAAN: { free: 3 } } };
        for (const [now, changes] of polls.entries()) {
          seen = merge(seen, merge(board.apply(changes), board.expire(now)));
        }
        const taken = Object.fromEntries(Object.entries(seen.seats).filter(([, state]) => state !== 'free'));
        assert.deepEqual({ ...seen, seats: taken }, board.snapshot());
      }),
    );
  });
});
