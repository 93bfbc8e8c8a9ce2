import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bestBy, bestSeats, bestSeatsList } from '../../../../sdk/model/best-seats/best-seats.ts';
import { qualities } from '../../../../sdk/model/best-seats/quality.ts';
import { isAtAisle } from '../../../../sdk/model/best-seats/score.ts';
import { SeatState } from '../../../../sdk/model/scene/index.ts';
import { isOrdinary } from '../../../../sdk/model/seat-choice/loose-seats.ts';
import type { HallNow, SeatWish } from '../../../../sdk/model/seat-choice/types.ts';
import { checkHold } from '../../../../sdk/model/seat-rules/check-choice.ts';
import { companionsOf } from '../../../../sdk/model/seat-rules/companions.ts';
import { anyHallNow } from '../seat-choice/any-hall-now.ts';
import { drawnHall, idsOf, seatAt } from '../seat-choice/drawn-hall.ts';
import { bestOfAll, compare, isAllowed, scoreOf } from './every-choice.ts';

const price = (cents: number) => ({ from: cents, to: cents, usual: cents });
const PRICES: SeatWish['prices'] = new Map([
  ['rang-1', price(3000)],
  ['rang-2', price(2000)],
  ['rang-3', price(1000)],
]);

const anyWish = fc.record(
  {
    places: fc.integer({ min: 1, max: 4 }),
    prices: fc.constant(PRICES),
    upTo: fc.constantFrom(1000, 2000, 3000),
    aisle: fc.boolean(),
    section: fc.integer({ min: 0, max: 2 }),
    restrictedView: fc.boolean(),
    not: fc.uniqueArray(fc.nat(13)).map((seats) => new Set(seats)),
  },
  { requiredKeys: ['places', 'prices'] },
) as fc.Arbitrary<SeatWish>;

const KINDS = ['wheelchair', 'companion', 'restricted-view', 'restricted-view'] as const;
const smallHall = anyHallNow({ seats: 14, kinds: KINDS });
const largerHall = anyHallNow({ seats: 80, kinds: KINDS, mine: true });

function suggested(hall: HallNow, wish: Partial<SeatWish>): string[] | null {
  const suggestion = bestSeats(hall, { places: 2, prices: new Map(), ...wish });
  return suggestion && idsOf(hall, suggestion.seats);
}

describe('best available', () => {
  it('is never worse than the best of all choices there are', () => {
    fc.assert(
      fc.property(smallHall, anyWish, (hall, wish) => {
        const worth = qualities(hall.scene);
        const best = bestOfAll(hall, wish, worth);
        const found = bestSeats(hall, wish);
        assert.equal(found === null, best === null);
        if (found && best) {
          const score = scoreOf(hall, wish, found.seats, worth);
          assert.ok(compare(score, best) >= 0, `${idsOf(hall, found.seats)}: ${score}, but there is ${best}`);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives free seats that fit the wish and break no rule, in walking order, and the same every time', () => {
    fc.assert(
      fc.property(largerHall, anyWish, fc.integer({ min: 1, max: 9 }), (hall, wish, places) => {
        const found = bestSeats(hall, { ...wish, places });
        if (!found) return;
        const { plan, zone, row } = hall.scene;
        assert.equal(new Set(found.seats).size, places);
        for (const seat of found.seats) {
          assert.equal(hall.states[seat], SeatState.free);
          assert.ok(isOrdinary(hall, seat) && !wish.not?.has(seat));
          assert.ok((PRICES.get(plan.zones[zone[seat] ?? 0]?.id ?? '')?.usual ?? 0) <= (wish.upTo ?? Infinity));
          assert.ok(wish.section === undefined || plan.rows[row[seat] ?? 0]?.section === wish.section);
        }
        assert.ok(!wish.aisle || isAtAisle(hall.scene, found.seats));
        assert.ok(isAllowed(hall, found.seats));
        assert.ok(found.quality > 0 && found.quality <= 1 + 1e-9);
        assert.deepEqual(bestSeats(hall, { ...wish, places }), found);
      }),
      { numRuns: 300 },
    );
  });

  it('would strand seats without the rule', () => {
    const { failed } = fc.check(
      fc.property(largerHall, fc.integer({ min: 1, max: 4 }), (hall, places) => {
        const careless = { ...hall, rules: { ...hall.rules, singleSeat: 'off' } } as const;
        const seats = bestBy(careless, { places, prices: PRICES }, qualities(hall.scene));
        return seats === null || isAllowed(hall, seats);
      }),
      { numRuns: 500, seed: 1 },
    );
    assert.ok(failed);
  });

  it('prefers the middle, a third of the way back', () => {
    const hall = drawnHall(Array(7).fill('.........').join('\n'));
    assert.deepEqual(suggested(hall, { places: 1 }), ['A-3-5']);
    assert.deepEqual(suggested(hall, { places: 3 }), ['A-3-4', 'A-3-5', 'A-3-6']);
  });

  it('keeps a family side by side before it looks at anything else', () => {
    assert.deepEqual(suggested(drawnHall('..xx..\n..xx..\n......'), { places: 4 }), [
      'A-3-1',
      'A-3-2',
      'A-3-3',
      'A-3-4',
    ]);
  });

  it('puts it in rows behind each other when no row has room', () => {
    const hall = drawnHall('xx..xx..\n..xxxx..\n......xx');
    const found = bestSeats(hall, { places: 8, prices: new Map() });
    assert.equal(found?.together, 'apart');
    const rows = bestSeats(drawnHall('xx...x\nxx...x\n...xxx'), { places: 6, prices: new Map() });
    assert.equal(rows?.together, 'rows');
    assert.deepEqual(idsOf(drawnHall('xx...x\nxx...x\n...xxx'), rows?.seats ?? []), [
      'A-1-3',
      'A-1-4',
      'A-1-5',
      'A-2-3',
      'A-2-4',
      'A-2-5',
    ]);
  });

  it('puts the groups straight behind each other where the seats are equally good', () => {
    const hall = drawnHall('xx..x..\nx..xx..');
    const equal = new Float64Array(hall.scene.count).fill(1);
    const seats = bestBy(hall, { places: 4, prices: new Map() }, equal);
    assert.deepEqual(idsOf(hall, seats ?? []), ['A-1-6', 'A-1-7', 'A-2-6', 'A-2-7']);
  });

  it('gives a restricted view only when nothing else is left, or to who does not mind', () => {
    const hall = drawnHall('rrrr\n..xx\nxx..');
    assert.deepEqual(suggested(hall, { places: 2 }), ['A-2-1', 'A-2-2']);
    assert.deepEqual(suggested(hall, { places: 4 })?.length, 4);
    assert.deepEqual(suggested(drawnHall('rr\nxx'), { places: 2 }), ['A-1-1', 'A-1-2']);
  });

  it('leaves no seat alone where another row has room', () => {
    assert.deepEqual(suggested(drawnHall('x...x\n.....'), { places: 2 }), ['A-2-1', 'A-2-2']);
    assert.deepEqual(suggested(drawnHall('x...x\n.....', { singleSeat: 'off' }), { places: 2 }), ['A-1-2', 'A-1-3']);
  });

  it('leaves one alone when nothing else is possible', () => {
    assert.deepEqual(suggested(drawnHall('x...x\nxxxxx'), { places: 2 })?.length, 2);
  });

  it('stays within a price, a section and what was not refused', () => {
    const hall = drawnHall('....\n....\n\n....\n....');
    assert.equal(suggested(hall, { prices: PRICES })?.[0]?.[0], 'A');
    assert.equal(suggested(hall, { prices: PRICES, upTo: 2000 })?.[0]?.[0], 'B');
    assert.equal(suggested(hall, { section: 1 })?.[0]?.[0], 'B');
    assert.equal(suggested(hall, { prices: PRICES, upTo: 500 }), null);
    const not = new Set(bestSeats(hall, { places: 2, prices: new Map() })?.seats);
    assert.ok(suggested(hall, { not })?.every((id) => !not.has(seatAt(hall, id))));
  });

  it('finds a seat at an aisle', () => {
    assert.deepEqual(suggested(drawnHall('.....|.....', { singleSeat: 'off' }), { aisle: true, places: 1 }), ['A-1-5']);
  });

  it('never suggests protected places to who does not ask', () => {
    assert.equal(suggested(drawnHall('wc'), { places: 2 }), null);
    assert.deepEqual(suggested(drawnHall('wc', { wheelchair: 'released' }), { places: 2 }), ['A-1-1', 'A-1-2']);
  });

  it('seats somebody in a wheelchair with who comes along, and the rest of the party beside them', () => {
    const hall = drawnHall('wc......\n........');
    assert.deepEqual(suggested(hall, { places: 1, wheelchairs: 1 }), ['A-1-1']);
    assert.deepEqual(suggested(hall, { places: 2, wheelchairs: 1, companions: 1 }), ['A-1-1', 'A-1-2']);
    const four = bestSeats(hall, { places: 4, wheelchairs: 1, companions: 1, prices: new Map() });
    assert.deepEqual(idsOf(hall, four?.seats ?? []), ['A-1-1', 'A-1-2', 'A-1-3', 'A-1-4']);
    assert.equal(four?.together, 'row');
    assert.equal(suggested(hall, { places: 2, wheelchairs: 2 }), null);
  });

  it('makes a list of suggestions that share no seat, the best first', () => {
    const hall = drawnHall('.....\n.....\n.....');
    const list = bestSeatsList(hall, { places: 2, prices: new Map() }, 3);
    assert.equal(list.length, 3);
    assert.equal(new Set(list.flatMap(({ seats }) => seats)).size, 6);
    assert.ok(list.every(({ quality }, index) => index === 0 || quality <= (list[index - 1]?.quality ?? 0) + 1e-9));
  });

  it('bears a hall without seats and a wish for nobody', () => {
    assert.equal(bestSeats(drawnHall(''), { places: 2, prices: new Map() }), null);
    assert.equal(bestSeats(drawnHall('...'), { places: 0, prices: new Map() }), null);
  });
});

const partyKinds = ['wheelchair', 'companion', 'wheelchair', 'companion', 'restricted-view'] as const;

describe('best available for somebody in a wheelchair', () => {
  it('is a wheelchair place with as many of its companion seats as asked and free, or nothing where there is none', () => {
    fc.assert(
      fc.property(
        anyHallNow({ seats: 20, kinds: partyKinds }),
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 2 }),
        (hall, wheelchairs, companions, others) => {
          const places = wheelchairs + companions + others;
          const found = bestSeats(hall, { places, wheelchairs, companions, prices: new Map() });
          const kindOf = (seat: number) => hall.scene.plan.seats[seat]?.kind;
          const free = [...hall.states.keys()].filter((seat) => hall.states[seat] === SeatState.free);
          const enough = free.filter((seat) => kindOf(seat) === 'wheelchair').length >= wheelchairs;
          if (!enough) assert.equal(found, null);
          if (!found) return;
          assert.equal(new Set(found.seats).size, places);
          assert.ok(found.seats.every((seat) => hall.states[seat] === SeatState.free));
          assert.ok(found.seats.filter((seat) => kindOf(seat) === 'wheelchair').length >= wheelchairs);
          assert.equal(checkHold(hall, found.seats, new Set(found.seats)), null);
          assert.ok(isAllowed(hall, found.seats));
          if (hall.rules.wheelchair === 'released') return;
          const own = found.seats.filter((seat) => kindOf(seat) === 'wheelchair');
          const beside = new Set(own.flatMap((place) => companionsOf(hall, place)));
          const possible = free.filter((seat) => beside.has(seat)).length;
          const taken = found.seats.filter((seat) => kindOf(seat) === 'companion').length;
          assert.equal(taken, Math.min(companions, possible));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is found whenever a wheelchair place is free for somebody alone', () => {
    fc.assert(
      fc.property(anyHallNow({ seats: 20, kinds: partyKinds }), (hall) => {
        const isThere = [...hall.states.keys()].some(
          (seat) => hall.states[seat] === SeatState.free && hall.scene.plan.seats[seat]?.kind === 'wheelchair',
        );
        const found = bestSeats(hall, { places: 1, wheelchairs: 1, prices: new Map() });
        if (hall.rules.wheelchair === 'protected') assert.equal(found !== null, isThere);
      }),
    );
  });
});
