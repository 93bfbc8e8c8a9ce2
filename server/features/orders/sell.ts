import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { freeVisits, retakeEntitlements } from '../entitlements/index.ts';
import { lockRow, sellClaims } from '../holds/index.ts';
import { bookSale } from '../ledger/index.ts';
import { decideToConfirm, legTransaction } from '../legs/index.ts';
import { raiseAlarm } from '../payments/alarm.ts';
import { owePart } from '../payments/owe.ts';
import type { OrderRow } from '../payments/store.ts';
import { issueTickets, type OrderLineRow } from '../tickets/issue.ts';
import { bindSales } from '../uitpas/index.ts';
import { tellOfMove } from './moved.ts';
import { sellItems } from './sell-items.ts';

/** How long the mail with tickets waits for partners that do not answer at once, in milliseconds. */
const MAIL_PATIENCE = 45_000;

/**
 * Turns an order into tickets, under its lock and inside the caller's transaction: places sold, codes signed, order
 * paid, sale booked, mail on its way, and the decision written that every partner confirms its part. Our own part is sold
 * as a whole or, when a place was lost, goes back as a whole.
 *
 * @returns why nothing of it can be had: our own places are lost and no partner plays a part, or vouchers that paid for it
 * were used since it had ended unpaid. Then nothing is sold.
 */
export async function sellOrder(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  order: OrderRow,
): Promise<'sold' | 'seats-lost' | 'voucher-used'> {
  if (order.state === 'closed' && !(await retake(runtime, trx, order))) return 'voucher-used';
  const all = await trx
    .selectFrom('order_line')
    .selectAll()
    .where('order_id', '=', order.id)
    .orderBy('position')
    .execute();
  const [own, partners] = [all.filter(({ leg_id }) => leg_id === null), all.filter(({ leg_id }) => leg_id !== null)];
  const sold = await sellOwn(runtime, trx, order, own);
  const legs = await decideToConfirm(legTransaction(runtime, trx), order.id, runtime.random);
  if (!sold && legs === 0) return 'seats-lost';
  await bookSale(trx, order.id, partners);
  const items = await sellItems(runtime, trx, order.id);
  await trx
    .updateTable('orders')
    .set({ state: 'paid', paid_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', order.id)
    .execute();
  if (!sold) {
    await freeVisits(
      trx,
      own.map(({ id }) => id),
    );
    const cents = own.reduce((sum, line) => sum + line.cents, 0);
    await owePart(runtime, trx, { order: order.id, cents, reason: 'seats-lost', part: 'own' });
  }
  if (all.length > 0) await mailWhenReady(runtime, trx, order.id, legs);
  if (items) await runtime.jobs.add(trx, 'mail-products', { order: order.id }, { key: `mail-products:${order.id}` });
  await tellOfMoves(runtime, trx, all);
  return 'sold';
}

/** Takes again of vouchers and passes what an order gave back when it ended unpaid, behind whoever has its cart now. */
async function retake({ clock }: CentreRuntime, trx: DatabaseTransaction, order: OrderRow): Promise<boolean> {
  await lockRow(trx, order.cart_id);
  return retakeEntitlements(trx, order.id, clock.now());
}

/** What moved since the buyer agreed to it, who is about to get tickets for another moment. */
async function tellOfMoves({ jobs }: CentreRuntime, trx: DatabaseTransaction, lines: readonly OrderLineRow[]) {
  for (const { moved_at, order_id: order, performance_id: performance, snapshot } of lines) {
    const { startsAt } = snapshot.performance;
    if (moved_at !== null) await tellOfMove(jobs, trx, { order, performance, startsAt });
  }
}

/** @returns whether all places were still to be had; an order without any of ours has lost none. */
async function sellOwn(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  order: OrderRow,
  lines: readonly OrderLineRow[],
): Promise<boolean> {
  if (lines.length === 0) return true;
  if (await isCancelled(trx, lines)) return false;
  const { sold } = await sellClaims(trx, {
    orderId: order.id,
    cartId: order.cart_id,
    lines: lines.map(({ id, performance_id: performance, place, price_type: priceType }) => ({
      id,
      performance,
      place,
      priceType,
    })),
  });
  if (!sold) return false;
  await issueTickets(runtime, trx, lines);
  await missUnregistered(trx, order);
  await bookSale(trx, order.id, lines);
  return true;
}

/** An order that was given up and paid all the same: its buyer has the price, and the centre a person who looks at it. */
async function missUnregistered(trx: DatabaseTransaction, { id, cart_id: cart }: OrderRow): Promise<void> {
  const missing = await bindSales(trx, { cart, order: id });
  if (missing.length > 0) await raiseAlarm(trx, 'uitpas-not-registered', id, { lines: missing.length });
}

/** Whether one of them does not take place any more. Until this transaction ends none can be cancelled. */
async function isCancelled(trx: DatabaseTransaction, lines: readonly OrderLineRow[]): Promise<boolean> {
  const performances = [...new Set(lines.map(({ performance_id }) => performance_id))];
  const { rows } = await sql<{ cancelled: boolean }>`
    select cancelled from performance where id = any(${performances}) order by id for key share`.execute(trx);
  return rows.some(({ cancelled }) => cancelled);
}

/** At once when everything is here. Otherwise the last partner's answer sends it, or the clock sends what there is. */
async function mailWhenReady({ clock, jobs }: CentreRuntime, trx: DatabaseTransaction, order: string, legs: number) {
  if (legs === 0) return jobs.add(trx, 'mail-tickets', { order }, { key: `mail-tickets:${order}` });
  const runAt = new Date(clock.now().getTime() + MAIL_PATIENCE);
  return jobs.add(trx, 'mail-tickets', { order }, { key: `mail-late:${order}`, runAt });
}
