import { sql } from 'kysely';
import { type PriceList, priceListSchema } from '../../../sdk/contract/prices/index.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';

/** A centre that has no list sells every place at the price of its price type. */
export const NO_RULES: PriceList = priceListSchema.parse({ version: 1 });

/** A centre's price lists, by the number of their version. A version never changes, so each is read once. */
export interface PriceLists {
  /** @param version Null: there is none. @param db Reads inside this transaction when given. */
  get(version: number | null, db?: Database): Promise<PriceList>;
  /** The list that holds now, with its version. */
  current(): Promise<{ readonly version: number | null; readonly list: PriceList }>;
  /** Lets another list hold from now on. @returns its version. */
  put(list: PriceList): Promise<number>;
}

/** Versions kept in memory: the one that holds, and those of carts that were just shown. */
const MOST_KEPT = 20;

export function createPriceLists(database: Database): PriceLists {
  const known = new Map<number, PriceList>();

  const read = async (version: number, db: Database) => {
    const row = await db.selectFrom('price_list').select('list').where('version', '=', version).executeTakeFirst();
    if (!row) throw new Error(`There is no version ${version} of the price list.`);
    // What was stored by an older program gets the defaults of today.
    const list = priceListSchema.parse(row.list);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(version, list);
    return list;
  };

  const get: PriceLists['get'] = async (version, db = database) =>
    version === null ? NO_RULES : (known.get(version) ?? read(version, db));

  return {
    get,
    async current() {
      const { version } = await database
        .selectFrom('price_list')
        .select(({ fn }) => fn.max('version').as('version'))
        .executeTakeFirstOrThrow();
      return { version, list: await get(version) };
    },
    put: (list) =>
      transact(database, async (trx) => {
        // Two who put one at the same moment get two versions.
        await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || '/price_list', 0))`.execute(trx);
        const { version } = await trx
          .insertInto('price_list')
          .values({
            version: sql<number>`(select coalesce(max(version), 0) + 1 from price_list)`,
            list: JSON.stringify(list),
          })
          .returning('version')
          .executeTakeFirstOrThrow();
        return version;
      }),
  };
}
