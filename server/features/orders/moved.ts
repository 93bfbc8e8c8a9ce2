import { sql } from 'kysely';
import { composeMovedMail } from '../../adapters/mail/index.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { JobQueue } from '../../jobs.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { describeCentre } from '../centres/index.ts';
import { buyerOf, lockOrder } from '../payments/store.ts';
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
        and orders.agreement_id is null
        and snapshot->'performance'->>'startsAt' is distinct from ${startsAt}
        and (orders.state = 'open'
          or exists (select from ticket where ticket.line_id = order_line.id and ticket.state = 'valid')
          or exists (select from leg where leg.id = order_line.leg_id and leg.state = 'confirming'))
      returning orders.id
    )
    select distinct id as order from moved`.execute(trx);
  for (const { order } of rows) await tellOfMove(jobs, trx, { order, performance, startsAt });
}

/** Sees to it that a buyer hears of a move; once of each. */
export async function tellOfMove(
  jobs: JobQueue,
  trx: DatabaseTransaction,
  { order, performance, startsAt }: { readonly order: string; readonly performance: string; readonly startsAt: string },
): Promise<void> {
  const key = `mail-moved:${order}:${performance}:${startsAt}`;
  await jobs.add(trx, 'mail-moved', { order, performance }, { key });
}

/**
 * Tells a buyer when a performance is now, and that who cannot come then gets the money back. Who has not paid yet is told
 * once it is paid, if ever.
 */
export async function mailMoved(runtime: CentreRuntime, orderId: string, performance: string): Promise<void> {
  // Behind whoever sells it just now.
  const order = await transact(runtime.db, (trx) => lockOrder(trx, orderId));
  if (order?.state !== 'paid') return;
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
