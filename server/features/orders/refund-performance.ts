import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { bookReturn } from '../ledger/index.ts';
import { owePart } from '../payments/owe.ts';
import { lockOrder } from '../payments/store.ts';

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
    const cents = lines.reduce((sum, line) => sum + line.cents, 0);
    await bookReturn(trx, id, lines);
    await owePart(runtime, trx, { order: id, cents, reason: 'performance-cancelled', part: performance });
  });
}
