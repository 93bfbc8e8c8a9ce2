import { bestSeats } from '../../../sdk/model/best-seats/index.ts';
import { zonePrices } from '../../../sdk/model/scene/index.ts';
import { claimedPlace, hallNow, type Offer } from '../catalogue/index.ts';
import type { TakenPlace } from '../orders/taken.ts';

/** What can be offered to people who come together: seats beside or behind each other, or places of one area. */
export type FoundPlaces = { readonly seats: readonly string[] } | { readonly area: string; readonly quantity: number };

/**
 * The best free places together for so many people; null while there are none. They break no rule of the performance,
 * and are no places for wheelchairs: for those one rings the house.
 */
export function findTogether(offer: Offer, taken: readonly TakenPlace[], places: number): FoundPlaces | null {
  const found = bestSeats(hallNow({ offer, own: [] }, taken), { places, prices: zonePrices(offer.prices.all) });
  if (found && found.together !== 'apart') {
    const { seats } = offer.plan.scene().plan;
    return { seats: found.seats.flatMap((seat) => seats[seat]?.id ?? []) };
  }
  const area = [...offer.plan.areas.values()].find(({ id, capacity, zone }) => {
    const gone = taken.filter(({ place }) => place !== id && claimedPlace(place) === id).length;
    return capacity - gone >= places && offer.prices.all.some((price) => price.zone === zone);
  });
  return area ? { area: area.id, quantity: places } : null;
}
