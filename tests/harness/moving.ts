import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  centreNames,
  fill,
  type ProvisionedCentre,
  provisionCentre,
  readMigrations,
  readOut,
} from '../../server/adapters/postgres/index.ts';
import { createTicketSigner } from '../../server/adapters/tickets/index.ts';
import {
  checkArchive,
  type Exported,
  exportCentre,
  type Identity,
  importCentre,
} from '../../server/features/moving/index.ts';
import type { TestCentre } from './centre.ts';

/** A database with nothing in it, beside the one that tests use. */
export interface OtherDatabase {
  readonly adminUrl: string;
  drop(): Promise<void>;
}

export async function createOtherDatabase(adminUrl: string): Promise<OtherDatabase> {
  const name = `elders_${randomBytes(4).toString('hex')}`;
  await sayTo(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { adminUrl: url.href, drop: () => sayTo(adminUrl, `drop database ${name} with (force)`) };
}

async function sayTo(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Asks a database with the maintenance role. */
export async function lookAt<Row extends pg.QueryResultRow>(
  url: string,
  query: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(query, values)).rows;
  } finally {
    await client.end();
  }
}

/** A folder for archives, gone after `remove`. */
export function archiveFolder(): { path(name: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-moving-'));
  return { path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true }) };
}

const SIGNER = createTicketSigner(new Uint8Array(32).fill(7));

export const identityOf = ({ runtime: { config, networkKeys, signer = SIGNER } }: TestCentre): Identity => ({
  centre: { id: config.id, name: config.name, apiUrl: config.apiUrl },
  ticketKeys: [{ id: signer.keyId, publicKey: signer.publicKey }],
  networkKeys: [...networkKeys.shown],
});

export const exportTo = (folder: string, centre: TestCentre): Promise<Exported> =>
  readOut(centre.url, centreNames(centre.id), (source) =>
    exportCentre(folder, source, identityOf(centre), new Date('2026-11-28T12:00:00Z')),
  );

/** Reads an archive into another database, as the command does. */
export async function importInto(
  adminUrl: string,
  folder: string,
  { id, url }: TestCentre,
): Promise<ProvisionedCentre> {
  const manifest = await checkArchive(folder, readMigrations());
  // Roles are of all databases of a PostgreSQL: it keeps its password.
  const place = await provisionCentre(adminUrl, { id, password: decodeURIComponent(new URL(url).password) });
  await fill(adminUrl, place, (target) => importCentre(folder, manifest, target));
  return place;
}
