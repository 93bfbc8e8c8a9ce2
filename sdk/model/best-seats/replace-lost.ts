import { COMPANION, hallAfter, isOrdinary, RESTRICTED, WHEELCHAIR } from '../seat-choice/loose-seats.ts';
import type { HallNow, SeatWish, Suggestion } from '../seat-choice/types.ts';
import { bestBy, suggestionOf } from './best-seats.ts';
import { around } from './nearby.ts';
import { qualities } from './quality.ts';
import { reachCost, togetherness } from './score.ts';
import { openSeats, roomOf } from './search.ts';

/**
 * Where a party can sit when somebody else took some of its seats: seats for all of it, in the same price zones and
 * with as good a view. Who sat side by side stays so: beside the seats that are kept, or all together as near as
 * possible to where they were; who sat in several rows keeps what is left and gets what is nearest to it. Null when
 * there is no room for that; best seats may then offer something else.
 */
export function replaceLost(
  hall: HallNow,
  lost: readonly number[],
  keep: readonly number[],
  wish: Partial<SeatWish> = {},
): Suggestion | null {
  const party = [...keep, ...lost];
  const [first] = party;
  if (first === undefined || lost.length === 0) return null;
  const before = hallAfter(hall, [], keep);
  const { scene } = hall;
  const zones = new Set(party.map((seat) => scene.zone[seat]));
  const isEqual = (seat: number) => zones.has(scene.zone[seat]);
  const whole = wishOf(before, party, wish);
  const seats =
    (togetherness(hall, party) !== 'row' && keep.length > 0 ? keepAndFill(before, keep, whole, isEqual) : null) ??
    bestBy(before, whole, nearness(before, party, keep), isEqual);
  return seats && suggestionOf(hall, seats, qualities(scene));
}

function wishOf(hall: HallNow, party: readonly number[], wish: Partial<SeatWish>): SeatWish {
  const { kind } = hall.scene;
  const count = (wanted: number) => party.filter((seat) => kind[seat] === wanted && !isOrdinary(hall, seat)).length;
  return {
    prices: new Map(),
    ...wish,
    places: party.length,
    wheelchairs: count(WHEELCHAIR),
    companions: count(COMPANION),
    restrictedView: party.some((seat) => kind[seat] === RESTRICTED),
  };
}

/** Worth of seats by how near they are to the party's; a seat that is kept outweighs any distance. */
function nearness({ scene }: HallNow, party: readonly number[], keep: readonly number[]): Float64Array {
  const worth = new Float64Array(scene.count);
  for (let seat = 0; seat < scene.count; seat += 1) worth[seat] = -reachCost(scene, seat, party);
  for (const seat of keep) worth[seat] = (worth[seat] ?? 0) + KEPT;
  return worth;
}

const KEPT = 100;

function keepAndFill(hall: HallNow, keep: readonly number[], wish: SeatWish, isEqual: (seat: number) => boolean) {
  const room = roomOf(hall);
  const kept = new Set(keep);
  const restricted = wish.restrictedView === true;
  const open = openSeats(room, (seat) => isEqual(seat) && !kept.has(seat) && !wish.not?.has(seat));
  if (wish.wheelchairs || wish.companions) return null;
  for (let seat = 0; !restricted && seat < open.length; seat += 1) {
    if (hall.scene.kind[seat] === RESTRICTED) open[seat] = 0;
  }
  const search = { hall, room, open, worth: qualities(hall.scene), aisle: false, strandsRightly: null };
  return around(search, keep, wish.places)?.seats ?? null;
}
