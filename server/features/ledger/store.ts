import { createHash } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Line } from '../../../sdk/contract/cart.ts';
import type { Agreement, Entry } from '../../../sdk/contract/network/index.ts';
import type { VatCode } from '../../../sdk/contract/vat.ts';
import { hashEntry, type Posting, periodOf } from '../../../sdk/model/ledger/index.ts';
import type { DatabaseTransaction, Tables } from '../../adapters/postgres/tables.ts';

type Row = Insertable<Tables['entry']>;
type PostingRow = Insertable<Tables['posting']>;

/** What a booking is about, and so what it cannot be booked twice by. */
export interface Booking extends Pick<PostingRow, 'kind' | 'reference' | 'agreement_id' | 'order_id' | 'at'> {
  readonly postings: readonly Posting[];
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const ROWS_AT_ONCE = 1_000;

/** SHA-256 in hex: what both centres compare entries by. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const entryRow = (role: Agreement['role'], entry: Entry): Row => ({
  agreement_id: entry.agreement.toLowerCase(),
  id: entry.id.toLowerCase(),
  role,
  reservation_id: entry.reservation.toLowerCase(),
  line_id: entry.line.toLowerCase(),
  performance_id: entry.performance,
  place: entry.place,
  kind: entry.kind,
  cents: entry.amount.cents,
  vat: entry.vat,
  at: new Date(entry.at),
  period: periodOf(new Date(entry.at)),
  hash: hashEntry(entry, sha256),
});

/** An entry as it came in, from the row it became. */
export const toEntry = (row: Selectable<Tables['entry']>): Entry => ({
  id: row.id,
  agreement: row.agreement_id,
  reservation: row.reservation_id,
  line: row.line_id,
  performance: row.performance_id,
  place: row.place,
  kind: row.kind,
  amount: { cents: row.cents, currency: 'EUR' },
  vat: row.vat,
  at: row.at.toISOString(),
});

/** What the sale of an order's lines, and undoing it, put on the account, oldest first. */
export async function entriesOfOrder(trx: DatabaseTransaction, order: string): Promise<readonly Entry[]> {
  const rows = await trx
    .selectFrom('entry')
    .innerJoin('orders', 'orders.agreement_id', 'entry.agreement_id')
    .innerJoin('order_line', (join) =>
      join.onRef('order_line.id', '=', 'entry.line_id').onRef('order_line.order_id', '=', 'orders.id'),
    )
    .selectAll('entry')
    .where('orders.id', '=', order)
    .orderBy('entry.at')
    .orderBy('order_line.position')
    .orderBy('entry.kind', 'desc')
    .execute();
  return rows.map(toEntry);
}

/** Writes what is not there yet, and tells the ids it wrote. Waits for whoever is writing the same. */
export async function insertEntries(trx: DatabaseTransaction, rows: readonly Row[]): Promise<Set<string>> {
  const written = new Set<string>();
  for (const some of inParts(rows)) {
    const added = await trx
      .insertInto('entry')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    for (const { id } of added) written.add(id);
  }
  return written;
}

/** The ids of those that are not there with this very content and side. */
export async function differingEntries(trx: DatabaseTransaction, rows: readonly Row[]): Promise<string[]> {
  const differing = new Set<string>();
  for (const some of inParts(rows)) {
    const found = await trx
      .selectFrom('entry')
      .select(['id', 'agreement_id', 'role', 'hash'])
      .where('agreement_id', 'in', [...new Set(some.map(({ agreement_id }) => agreement_id))])
      .where('id', 'in', [...new Set(some.map(({ id }) => id))])
      .execute();
    const keys = new Set(found.map(keyOf));
    for (const row of some) if (!keys.has(keyOf(row))) differing.add(row.id);
  }
  return [...differing];
}

const keyOf = ({ agreement_id, id, role, hash }: Pick<Row, 'agreement_id' | 'id' | 'role' | 'hash'>) =>
  [agreement_id, id, role, hash].join(' ');

/** Writes both sides of bookings; the database refuses what does not balance, and what was booked before. */
export async function insertBookings(trx: DatabaseTransaction, bookings: readonly Booking[]): Promise<void> {
  // Each booking whole in one statement: that is what the database judges.
  for (const some of inParts(bookings)) {
    const rows = some.flatMap(({ postings, ...booking }) =>
      postings.map((posting, index) => ({ ...booking, ...posting, position: index + 1 })),
    );
    if (rows.length > 0) await trx.insertInto('posting').values(rows).execute();
  }
}

/** Writes lines of the cash book; the same kind and reference a second time is refused. */
export async function insertLines(trx: DatabaseTransaction, lines: readonly Insertable<Tables['ledger_entry']>[]) {
  if (lines.length > 0) await trx.insertInto('ledger_entry').values(lines).execute();
}

/** How many lines of a kind have a reference that begins so. */
export async function countLines(trx: DatabaseTransaction, kind: 'chargeback', prefix: string): Promise<number> {
  const { count } = await trx
    .selectFrom('ledger_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', kind)
    .where('reference', 'like', `${prefix}%`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A line of an order, as far as the books care. */
export type OrderLine = Pick<Selectable<Tables['order_line']>, 'id' | 'performance_id' | 'leg_id' | 'cents'> & {
  /** As it was frozen; without it, that of the performance counts. */
  readonly vat?: VatCode | null;
  readonly snapshot?: Pick<Line, 'owed'>;
};

/** The VAT code of each line that is our own, by its id: as it was frozen, or that of its performance at this moment. */
export async function vatOfLines(
  trx: DatabaseTransaction,
  lines: readonly OrderLine[],
): Promise<ReadonlyMap<string, VatCode>> {
  const own = lines.filter(({ leg_id: leg }) => leg === null);
  if (own.length === 0) return new Map();
  const rows = await trx
    .selectFrom('performance')
    .select(['id', 'vat'])
    .where('id', 'in', [...new Set(own.map(({ performance_id: id }) => id))])
    .execute();
  const vat = new Map(rows.map((row) => [row.id, row.vat]));
  return new Map(
    own.map(({ id, performance_id: performance, vat: frozen }) => {
      const code = frozen ?? vat.get(performance);
      if (!code) throw new Error(`There is no performance ${performance} to book a line of.`);
      return [id, code];
    }),
  );
}

function inParts<T>(all: readonly T[]): T[][] {
  const parts = Math.ceil(all.length / ROWS_AT_ONCE);
  return Array.from({ length: parts }, (_, part) => all.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE));
}
