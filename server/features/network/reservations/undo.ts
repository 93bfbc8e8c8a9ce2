import { entriesForReturn } from '../../../../sdk/model/ledger/index.ts';
import type { OwnerTransaction, ReservationRecord } from './owner-store.ts';
import type { OwnerParts } from './parts.ts';

/** Frees what a reservation holds, for good. */
export async function giveUp(trx: OwnerTransaction, record: ReservationRecord, at: Date): Promise<void> {
  await trx.release(
    record.cart,
    record.lines.map((line) => line.id),
  );
  await trx.changeReservation(record, { state: 'cancelled', endedAt: at });
}

/**
 * Undoes the sale of some lines of a confirmed reservation: their tickets no longer let anybody in, their places are free,
 * and what they put on the account is taken off it. Lines that were undone before are passed over.
 * @returns whether nothing of the reservation is left; then it is cancelled.
 */
export async function takeBack(
  { random }: Pick<OwnerParts, 'random'>,
  trx: OwnerTransaction,
  record: ReservationRecord,
  { lines, at }: { readonly lines: readonly string[]; readonly at: Date },
): Promise<boolean> {
  if (record.order === null) throw new Error(`Reservation ${record.id} was never confirmed.`);
  const { tickets, entries } = await trx.sale(record);
  const valid = tickets.filter(({ state }) => state !== 'refunded').map(({ line }) => line);
  const going = valid.filter((line) => lines.includes(line));
  const whole = going.length === valid.length;
  await trx.takeBack({ order: record.order, lines: going, whole });
  if (whole) await trx.changeReservation(record, { state: 'cancelled', endedAt: at });
  const affected = entries.filter(({ line }) => going.includes(line));
  await trx.book(entriesForReturn(affected, { at, ids: random.uuid }));
  return whole;
}
