import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SeatState } from '../../../../sdk/model/scene/index.ts';
import { hallAfter } from '../../../../sdk/model/seat-choice/loose-seats.ts';
import type { HallNow } from '../../../../sdk/model/seat-choice/types.ts';
import { checkHold } from '../../../../sdk/model/seat-rules/check-choice.ts';
import {
  afterRelease,
  companionsOf,
  mayChoose,
  wheelchairPlacesOf,
} from '../../../../sdk/model/seat-rules/companions.ts';
import { anyHallNow } from '../seat-choice/any-hall-now.ts';
import { drawnHall, idsOf, seatAt } from '../seat-choice/drawn-hall.ts';

const may = (drawing: string, id: string, wheelchair: 'protected' | 'released' = 'protected') => {
  const hall = drawnHall(drawing, { wheelchair });
  return mayChoose(hall, seatAt(hall, id));
};

const companions = (drawing: string, id: string) => {
  const hall = drawnHall(drawing);
  return idsOf(hall, companionsOf(hall, seatAt(hall, id)));
};

describe('wheelchair places and companion seats', () => {
  it('are for who needs them, until the centre releases them', () => {
    assert.equal(may('.wc', 'A-1-1'), 'yes');
    assert.equal(may('.wc', 'A-1-2'), 'wheelchair');
    assert.equal(may('.wc', 'A-1-3'), 'companion');
    assert.equal(may('.wc', 'A-1-2', 'released'), 'yes');
    assert.equal(may('.wc', 'A-1-3', 'released'), 'yes');
  });

  it('open the companion seat once the wheelchair place is chosen', () => {
    assert.equal(may('.Wc', 'A-1-3'), 'yes');
    assert.equal(may('.Wc|wc', 'A-1-5'), 'companion');
    assert.equal(may('.WC', 'A-1-3'), 'taken');
  });

  it('are taken like any other, and the house keeps its own', () => {
    for (const id of ['A-1-1', 'A-1-2', 'A-1-3', 'A-1-4']) assert.equal(may('xhbH', id, 'released'), 'taken');
  });

  it('belong together in a row before they do behind each other', () => {
    assert.deepEqual(companions('wc..wc', 'A-1-1'), ['A-1-2']);
    assert.deepEqual(companions('cwc', 'A-1-2'), ['A-1-1', 'A-1-3']);
    assert.deepEqual(companions('wcw', 'A-1-1'), ['A-1-2']);
    assert.deepEqual(companions('wcw', 'A-1-3'), ['A-1-2']);
    assert.deepEqual(companions('w.....\nwc....', 'A-1-1'), []);
    assert.deepEqual(companions('w.....\nc.....', 'A-1-1'), ['A-2-1']);
    assert.deepEqual(companions('w.......c', 'A-1-1'), ['A-1-9'], 'a place far away is better than none');
  });

  it('leave a companion seat to anybody where the plan has no wheelchair place', () => {
    assert.equal(may('c..', 'A-1-1'), 'yes');
  });

  it('go back together', () => {
    const hall = drawnHall('CWC|WC');
    const released = (...ids: string[]) =>
      idsOf(
        hall,
        afterRelease(
          hall,
          ids.map((id) => seatAt(hall, id)),
        ),
      );
    assert.deepEqual(released('A-1-2'), ['A-1-1', 'A-1-3']);
    assert.deepEqual(released('A-1-2', 'A-1-1'), ['A-1-3']);
    assert.deepEqual(released('A-1-4'), ['A-1-5']);
    assert.deepEqual(released('A-1-1'), []);
    const shared = drawnHall('WCW');
    assert.deepEqual(afterRelease(shared, [seatAt(shared, 'A-1-1')]), [], 'the other place is still there');
    const open = drawnHall('WC', { wheelchair: 'released' });
    assert.deepEqual(afterRelease(open, [seatAt(open, 'A-1-1')]), []);
  });
});

/** What may happen to a cart: seats asked for, some said to be for somebody in a wheelchair; given back; lost. */
const anyStep = fc.record({
  does: fc.constantFrom('ask', 'ask', 'give back', 'lose'),
  seats: fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 3 }),
  declared: fc.boolean(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

/** The cart after a step, by the rules; or by careless ones that let companion seats stay. */
function take(hall: HallNow, { does, seats, declared }: Step, careless = false): HallNow {
  const known = seats.filter((seat) => seat < hall.scene.count);
  if (does === 'ask') {
    const free = known.every((seat) => hall.states[seat] === SeatState.free);
    return free && !checkHold(hall, known, new Set(declared ? known : [])) ? hallAfter(hall, known) : hall;
  }
  const own = known.filter((seat) => hall.states[seat] === SeatState.mine);
  const after = hallAfter(hall, [], careless ? own : [...own, ...afterRelease(hall, own)]);
  if (does === 'lose') for (const seat of own) after.states[seat] = SeatState.sold;
  return after;
}

function isProtected(hall: HallNow, declared: ReadonlySet<number>): boolean {
  return [...hall.states.keys()].every((seat) => {
    if (hall.states[seat] !== SeatState.mine || hall.rules.wheelchair === 'released') return true;
    const kind = hall.scene.plan.seats[seat]?.kind;
    if (kind === 'wheelchair') return declared.has(seat);
    const places = wheelchairPlacesOf(hall, seat);
    return kind !== 'companion' || places.length === 0 || places.some((place) => hall.states[place] === SeatState.mine);
  });
}

const isAlwaysProtected = (careless: boolean) =>
  fc.property(
    anyHallNow({ seats: 24, kinds: ['wheelchair', 'companion', 'wheelchair', 'companion', 'wheelchair', 'companion'] }),
    fc.array(anyStep, { minLength: 1, maxLength: 30 }),
    (start, steps) => {
      let hall = start;
      const declared = new Set<number>();
      for (const step of steps) {
        hall = take(hall, step, careless);
        if (step.declared && step.does === 'ask') for (const seat of step.seats) declared.add(seat);
        if (!isProtected(hall, declared)) return false;
      }
      return true;
    },
  );

describe('the protection of wheelchair places', () => {
  it('holds whatever is asked for, given back and lost, in any order', () => {
    fc.assert(isAlwaysProtected(false), { numRuns: 500 });
  });

  it('would be broken if companion seats did not go back with their wheelchair place', () => {
    assert.ok(fc.check(isAlwaysProtected(true), { numRuns: 2000, seed: 1 }).failed);
  });
});
