import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { TestCentre } from './centre.ts';

/** Takes away from a centre what keeps two buyers from getting one seat, so that a test can show it would notice. */
export async function removeGuards({ adminUrl, schema }: TestCentre): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`set search_path = ${schema}`);
    await client.query(readFileSync(new URL('./unguarded.sql', import.meta.url), 'utf8'));
  } finally {
    await client.end();
  }
}
