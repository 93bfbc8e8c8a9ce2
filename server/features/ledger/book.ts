import type { Agreement, Entry } from '../../../sdk/contract/network/index.ts';
import { postingsOfEntry } from '../../../sdk/model/ledger/index.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { differingEntries, entryRow, insertBookings, insertEntries } from './store.ts';

/** Entries that cannot be booked, because the books have others under their ids or for their lines. Nothing was booked. */
export class EntryConflict extends Error {
  readonly entries: readonly string[];

  constructor(entries: readonly string[]) {
    super(`The books say otherwise than: ${entries.join(', ')}`);
    this.name = 'EntryConflict';
    this.entries = entries;
  }
}

/**
 * Puts entries of agreements in our books, inside the caller's transaction: as their owner when we confirm or cancel, as
 * their seller when the owner told us. What is already there stays as it is, so that it can be told as often as needed.
 * @param role What we are in their agreements.
 * @throws EntryConflict when one has the id of an entry with another content, or its line was sold or undone by another
 *   entry; the transaction must then not commit.
 * @throws an error of the database (foreign key `entry_agreement_id_role_fkey`) for an agreement we do not have in that
 *   role.
 */
export async function bookEntries(
  trx: DatabaseTransaction,
  role: Agreement['role'],
  entries: readonly Entry[],
): Promise<void> {
  // In one order, so that two who book the same wait for each other rather than both for ever.
  const rows = entries.map((entry) => entryRow(role, entry)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const written = await insertEntries(trx, rows);
  const conflicts = await differingEntries(trx, rows);
  if (conflicts.length > 0) throw new EntryConflict(conflicts);
  await insertBookings(
    trx,
    entries.filter(({ id }) => written.delete(id.toLowerCase())).map((entry) => bookingOf(role, entry)),
  );
}

const bookingOf = (role: Agreement['role'], entry: Entry) => ({
  kind: 'entry' as const,
  reference: `${entry.agreement}/${entry.id}`.toLowerCase(),
  agreement_id: entry.agreement,
  at: new Date(entry.at),
  postings: postingsOfEntry(role, entry),
});
