import { mkdir, readdir } from 'node:fs/promises';
import { FORMAT, type Manifest, type TableSummary, writeManifest } from './manifest.ts';
import { MovingError } from './moving-error.ts';
import type { CentreRows } from './ports.ts';
import { writeTable } from './table-file.ts';

/** Who the centre is, and with which keys it signs; none of it is in its tables. */
export type Identity = Pick<Manifest, 'centre' | 'ticketKeys' | 'networkKeys'>;

export interface Exported {
  readonly manifest: Manifest;
  /** Hash of the whole. */
  readonly sha256: string;
}

/**
 * Writes everything a centre has into a folder that is new or empty: a file a table, and a manifest.
 * @throws MovingError when the folder is not empty.
 */
export async function exportCentre(
  folder: string,
  source: CentreRows,
  identity: Identity,
  now: Date,
): Promise<Exported> {
  // Customers are in it.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new MovingError(`${folder} is not empty`);
  const tables: TableSummary[] = [];
  for (const table of source.tables) {
    tables.push({ ...table, ...(await writeTable(folder, table.name, source.rows(table.name))) });
  }
  const manifest: Manifest = {
    format: FORMAT,
    ...identity,
    exportedAt: now.toISOString(),
    migrations: [...source.migrations],
    tables,
  };
  return { manifest, sha256: await writeManifest(folder, manifest) };
}
