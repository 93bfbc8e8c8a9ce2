import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { languageSchema } from '../../../sdk/contract/text.ts';
import type { Database, DatabaseTransaction, Tables } from '../../adapters/postgres/tables.ts';

export type OrderRow = Selectable<Tables['orders']>;
export type PaymentRow = Selectable<Tables['payment']>;

/** A payment with its order, read under the order's lock: nobody else decides about either until the transaction ends. */
export interface LockedPayment {
  readonly order: OrderRow;
  readonly payment: PaymentRow;
  /** The database's clock, which is the one that counts. */
  readonly now: Date;
}

/**
 * Whose order it is, for what only a buyer's order has: a payment, a mail.
 * @throws Error for a sale by a partner, of which we know no buyer.
 */
export function buyerOf({
  id,
  email,
  language,
  return_url,
}: Pick<OrderRow, 'id' | 'email' | 'language' | 'return_url'>) {
  if (email === null || language === null || return_url === null) throw new Error(`Order ${id} has no buyer here.`);
  return { email, language: languageSchema.parse(language), returnUrl: return_url };
}

/** Takes the order's row lock. Undefined when there is no such order. */
export async function lockOrder(trx: DatabaseTransaction, id: string): Promise<OrderRow | undefined> {
  return trx.selectFrom('orders').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Takes the lock of the order a payment is for. Undefined when there is no such payment. */
export async function lockPayment(trx: DatabaseTransaction, id: string): Promise<LockedPayment | undefined> {
  const order = await trx
    .selectFrom('orders')
    .selectAll()
    .where('id', '=', trx.selectFrom('payment').select('order_id').where('id', '=', id))
    .forUpdate()
    .executeTakeFirst();
  if (!order) return undefined;
  const { now, ...payment } = await trx
    .selectFrom('payment')
    .selectAll()
    .select(sql<Date>`clock_timestamp()`.as('now'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { order, payment, now };
}

/** The newest attempt to pay an order; undefined for an order that was free. */
export async function latestPayment(db: Database, order: string): Promise<PaymentRow | undefined> {
  return db
    .selectFrom('payment')
    .selectAll()
    .where('order_id', '=', order)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
}
