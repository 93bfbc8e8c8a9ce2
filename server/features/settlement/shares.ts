import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { bookShare } from '../ledger/index.ts';
import { raiseAlarm } from '../payments/alarm.ts';
import { paymentThatCounts } from '../payments/owe.ts';
import { ProviderError } from '../payments/provider.ts';
import { lockOrder } from '../payments/store.ts';
import { type ShareDue, sharesDue } from './share-store.ts';

/** As many in one go; the rest comes a minute later. */
const AT_ONCE = 50;

/** Sends owners their shares that are due, where money moves by itself. Can be run as often as one likes. */
export async function moveShares(runtime: CentreRuntime): Promise<void> {
  for (const share of await sharesDue(runtime.db, runtime.mover.owners, AT_ONCE)) await moveShare(runtime, share);
}

async function moveShare(runtime: CentreRuntime, { leg, agreement, owner, order, cents }: ShareDue): Promise<void> {
  const { db, log, mover } = runtime;
  try {
    const payment = await db.transaction().execute((trx) => paymentThatCounts(trx, order));
    if (!payment?.provider_id) return;
    const amount = { cents, currency: 'EUR' } as const;
    const movement = await mover.move({ leg, agreement, owner, payment: payment.provider_id, amount });
    if (movement.how === 'settled-later') return;
    await transact(db, async (trx) => {
      // Of two processes that moved the same, which was once, one books it.
      await lockOrder(trx, order);
      const booked = await trx
        .selectFrom('posting')
        .select('reference')
        .where('kind', '=', 'share')
        .where('reference', '=', leg)
        .executeTakeFirst();
      if (!booked) await bookShare(trx, { agreement, leg, cents: movement.amount.cents });
    });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    log.warn('share-not-moved', { leg, code: error.code });
    if (error.outcome === 'refused') await raiseAlarm(db, 'share-refused', order, { leg, code: error.code, cents });
  }
}
