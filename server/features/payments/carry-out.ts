import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { giveBackEntitlements } from '../entitlements/index.ts';
import { bookChargeback, bookPayment } from '../ledger/index.ts';
import { sellOrder } from '../orders/sell.ts';
import { raiseAlarm } from './alarm.ts';
import type { Decision, RefundReason } from './decide.ts';
import { owe } from './owe.ts';
import type { LockedPayment } from './store.ts';

/** Does what was decided about a payment, inside the caller's transaction and under the order's lock. */
export async function carryOut(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  locked: LockedPayment,
  decision: Exclude<Decision, { do: 'nothing' }>,
): Promise<void> {
  const { order, payment } = locked;
  switch (decision.do) {
    case 'mark':
      return mark(trx, payment.id, decision.status);
    case 'sell': {
      await receive(trx, locked);
      const outcome = await sellOrder(runtime, trx, order);
      if (outcome !== 'sold') await giveBack(runtime, trx, locked, outcome);
      return;
    }
    case 'refund':
      await receive(trx, locked);
      return giveBack(runtime, trx, locked, decision.reason);
    case 'charge-back':
      return chargeBack(trx, locked, decision.cents);
    case 'alarm':
      await mark(trx, payment.id, 'suspect');
      await trx.updateTable('orders').set({ reason: decision.reason }).where('id', '=', order.id).execute();
      return raiseAlarm(trx, decision.reason, order.id, { payment: payment.id, provider: payment.provider_id });
  }
}

async function mark(trx: DatabaseTransaction, payment: string, status: LockedPayment['payment']['status']) {
  await trx.updateTable('payment').set({ status }).where('id', '=', payment).execute();
}

/** Money came in. */
async function receive(trx: DatabaseTransaction, { order, payment }: LockedPayment): Promise<void> {
  await mark(trx, payment.id, 'paid');
  await bookPayment(trx, { order: order.id, reference: payment.id, cents: payment.cents });
}

/** Owes all of a payment back, and tells the buyer why. An order with tickets keeps them: only the second money goes. */
async function giveBack(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  { order, payment }: LockedPayment,
  reason: RefundReason,
): Promise<void> {
  await owe(runtime, trx, { order: order.id, payment: payment.id, cents: payment.cents, reason });
  if (order.state === 'paid') return;
  await giveBackEntitlements(trx, order.id, 'lost');
  await trx.updateTable('orders').set({ state: 'refund' }).where('id', '=', order.id).execute();
}

/**
 * The buyer's bank took money back (or, below zero, returned it): the tickets stop being valid until a person decides.
 */
async function chargeBack(trx: DatabaseTransaction, { order, payment }: LockedPayment, cents: number): Promise<void> {
  await bookChargeback(trx, { order: order.id, reference: payment.id, cents: -cents });
  await trx
    .updateTable('payment')
    .set({ charged_back_cents: payment.charged_back_cents + cents })
    .where('id', '=', payment.id)
    .execute();
  if (cents > 0) {
    await trx
      .updateTable('ticket')
      .set({ state: 'blocked' })
      .where('order_id', '=', order.id)
      .where('state', '=', 'valid')
      .execute();
    await trx
      .updateTable('entitlement')
      .set({ state: 'blocked' })
      .where('order_id', '=', order.id)
      .where('state', '=', 'valid')
      .execute();
    await trx.updateTable('orders').set({ reason: 'charged-back' }).where('id', '=', order.id).execute();
  }
  await raiseAlarm(trx, cents > 0 ? 'charged-back' : 'chargeback-reversed', order.id, { payment: payment.id, cents });
}
