import type { Randomness } from '../../ports.ts';
import type { Leg } from './leg.ts';
import type { LegTransaction } from './store.ts';

/**
 * Decides that every partner's part of an order is to be confirmed, and writes it down with whatever made that true. From
 * here on somebody finishes it, whoever dies. What had been given up because no money came is asked for once more.
 * @returns how many parts there are.
 */
export async function decideToConfirm(
  trx: LegTransaction,
  order: string,
  random: Pick<Randomness, 'uuid'>,
): Promise<number> {
  const now = await trx.now();
  const legs = await trx.legsOf(order);
  for (const leg of legs) {
    const anew = leg.state === 'cancelling' || leg.state === 'cancelled';
    if (!anew && leg.state !== 'held') continue;
    const decided: Leg = {
      ...leg,
      ...(anew && { previous: leg.reservation, reservation: random.uuid() }),
      ...{ state: 'confirming', checks: 0, decidedAt: now },
    };
    await trx.save(decided);
    await trx.wake(decided, now);
  }
  return legs.length;
}

/** An order ended unpaid: its parts at partners are given up, or go back to the cart when it may still be chosen from. */
export async function letGo(trx: LegTransaction, order: string, places: 'free' | 'back to the cart'): Promise<void> {
  const now = await trx.now();
  for (const leg of await trx.legsOf(order)) {
    if (leg.state !== 'held') continue;
    if (places === 'back to the cart') await trx.save({ ...leg, order: null });
    else {
      const over: Leg = { ...leg, state: 'cancelling', cancelReason: 'unpaid', checks: 0, decidedAt: now };
      await trx.save(over);
      await trx.wake(over, now);
    }
  }
}
