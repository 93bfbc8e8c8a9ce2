import { sql } from 'kysely';
import { type Order, orderSchema } from '../../../sdk/contract/order.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import { latestPayment } from '../payments/store.ts';
import { describeStanding } from './state.ts';

/**
 * An order as its buyer may see it: no personal data, whoever holds the token.
 * @throws FoyerError `not_found`
 */
export async function viewOrder(db: Database, id: string): Promise<Order> {
  const [row, lines, tickets, refunds, payment] = await Promise.all([
    db
      .selectFrom('orders')
      .selectAll()
      .select(sql<boolean>`hold_ends_at > clock_timestamp()`.as('places_held'))
      .where('id', '=', id)
      .executeTakeFirst(),
    db.selectFrom('order_line').select('snapshot').where('order_id', '=', id).orderBy('position').execute(),
    db
      .selectFrom('ticket')
      .innerJoin('order_line', 'order_line.id', 'ticket.line_id')
      .select(['ticket.id', 'ticket.line_id as line', 'ticket.code', 'ticket.state'])
      .where('ticket.order_id', '=', id)
      .orderBy('order_line.position')
      .execute(),
    db.selectFrom('refund').select(['cents', 'state']).where('order_id', '=', id).execute(),
    latestPayment(db, id),
  ]);
  if (!row) throw new FoyerError('not_found');
  const standing = describeStanding({
    order: { state: row.state, cancelled: row.cancelled_at !== null, placesHeld: row.places_held },
    payment: payment ? { status: payment.status, checkoutUrl: payment.checkout_url } : null,
    refunds,
  });
  return {
    id: row.id,
    number: row.number,
    state: standing.state,
    reason: orderSchema.shape.reason.parse(row.reason),
    createdAt: row.created_at.toISOString(),
    lines: lines.map(({ snapshot }) => snapshot),
    total: { cents: row.total_cents, currency: 'EUR' },
    tickets,
    checkoutUrl: standing.checkoutUrl,
    canPayAgain: standing.canPayAgain,
    holdEndsAt: row.state === 'open' ? row.hold_ends_at.toISOString() : null,
    refund: standing.refund,
  };
}
