import { sql } from 'kysely';
import type { OrderAccess } from '../../../sdk/contract/order.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { hashReturnCode } from './attempt.ts';
import { refresh } from './refresh.ts';
import { viewOrder } from './view.ts';

/**
 * Gives a buyer who comes back from paying the order and its token, in any browser and without cookies. The code works
 * once, and again for two minutes after: for a reload, or the page that a banking app opens beside the first.
 *
 * @throws FoyerError `not_found` or `return_code_used`
 */
export async function returnToOrder(runtime: CentreRuntime, code: string): Promise<OrderAccess> {
  const { db, tokens } = runtime;
  const hash = hashReturnCode(code);
  const used = await db
    .updateTable('payment')
    .set({ return_code_used_at: sql<Date>`coalesce(return_code_used_at, clock_timestamp())` })
    .where('return_code_hash', '=', hash)
    .where(({ or, eb }) =>
      or([
        eb('return_code_used_at', 'is', null),
        eb('return_code_used_at', '>', sql<Date>`clock_timestamp() - interval '2 minutes'`),
      ]),
    )
    .returning('order_id')
    .executeTakeFirst();
  if (!used) {
    const known = await db.selectFrom('payment').select('id').where('return_code_hash', '=', hash).executeTakeFirst();
    throw new FoyerError(known ? 'return_code_used' : 'not_found');
  }
  await refresh(runtime, used.order_id);
  return { order: await viewOrder(runtime, used.order_id), token: tokens.sign('order', used.order_id) };
}
