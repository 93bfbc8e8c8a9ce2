import pg from 'pg';
import { MovingError } from '../../../features/moving/moving-error.ts';
import type { CentreRows, CentreToFill } from '../../../features/moving/ports.ts';
import type { CentreNames } from '../names.ts';
import type { TableShape } from './catalogue.ts';
import { addJobs, JOB_TABLE } from './jobs.ts';
import { readCentre } from './read.ts';

/**
 * Reads a centre as it is at one moment; it may sell on meanwhile.
 * @param url Address with the centre's own role.
 */
export function readOut<T>(url: string, names: CentreNames, work: (source: CentreRows) => Promise<T>): Promise<T> {
  return inTransaction(url, 'isolation level repeatable read read only', async (client) =>
    work(await readCentre(client, names)),
  );
}

/**
 * Fills a centre's tables in one transaction, which stands only when `work` is done. Meanwhile nobody else gets at them.
 * @param adminUrl Address with the role that owns the tables.
 */
export function fill<T>(adminUrl: string, names: CentreNames, work: (target: CentreToFill) => Promise<T>): Promise<T> {
  return inTransaction(adminUrl, '', async (client) => {
    const { shapes, ...rows } = await readCentre(client, names);
    const table = ({ name }: TableShape) => `${names.schema}.${name}`;
    await client.query("set local lock_timeout = '5s'");
    await client.query(`lock table ${shapes.map(table).join(', ')} in access exclusive mode`);
    // What they see to was seen to when the rows were written first, by statement; a page is not what was a statement.
    for (const shape of shapes) await client.query(`alter table ${table(shape)} disable trigger user`);
    const result = await work({ ...rows, ...createFiller(client, names, shapes) });
    for (const shape of shapes) await client.query(`alter table ${table(shape)} enable trigger user`);
    return result;
  });
}

function createFiller(
  client: pg.ClientBase,
  names: CentreNames,
  shapes: readonly TableShape[],
): Pick<CentreToFill, 'add' | 'continueAfter'> {
  const shapeOf = (name: string) => shapes.find((shape) => shape.name === name);
  return {
    async add(name, rows) {
      const shape = shapeOf(name);
      try {
        if (name === JOB_TABLE) await addJobs(client, names, rows);
        else if (shape) await insert(client, names, shape, rows);
      } catch (cause) {
        // Data exceptions and broken rules are the rows' own; anything else is the database's.
        if (!(cause instanceof pg.DatabaseError && /^2[23]/.test(cause.code ?? ''))) throw cause;
        throw new MovingError(`${name}.ndjson: the database refuses a row of it: ${cause.message}`, { cause });
      }
    },
    async continueAfter(name, lastNumber) {
      await client.query('select setval(pg_get_serial_sequence($1, $2)::regclass, $3)', [
        `${names.schema}.${name}`,
        shapeOf(name)?.identity,
        lastNumber,
      ]);
    },
  };
}

async function insert(
  client: pg.ClientBase,
  { schema }: CentreNames,
  { name, columns }: TableShape,
  rows: readonly string[],
): Promise<void> {
  const list = columns.join(', ');
  await client.query(
    `insert into ${schema}.${name} (${list}) overriding system value
    select ${list} from json_populate_recordset(null::${schema}.${name}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
}

async function inTransaction<T>(url: string, mode: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // Told by the query that fails, too; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`begin ${mode}`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    // What was not committed is undone by the connection's end.
    await client.end();
  }
}
