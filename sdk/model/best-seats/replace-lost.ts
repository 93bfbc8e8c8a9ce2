import { COMPANION, hallAfter, isOrdinary, RESTRICTED, WHEELCHAIR } from '../seat-choice/loose-seats.ts';
import type { HallNow, SeatWish, Suggestion } from '../seat-choice/types.ts';
import { bestBy, suggestionOf } from './best-seats.ts';
import { around } from './nearby.ts';
import { qualities } from './quality.ts';
import { APART, middleOf, reachCost, togetherness } from './score.ts';
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
  const whole = wishOf(before, party, wish);
  const isEqual = (seat: number) =>
    zones.has(scene.zone[seat]) && (whole.restrictedView === true || scene.kind[seat] !== RESTRICTED);
  const seats =
    (togetherness(hall, party) !== 'row' && keep.length > 0 ? keepAndFill(before, lost, keep, whole, isEqual) : null) ??
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

/** Worth of seats by how near they are to the middle of the party; a seat that is kept outweighs any distance. */
export function nearness({ scene }: HallNow, party: readonly number[], keep: readonly number[]): Float64Array {
  const { x, y, pitch, count } = scene;
  const middle = middleOf(scene, party);
  const worth = new Float64Array(count);
  for (let seat = 0; seat < count; seat += 1) {
    worth[seat] = -Math.hypot((x[seat] ?? 0) - middle.x, (y[seat] ?? 0) - middle.y) / (pitch * APART);
  }
  for (const seat of keep) worth[seat] = (worth[seat] ?? 0) + KEPT;
  return worth;
}

/** More than any hall is wide. */
const KEPT = 1e6;

/** What is missing, as near as possible to the one who sat next to it. */
function keepAndFill(
  hall: HallNow,
  lost: readonly number[],
  keep: readonly number[],
  wish: SeatWish,
  isEqual: (seat: number) => boolean,
): readonly number[] | null {
  if (wish.wheelchairs || wish.companions) return null;
  const room = roomOf(hall);
  const kept = new Set(keep);
  const open = openSeats(room, (seat) => isEqual(seat) && !kept.has(seat) && !wish.not?.has(seat));
  const search = { hall, room, open, worth: qualities(hall.scene), aisle: false, strandsRightly: null };
  const far = (seat: number) => reachCost(hall.scene, lost[0] ?? seat, [seat]);
  const nextToLost = [...keep].sort((a, b) => far(a) - far(b) || a - b);
  return around(search, nextToLost, wish.places)?.seats ?? null;
}
