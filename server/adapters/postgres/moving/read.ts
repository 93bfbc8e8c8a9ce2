import type pg from 'pg';
import type { AppliedMigration, CentreRows, MovedTable } from '../../../features/moving/ports.ts';
import type { CentreNames } from '../names.ts';
import { readShapes, type TableShape } from './catalogue.ts';
import { JOB_TABLE, selectJobs } from './jobs.ts';

/** Rows fetched at a time. */
const PAGE = 500;

/** Reads a centre's rows by a client that is in a transaction; `shapes` are its tables. */
export async function readCentre(
  client: pg.ClientBase,
  names: CentreNames,
): Promise<CentreRows & { readonly shapes: readonly TableShape[] }> {
  await client.query(
    "set local timezone = 'UTC'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0",
  );
  const shapes = await readShapes(client, names.schema);
  const { rows: migrations } = await client.query<AppliedMigration>(
    `select name, checksum from ${names.schema}.migration order by name collate "C"`,
  );
  const tables: MovedTable[] = [];
  for (const shape of shapes) tables.push(await withNumber(client, names, shape));
  tables.push({ name: JOB_TABLE });
  const selects = new Map(shapes.map((shape) => [shape.name, selectRows(names, shape)]));
  selects.set(JOB_TABLE, selectJobs(names));
  return {
    ...{ migrations, tables, shapes },
    connected: await countConnected(client, names),
    rows: (table) => pagesOf(client, selects.get(table) ?? ''),
  };
}

const selectRows = ({ schema }: CentreNames, { name, columns, order }: TableShape) => `
  select row_to_json(moved)::text as line from (select ${columns.join(', ')} from ${schema}.${name}) moved
  order by ${order.length > 0 ? order.join(', ') : 'line collate "C"'}`;

async function* pagesOf(client: pg.ClientBase, select: string): AsyncGenerator<readonly string[], void> {
  await client.query(`declare moved no scroll cursor for ${select}`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${PAGE} from moved`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < PAGE) break;
  }
  await client.query('close moved');
}

/** Asked of the sequence, because rows with the highest numbers may have been tidied away. */
async function withNumber(
  client: pg.ClientBase,
  { schema }: CentreNames,
  { name, identity }: TableShape,
): Promise<MovedTable> {
  if (identity === null) return { name };
  const { rows } = await client.query<{ last: string | null }>(
    'select pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass) as last',
    [`${schema}.${name}`, identity],
  );
  const last = rows[0]?.last ?? null;
  return last === null ? { name } : { name, lastNumber: Number(last) };
}

async function countConnected(client: pg.ClientBase, { role }: CentreNames): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity
    where usename = $1 and datname = current_database() and pid <> pg_backend_pid()`,
    [role],
  );
  return rows[0]?.count ?? 0;
}
