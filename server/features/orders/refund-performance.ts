import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreParts, CentreRuntime } from '../../runtime.ts';
import { freeVisits } from '../entitlements/index.ts';
import { bookReturn } from '../ledger/index.ts';
import { owePart } from '../payments/owe.ts';
import { lockOrder } from '../payments/store.ts';
import type { OrderLineRow } from '../tickets/issue.ts';

/**
 * Gives buyers here back what they paid for a performance that does not take place, ours or a partner's, an order at a
 * time: its tickets let nobody in any more and that part of the payment goes back, with word of why. Can be run as often as
 * one likes.
 * @param performance Ours by its id, a partner's by reference.
 */
export async function refundPerformance(runtime: CentreRuntime, performance: string): Promise<void> {
  const bought = await runtime.db
    .selectFrom('ticket')
    .innerJoin('orders', 'orders.id', 'ticket.order_id')
    .select('orders.id')
    .distinct()
    .where('ticket.performance_id', '=', performance)
    .where('ticket.state', '<>', 'refunded')
    .where('orders.agreement_id', 'is', null)
    .execute();
  for (const { id } of bought) await refundOrder(runtime, id, performance);
}

async function refundOrder(runtime: CentreRuntime, id: string, performance: string): Promise<void> {
  await transact(runtime.db, async (trx) => {
    const order = await lockOrder(trx, id);
    if (!order) return;
    const tickets = await trx
      .updateTable('ticket')
      .set({ state: 'refunded' })
      .where('order_id', '=', id)
      .where('performance_id', '=', performance)
      .where('state', '<>', 'refunded')
      .returning('line_id')
      .execute();
    if (tickets.length === 0) return;
    const lines = await trx
      .selectFrom('order_line')
      .selectAll()
      .where(
        'id',
        'in',
        tickets.map(({ line_id }) => line_id),
      )
      .execute();
    await owePerformance(runtime, trx, { order: id, performance, lines });
  });
}

/** Owes back what an order has of a cancelled performance, under the order's lock. */
export async function owePerformance(
  parts: Pick<CentreParts, 'jobs' | 'random'>,
  trx: DatabaseTransaction,
  {
    order,
    performance,
    lines,
  }: { readonly order: string; readonly performance: string; readonly lines: readonly OrderLineRow[] },
): Promise<void> {
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  await bookReturn(trx, order, lines);
  await freeVisits(
    trx,
    lines.map(({ id }) => id),
  );
  await owePart(parts, trx, { order, cents, reason: 'performance-cancelled', part: performance });
}
