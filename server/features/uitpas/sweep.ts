import { sql } from 'kysely';
import type { Database } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { raiseAlarm } from '../payments/alarm.ts';
import { UitpasError } from './port.ts';
import { STANDS } from './store.ts';

/** Sales looked at in one round. */
const MOST = 200;
/** How long a sale whose answer was lost is looked for: UiTPAS may have been slow to do what it was told. */
const SEARCH = 30 * 60_000;
/** Seconds between looks. */
const PAUSES = [5, 15, 60, 300];

interface Ending {
  readonly id: string;
  readonly event: string;
  readonly label: string;
  readonly provider: string | null;
  readonly checks: number;
  readonly age: number;
}

/**
 * Takes back at UiTPAS what came to nothing (the hold ended, the order was not paid, the money went back), and forgets card
 * numbers that are not needed any more. What is right follows from our tables, so it does not matter what was missed or how
 * often it runs.
 */
export async function endSales(runtime: CentreRuntime): Promise<void> {
  const { db, log } = runtime;
  await forgetProofs(db);
  await markEnding(db);
  for (const sale of await due(db)) {
    await endSale(runtime, sale).catch(async (error: unknown) => {
      if (!(error instanceof UitpasError)) throw error;
      log.warn('uitpas-sale-not-ended', { sale: sale.id, code: error.code });
      await later(db, sale);
    });
  }
}

/** A tariff, and with it the sealed number, lives as long as its place is held. */
async function forgetProofs(db: Database): Promise<void> {
  await sql`
    delete from uitpas_tariff t where not exists (select from claim where ${STANDS})`.execute(db);
}

/** Wanted is what a cart holds at its tariff, or what an order may still be paid for or has tickets for. */
async function markEnding(db: Database): Promise<void> {
  await sql`
    update uitpas_sale s set state = 'ending', lease_until = null, check_at = clock_timestamp()
    where state in ('registering', 'registered') and coalesce(lease_until < clock_timestamp(), true)
      and not case
        when s.order_id is null then exists (
          select from uitpas_tariff t join claim on ${STANDS}
          where t.line_id = s.line_id and t.cart_id = s.cart_id and t.tariff = s.tariff and claim.order_id is null)
        else exists (
          select from orders where orders.id = s.order_id and (orders.state = 'open' or orders.state = 'paid' and exists (
            select from ticket where ticket.line_id = s.order_line_id and ticket.state <> 'refunded')))
      end`.execute(db);
}

async function due(db: Database): Promise<readonly Ending[]> {
  const { rows } = await sql<Ending>`
    select id, event, label, provider_id as provider, checks,
      extract(epoch from clock_timestamp() - created_at)::float8 * 1000 as age
    from uitpas_sale where state = 'ending' and check_at <= clock_timestamp() order by check_at limit ${MOST}`.execute(
    db,
  );
  return rows;
}

async function endSale(runtime: CentreRuntime, sale: Ending): Promise<void> {
  const { db, uitpas } = runtime;
  if (!uitpas) return later(db, sale);
  if (sale.provider !== null) {
    await uitpas.api.cancel(sale.provider);
    return gone(db, sale);
  }
  const found = await search(runtime, sale);
  for (const { id } of found ?? []) await uitpas.api.cancel(id);
  if (found === undefined || found.length > 0 || sale.age > SEARCH) return gone(db, sale);
  return later(db, sale);
}

/** @returns undefined when we may not look: then a person has to. */
async function search({ db, uitpas }: CentreRuntime, { id, event, label }: Ending) {
  try {
    return (await uitpas?.api.find(event, [label])) ?? [];
  } catch (error) {
    if (!(error instanceof UitpasError) || error.outcome === 'unknown') throw error;
    await raiseAlarm(db, 'uitpas-sale-unknown', null, { sale: id, label });
    return undefined;
  }
}

const gone = async (db: Database, { id }: Ending) => {
  await db.deleteFrom('uitpas_sale').where('id', '=', id).execute();
};

async function later(db: Database, { id, checks }: Ending): Promise<void> {
  const pause = PAUSES[Math.min(checks, PAUSES.length - 1)] ?? 300;
  await sql`
    update uitpas_sale set checks = checks + 1, check_at = clock_timestamp() + ${pause} * interval '1 second'
    where id = ${id}`.execute(db);
}
