import { FoyerError } from '../../../errors.ts';
import type { Move, OwnerTransaction, ReservationRecord } from './owner-store.ts';
import type { OwnerParts } from './parts.ts';
import { giveUp, takeBack } from './undo.ts';

/**
 * Cancels a performance: what partners and own buyers have of it is undone, what is held of it is free, everybody who
 * sold it is told; all in one step. Again, it changes nothing.
 * @throws FoyerError `not_found`
 */
export async function cancelPerformance(parts: OwnerParts, id: string): Promise<void> {
  await parts.store.transact(async (trx) => {
    const cancelled = await trx.cancelPerformance(id);
    if (cancelled === undefined) throw new FoyerError('not_found');
    if (!cancelled) return;
    const affected = await trx.reservationsIn(id);
    for (const record of affected) await undo(parts, trx, record, id);
    await trx.refundBuyers(id);
    await trx.tell(affected.map(changeOf(id, { kind: 'performance-cancelled' })));
  });
}

async function undo(parts: OwnerParts, trx: OwnerTransaction, record: ReservationRecord, id: string): Promise<void> {
  const { now } = await trx.cart(record.cart);
  // What is reserved is sold as a whole or not at all.
  if (record.state === 'held') return giveUp(trx, record, now);
  const lines = record.lines.filter(({ performance }) => performance.id === id).map((line) => line.id);
  await takeBack(parts, trx, record, { lines, at: now });
}

/**
 * Moves a performance to another moment and tells everybody who sold it. Tickets stay valid. Without an end it lasts as
 * long as it would have, and its sale ends as long before it as it would have.
 * @throws FoyerError `not_found`, also for one that is cancelled.
 */
export async function movePerformance({ store }: Pick<OwnerParts, 'store'>, id: string, move: Move): Promise<void> {
  await store.transact(async (trx) => {
    const moved = await trx.movePerformance(id, move);
    if (moved === undefined) throw new FoyerError('not_found');
    if (!moved) return;
    const affected = await trx.reservationsIn(id);
    await trx.tellBuyers(id, move.startsAt);
    await trx.tell(affected.map(changeOf(id, { kind: 'performance-moved', startsAt: move.startsAt })));
  });
}

const changeOf =
  <Change>(performance: string, change: Change) =>
  ({ agreement, id: reservation }: ReservationRecord) => ({ agreement, reservation, performance, ...change });
