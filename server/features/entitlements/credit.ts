import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CentreParts } from '../../runtime.ts';
import { bookVoucher } from '../ledger/index.ts';
import { lockEntitlements } from './store.ts';
import { insertUses, usesOf } from './use.ts';

/** What comes back onto vouchers, and why; the same part of an order for the same reason once. */
export interface Credit {
  readonly order: string;
  readonly cents: number;
  readonly reason: string;
  readonly part: string;
}

/** A voucher that something came back onto can be used for so long at least. */
const AT_LEAST = sql`interval '1 year'`;

/**
 * Gives back onto the vouchers that paid an order, never more than each paid. A voucher that is over, or that its buyer had
 * withdrawn from, is there again with what came back. Under the order's lock.
 */
export async function creditVouchers(
  { jobs, random }: Pick<CentreParts, 'jobs' | 'random'>,
  trx: DatabaseTransaction,
  { cents, order, part, reason }: Credit,
): Promise<void> {
  if (cents <= 0) return;
  const used = [...(await usesOf(trx, order))].filter(([, paid]) => paid > 0);
  await lockEntitlements(
    trx,
    used.map(([id]) => id),
  );
  let rest = cents;
  for (const [entitlement, paid] of used) {
    const back = Math.min(paid, rest);
    if (back === 0) break;
    rest -= back;
    const refund = random.uuid();
    await insertUses(trx, order, `${reason}:${part}`, new Map([[entitlement, 0 - back]]));
    await trx
      .updateTable('entitlement')
      .set({
        state: 'valid',
        valid_until: sql<Date>`case when valid_until is not null
          then greatest(valid_until, clock_timestamp() + ${AT_LEAST}) end`,
      })
      .where('id', '=', entitlement)
      .where('state', '<>', 'blocked')
      .execute();
    await trx
      .insertInto('refund')
      .values({
        ...{ id: refund, entitlement_id: entitlement, order_id: order, cents: back, reason, part },
        state: 'refunded',
      })
      .execute();
    await bookVoucher(trx, { order, reference: refund, cents: 0 - back });
    await jobs.add(trx, 'mail-refund', { refund }, { key: `mail-refund:${refund}` });
  }
}
