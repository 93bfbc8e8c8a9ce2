import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { type Order, orderSchema } from '../../../sdk/contract/order.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreParts } from '../../runtime.ts';
import { entitlementsOf } from '../entitlements/index.ts';
import { mayTryAgain } from './attempt.ts';
import { mayChangeEmail } from './email.ts';
import { partsOf } from './parts.ts';
import { describeStanding } from './state.ts';

/**
 * An order as its buyer may see it: of personal data only the address its mails go to, while that may be corrected.
 * @throws FoyerError `not_found`
 */
export async function viewOrder(runtime: Pick<CentreParts, 'clock' | 'db' | 'tokens'>, id: string): Promise<Order> {
  const { db } = runtime;
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .select(({ selectFrom }) => [
      sql<boolean>`hold_ends_at > clock_timestamp()`.as('places_held'),
      mayTryAgain.as('in_time'),
      mayChangeEmail.as('email_changeable'),
      jsonArrayFrom(
        selectFrom('order_line').select('snapshot').whereRef('order_id', '=', 'orders.id').orderBy('position'),
      ).as('lines'),
      jsonArrayFrom(
        selectFrom('ticket')
          .innerJoin('order_line', 'order_line.id', 'ticket.line_id')
          .select(['ticket.id', 'ticket.line_id as line', 'ticket.code', 'ticket.state'])
          .whereRef('ticket.order_id', '=', 'orders.id')
          .orderBy('order_line.position'),
      ).as('tickets'),
      jsonArrayFrom(
        selectFrom('refund').select(['refund.cents', 'refund.state']).whereRef('order_id', '=', 'orders.id'),
      ).as('refunds'),
      jsonObjectFrom(
        selectFrom('payment')
          .select(['status', 'checkout_url as checkoutUrl', 'provider_expires_at as expiresAt'])
          .whereRef('order_id', '=', 'orders.id')
          .orderBy('attempt', 'desc')
          .limit(1),
      ).as('payment'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new FoyerError('not_found');
  const standing = describeStanding({
    order: { state: row.state, cancelled: row.cancelled_at !== null, placesHeld: row.places_held, inTime: row.in_time },
    payment: row.payment,
    refunds: row.refunds,
  });
  return {
    id: row.id,
    number: row.number,
    state: standing.state,
    reason: orderSchema.shape.reason.parse(row.reason),
    createdAt: row.created_at.toISOString(),
    lines: row.lines.map(({ snapshot }) => snapshot),
    ...(row.email_changeable && row.email !== null && { mailedTo: row.email }),
    total: { cents: row.total_cents, currency: 'EUR' },
    ...(row.extras && { extras: row.extras }),
    ...(row.extras?.products.length && { entitlements: await entitlementsOf(runtime, id) }),
    parts: row.lines.some(({ snapshot }) => snapshot.performance.owner) ? await partsOf(db, id) : [],
    tickets: row.tickets,
    checkoutUrl: standing.checkoutUrl,
    ...(standing.checkoutUrl && row.payment?.expiresAt && { payUntil: new Date(row.payment.expiresAt).toISOString() }),
    canPayAgain: standing.canPayAgain,
    holdEndsAt: row.state === 'open' ? row.hold_ends_at.toISOString() : null,
    refund: standing.refund,
  };
}
