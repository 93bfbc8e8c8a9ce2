import { sql } from 'kysely';
import type { Database } from '../../adapters/postgres/tables.ts';

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
      -- What is owed for a visit on a pass was not paid with this order.
      and not exists (select from jsonb_array_elements(l.lines) line where line->'owed' is not null)
      and (l.decided_at < clock_timestamp() - interval '80 days' or not exists (
        select from jsonb_array_elements(l.lines) line
        where (line->'performance'->>'startsAt')::timestamptz > clock_timestamp() - interval '1 day'))
    group by l.id, a.partner_id
    having sum(e.cents) > 0
    order by l.decided_at
    limit ${limit}`.execute(db);
  return rows;
}
