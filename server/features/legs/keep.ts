import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { PartnerFailure } from '../network/partner-api.ts';
import { withReservation } from './leg.ts';
import { explain } from './parts.ts';
import type { LegStoreParts } from './postgres.ts';
import { toLeg } from './rows.ts';

/** Sees to it that partners hold their parts of an order as long as we hold ours. Does nothing for an order of our own. */
export async function askToKeepLegs({ jobs }: LegStoreParts, trx: DatabaseTransaction, order: string): Promise<void> {
  const leg = await trx.selectFrom('leg').select('id').where('order_id', '=', order).limit(1).executeTakeFirst();
  if (leg) await jobs.add(trx, 'keep-legs', { order }, { key: `keep-legs:${order}` });
}

/**
 * Asks partners to hold an unpaid order's parts until its own hold ends. What they refuse is not lost yet: they honour a
 * confirmation while the places are still free, and else that part goes back.
 * @throws Error when a partner did not answer; asking again is right.
 */
export async function keepLegs(runtime: CentreRuntime, order: string): Promise<void> {
  const held = await runtime.db.selectFrom('orders').select('hold_ends_at').where('id', '=', order).executeTakeFirst();
  if (!held) return;
  const failures = await extendParts(runtime, order, (now) => (held.hold_ends_at.getTime() - now.getTime()) / 1000);
  if (failures.some(({ outcome }) => outcome === 'unknown')) throw new Error(`A partner did not answer for ${order}.`);
}

/**
 * Lets partners hold an order's parts for another attempt to pay it.
 * @throws FoyerError what a partner refused, or `partner_unavailable`.
 */
export async function renewLegs(runtime: CentreRuntime, order: string, seconds: number): Promise<void> {
  const [failure] = await extendParts(runtime, order, () => seconds);
  if (failure) throw explain(failure, failure);
}

/** Asks all at once. @returns what was not granted, with the partner's name. */
async function extendParts(
  { db, legs, log }: CentreRuntime,
  order: string,
  secondsFrom: (now: Date) => number,
): Promise<readonly (PartnerFailure & { readonly name: string })[]> {
  const held = await db
    .selectFrom('leg')
    .innerJoin('orders', 'orders.id', 'leg.order_id')
    .innerJoin('agreement', 'agreement.id', 'leg.agreement_id')
    .selectAll('leg')
    .select('agreement.partner')
    .where('leg.order_id', '=', order)
    .where('leg.state', '=', 'held')
    .where('orders.state', '=', 'open')
    .execute();
  const asked = await legs.store.transact((trx) => trx.now());
  const seconds = Math.min(7200, Math.ceil(secondsFrom(asked)));
  if (seconds <= 0) return [];
  const answers = held.map(async ({ partner, ...row }) => {
    const leg = toLeg(row);
    const { data, error } = await legs.partners.extend(leg.agreement, leg.reservation, { seconds, forPayment: true });
    if (error) {
      log.warn('leg-not-extended', { leg: leg.id, code: error.code });
      return [{ ...error, name: partner?.name ?? '' }];
    }
    await legs.store.transact(async (trx) => {
      const now = await trx.leg(leg.id);
      if (now?.state !== 'held' || now.reservation !== leg.reservation) return;
      await trx.save(withReservation(now, data, asked));
    });
    return [];
  });
  return (await Promise.all(answers)).flat();
}
