import { sql } from 'kysely';
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

/** What we, selling under an agreement, sent its owner already of what was sold in a period; cents. */
export async function movedOf(db: Database, agreement: string, period: string): Promise<number> {
  const { cents } = await db
    .selectFrom('posting')
    .innerJoin('leg', (join) => join.on(sql<boolean>`leg.id::text = posting.reference`))
    .select(({ fn }) => fn.sum<string | null>('posting.cents').as('cents'))
    .where('posting.kind', '=', 'share')
    .where('posting.account', '=', 'partner')
    .where('posting.agreement_id', '=', agreement)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entry')
          .select('entry.id')
          .whereRef('entry.agreement_id', '=', 'leg.agreement_id')
          .whereRef('entry.reservation_id', '=', 'leg.reservation_id')
          .where('entry.kind', '=', 'sale')
          .where('entry.period', '=', period),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(cents ?? 0);
}

/** A part of an order that an owner confirmed and whose share can go to it. */
export interface ShareDue {
  readonly leg: string;
  readonly agreement: string;
  readonly owner: string;
  readonly order: string;
  readonly cents: number;
}

/**
 * Shares that did not go yet, of these owners: of performances that began a day ago, so that little of it will still go
 * back, or of sales so old that the provider will not move them much longer.
 */
export async function sharesDue(db: Database, owners: readonly string[], limit: number): Promise<ShareDue[]> {
  if (owners.length === 0) return [];
  const { rows } = await sql<ShareDue>`
    select l.id as leg, l.agreement_id as agreement, a.partner_id as owner, l.order_id as "order",
      sum(e.cents)::integer as cents
    from leg l
    join agreement a on a.id = l.agreement_id
    join entry e on e.agreement_id = l.agreement_id and e.reservation_id = l.reservation_id
    where l.state = 'confirmed' and l.order_id is not null and a.partner_id = any(${owners})
      and l.decided_at > clock_timestamp() - interval '89 days'
      and not exists (select from posting p where p.kind = 'share' and p.reference = l.id::text)
      and (l.decided_at < clock_timestamp() - interval '80 days' or not exists (
        select from jsonb_array_elements(l.lines) line
        where (line->'performance'->>'startsAt')::timestamptz > clock_timestamp() - interval '1 day'))
    group by l.id, a.partner_id
    having sum(e.cents) > 0
    order by l.decided_at
    limit ${limit}`.execute(db);
  return rows;
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
