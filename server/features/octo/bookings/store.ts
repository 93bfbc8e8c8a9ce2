import { type Selectable, sql } from 'kysely';
import type { DatabaseTransaction, Tables } from '../../../adapters/postgres/tables.ts';

export type BookingRow = Selectable<Tables['octo_booking']>;

/** Keeps a booking to this transaction, also one that does not exist yet, and reads it. */
export async function lockBooking(
  trx: DatabaseTransaction,
  agreement: string,
  uuid: string,
): Promise<BookingRow | undefined> {
  await lock(trx, `${agreement}/${uuid}`);
  return trx
    .selectFrom('octo_booking')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .where('uuid', '=', uuid)
    .executeTakeFirst();
}

/**
 * Lets one reseller at a time choose the best seats of a performance, or all of them would choose the same. Taken after the
 * booking and before anything that is held.
 */
export const lockChoice = (trx: DatabaseTransaction, performance: string): Promise<void> => lock(trx, performance);

async function lock(trx: DatabaseTransaction, name: string): Promise<void> {
  await sql`select lock_octo(${name})`.execute(trx);
}

export interface BookingFilter {
  readonly resellerReference?: string | undefined;
  readonly supplierReference?: string | undefined;
}

/** A reseller's bookings by either reference, newest first. */
export const listBookings = (
  trx: DatabaseTransaction,
  agreement: string,
  { resellerReference, supplierReference }: BookingFilter,
): Promise<BookingRow[]> =>
  trx
    .selectFrom('octo_booking')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .$if(resellerReference !== undefined, (query) => query.where('reseller_reference', '=', resellerReference ?? ''))
    .$if(supplierReference !== undefined, (query) => query.where('reference', '=', supplierReference ?? ''))
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();

export type BookingChange = Partial<
  Pick<
    BookingRow,
    'reservation_id' | 'reseller_reference' | 'product_id' | 'option_id' | 'performance_id' | 'items' | 'expires_at'
  >
> & { readonly cancelled?: boolean };

/** Writes what became of a booking, and gives it as it is then. */
export const changeBooking = (
  trx: DatabaseTransaction,
  { agreement_id, uuid }: Pick<BookingRow, 'agreement_id' | 'uuid'>,
  { items, cancelled, ...change }: BookingChange,
): Promise<BookingRow> =>
  trx
    .updateTable('octo_booking')
    .set({
      ...change,
      ...(items && { items: JSON.stringify(items) }),
      ...(cancelled && { cancelled_at: sql<Date>`coalesce(cancelled_at, clock_timestamp())` }),
      updated_at: sql<Date>`clock_timestamp()`,
    })
    .where('agreement_id', '=', agreement_id)
    .where('uuid', '=', uuid)
    .returningAll()
    .executeTakeFirstOrThrow();
