import type { PricedPerformance } from '../../../../sdk/model/pricing/index.ts';
import type { Offer } from '../../catalogue/index.ts';

/** Our performances as our price list sees them, by their id. @param centre Our own name. */
export const performancesPriced = (
  offers: ReadonlyMap<string, Offer>,
  centre: string,
): ReadonlyMap<string, PricedPerformance> =>
  new Map(
    [...offers].map(([id, { performance }]) => [
      id,
      {
        ...{ id, centre, owner: null, genre: performance.genre, tags: performance.tags },
        ...{ startsAt: performance.starts_at.getTime(), onSaleAt: performance.on_sale_at.getTime() },
      },
    ]),
  );
