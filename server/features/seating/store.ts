import { sql } from 'kysely';
import type { Database } from '../../adapters/postgres/tables.ts';
import type { PlaceChange } from './board.ts';

/**
 * How far a reader is. Everything that a transaction below `xid` did is known; `at` (seconds since 1970, database
 * clock) tells how old that knowledge is. Transactions get their number when they start to write and may commit in
 * another order, so a reader never goes past the oldest that still runs.
 */
export interface Cursor {
  readonly xid: bigint;
  readonly at: number;
}

export const writeCursor = ({ xid, at }: Cursor): string => `${xid}.${Math.floor(at)}`;

/** Undefined for anything we did not write ourselves. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const [, xid, at] = /^(\d{1,19})\.(\d{1,11})$/.exec(text ?? '') ?? [];
  return xid && at ? { xid: BigInt(xid), at: Number(at) } : undefined;
}

type Places = Readonly<Record<string, PlaceChange>>;

interface Now {
  readonly xid: string;
  readonly at: number;
}

const NOW = sql`
  pg_snapshot_xmin(pg_current_snapshot())::text as xid, extract(epoch from clock_timestamp())::float8 as at`;

const toCursor = ({ xid, at }: Now): Cursor => ({ xid: BigInt(xid), at });

/** What is taken in a performance at this moment, and from where to follow on. */
export async function readTaken(db: Database, performance: string): Promise<{ cursor: Cursor; taken: Places }> {
  const { rows } = await sql<Now & { taken: Places | null }>`
    select ${NOW}, (
      select jsonb_object_agg(place, jsonb_build_object(
        'state', state, 'until', case when isfinite(until) then extract(epoch from until) end))
      from claim where performance_id = ${performance} and until > clock_timestamp()
    ) as taken`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('The database did not answer.');
  return { cursor: toCursor(row), taken: row.taken ?? {} };
}

export interface Changes {
  readonly cursor: Cursor;
  /** By performance, in the order they happened. */
  readonly changes: ReadonlyMap<string, readonly Places[]>;
}

/** What happened since a cursor in any of these performances, and how far that brings the reader. */
export async function readChanges(db: Database, performances: readonly string[], since: Cursor): Promise<Changes> {
  const { rows } = await sql<Now & { changes: [performance: string, places: Places][] | null }>`
    select ${NOW}, (
      -- A place is changed under its lock, so the order of ids is the order in which things happened to it.
      select jsonb_agg(jsonb_build_array(performance_id, places) order by id)
      from seat_change
      where performance_id = any(${performances})
        and xid >= ${since.xid.toString()}::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot())
    ) as changes`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('The database did not answer.');
  const changes = new Map<string, Places[]>();
  for (const [performance, places] of row.changes ?? []) {
    changes.set(performance, [...(changes.get(performance) ?? []), places]);
  }
  return { cursor: toCursor(row), changes };
}

/** Places of a performance that may look different since a cursor: changed by somebody, or held until meanwhile. */
export async function readTouched(db: Database, performance: string, since: Cursor): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string }>`
    select jsonb_object_keys(places) as place from seat_change
      where performance_id = ${performance} and xid >= ${since.xid.toString()}::xid8
    union
    select place from claim
      where performance_id = ${performance} and state = 'held'
        and until between to_timestamp(${since.at - 1}) and clock_timestamp()`.execute(db);
  return rows.map(({ place }) => place);
}
