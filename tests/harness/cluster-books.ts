import { sql } from 'kysely';
import type { Database } from '../../server/adapters/postgres/index.ts';

/** A centre whose books are looked at. */
export interface Keeper {
  readonly id: string;
  readonly db: Database;
}

/** What a buyer's money did, as the payment provider has it; in cents. */
export interface MoneyMoved {
  readonly paid: number;
  readonly refunded: number;
}

/** Lines that owner and seller do not have alike, over all accounts between these centres. */
export async function accountFaults(centres: readonly Keeper[]): Promise<string[]> {
  const found: string[] = [];
  for (const owner of centres) {
    const agreements = await owner.db
      .selectFrom('agreement')
      .select(['id', 'partner_id'])
      .where('role', '=', 'owner')
      .execute();
    for (const { id, partner_id } of agreements) {
      const seller = centres.find((centre) => centre.id === partner_id);
      if (!seller) continue;
      const [ours, theirs] = await Promise.all([linesOf(owner, id), linesOf(seller, id)]);
      for (const line of ours) if (!theirs.includes(line)) found.push(`${partner_id} misses ${line} of ${owner.id}`);
      for (const line of theirs) if (!ours.includes(line)) found.push(`${owner.id} misses ${line} of ${partner_id}`);
    }
  }
  return found;
}

async function linesOf({ db }: Keeper, agreement: string): Promise<string[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'kind', 'cents', 'hash'])
    .where('agreement_id', '=', agreement)
    .execute();
  return rows.map((row) => Object.values(row).join(' '));
}

/** Where an order's money and its tickets say different things, at its seller or at the owners of its places. */
export async function orderFaults(
  seller: Keeper,
  centres: readonly Keeper[],
  order: string,
  { paid, refunded }: MoneyMoved,
): Promise<string[]> {
  const lines = await seller.db
    .selectFrom('ticket')
    .innerJoin('order_line', 'order_line.id', 'ticket.line_id')
    .select(['ticket.code', 'order_line.cents', 'order_line.place', 'order_line.performance_id', 'order_line.leg_id'])
    .where('ticket.order_id', '=', order)
    .where('ticket.state', '=', 'valid')
    .execute();
  const value = lines.reduce((sum, { cents }) => sum + cents, 0);
  const found = paid === value + refunded ? [] : [`${order}: ${paid} paid, ${value} in tickets, ${refunded} back`];
  for (const { code, leg_id, performance_id, place } of lines) {
    const owner = leg_id === null ? seller : centres.find(({ id }) => performance_id.startsWith(`${id}.`));
    const known = await owner?.db.selectFrom('ticket').select('state').where('code', '=', code).executeTakeFirst();
    if (known?.state !== 'valid') found.push(`${order}: ${place} of ${performance_id} is ${known?.state ?? 'unknown'}`);
  }
  return found;
}

/** Places with two tickets, tickets without a place and places without a ticket, at one centre. */
export async function hallFaults({ id, db }: Keeper): Promise<string[]> {
  const { rows } = await sql<{ place: string; tickets: number; sold: boolean }>`
    select coalesce(own.place, claim.place) as place, coalesce(own.tickets, 0)::integer as tickets,
      claim.place is not null as sold
    from (
      select performance_id, place, count(*) as tickets from ticket
      where leg_id is null and state in ('valid', 'blocked') group by 1, 2
    ) own
    full join (select * from claim where state = 'sold') claim
      on claim.performance_id = own.performance_id and claim.place = own.place
    where coalesce(own.tickets, 0) <> 1 or claim.place is null`.execute(db);
  return rows.map(
    ({ place, sold, tickets }) => `${id}: ${place} has ${tickets} tickets and is ${sold ? '' : 'not '}sold`,
  );
}

/** Tickets that partners sold here and of which no buyer has anything. */
export async function strayTickets(centres: readonly Keeper[]): Promise<string[]> {
  const bought = new Set<string>();
  for (const { db } of centres) {
    const rows = await db
      .selectFrom('ticket')
      .select('code')
      .where('leg_id', 'is not', null)
      .where('state', '=', 'valid')
      .execute();
    for (const { code } of rows) bought.add(code);
  }
  const found: string[] = [];
  for (const { id, db } of centres) {
    const rows = await db
      .selectFrom('ticket')
      .innerJoin('orders', 'orders.id', 'ticket.order_id')
      .select(['ticket.code', 'ticket.place'])
      .where('orders.agreement_id', 'is not', null)
      .where('ticket.state', '=', 'valid')
      .execute();
    for (const { code, place } of rows) if (!bought.has(code)) found.push(`${id}: nobody has the ticket for ${place}`);
  }
  return found;
}

/** Places that somebody still holds. */
export async function heldPlaces({ db }: Keeper): Promise<string[]> {
  const rows = await db
    .selectFrom('claim')
    .select('place')
    .where('state', '=', 'held')
    .where('until', '>', sql<Date>`clock_timestamp()`)
    .execute();
  return rows.map(({ place }) => place);
}
