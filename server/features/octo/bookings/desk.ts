import { type Reservation, uuidSchema } from '../../../../sdk/contract/index.ts';
import type { DatabaseTransaction } from '../../../adapters/postgres/tables.ts';
import { transact } from '../../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../../runtime.ts';
import type { PartnerAgreement } from '../../network/require-partner.ts';
import type { OwnerParts } from '../../network/reservations/parts.ts';
import { read } from '../../network/reservations/read.ts';
import { ownerStoreInside } from '../../network/reservations/store/index.ts';
import { factsOf } from '../../network/reservations/wishes.ts';
import type { Wanted } from '../capabilities.ts';
import { OctoError } from '../errors.ts';
import { type Dated, dateUnder } from '../programme.ts';
import { readVacancies } from '../vacancies.ts';
import { type BookingRow, lockBooking } from './store.ts';
import { describeBooking, type Said } from './view.ts';

/** Who asks what of which centre. */
export interface Desk {
  readonly runtime: CentreRuntime;
  readonly agreement: PartnerAgreement;
  readonly wanted: Wanted;
}

/** The same in a transaction, with the verbs of an owning centre at hand. */
export interface OpenDesk extends Desk {
  readonly trx: DatabaseTransaction;
  readonly parts: OwnerParts;
}

export type Booking = ReturnType<typeof describeBooking>;

/**
 * Somebody was faster with seats that we chose: others can be chosen. More than this often means the hall is filling up
 * faster than we look.
 */
const TRIES = 5;

/** Thrown when places went to somebody else that the reseller had not asked for by name. */
export class Overtaken extends Error {}

/** Does all of the work or nothing of it; once more when we were overtaken. */
export async function atDesk<T>(desk: Desk, work: (open: OpenDesk) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(desk.runtime.db, (trx) => work(open(desk, trx)));
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (attempt === TRIES) throw new OctoError('UNPROCESSABLE_ENTITY', 'The places went to somebody else.');
    }
  }
}

function open(desk: Desk, trx: DatabaseTransaction): OpenDesk {
  const { config, random, signer } = desk.runtime;
  const store = ownerStoreInside(desk.runtime, trx);
  return { ...desk, trx, parts: { config, store, random, signer } };
}

/** A booking of this reseller's, kept to the transaction. @throws OctoError `INVALID_BOOKING_UUID` */
export async function requireBooking({ trx, agreement }: OpenDesk, uuid: string): Promise<BookingRow> {
  const isOne = uuidSchema.safeParse(uuid).success;
  const row = isOne ? await lockBooking(trx, agreement.id, uuid.toLowerCase()) : undefined;
  if (!row) throw new OctoError('INVALID_BOOKING_UUID', uuid);
  return row;
}

/** What became of a booking's reservation. */
export const reservationOf = ({ parts, agreement }: OpenDesk, row: BookingRow): Promise<Reservation> =>
  read(parts, agreement, row.reservation_id);

/** A booking as it is told to its reseller. */
export async function show(desk: OpenDesk, row: BookingRow, reservation: Reservation, said: Said): Promise<Booking> {
  const { agreement, trx } = desk;
  const date = await dateOf(desk, row.performance_id);
  const vacancies = await readVacancies(trx, agreement, [date.offer]);
  return describeBooking(row, reservation, { ...desk, terms: agreement.terms, date, vacancies, said });
}

/** A performance that something was booked of, whether or not it may still be sold. */
async function dateOf({ runtime, trx, agreement }: OpenDesk, performance: string): Promise<Dated> {
  const offer = (await runtime.catalogue.offers([performance], trx)).get(performance);
  if (!offer) throw new Error(`Performance ${performance} is booked and not there.`);
  const { startsAt, priceTypes } = factsOf(offer);
  const over = { state: 'sale-ended', from: startsAt, until: startsAt, priceTypes } as const;
  return dateUnder(runtime, agreement, offer) ?? { offer, sale: over };
}
