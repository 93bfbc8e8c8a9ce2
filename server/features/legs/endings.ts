import type { Reservation } from '../../../sdk/contract/network/index.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { freeVisits } from '../entitlements/index.ts';
import { bookEntries, bookReturn } from '../ledger/index.ts';
import { owePerformance } from '../orders/refund-performance.ts';
import { owePart } from '../payments/owe.ts';
import type { OrderLineRow } from '../tickets/issue.ts';
import type { Leg } from './leg.ts';
import { pairTickets } from './pair.ts';
import type { LegStoreParts } from './postgres.ts';

/** The owner's tickets become the order's, each at the line it was bought by. */
export async function keep(
  parts: LegStoreParts,
  trx: DatabaseTransaction,
  leg: Leg,
  reservation: Reservation,
): Promise<void> {
  const lines = await trx.selectFrom('order_line').selectAll().where('leg_id', '=', leg.id).execute();
  const paired = pairTickets(leg.lines, reservation);
  const tickets = lines.map((line) => {
    const ticket = paired.get(line.partner_line ?? '');
    if (!ticket) throw new Error(`Line ${line.id} is no line of leg ${leg.id}.`);
    const { order_id, performance_id, place } = line;
    return {
      ...{ id: parts.random.uuid(), order_id, line_id: line.id, performance_id, place, leg_id: leg.id },
      ...{ code: ticket.code, state: ticket.state },
    };
  });
  if (tickets.length > 0) await trx.insertInto('ticket').values(tickets).execute();
  await bookEntries(trx, 'seller', reservation.entries);
  const undone = new Set(tickets.filter(({ state }) => state === 'refunded').map(({ line_id }) => line_id));
  await returnCancelled(
    parts,
    trx,
    leg,
    lines.filter(({ id }) => undone.has(id)),
  );
  await tellWhenDecided(parts, trx, leg);
}

/** What the owner cancelled before we heard that it was sold: the news of it found nothing to give back, so it goes now. */
async function returnCancelled(
  parts: LegStoreParts,
  trx: DatabaseTransaction,
  { order }: Leg,
  lines: readonly OrderLineRow[],
): Promise<void> {
  if (order === null) return;
  for (const [performance, own] of Map.groupBy(lines, ({ performance_id }) => performance_id)) {
    await owePerformance(parts, trx, { order, performance, lines: own });
  }
}

/**
 * That part of the payment goes back, and the buyer is told why: what its places cost, also as parts of a subscription.
 * The rest keeps its price, though the whole is smaller now, because that was no wish of the buyer's. Visits in it are on
 * their pass again.
 */
export async function giveBack(parts: LegStoreParts, trx: DatabaseTransaction, leg: Leg): Promise<void> {
  if (leg.order === null) return;
  const lines = await trx.selectFrom('order_line').selectAll().where('leg_id', '=', leg.id).execute();
  await bookReturn(trx, leg.order, lines);
  await freeVisits(
    trx,
    lines.map(({ id }) => id),
  );
  await owePart(parts, trx, { order: leg.order, cents: leg.cents, reason: 'seats-lost', part: leg.id });
  await tellWhenDecided(parts, trx, leg);
}

/** Both sides' accounts say the same, also of what was undone. */
export async function settle(trx: DatabaseTransaction, _leg: Leg, { entries }: Reservation): Promise<void> {
  await bookEntries(trx, 'seller', entries);
}

/** Tickets are mailed once nothing of the order is undecided; what takes too long comes in a mail of its own. */
async function tellWhenDecided({ jobs }: LegStoreParts, trx: DatabaseTransaction, { id, order }: Leg): Promise<void> {
  if (order === null) return;
  const waiting = await trx
    .selectFrom('leg')
    .select('id')
    .where('order_id', '=', order)
    .where('state', '=', 'confirming')
    .where('id', '<>', id)
    .executeTakeFirst();
  if (!waiting) await jobs.add(trx, 'mail-tickets', { order }, { key: `mail-tickets:${order}` });
}
