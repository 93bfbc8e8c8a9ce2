import type { Scene } from '../scene/scene.ts';
import { SeatState } from '../scene/states.ts';
import { COMPANION, isOrdinary, mineOf, WHEELCHAIR } from '../seat-choice/loose-seats.ts';
import type { HallNow } from '../seat-choice/types.ts';
import type { SeatingPlan } from '../seating-plan/types.ts';

/** How far a companion sits from the wheelchair place at most, in usual distances between neighbours. */
const REACH = 2;
/** Wheelchair places at nearly the same distance share the companion seat between them. */
const NEARLY = 0.25;

/** Which companion seats belong to which wheelchair places, both ways. */
interface Belonging {
  readonly wheelchairs: ReadonlyMap<number, readonly number[]>;
  readonly companions: ReadonlyMap<number, readonly number[]>;
}

const known = new WeakMap<SeatingPlan, Belonging>();

/**
 * Whether a visitor may choose a seat now: `taken` is for somebody else's and the house's; `wheelchair` asks whether
 * somebody comes in a wheelchair; `companion` wants a wheelchair place beside it first.
 */
export function mayChoose(hall: HallNow, seat: number): 'yes' | 'taken' | 'wheelchair' | 'companion' {
  if (hall.states[seat] !== SeatState.free) return 'taken';
  if (isOrdinary(hall, seat)) return 'yes';
  if (hall.scene.kind[seat] === WHEELCHAIR) return 'wheelchair';
  if (hall.scene.kind[seat] !== COMPANION) return 'taken';
  return isAccompanied(hall, seat) ? 'yes' : 'companion';
}

/** The companion seats that belong to a wheelchair place, whatever their state. */
export function companionsOf({ scene }: Pick<HallNow, 'scene'>, wheelchairPlace: number): readonly number[] {
  return belonging(scene).companions.get(wheelchairPlace) ?? [];
}

/** The wheelchair places one of which a companion seat needs. */
export function wheelchairPlacesOf({ scene }: Pick<HallNow, 'scene'>, companionSeat: number): readonly number[] {
  return belonging(scene).wheelchairs.get(companionSeat) ?? [];
}

/**
 * What else has to go when these seats are given back or lost: the visitor's companion seats that are left without a
 * wheelchair place. With no seats at all: those that have none now.
 */
export function afterRelease(hall: HallNow, seats: Iterable<number>): number[] {
  if (hall.rules.wheelchair === 'released') return [];
  const gone = new Set(seats);
  return mineOf(hall).filter(
    (seat) => !gone.has(seat) && hall.scene.kind[seat] === COMPANION && !isAccompanied(hall, seat, gone),
  );
}

/** A companion seat for which the plan has no wheelchair place anywhere near is an ordinary one: nobody could buy it else. */
function isAccompanied(hall: HallNow, seat: number, gone?: ReadonlySet<number>): boolean {
  const places = wheelchairPlacesOf(hall, seat);
  return places.length === 0 || places.some((place) => hall.states[place] === SeatState.mine && !gone?.has(place));
}

/**
 * A companion seat belongs to the nearest wheelchair place of its row within reach, else to the nearest of another
 * row within reach, else to any of its section.
 */
function belonging(scene: Scene): Belonging {
  const before = known.get(scene.plan);
  if (before) return before;
  const wheelchairs = new Map<number, readonly number[]>();
  const companions = new Map<number, number[]>();
  for (const { rows } of scene.plan.sections) {
    const inRows = rows.map((row) => scene.plan.rows[row]?.seats ?? []);
    const places = inRows.flat().filter((seat) => scene.kind[seat] === WHEELCHAIR);
    if (places.length === 0) continue;
    for (const seat of inRows.flat()) {
      if (scene.kind[seat] !== COMPANION) continue;
      const sameRow = places.filter((place) => scene.row[place] === scene.row[seat]);
      const near = [sameRow, places].map((some) => nearest(scene, seat, some)).find(({ length }) => length > 0);
      wheelchairs.set(seat, near ?? places);
      for (const place of near ?? places) companions.set(place, [...(companions.get(place) ?? []), seat]);
    }
  }
  const found = { wheelchairs, companions };
  known.set(scene.plan, found);
  return found;
}

function nearest({ plan, pitch }: Scene, from: number, places: readonly number[]): number[] {
  const distance = (place: number) => {
    const [a, b] = [plan.seats[from], plan.seats[place]];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) / pitch : Infinity;
  };
  const least = places.reduce((so, place) => Math.min(so, distance(place)), REACH);
  return places.filter((place) => distance(place) <= Math.min(REACH, least + NEARLY));
}
