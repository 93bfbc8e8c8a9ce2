import type { Entry, EntryHash, EntryTotal } from '../../../sdk/contract/index.ts';
import type { Database, Tables } from '../../adapters/postgres/tables.ts';
import { toEntry } from '../ledger/index.ts';

/** An agreement we have or had with a partner, in either role. */
export interface Bond {
  readonly id: string;
  readonly role: Tables['agreement']['role'];
  readonly partnerName: string;
}

/** Every agreement there ever was with a partner, also those that ended: their accounts go on. */
export async function bondsWith(db: Database, partner: string): Promise<Bond[]> {
  const rows = await db
    .selectFrom('agreement')
    .select(['id', 'role', 'partner'])
    .where('partner_id', '=', partner)
    .where('state', '<>', 'offered')
    .orderBy('id')
    .execute();
  return rows.map(({ id, role, partner: centre }) => ({ id, role, partnerName: centre?.name ?? partner }));
}

/** What is on the account of an agreement for a period, oldest first. */
export async function entriesOf(db: Database, agreement: string, period: string): Promise<Entry[]> {
  const rows = await db
    .selectFrom('entry')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .where('period', '=', period)
    .orderBy('at')
    .orderBy('line_id')
    .orderBy('id')
    .execute();
  return rows.map(toEntry);
}

/** The ids and hashes of a period, by id, from after one; at most so many. */
export const hashesOf = (
  db: Database,
  agreement: string,
  period: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit?: number } = {},
): Promise<EntryHash[]> =>
  db
    .selectFrom('entry')
    .select(['id', 'hash'])
    .where('agreement_id', '=', agreement)
    .where('period', '=', period)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .orderBy('id')
    .execute();

/** The same as `totalsOf` in the model, of entries that are too many to fetch. */
export async function totalsOfPeriod(db: Database, agreement: string, period: string): Promise<EntryTotal[]> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => ['kind', 'vat', fn.countAll<string>().as('count'), fn.sum<string>('cents').as('cents')])
    .where('agreement_id', '=', agreement)
    .where('period', '=', period)
    .groupBy(['kind', 'vat'])
    .orderBy('kind')
    .orderBy('vat')
    .execute();
  return rows.map(({ kind, vat, count, cents }) => ({
    ...{ kind, vat, count: Number(count) },
    amount: { cents: Number(cents), currency: 'EUR' },
  }));
}

/** Those of some entries that an agreement has, whatever their period. */
export async function entriesById(db: Database, agreement: string, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('entry')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map(toEntry);
}
