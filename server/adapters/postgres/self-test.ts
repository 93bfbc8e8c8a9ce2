import { sql } from 'kysely';
import type { Database } from './tables.ts';

interface Findings {
  readonly role: string;
  readonly mighty: boolean;
  readonly owns: boolean;
  readonly foreign: string | null;
  readonly schema: string | null;
  readonly canRewriteLedger: boolean;
}

/**
 * Refuses to run a centre with a database role that could do more than its work: a mistake in the program must not be
 * able to change a table's definition, rewrite the ledger, or read another centre.
 * @throws Error that names the role and what it can do.
 */
export async function assertHumbleRole(db: Database, schema: string): Promise<void> {
  const { rows } = await sql<Findings>`
    select current_user::text as role,
      (select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
         from pg_roles where rolname = current_user) as mighty,
      exists (select from pg_class where relnamespace = ${schema}::regnamespace
         and pg_has_role(current_user, relowner, 'member')) as owns,
      (select nspname::text from pg_namespace
         where nspname like 'centre\\_%' and nspname not in (${schema}, ${`${schema}_jobs`})
         and has_schema_privilege(oid, 'usage') limit 1) as foreign,
      current_schema()::text as schema,
      (select bool_or(has_table_privilege(oid, 'update, delete')) from pg_class
         where relnamespace = ${schema}::regnamespace
         and relname in ('ledger_entry', 'entry', 'posting')) as "canRewriteLedger"`.execute(db);
  const found = rows[0];
  if (!found) throw new Error('The database did not answer the self-test.');
  const faults = [
    found.mighty && 'is a superuser, or may bypass row security, replicate, or create roles or databases',
    found.owns && `owns tables of ${schema}`,
    found.foreign !== null && `can enter ${found.foreign}`,
    found.schema !== schema && `works in schema ${found.schema} instead of ${schema}`,
    found.canRewriteLedger && 'can rewrite the ledger',
  ].filter((fault) => fault !== false);
  if (faults.length > 0) {
    throw new Error(`The database role ${found.role} is too mighty for the application: it ${faults.join('; it ')}.`);
  }
}
