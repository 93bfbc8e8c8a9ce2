import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SeatChange, SeatStatus } from '../../../../sdk/contract/seat-status.ts';
import {
  applyChanges,
  PublicSeatState,
  readStatus,
  type SeatsByState,
  writeSeats,
} from '../../../../sdk/model/seat-status/index.ts';
import type { SeatingPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { anyHall, smallHall } from '../scene/any-hall.ts';

const plan = smallHall();
const version = { id: plan.id, version: plan.version };
const statusOf = (seats: SeatStatus['seats'], areas: SeatStatus['areas'] = {}): SeatStatus => ({
  cursor: '1',
  plan: version,
  seats,
  areas,
});
const changeOf = (seats: SeatsByState, cursor = '2'): SeatChange => ({ cursor, plan: version, seats, areas: {} });
const withHouse = (house: number): SeatingPlan => ({
  ...plan,
  seats: plan.seats.map((seat, index) => (index === house ? { ...seat, kind: 'house' } : seat)),
});

describe('what is taken in a hall', () => {
  it('is known by the order of the plan and by id', () => {
    const status = readStatus(plan, statusOf({ held: 'a', sold: 'c2' }));
    assert.deepEqual([...(status?.states ?? [])].slice(0, 4), [PublicSeatState.held, 0, 2, 2]);
    assert.deepEqual(status?.seats, { 'S0-A-1': 'held', 'S0-A-3': 'sold', 'S0-A-4': 'sold' });
  });

  it('has the seats of the house blocked, also when one is given back', () => {
    const house = withHouse(1);
    const status = readStatus(house, statusOf({ sold: 'b' }));
    assert.equal(status?.seats['S0-A-2'], 'sold');
    assert.ok(status);
    assert.equal(applyChanges(house, status, [changeOf({ free: 'b' })])?.seats['S0-A-2'], 'blocked');
  });

  it('goes on with changes in their order, and leaves what was as it was', () => {
    const before = readStatus(plan, statusOf({ held: 'a' }, { STAAN: { free: 3 } }));
    assert.ok(before);
    const after = applyChanges(plan, before, [
      changeOf({ free: 'a', sold: 'b' }),
      { ...changeOf({ held: 'a' }, '3'), areas: { BAR: { free: 1 } } },
    ]);
    assert.deepEqual(after?.seats, { 'S0-A-1': 'held', 'S0-A-2': 'sold' });
    assert.equal(after?.cursor, '3');
    assert.deepEqual(after?.areas, { STAAN: { free: 3 }, BAR: { free: 1 } });
    assert.deepEqual(before.seats, { 'S0-A-1': 'held' });
    assert.equal(applyChanges(plan, before, [changeOf({})])?.areas, before.areas);
  });

  it('ends as if it had been read afresh, after any changes', () => {
    const state = fc.constantFrom('free', 'held', 'sold', 'blocked');
    const polls = fc.array(fc.array(fc.tuple(fc.nat(), state), { maxLength: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(anyHall, polls, (hall, happening) => {
        const own = { id: hall.id, version: hall.version };
        const known = new Map<number, 'free' | 'held' | 'sold' | 'blocked'>();
        const changes = happening.map((poll): SeatChange => {
          const news = new Map(poll.map(([seat, what]) => [seat % hall.seats.length, what]));
          for (const [seat, what] of news) known.set(seat, what);
          return { cursor: '9', plan: own, seats: writeSeats(news), areas: {} };
        });
        const empty = readStatus(hall, { cursor: '1', plan: own, seats: {}, areas: {} });
        assert.ok(empty);
        const taken = [...known].flatMap(([seat, what]) => (what === 'free' ? [] : [[seat, what] as const]));
        const afresh = readStatus(hall, { cursor: '9', plan: own, seats: writeSeats(taken), areas: {} });
        assert.deepEqual(applyChanges(hall, empty, changes)?.states, afresh?.states);
      }),
    );
  });

  it('passes over seats that the plan does not have', () => {
    assert.deepEqual(readStatus(plan, statusOf({ sold: '-5000a3', held: 'm900' }))?.seats, {
      'S0-C-3': 'held',
      'S0-C-4': 'held',
      'S0-C-5': 'held',
    });
  });

  it('is not read from another plan, another version of it, or something else altogether', () => {
    const good = statusOf({ held: 'a' });
    const wrong: readonly unknown[] = [
      { ...good, plan: { ...version, version: 2 } },
      { ...good, plan: { ...version, id: 'elders' } },
      { ...good, plan: undefined },
      { ...good, seats: { held: '?' } },
      { ...good, seats: { held: 3 } },
      { ...good, seats: null },
      { ...good, areas: { STAAN: 3 } },
      { ...good, areas: undefined },
      { ...good, cursor: 1 },
      {},
      [],
      null,
      'status',
      7,
    ];
    const before = readStatus(plan, good);
    assert.ok(before);
    for (const told of wrong) {
      assert.equal(readStatus(plan, told as SeatStatus), undefined, JSON.stringify(told));
      assert.equal(applyChanges(plan, before, [told as SeatChange]), undefined, JSON.stringify(told));
    }
  });

  it('is never read with an exception, whatever came', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (seats, areas) => {
        readStatus(plan, { cursor: '1', plan: version, seats, areas } as SeatStatus);
      }),
    );
  });
});
