import type pg from 'pg';

/** A table, as far as moving its rows needs. */
export interface TableShape {
  readonly name: string;
  /** The columns that are written, and not worked out. */
  readonly columns: readonly string[];
  /** What puts rows in an order that is the same in every database, whatever its language. */
  readonly order: readonly string[];
  /** The column that numbers rows. */
  readonly identity: string | null;
  /** Tables whose rows its rows refer to. */
  readonly references: readonly string[];
}

/** Tables that stay behind, each with a reason. */
const STAYS: readonly string[] = [
  // Made wherever the centre goes; the archive says which they were.
  'migration',
  // Followers go by the numbers of this database's transactions, and start again at another one.
  'seat_change',
];

/** What there is to move of a schema, in an order in which rows may refer to rows before them. */
export async function readShapes(client: pg.ClientBase, schema: string): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname::text as name,
      array(select quote_ident(attname) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
        from pg_index i cross join unnest(i.indkey) with ordinality as key (attnum, position)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = key.attnum
        where i.indrelid = c.oid and i.indisprimary order by key.position) as order,
      (select attname::text from pg_attribute where attrelid = c.oid and attidentity <> '') as identity,
      array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as references
    from pg_class c
    where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relname <> all ($2)
    order by c.relname`,
    [schema, STAYS],
  );
  return inOrder(rows);
}

function inOrder(tables: readonly TableShape[]): readonly TableShape[] {
  const ordered: TableShape[] = [];
  const isDone = (name: string) => ordered.some((table) => table.name === name);
  while (ordered.length < tables.length) {
    const next = tables.find(({ name, references }) => !isDone(name) && references.every(isDone));
    if (!next) throw new Error(`Tables that refer to each other in a circle cannot be moved; ${ordered.length} could.`);
    ordered.push(next);
  }
  return ordered;
}
