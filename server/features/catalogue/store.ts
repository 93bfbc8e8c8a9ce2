import { type Selectable, sql } from 'kysely';
import type { Database, Tables } from '../../adapters/postgres/tables.ts';

export type PerformanceRow = Selectable<Tables['performance']>;
export type PriceRow = Selectable<Tables['price']>;
export type PriceTypeRow = Selectable<Tables['price_type']>;

export interface PerformanceFilter {
  readonly from?: Date;
  readonly to?: Date;
  readonly limit: number;
}

/** Performances by start, from those that have not started yet unless the filter says otherwise. */
export function listPerformances(db: Database, { from, to, limit }: PerformanceFilter): Promise<PerformanceRow[]> {
  return db
    .selectFrom('performance')
    .selectAll()
    .where('starts_at', '>=', from ?? sql<Date>`clock_timestamp()`)
    .$if(to !== undefined, (query) => query.where('starts_at', '<', to ?? new Date()))
    .orderBy('starts_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Performances, each with the version of the price list that holds: who reads the one mostly needs to know the other. */
export const findPerformances = (
  db: Database,
  ids: readonly string[],
): Promise<(PerformanceRow & { readonly price_list: number | null })[]> =>
  db
    .selectFrom('performance')
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('price_list')
        .select(({ fn }) => fn.max('version').as('version'))
        .as('price_list'),
    )
    .where('id', 'in', ids)
    .execute();

/** Prices of performances, best zone and first price type first as far as the tables know an order. */
export const findPrices = (
  db: Database,
  performances: readonly string[],
): Promise<(PriceRow & Pick<PriceTypeRow, 'name'>)[]> =>
  db
    .selectFrom('price')
    .innerJoin('price_type', 'price_type.id', 'price.price_type')
    .selectAll('price')
    .select('price_type.name')
    .where('performance_id', 'in', performances)
    .orderBy('price.zone')
    .orderBy('price_type.position')
    .execute();

export const listPriceTypes = (db: Database): Promise<PriceTypeRow[]> =>
  db.selectFrom('price_type').selectAll().orderBy('position').execute();

export async function findPlanSource(db: Database, id: string, version: number): Promise<unknown> {
  const row = await db
    .selectFrom('seating_plan')
    .select('source')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.source;
}

/** How many places of each performance are taken now. House seats do not count: they were never for sale. */
export async function countTaken(
  db: Database,
  performances: readonly { readonly id: string; readonly houseSeats: readonly string[] }[],
): Promise<ReadonlyMap<string, number>> {
  const house = performances.flatMap(({ id, houseSeats }) => houseSeats.map((place) => ({ id, place })));
  const { rows } = await sql<{ id: string; taken: number }>`
    select claim.performance_id as id, count(*) as taken
    from claim
    where claim.performance_id = any(${performances.map(({ id }) => id)})
      and claim.until > clock_timestamp()
      and (claim.performance_id, claim.place) not in (
        select * from unnest(${house.map(({ id }) => id)}::text[], ${house.map(({ place }) => place)}::text[]))
    group by 1`.execute(db);
  return new Map(rows.map(({ id, taken }) => [id, taken]));
}
