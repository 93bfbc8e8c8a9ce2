import { sql } from 'kysely';
import type { NetworkChange, NetworkChanges } from '../../../../sdk/contract/network/index.ts';
import type { Database } from '../../../adapters/postgres/tables.ts';

/** Where a reader is in the feed of an agreement, and how much it wants at a time. */
export interface FeedPosition {
  /** Cursor of the last change it knows; 0 for none. */
  readonly after: string;
  readonly limit: number;
}

/** What happened for an agreement after a position, oldest first. Nothing is ever added before what was read. */
export async function readChanges(
  db: Database,
  agreement: string,
  { after, limit }: FeedPosition,
): Promise<NetworkChanges> {
  const rows = await db
    .selectFrom('network_change')
    .select(['kind', 'reservation_id', 'performance_id', 'starts_at', 'created_at'])
    .select(sql<string>`id::text`.as('cursor'))
    .where('agreement_id', '=', agreement)
    .where(sql<boolean>`id > ${after}::numeric`)
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const changes = rows.slice(0, limit).map(
    (row): NetworkChange => ({
      ...{ cursor: row.cursor, at: row.created_at.toISOString(), kind: row.kind },
      ...(row.reservation_id !== null && { reservation: row.reservation_id }),
      ...(row.performance_id !== null && { performance: row.performance_id }),
      ...(row.starts_at !== null && { startsAt: row.starts_at.toISOString() }),
    }),
  );
  return { changes, cursor: changes.at(-1)?.cursor ?? after, more: rows.length > limit };
}
