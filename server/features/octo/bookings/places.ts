import { bestSeats } from '../../../../sdk/model/best-seats/index.ts';
import { SeatState } from '../../../../sdk/model/scene/index.ts';
import type { OctoItem } from '../../../adapters/postgres/tables.ts';
import { claimedPlace, type Offer } from '../../catalogue/index.ts';
import type { SeatReader } from '../../orders/seat-rules.ts';
import { OctoError } from '../errors.ts';

/** A ticket that has no place yet when `place` is null. */
export type Unplaced = Omit<OctoItem, 'place'> & { readonly place: string | null };

export interface Choice {
  readonly seats: SeatReader;
  readonly offer: Offer;
  /** The zone that all places are in. */
  readonly zone: string;
  /** What the booking has already, which is free to itself. */
  readonly own: readonly string[];
}

/**
 * Gives every ticket a place: the one that is named, and to all others the best seats there are, together where that is
 * possible; where there are no seats for them, places of an area.
 * @throws OctoError `UNPROCESSABLE_ENTITY` when there are not enough.
 */
export async function place(items: readonly Unplaced[], choice: Choice): Promise<readonly OctoItem[]> {
  const named = items.flatMap((item) => item.place ?? []);
  const missing = items.length - named.length;
  const found = missing === 0 ? [] : await choose(missing, named, choice);
  if (!found) throw new OctoError('UNPROCESSABLE_ENTITY', 'There are not so many places left.');
  return items.map((item) => ({ ...item, place: item.place ?? found.shift() ?? '' }));
}

async function choose(count: number, named: readonly string[], choice: Choice): Promise<string[] | undefined> {
  const { offer, zone, own, seats } = choice;
  const free = new Set(own);
  const taken = (await seats.taken(offer.performance.id)).filter((claim) => !free.has(claim.place));
  const gone = [...taken.map((claim) => claim.place), ...named];
  const suggestion = bestSeats(hallOf(offer, gone), {
    places: count,
    prices: new Map([[zone, { from: 0, to: 0, usual: 0 }]]),
  });
  const { plan } = offer.plan.scene();
  if (suggestion) return suggestion.seats.flatMap((seat) => plan.seats[seat]?.id ?? []);
  const area = plan.areas.find(({ id, capacity, zone: of }) => {
    const inside = gone.filter((one) => claimedPlace(one) === id).length;
    return of === zone && capacity - inside >= count;
  });
  return area && Array<string>(count).fill(area.id);
}

function hallOf({ plan, performance }: Offer, gone: readonly string[]) {
  const scene = plan.scene();
  const states = new Uint8Array(scene.count);
  for (const place of [...gone, ...plan.houseSeats]) {
    const seat = scene.indexOf.get(place);
    if (seat !== undefined) states[seat] = SeatState.sold;
  }
  const { single_seat_rule: singleSeat, wheelchair_rule: wheelchair } = performance;
  return { scene, states, rules: { singleSeat, wheelchair } };
}

/** What the owner's verbs are asked for. */
export function wishOf(performance: string, items: readonly OctoItem[], offer: Offer) {
  const isArea = ({ place }: OctoItem) => offer.plan.areas.has(place);
  const areas = Map.groupBy(items.filter(isArea), ({ place, unitId }) => `${place} ${unitId}`);
  return {
    performance,
    seats: items.filter((item) => !isArea(item)).map((item) => ({ seat: item.place, priceType: item.unitId })),
    areas: [...areas.values()].flatMap((all) =>
      all[0] ? [{ area: all[0].place, quantity: all.length, priceType: all[0].unitId }] : [],
    ),
  };
}
