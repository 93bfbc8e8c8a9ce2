import { sql } from 'kysely';
import type { Database } from '../../../adapters/postgres/tables.ts';

/** How many places of each performance a partner holds or has bought now. */
export async function countHad(
  db: Database,
  agreement: string,
  performances: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; had: number }>`
    select claim.performance_id as id, count(*)::int as had
    from claim
    left join orders on orders.id = claim.order_id
    where claim.performance_id = any(${performances}) and claim.until > clock_timestamp()
      and (claim.address = ${`agreement:${agreement}`} or orders.agreement_id = ${agreement})
    group by 1`.execute(db);
  return new Map(rows.map(({ id, had }) => [id, had]));
}

/** Performances that are played in a hall of this plan. */
export async function playedIn(db: Database, plan: string, version: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('performance')
    .select('id')
    .where('plan_id', '=', plan)
    .where('plan_version', '=', version)
    .execute();
  return rows.map(({ id }) => id);
}
