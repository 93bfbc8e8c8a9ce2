import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createScene } from '../../../../sdk/model/scene/index.ts';
import { benchesOf } from '../../../../sdk/model/seat-choice/benches.ts';
import { hallAfter, looseSeats } from '../../../../sdk/model/seat-choice/loose-seats.ts';
import { eachWindow } from '../../../../sdk/model/seat-choice/windows.ts';
import { anyHallNow } from './any-hall-now.ts';
import { drawnHall } from './drawn-hall.ts';
import { plainBenches, plainlyAlone } from './plain-rule.ts';

const anyHall = anyHallNow({ kinds: ['wheelchair', 'companion'] });

function benches(drawing: string): number[] {
  return plainBenches(drawnHall(drawing)).map(({ length }) => length);
}

describe('seats side by side', () => {
  it('end at an aisle, a missing seat and the end of a row', () => {
    assert.deepEqual(benches('...|..\n..-.'), [3, 2, 2, 1]);
  });

  it('are the same for everybody, however the floors are laid out', () => {
    fc.assert(
      fc.property(anyHall, (hall) => {
        const { order, begins } = benchesOf(hall.scene);
        const found: number[][] = [];
        order.forEach((seat, position) => {
          if (begins[position] === 1) found.push([seat]);
          else found.at(-1)?.push(seat);
        });
        assert.deepEqual(found, plainBenches(hall));
        const again = { ...hall.scene.plan };
        assert.deepEqual(benchesOf(createScene(again, [1])), benchesOf(hall.scene));
      }),
    );
  });

  it('are all found, with what they would leave alone', () => {
    fc.assert(
      fc.property(anyHall, fc.integer({ min: 1, max: 5 }), (hall, places) => {
        const free = looseSeats(hall);
        const found: [number[], boolean][] = [];
        eachWindow({ benches: benchesOf(hall.scene), free, rule: hall.rules.singleSeat }, places, (from, strands) => {
          found.push([[...benchesOf(hall.scene).order.subarray(from, from + places)], strands]);
          return false;
        });
        const expected = plainBenches(hall).flatMap((bench) =>
          bench.flatMap((_, from): [number[], boolean][] => {
            const seats = bench.slice(from, from + places);
            if (seats.length < places || !seats.every((seat) => free[seat] === 1)) return [];
            return [[seats, plainlyAlone(hallAfter(hall, seats)).length > 0]];
          }),
        );
        assert.deepEqual(found, expected);
      }),
      { numRuns: 300 },
    );
  });
});
