import { SeatState } from '../../../../sdk/model/scene/index.ts';
import type { HallNow } from '../../../../sdk/model/seat-choice/types.ts';

/** The benches of a hall, seat by seat, by looking at the plan alone. */
export function plainBenches({ scene }: HallNow): number[][] {
  const { rows, seats } = scene.plan;
  return rows.flatMap((row) => {
    const benches: number[][] = [];
    row.seats.forEach((seat, place) => {
      const [here, last] = [seats[seat], seats[row.seats[place - 1] ?? -1]];
      const isBeside = here && last && Math.hypot(here.x - last.x, here.y - last.y) < scene.pitch * 1.6;
      if (isBeside) benches.at(-1)?.push(seat);
      else benches.push([seat]);
    });
    return benches;
  });
}

/** Whether anybody could ever buy this seat on its own. */
export function isForAll({ scene, rules }: HallNow, seat: number): boolean {
  const kind = scene.plan.seats[seat]?.kind;
  if (kind === 'house') return false;
  return rules.wheelchair === 'released' || (kind !== 'wheelchair' && kind !== 'companion');
}

/**
 * The rule about single seats as a centre would write it down, without any cleverness: a seat is left alone if it has
 * no free neighbour now, and would have one if the visitor had not come.
 */
export function plainlyAlone(hall: HallNow): number[] {
  const { states, rules } = hall;
  if (rules.singleSeat === 'off') return [];
  const free = (seat: number | undefined, evenMine: boolean) =>
    seat !== undefined &&
    isForAll(hall, seat) &&
    (states[seat] === SeatState.free || (evenMine && states[seat] === SeatState.mine));
  return plainBenches(hall).flatMap((bench) =>
    bench.filter((seat, place) => {
      const sides = [bench[place - 1], bench[place + 1]];
      const isAtEnd = sides.includes(undefined);
      return (
        free(seat, false) &&
        !sides.some((side) => free(side, false)) &&
        sides.some((side) => free(side, true)) &&
        !(isAtEnd && rules.singleSeat === 'lenient')
      );
    }),
  );
}
