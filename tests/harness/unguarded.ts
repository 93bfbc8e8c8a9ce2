import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { TestCentre } from './centre.ts';

/** Takes away from a centre what keeps two buyers from getting one seat, so that a test can show it would notice. */
export const removeGuards = (centre: TestCentre): Promise<void> =>
  rewrite(centre, readFileSync(new URL('./unguarded.sql', import.meta.url), 'utf8'));

/** Lets resellers book at the same moment without waiting for each other. */
export const removeOctoLock = (centre: TestCentre): Promise<void> =>
  rewrite(centre, 'create or replace function lock_octo(name text) returns void language sql as $$ select $$');

/** Lets servers offer places to who waits without waiting for each other. */
export const removeWaitingLock = (centre: TestCentre): Promise<void> =>
  rewrite(
    centre,
    'create or replace function lock_waiting(performance text) returns void language sql as $$ select $$',
  );

async function rewrite({ adminUrl, schema }: TestCentre, definitions: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`set search_path = ${schema}`);
    await client.query(definitions);
  } finally {
    await client.end();
  }
}
