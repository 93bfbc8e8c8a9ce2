import type { PriceType } from '../../../sdk/contract/centre.ts';
import type { Performance, PerformanceSummary, Price } from '../../../sdk/contract/performance.ts';
import type { Offer } from './catalogue.ts';
import type { PerformanceRow, PriceRow, PriceTypeRow } from './store.ts';

/** A price as the contract tells it. */
export const toPrice = (row: PriceRow): Price => ({
  zone: row.zone,
  priceType: row.price_type,
  price: { cents: row.cents, currency: 'EUR' },
  fee: { cents: row.fee_cents, currency: 'EUR' },
});

/** A price type as the contract tells it. */
export const toPriceType = ({ id, name, explanation }: PriceTypeRow): PriceType => ({
  id,
  name,
  ...(explanation && { explanation }),
});

export const toAvailability = (free: number, capacity: number): PerformanceSummary['availability'] => ({
  level: free === 0 ? 'sold-out' : free * 10 < capacity ? 'few' : 'available',
  free,
  capacity,
});

/** A performance as a programme lists it. @param taken Places that cannot be had now. */
export function toSummary({ performance, prices }: Offer, taken: number, now: Date): PerformanceSummary {
  const free = Math.max(0, performance.capacity - taken);
  return {
    id: performance.id,
    title: performance.title,
    ...(performance.subtitle && { subtitle: performance.subtitle }),
    genre: performance.genre,
    ...(performance.tags.length > 0 && { tags: performance.tags }),
    onSaleAt: performance.on_sale_at.toISOString(),
    startsAt: performance.starts_at.toISOString(),
    ...(performance.ends_at && { endsAt: performance.ends_at.toISOString() }),
    hall: { id: performance.hall_id, name: performance.hall_name },
    ...(performance.image !== null && { image: performance.image }),
    ...(performance.accessibility.length > 0 && { accessibility: performance.accessibility }),
    ...(performance.languages.length > 0 && { languages: performance.languages }),
    state: saleState(performance, now),
    priceFrom: prices.from,
    availability: toAvailability(free, performance.capacity),
  };
}

/** All that is needed to choose places for one performance. */
export function toPerformance(offer: Offer, taken: number, now: Date): Performance {
  const { performance } = offer;
  return {
    ...toSummary(offer, taken, now),
    ...(performance.description && { description: performance.description }),
    plan: {
      id: performance.plan_id,
      version: performance.plan_version,
      href: `/plans/${performance.plan_id}/${performance.plan_version}`,
    },
    prices: [...offer.prices.all],
    maxPlacesPerCart: performance.max_places_per_cart,
    seatRules: { singleSeat: performance.single_seat_rule, wheelchair: performance.wheelchair_rule },
  };
}

function saleState(performance: PerformanceRow, now: Date): PerformanceSummary['state'] {
  if (performance.cancelled) return 'cancelled';
  if (now < performance.on_sale_at) return 'not-yet-on-sale';
  return now >= (performance.sale_ends_at ?? performance.starts_at) ? 'sale-ended' : 'on-sale';
}
