import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CentreParts } from '../../runtime.ts';
import { creditVouchers, usesOf } from '../entitlements/index.ts';
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
 * Owes back a part of what was paid for an order: first the payment, as far as it goes, then what vouchers paid, onto
 * them. In that order because money is worth most to a buyer, and a voucher only at this centre and until it ends. Never
 * more than was paid; an order of which all goes back is one that is refunded. Under the order's lock.
 */
export async function owePart(
  parts: Parts,
  trx: DatabaseTransaction,
  debt: Omit<Debt, 'payment'> & { readonly part: string },
): Promise<void> {
  const { cents, order, reason, part } = debt;
  if (await isOwed(trx, debt)) return;
  const payment = await paymentThatCounts(trx, order);
  const isFree = !payment && (await usesOf(trx, order)).size === 0;
  const left = payment ? payment.cents - (await owedOf(trx, payment.id)) : 0;
  const money = Math.max(0, Math.min(cents, left));
  if (payment && money > 0) await owe(parts, trx, { ...debt, payment: payment.id, cents: money });
  await creditVouchers(parts, trx, { order, cents: cents - money, reason, part });
  await trx.updateTable('orders').set({ reason }).where('id', '=', order).execute();
  const onVouchers = [...(await usesOf(trx, order)).values()].some((used) => used > 0);
  if (isFree || cents === 0 || left > money || onVouchers) return;
  await trx.updateTable('orders').set({ state: 'refund' }).where('id', '=', order).execute();
}

async function isOwed(
  trx: DatabaseTransaction,
  { order, reason, part }: Omit<Debt, 'payment'> & { readonly part: string },
): Promise<boolean> {
  const known = await trx
    .selectFrom('refund')
    .select('id')
    .where('order_id', '=', order)
    .where('reason', '=', reason)
    .where('part', '=', part)
    .executeTakeFirst();
  return known !== undefined;
}

async function owedOf(trx: DatabaseTransaction, payment: string): Promise<number> {
  const { owed } = await trx
    .selectFrom('refund')
    .select(({ fn }) => fn.sum<string | null>('cents').as('owed'))
    .where('payment_id', '=', payment)
    .executeTakeFirstOrThrow();
  return Number(owed ?? 0);
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
