import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { bookRefund } from '../ledger/index.ts';
import { raiseAlarm } from './alarm.ts';
import { ProviderError, type ProviderRefund } from './provider.ts';

interface Owed {
  readonly id: string;
  readonly order_id: string;
  readonly payment_id: string;
  readonly cents: number;
  readonly state: ProviderRefund['state'];
  readonly provider_id: string | null;
  readonly provider_payment: string;
  readonly number: string;
}

/**
 * Sends money back that is owed, or sees how far it is: a bank can return it even after it had arrived. The provider's own list is read before anything is sent: after
 * a crash or a time-out that is the only way to know, and the same money must not go back twice.
 *
 * @throws ProviderError when the provider did not answer or took our request for a duplicate; try again later.
 */
export async function pursueRefund(runtime: CentreRuntime, refundId: string): Promise<void> {
  const owed = await loadOwed(runtime, refundId);
  if (!owed) return;
  try {
    const known = await findOurs(runtime, owed);
    if (known || owed.provider_id === null) await record(runtime, owed, known ?? (await send(runtime, owed)));
  } catch (error) {
    if (!(error instanceof ProviderError) || error.outcome !== 'refused') throw error;
    if (error.code === 'unauthorized') await raiseAlarm(runtime.db, 'provider-unauthorized', null, {});
    if (error.code === 'unauthorized' || error.code === 'duplicate_refund') throw error;
    await fail(runtime, owed, error.code);
  }
}

async function loadOwed({ db }: CentreRuntime, id: string): Promise<Owed | undefined> {
  const owed = await db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .innerJoin('orders', 'orders.id', 'refund.order_id')
    .select(['refund.id', 'refund.order_id', 'payment.id as payment_id', 'refund.cents', 'refund.state'])
    .select(['refund.provider_id', 'orders.number'])
    .select('payment.provider_id as provider_payment')
    .where('refund.id', '=', id)
    .where('refund.state', '<>', 'failed')
    .executeTakeFirst();
  // Money came in through the provider, so its id is known; the check is for the compiler and the truly unlucky.
  return owed?.provider_payment ? { ...owed, provider_payment: owed.provider_payment } : undefined;
}

async function findOurs({ provider }: CentreRuntime, owed: Owed): Promise<ProviderRefund | undefined> {
  const all = await provider.refunds(owed.provider_payment);
  return all.find(({ id, reference }) => id === owed.provider_id || reference === owed.id);
}

function send({ provider }: CentreRuntime, owed: Owed): Promise<ProviderRefund> {
  return provider.refund({
    paymentId: owed.provider_payment,
    reference: owed.id,
    idempotencyKey: `foyer-refund-${owed.id}`,
    amount: { cents: owed.cents, currency: 'EUR' },
    description: owed.number,
  });
}

/** Writes down how far the refund is. The ledger has it once it arrived, and once more if it came back. */
async function record({ db }: CentreRuntime, owed: Owed, told: ProviderRefund): Promise<void> {
  if (owed.state === told.state && owed.provider_id !== null) return;
  await transact(db, async (trx) => {
    if (!(await change(trx, owed, { provider_id: told.id, state: told.state }))) return;
    if (told.state === 'failed') await raiseAlarm(trx, 'refund-failed', owed.order_id, { refund: owed.id });
    if (told.state === 'refunded') await book(trx, owed, owed.id, -owed.cents);
    else if (owed.state === 'refunded') await book(trx, owed, `${owed.id}#returned`, owed.cents);
  });
}

/** Changes a refund that still is as we saw it. False when somebody else was first, and theirs is newer than ours. */
async function change(
  trx: DatabaseTransaction,
  owed: Owed,
  news: { readonly state: Owed['state']; readonly provider_id?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('refund')
    .set({ ...news, updated_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', owed.id)
    .where('state', '=', owed.state)
    .where('provider_id', 'is not distinct from', owed.provider_id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function book(trx: DatabaseTransaction, owed: Owed, reference: string, cents: number): Promise<void> {
  await bookRefund(trx, { order: owed.order_id, reference, cents });
  await trx
    .updateTable('payment')
    .set(({ eb }) => ({ refunded_cents: eb('refunded_cents', '-', cents) }))
    .where('id', '=', owed.payment_id)
    .execute();
}

/** The provider will not do it (a voucher, say): a person has to. */
async function fail({ db }: CentreRuntime, owed: Owed, code: string): Promise<void> {
  await transact(db, async (trx) => {
    if (!(await change(trx, owed, { state: 'failed' }))) return;
    await raiseAlarm(trx, 'refund-failed', owed.order_id, { refund: owed.id, code });
  });
}
