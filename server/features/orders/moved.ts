import { sql } from 'kysely';
import { composeMovedMail } from '../../adapters/mail/index.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { JobQueue } from '../../jobs.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { describeCentre } from '../centres/index.ts';
import { buyerOf } from '../payments/store.ts';
import { sendQuietly } from '../tickets/mail.ts';

/**
 * A performance moved to another moment: what buyers here have says so from now on, and each of them is told.
 * @param performance Ours by its id, a partner's by reference.
 * @param startsAt ISO 8601.
 */
export async function noteMove(
  jobs: JobQueue,
  trx: DatabaseTransaction,
  performance: string,
  startsAt: string,
): Promise<void> {
  const { rows } = await sql<{ order: string }>`
    with moved as (
      update order_line set moved_at = clock_timestamp(),
        snapshot = jsonb_set(snapshot, '{performance,startsAt}', to_jsonb(${startsAt}::text))
      from orders
      where order_line.performance_id = ${performance} and orders.id = order_line.order_id
        and orders.agreement_id is null and orders.state = 'paid'
        and snapshot->'performance'->>'startsAt' is distinct from ${startsAt}
        and exists (select from ticket where ticket.line_id = order_line.id and ticket.state = 'valid')
      returning orders.id
    )
    select distinct id as order from moved`.execute(trx);
  for (const { order } of rows) {
    await jobs.add(
      trx,
      'mail-moved',
      { order, performance },
      { key: `mail-moved:${order}:${performance}:${startsAt}` },
    );
  }
}

/** Tells a buyer when a performance is now, and that who cannot come then gets the money back. */
export async function mailMoved(runtime: CentreRuntime, orderId: string, performance: string): Promise<void> {
  const order = await runtime.db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  const line = await runtime.db
    .selectFrom('order_line')
    .select('snapshot')
    .where('order_id', '=', orderId)
    .where('performance_id', '=', performance)
    .limit(1)
    .executeTakeFirstOrThrow();
  const { email, language } = buyerOf(order);
  await sendQuietly(
    runtime.mailer,
    await composeMovedMail({
      ...{ to: email, id: orderId, language, number: order.number, line: line.snapshot },
      centre: await describeCentre(runtime),
    }),
  );
}
