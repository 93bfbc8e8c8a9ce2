import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runScript } from '../../harness/command.ts';
import { smallPlan } from '../../sdk/model/seating-plan/plans.ts';
import { BROKEN } from './plan-broken.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-plans-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** As a shell runs it. */
const foyer = (...words: readonly string[]) => runScript('server/cli/foyer.mjs', words);
/** The same without the step that looks for the right Node, for the many. */
const check = (path: string) => runScript('server/cli/foyer.ts', ['plan', 'check', path]);

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, `${name.replace(/\W+/g, '-')}.json`);
  writeFileSync(path, content);
  return path;
}

describe('foyer plan check', { concurrency: 2 }, () => {
  const halls: readonly (readonly [hall: string, lines: readonly RegExp[]])[] = [
    [
      'server/demo/halls/schouwburg.json',
      [
        /^Schouwburg: 798 seats, 791 places for sale$/m,
        /^ {2}P +Parterre: 20 rows, 458 seats, view \/views\/schouwburg-p\.svg$/m,
        /^ {2}companion +4$/m,
        /^ {2}rang-4 +102 \(Rang 4\)$/m,
      ],
    ],
    [
      'server/demo/halls/concertzaal.json',
      [/^Concertzaal: 1290 seats/m, /^ {2}balkon-2 +Tweede balkon: 3 sections, 251 seats$/m],
    ],
    [
      'server/demo/halls/vlakke-zaal.json',
      [/335 seats, 432 places for sale/, /^ {2}VLOER +Losse stoelen: loose-seats, capacity 100$/m],
    ],
    ['tests/fixtures/plans/pretix-kapel.json', [/^De Kapel: 10 seats/m, /^ {2}format +pretix seating plan$/m]],
  ];
  for (const [hall, lines] of halls) {
    it(`counts what is in ${hall}`, async () => {
      const { status, out, err } = await foyer('plan', 'check', hall);
      assert.deepEqual([status, err], [0, '']);
      for (const line of lines) assert.match(out, line);
    });
  }

  for (const { name, content, path, code } of BROKEN) {
    it(`refuses ${name}: ${code} at ${path}`, async () => {
      const { status, out, err } = await check(file(name, content));
      assert.deepEqual([status, err], [1, ''], out);
      const first = out.split('\n')[1] ?? '';
      assert.ok(first.startsWith(`  ${path}: `) && first.endsWith(` [${code}]`), out.slice(0, 500));
    });
  }

  it('says everything that is wrong, not only the first', async () => {
    const plan = { ...smallPlan(), version: 0, zones: [{ id: 'A B', name: {} }], surprise: 1 };
    const { status, out } = await check(file('many', JSON.stringify(plan)));
    assert.equal(status, 1);
    assert.match(out, /, 4 errors$/m);
    for (const path of ['$.version', '$.zones[0].id', '$.zones[0].name', '$.surprise']) {
      assert.ok(out.includes(`  ${path}: `), out);
    }
  });

  it('says what is wrong with zones, rows and seats together', async () => {
    const [section, ...others] = smallPlan().sections ?? [];
    const blocks = [
      { rows: 'X', seats: 3, zone: 'nergens', at: [0, 9000] },
      { rows: 'Y..W', seats: 3 },
      { rows: 'Z', seats: 3, at: [0, 9500], except: [{ seats: 'Z-77', kind: 'house' }] },
    ];
    const { out } = await check(
      file('together', JSON.stringify({ ...smallPlan(), sections: [{ ...section, blocks }, ...others] })),
    );
    for (const code of ['zone-unknown', 'rows-wrong', 'seats-unknown']) assert.ok(out.includes(`[${code}]`), out);
  });

  it('stops after a hundred errors and says how many more there are', async () => {
    const decor = Array.from({ length: 250 }, () => ({ kind: 'tree', box: [0, 0, 1, 1] }));
    const { out } = await check(file('hundred', JSON.stringify({ ...smallPlan(), decor })));
    assert.match(out, /, 250 errors$/m);
    assert.equal(out.match(/\[wrong-value\]$/gm)?.length, 100);
    assert.match(out, /^ {2}… and 150 more$/m);
  });

  it('does not read a file of 100 MB', async () => {
    const path = file('large', '');
    truncateSync(path, 100_000_000);
    const { status, out } = await check(path);
    assert.equal(status, 1);
    assert.match(out, /\$: has 100000000 bytes; a plan has at most 20000000 \[file-too-large\]/);
  });

  it('reads a file just as large as allowed and says what is wrong, instead of falling over', async () => {
    const path = file('full', `{"format":"foyer-plan/1","areas":[${'{},'.repeat(6_000_000)}{}]}`);
    const { status, out, err } = await check(path);
    assert.deepEqual([status, err], [1, '']);
    assert.match(out, /\$\.areas: must have 0 to 2000 items, has 6000001 \[wrong-length\]/);
  });

  const notFiles: readonly (readonly [name: string, path: string, code: RegExp])[] = [
    ['a folder', folder, /is a folder, not a file \[not-a-file\]/],
    ['a file that is not there', join(folder, 'nowhere.json'), /there is no such file \[not-readable\]/],
    ['a device that never ends', '/dev/zero', /is not an ordinary file \[not-a-file\]|there is no such file/],
    ['an empty name', '', /\[not-readable\]/],
  ];
  for (const [name, path, code] of notFiles) {
    it(`refuses ${name}`, async () => {
      const { status, out } = await check(path);
      assert.equal(status, 1);
      assert.match(out, code);
    });
  }

  for (const words of [
    [],
    ['plan'],
    ['plan', 'check'],
    ['plan', 'check', 'a', 'b'],
    ['plan', 'check', '--all'],
    ['sell'],
    ['__proto__'],
  ]) {
    it(`says how it is used after “foyer ${words.join(' ')}”, with exit status 2`, async () => {
      const { status, out, err } = await foyer(...words);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, /foyer plan check FILE/);
    });
  }

  it('helps', async () => {
    const { status, out } = await foyer('--help');
    assert.equal(status, 0);
    assert.match(out, /foyer plan check FILE/);
  });
});
