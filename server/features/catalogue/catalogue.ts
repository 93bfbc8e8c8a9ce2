import type { Text } from '../../../sdk/contract/text.ts';
import { type PriceTable, priceTable } from '../../../sdk/model/pricing/index.ts';
import type { PlanSource } from '../../../sdk/model/seating-plan/index.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import type { Clock } from '../../ports.ts';
import { indexPlan, type PlanIndex } from './places.ts';
import { findPerformances, findPlanSource, findPrices, type PerformanceRow } from './store.ts';
import { toPrice } from './wire.ts';

/** One performance with all that is needed to say what its places are and cost. */
export interface Offer {
  readonly performance: PerformanceRow;
  readonly plan: PlanIndex;
  readonly prices: PriceTable;
  /** What the price types are called, by id. */
  readonly priceTypeNames: ReadonlyMap<string, Text>;
  /** Version of the price list that holds; null when there is none. */
  readonly priceList: number | null;
}

/** What a centre has on offer, for every feature that has to name or price a place. */
export interface Catalogue {
  /**
   * A plan never changes once it has a version, so it is read and laid out once. Undefined when there is none.
   * @param db Reads inside this transaction when given: who has a connection must not wait for another one.
   */
  plan(id: string, version: number, db?: Database): Promise<PlanIndex | undefined>;
  /**
   * Offers by performance id; unknown ids are absent. As they are in the database now.
   * @param db Reads inside this transaction when given.
   */
  offers(performances: Iterable<string>, db?: Database): Promise<ReadonlyMap<string, Offer>>;
  /** One offer as it was at most a second ago: for checks that the database repeats, and on-sale peaks. */
  recentOffer(performance: string): Promise<Offer | undefined>;
}

const RECENT_MILLISECONDS = 1_000;

export function createCatalogue(database: Database, clock: Clock): Catalogue {
  const plans = new Map<string, Promise<PlanIndex | undefined>>();
  const recent = new Map<string, { readonly at: number; readonly offer: Promise<Offer | undefined> }>();

  const readPlan = async (id: string, version: number, db: Database) => {
    const source = await findPlanSource(db, id, version);
    // Checked by the plan reader before it was stored.
    return source === undefined ? undefined : indexPlan(source as PlanSource);
  };

  const catalogue: Catalogue = {
    plan(id, version, db = database) {
      const key = `${id}/${version}`;
      const known = plans.get(key);
      if (known) return known;
      const reading = readPlan(id, version, db);
      plans.set(key, reading);
      // Only what exists is remembered, so that a plan that is added later is found.
      reading.then(
        (plan) => plan ?? plans.delete(key),
        () => plans.delete(key),
      );
      return reading;
    },

    async offers(performances, db = database) {
      const ids = [...new Set(performances)];
      if (ids.length === 0) return new Map();
      const [rows, prices] = [await findPerformances(db, ids), await findPrices(db, ids)];
      const offers = rows.map(async ({ price_list: priceList, ...performance }): Promise<[string, Offer]> => {
        const plan = await catalogue.plan(performance.plan_id, performance.plan_version, db);
        if (!plan) throw new Error(`Performance ${performance.id} names a seating plan that is not there.`);
        const own = prices.filter((price) => price.performance_id === performance.id);
        const priceTypeNames = new Map(own.map(({ price_type, name }) => [price_type, name]));
        return [performance.id, { performance, plan, prices: priceTable(own.map(toPrice)), priceTypeNames, priceList }];
      });
      return new Map(await Promise.all(offers));
    },

    recentOffer(performance) {
      const now = clock.now().getTime();
      const known = recent.get(performance);
      if (known && now - known.at < RECENT_MILLISECONDS) return known.offer;
      const offer = catalogue.offers([performance]).then((offers) => offers.get(performance));
      if (recent.size > 1_000) recent.clear();
      recent.set(performance, { at: now, offer });
      offer.catch(() => recent.delete(performance));
      return offer;
    },
  };
  return catalogue;
}
