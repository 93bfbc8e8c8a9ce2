import type { Identity } from './export.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { MovingError } from './moving-error.ts';
import type { AppliedMigration, CentreRows, CentreToFill } from './ports.ts';
import { checkTable, fileOf, readTable, tallyOf } from './table-file.ts';

/**
 * Reads all of an archive, and changes nothing.
 * @param known What this program's tables are made by.
 * @throws MovingError when it is damaged, incomplete or of another version.
 */
export async function checkArchive(folder: string, known: readonly AppliedMigration[]): Promise<Manifest> {
  const manifest = await readManifest(folder);
  refuseOtherTables(manifest, known);
  for (const table of manifest.tables) await checkTable(folder, table);
  return manifest;
}

function refuseOtherTables({ migrations }: Manifest, known: readonly AppliedMigration[]): void {
  const strange =
    migrations.find(({ name, checksum }) => !known.some((one) => one.name === name && one.checksum === checksum)) ??
    known.find(({ name }) => !migrations.some((one) => one.name === name));
  if (!strange) return;
  throw new MovingError(
    `manifest.json: migrations: ${strange.name} is not the same here and there: read the archive in with the version of Foyer that made it, then update`,
  );
}

/**
 * Fills a centre that has nothing yet with what an archive has, and reads it all back to see that it is the same.
 * Whoever calls undoes everything when this throws.
 * @throws MovingError when the centre is at work, has something already, or did not become what the archive says.
 */
export async function importCentre(folder: string, { tables }: Manifest, target: CentreToFill): Promise<void> {
  if (target.connected > 0) {
    throw new MovingError(`the centre is at work here (${target.connected} connections): stop its server first`);
  }
  const [first, second] = [tables, target.tables].map((list) => list.map(({ name }) => name).sort());
  if (first?.join() !== second?.join()) {
    throw new MovingError('manifest.json: tables: not the ones that this version has: the archive is not complete');
  }
  await refuseFull(target);
  for (const { name, lastNumber } of tables) {
    for await (const page of readTable(folder, name)) await target.add(name, page);
    if (lastNumber !== undefined) await target.continueAfter(name, lastNumber);
  }
  for (const { name, rows, sha256 } of tables) {
    const found = await tallyOf(target.rows(name));
    if (found.rows !== rows || found.sha256 !== sha256) {
      throw new MovingError(`${fileOf(name)}: what the database has of it afterwards is not the same`);
    }
  }
}

async function refuseFull(target: CentreRows): Promise<void> {
  for (const { name } of target.tables) {
    for await (const page of target.rows(name)) {
      if (page.length > 0) throw new MovingError(`the centre is not empty here: it has rows in ${name}`);
    }
  }
}

/** What of the configuration is not what the archive's centre had, a line each: tickets and partners would notice. */
export function differences(manifest: Manifest, { centre, networkKeys, ticketKeys }: Identity): readonly string[] {
  const lacks = (has: Identity['ticketKeys'], wanted: Identity['ticketKeys']) =>
    wanted.filter(({ id }) => !has.some((key) => key.id === id)).map(({ id }) => id);
  const [tickets, network] = [lacks(ticketKeys, manifest.ticketKeys), lacks(networkKeys, manifest.networkKeys)];
  return [
    ...(tickets.length > 0
      ? [`ticketSeed is not the one that signed the tickets (key ${tickets.join(', ')}): doors will refuse them`]
      : []),
    ...(network.length > 0
      ? [`networkSeeds lack the keys that partners know (${network.join(', ')}): they will refuse requests`]
      : []),
    ...(centre.apiUrl === manifest.centre.apiUrl
      ? []
      : [`publicUrl makes ${centre.apiUrl}, and partners and payments know ${manifest.centre.apiUrl}`]),
  ];
}
