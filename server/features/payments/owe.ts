import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CentreParts } from '../../runtime.ts';
import type { RefundReason } from './decide.ts';

/** What goes back to a buyer, and why. The same part of a payment goes back once for the same reason. */
export interface Debt {
  readonly order: string;
  readonly payment: string;
  readonly cents: number;
  readonly reason: RefundReason;
  /** Which part of the order, when not all of it. */
  readonly part?: string;
}

type Parts = Pick<CentreParts, 'jobs' | 'random'>;

/** Owes a buyer money back, sees to it that it goes, and tells why. Owing the same twice owes it once. */
export async function owe({ jobs, random }: Parts, trx: DatabaseTransaction, debt: Debt): Promise<void> {
  const { order, payment, cents, reason, part = '' } = debt;
  const refund = random.uuid();
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('refund')
    .values({ id: refund, payment_id: payment, order_id: order, cents, reason, part, state: 'queued' })
    .onConflict((known) => known.columns(['payment_id', 'reason', 'part']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await trx.updateTable('orders').set({ reason }).where('id', '=', order).execute();
  await jobs.add(trx, 'pursue-refund', { refund }, { key: `refund:${refund}` });
  await jobs.add(trx, 'mail-refund', { refund }, { key: `mail-refund:${refund}` });
}

/**
 * Owes back a part of what was paid for an order. An order of which all goes back is one that is refunded; of a free one
 * nothing can go back. Under the order's lock.
 */
export async function owePart(
  parts: Parts,
  trx: DatabaseTransaction,
  debt: Omit<Debt, 'payment'> & { readonly part: string },
): Promise<void> {
  const payment = await paymentThatCounts(trx, debt.order);
  if (!payment || debt.cents === 0) {
    await trx.updateTable('orders').set({ reason: debt.reason }).where('id', '=', debt.order).execute();
    return;
  }
  await owe(parts, trx, { ...debt, payment: payment.id });
  const { owed } = await trx
    .selectFrom('refund')
    .select(({ fn }) => fn.sum<string>('cents').as('owed'))
    .where('payment_id', '=', payment.id)
    .executeTakeFirstOrThrow();
  if (Number(owed) < payment.cents) return;
  await trx.updateTable('orders').set({ state: 'refund' }).where('id', '=', debt.order).execute();
}

/** The payment that made the order paid; a second one goes back as a whole. */
export function paymentThatCounts(trx: DatabaseTransaction, order: string) {
  return trx
    .selectFrom('payment')
    .select(['id', 'cents', 'provider_id'])
    .where('order_id', '=', order)
    .where('status', '=', 'paid')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('refund').select('refund.id').whereRef('payment_id', '=', 'payment.id').where('part', '=', ''),
        ),
      ),
    )
    .orderBy('attempt')
    .limit(1)
    .executeTakeFirst();
}
