import { sql } from 'kysely';
import type { PriceList } from '../../../sdk/contract/prices/index.ts';
import type { Text } from '../../../sdk/contract/text.ts';
import type { Database, DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import type { EntitlementRow } from './store.ts';

/** A place that is to be a visit on a pass. */
export interface VisitWish {
  /** The pass. */
  readonly entitlement: string;
  /** As the order calls it. */
  readonly line: string;
  readonly performance: string;
  readonly title: Text;
  readonly startsAt: Date;
  readonly rules: NonNullable<PriceList['passes'][number]['visits']>;
  /** Where in the request it stands. */
  readonly field: string;
}

/** A visit that counts. */
export interface Visit {
  readonly entitlement: string;
  readonly performance: string;
  readonly title: Text;
  readonly startsAt: Date;
}

/**
 * Takes visits of passes that are locked: as many to one performance as a pass has people, and no more still to come at
 * once than it lets them have.
 * @throws FoyerError `pass_fully_used` with the first visit that is too many; nothing is taken then.
 */
export async function takeVisits(
  trx: DatabaseTransaction,
  wishes: readonly VisitWish[],
  passes: ReadonlyMap<string, EntitlementRow>,
  at: Date,
): Promise<void> {
  if (wishes.length === 0) return;
  const visits = [...(await visitsOf(trx, [...passes.keys()]))];
  for (const wish of wishes) {
    const own = visits.filter(({ entitlement }) => entitlement === wish.entitlement);
    const people = passes.get(wish.entitlement)?.people ?? 1;
    const same = own.filter(({ performance }) => performance === wish.performance).length;
    const open = own.filter(({ startsAt }) => startsAt > at).length;
    const most = wish.rules.maxOpen === undefined ? Number.POSITIVE_INFINITY : wish.rules.maxOpen * people;
    if (same >= people || open >= most) throw new FoyerError('pass_fully_used', { field: wish.field });
    visits.push(wish);
  }
  await trx
    .insertInto('pass_visit')
    .values(wishes.map(({ entitlement, line }) => ({ entitlement_id: entitlement, line_id: line })))
    .execute();
}

/** Visits that are none any more, because their places went back. */
export async function freeVisits(trx: DatabaseTransaction, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  await trx
    .updateTable('pass_visit')
    .set({ freed_at: sql<Date>`clock_timestamp()` })
    .where('line_id', 'in', lines)
    .where('freed_at', 'is', null)
    .execute();
}

/** The visits that count of some passes, by when they are now. */
export async function visitsOf(db: Database, passes: readonly string[]): Promise<readonly Visit[]> {
  if (passes.length === 0) return [];
  const rows = await db
    .selectFrom('pass_visit')
    .innerJoin('order_line', 'order_line.id', 'pass_visit.line_id')
    .select(['pass_visit.entitlement_id', 'order_line.performance_id', 'order_line.snapshot'])
    .where('pass_visit.entitlement_id', 'in', passes)
    .where('pass_visit.freed_at', 'is', null)
    .execute();
  return rows.map(({ entitlement_id, performance_id, snapshot }) => ({
    entitlement: entitlement_id,
    performance: performance_id,
    title: snapshot.performance.title,
    startsAt: new Date(snapshot.performance.startsAt),
  }));
}
