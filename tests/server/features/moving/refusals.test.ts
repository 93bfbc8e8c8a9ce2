import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { centreNames, readMigrations, readOut } from '../../../../server/adapters/postgres/index.ts';
import { checkArchive, differences, type Manifest, MovingError } from '../../../../server/features/moving/index.ts';
import { createTestCentre, openTestCart, type TestCentre } from '../../../harness/centre.ts';
import {
  archiveFolder,
  createOtherDatabase,
  exportTo,
  identityOf,
  importInto,
  lookAt,
  type OtherDatabase,
} from '../../../harness/moving.ts';

type Written = Manifest & { sha256?: string };

/** Writes the manifest anew with a hash that fits, as somebody would who changes an archive on purpose. */
function forge(folder: string, change: (manifest: Written) => void): void {
  const file = join(folder, 'manifest.json');
  const { sha256: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Written;
  change(manifest);
  const sha256 = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
  writeFileSync(file, JSON.stringify({ ...manifest, sha256 }));
}

/** Changes a table's file and makes the manifest fit it. */
function forgeTable(folder: string, name: string, change: (text: string) => string): void {
  const file = join(folder, `${name}.ndjson`);
  const text = change(readFileSync(file, 'utf8'));
  writeFileSync(file, text);
  forge(folder, ({ tables }) => {
    const table = tables.find((one) => one.name === name);
    assert.ok(table);
    Object.assign(table, {
      rows: text.split('\n').length - 1,
      sha256: createHash('sha256').update(text).digest('hex'),
    });
  });
}

const edit = (folder: string, file: string, from: RegExp, to: string) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  assert.match(text, from);
  writeFileSync(path, text.replace(from, to));
};

/** What can be wrong with an archive, and how the one line begins that says it. */
const WRONG: Record<string, [change: (folder: string) => void, message: RegExp]> = {
  'has no manifest': [
    (folder) => rmSync(join(folder, 'manifest.json')),
    /^manifest\.json: cannot be read in .*: not an archive/,
  ],
  'has a manifest that is no JSON': [
    (folder) => truncateSync(join(folder, 'manifest.json'), 100),
    /^manifest\.json: damaged: it is not a JSON object$/,
  ],
  'has a manifest in which somebody wrote': [
    (folder) => edit(folder, 'manifest.json', /"rows": [1-9]\d*/, '"rows": 0'),
    /^manifest\.json: damaged: its SHA-256 is not the one it says$/,
  ],
  'is of another format': [
    (folder) => forge(folder, (manifest) => Object.assign(manifest, { format: 'foyer-centre/2' })),
    /^manifest\.json: format is "foyer-centre\/2", and this program reads foyer-centre\/1$/,
  ],
  'is of a version with another table definition': [
    (folder) => forge(folder, ({ migrations }) => Object.assign(migrations[1] ?? {}, { checksum: '0'.repeat(64) })),
    /^manifest\.json: migrations: 002-holds\.sql is not the same here and there/,
  ],
  'is of an older version': [
    (folder) => forge(folder, ({ migrations }) => void migrations.splice(2, 1)),
    /^manifest\.json: migrations: 003-seat-rules\.sql is not the same/,
  ],
  'is of a newer version': [
    (folder) =>
      forge(folder, ({ migrations }) => void migrations.push({ name: '999-later.sql', checksum: '0'.repeat(64) })),
    /^manifest\.json: migrations: 999-later\.sql is not the same/,
  ],
  'names a file outside of it': [
    (folder) => forge(folder, ({ tables }) => Object.assign(tables[0] ?? {}, { name: '../secrets' })),
    /^manifest\.json: tables\.0\.name: /,
  ],
  'lacks a file': [
    (folder) => rmSync(join(folder, 'price.ndjson')),
    /^price\.ndjson: cannot be read: the archive is not complete$/,
  ],
  'lacks a row': [
    (folder) => edit(folder, 'price.ndjson', /^.*\n/, ''),
    /^price\.ndjson: has \d+ rows, and \d+ by the manifest$/,
  ],
  'ends in the middle of a row': [
    (folder) => truncateSync(join(folder, 'claim.ndjson'), 50),
    /^claim\.ndjson: ends in the middle of a row$/,
  ],
  'has a changed letter': [
    (folder) => edit(folder, 'claim.ndjson', /Z-A-1/, 'Z-A-7'),
    /^claim\.ndjson: damaged: its SHA-256 is not the manifest's$/,
  ],
  'lacks a table altogether': [
    (folder) =>
      forge(folder, (manifest) =>
        Object.assign(manifest, { tables: manifest.tables.filter(({ name }) => name !== 'claim') }),
      ),
    /^manifest\.json: tables: not the ones that this version has/,
  ],
  'has a row that breaks a rule of the database': [
    (folder) => forgeTable(folder, 'price', (text) => text.replace(/"cents":\d+/, '"cents":-1')),
    /^price\.ndjson: the database refuses a row of it: .*violates check constraint/,
  ],
  'has a row that is no JSON': [
    (folder) => forgeTable(folder, 'claim', (text) => text.replace('{', '[')),
    /^claim\.ndjson: the database refuses a row of it: invalid input syntax for type json/,
  ],
  'has a column that does not exist': [
    (folder) => forgeTable(folder, 'claim', (text) => text.replace('{', '{"more":1,')),
    /^claim\.ndjson: what the database has of it afterwards is not the same$/,
  ],
};

describe('an archive of a centre that is not as it should be', () => {
  const folder = archiveFolder();
  let centre: TestCentre;
  let elsewhere: OtherDatabase;
  before(async () => {
    centre = await createTestCentre();
    await (await openTestCart(centre)).holdSeats(['Z-A-1', 'Z-A-2']);
    elsewhere = await createOtherDatabase(centre.adminUrl);
    await exportTo(folder.path('good'), centre);
  });
  after(async () => {
    await elsewhere.drop();
    await centre.stop();
    folder.remove();
  });

  const countThere = async () => {
    const [row] = await lookAt<{ exists: boolean }>(
      elsewhere.adminUrl,
      'select to_regclass($1) is not null as exists',
      [`${centre.schema}.performance`],
    );
    if (!row?.exists) return 0;
    const [{ count } = { count: -1 }] = await lookAt<{ count: number }>(
      elsewhere.adminUrl,
      `select (select count(*) from ${centre.schema}.performance)::integer + (select count(*) from ${centre.schema}.claim)::integer as count`,
    );
    return count;
  };

  for (const [what, [change, message]] of Object.entries(WRONG)) {
    it(`${what}: is refused in one line that says where, and leaves nothing`, async () => {
      const broken = folder.path(what);
      cpSync(folder.path('good'), broken, { recursive: true });
      change(broken);
      await assert.rejects(importInto(elsewhere.adminUrl, broken, centre), (error) => {
        assert.ok(error instanceof MovingError, String(error));
        assert.match(error.message, message);
        assert.ok(!error.message.includes('\n'));
        return true;
      });
      assert.equal(await countThere(), 0);
    });
  }

  it('is not written over another one', async () => {
    await assert.rejects(exportTo(folder.path('good'), centre), /is not empty$/);
    await checkArchive(folder.path('good'), readMigrations());
  });

  it('is not read into a centre at work, nor into one that has something', async () => {
    // One that is in use; the centre lets idle ones go after a while.
    await centre.db.connection().execute(async (used) => {
      await sql`select 1`.execute(used);
      await assert.rejects(
        importInto(centre.adminUrl, folder.path('good'), centre),
        /is at work here \(\d+ connections\)/,
      );
    });
    const place = await importInto(elsewhere.adminUrl, folder.path('good'), centre);
    const before = await countThere();
    assert.ok(before > 0);
    await assert.rejects(
      importInto(elsewhere.adminUrl, folder.path('good'), centre),
      /is not empty here: it has rows in \w+$/,
    );
    assert.equal(await countThere(), before);
    assert.ok(place.url);
  });

  it('shows one moment, though the centre sells on while it is read', async () => {
    const rows: string[] = [];
    await readOut(centre.url, centreNames(centre.id), async (source) => {
      const count = source.tables.length;
      await (await openTestCart(centre)).holdSeats(['Z-B-1']);
      for await (const page of source.rows('claim')) rows.push(...page);
      assert.ok(count > 0);
    });
    assert.equal(rows.filter((row) => row.includes('Z-A-')).length, 2);
    assert.equal(rows.filter((row) => row.includes('Z-B-1')).length, 0);
  });

  it('comes with a word where the configuration has other keys or another address', async () => {
    const manifest = await checkArchive(folder.path('good'), readMigrations());
    const identity = identityOf(centre);
    assert.deepEqual(differences(manifest, identity), []);
    const other = [{ id: 'anders', publicKey: 'x' }];
    const moved = { ...identity.centre, apiUrl: 'https://elders.example' };
    const said = differences(manifest, { centre: moved, ticketKeys: other, networkKeys: other });
    assert.equal(said.length, 3);
    assert.match(said[0] ?? '', /^ticketSeed is not the one that signed the tickets \(key [0-9a-f]{8}\)/);
    assert.match(said[1] ?? '', /^networkSeeds lack the keys that partners know \([0-9a-f]{16}\)/);
    assert.match(said[2] ?? '', /^publicUrl makes https:\/\/elders\.example, and partners and payments know /);
  });
});
