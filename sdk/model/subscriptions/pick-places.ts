import type { HoldRequest } from '../../contract/cart.ts';
import type { Performance } from '../../contract/performance.ts';
import { seatsLike } from '../best-seats/index.ts';
import { createScene, readStates, type Scene, zonePrices } from '../scene/index.ts';
import type { HallNow } from '../seat-choice/types.ts';
import type { HallStatus } from '../seat-status/index.ts';
import type { SeatingPlan } from '../seating-plan/types.ts';

/** How somebody wants to sit when we choose the places: as well as possible, or for as little as possible. */
export type Preference = 'best' | 'cheapest';

export interface PlacesWanted {
  readonly performance: Performance;
  readonly plan: SeatingPlan;
  readonly status: HallStatus;
  /** So many, together. */
  readonly places: number;
  /** What they are to cost; without it the performance's first price type counts. */
  readonly priceType: string | undefined;
  readonly prefer: Preference;
  /** Ids of the buyer's places of this performance. */
  readonly mine: readonly string[];
  /** Ids of seats these people have, here or on another evening in the same hall: there they sit again. */
  readonly like: readonly string[];
  /** Ids of seats that were just refused. */
  readonly not: ReadonlySet<string>;
}

type Places = Omit<HoldRequest, 'performance'>;

/**
 * The places to hold for one performance of a subscription: seats side by side, the same as on the other evenings where
 * that can be; unnumbered places where there are no seats (left), or where those are cheaper. Null when it is full.
 */
export function pickPlaces(wanted: PlacesWanted): Places | null {
  if (wanted.prefer === 'best') return seatsFor(wanted) ?? areaFor(wanted);
  for (const cents of pricesUpwards(wanted)) {
    const found = seatsFor(wanted, cents) ?? areaFor(wanted, cents);
    if (found) return found;
  }
  return null;
}

function seatsFor(wanted: PlacesWanted, upTo = Infinity): Places | null {
  const { plan, performance, status, mine, not, places, priceType } = wanted;
  const scene = sceneOf(plan);
  const hall: HallNow = { scene, states: readStates(scene, { status, mine }), rules: performance.seatRules };
  const prices = zonePrices(performance.prices, priceType);
  const like = seatsOf(scene, wanted.like);
  const found = seatsLike(hall, like, { places, prices, upTo, not: new Set(seatsOf(scene, [...not])) });
  if (!found || found.seats.length < places) return null;
  return { seats: found.seats.map((seat) => asked(plan.seats[seat]?.id ?? '', priceType)) };
}

function areaFor({ plan, performance, status, places, priceType, not }: PlacesWanted, upTo = Infinity): Places | null {
  const prices = zonePrices(performance.prices, priceType);
  const [area] = plan.areas
    .filter(
      ({ id, zone }) =>
        !not.has(id) && (status.areas[id]?.free ?? 0) >= places && isUpTo(prices.get(zone)?.usual, upTo),
    )
    .sort((a, b) => (prices.get(b.zone)?.usual ?? 0) - (prices.get(a.zone)?.usual ?? 0));
  return area ? { areas: [{ area: area.id, quantity: places, ...(priceType && { priceType }) }] } : null;
}

const asked = (seat: string, priceType: string | undefined) => ({ seat, ...(priceType && { priceType }) });

const isUpTo = (cents: number | undefined, upTo: number): boolean => cents !== undefined && cents <= upTo;

function pricesUpwards({ performance, priceType }: PlacesWanted): readonly number[] {
  const usual = [...zonePrices(performance.prices, priceType).values()].map((price) => price.usual);
  return [...new Set(usual)].sort((a, b) => a - b);
}

const seatsOf = ({ indexOf }: Scene, ids: readonly string[]): number[] => ids.flatMap((id) => indexOf.get(id) ?? []);

const scenes = new WeakMap<SeatingPlan, Scene>();

/** Made once: evenings of one series are mostly in one hall. */
function sceneOf(plan: SeatingPlan): Scene {
  const scene = scenes.get(plan) ?? createScene(plan);
  scenes.set(plan, scene);
  return scene;
}
