import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

const FOLDER = new URL('./migrations/', import.meta.url);

export interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly text: string;
}

/** Every migration, in the order they are applied. */
export function readMigrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}

/** A newer version has worked on this database, and an older one would take what it does not know for nothing. */
export class DatabaseNewerError extends Error {
  readonly code = 'database_newer';

  constructor(schema: string, unknown: readonly string[]) {
    super(
      `database_newer: ${schema} was changed by a newer version of Foyer (${unknown.join(', ')}). ` +
        'Start that version again, or go back to the backup from before its upgrade.',
    );
    this.name = 'DatabaseNewerError';
  }
}

/**
 * Applies what a centre's schema does not have yet, each migration in a transaction of its own. The caller holds the
 * provisioning lock and is logged in as the owner.
 * @throws DatabaseNewerError before anything is applied; Error when a migration that was applied has been changed since.
 */
export async function migrate(client: pg.Client, schema: string): Promise<void> {
  await client.query(`
    create table if not exists ${schema}.migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from ${schema}.migration`,
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const migrations = readMigrations();
  const ours = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !ours.has(name)).sort();
  if (unknown.length > 0) throw new DatabaseNewerError(schema, unknown);
  for (const migration of migrations) {
    const known = applied.get(migration.name);
    if (known === migration.checksum) continue;
    if (known)
      throw new Error(`${migration.name} was changed after it was applied to ${schema}; add a new one instead.`);
    await apply(client, schema, migration);
  }
}

async function apply(client: pg.Client, schema: string, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local search_path = ${schema}`);
    await client.query(migration.text);
    await client.query(`insert into ${schema}.migration (name, checksum) values ($1, $2)`, [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
