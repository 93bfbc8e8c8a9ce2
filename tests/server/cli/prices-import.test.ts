import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { foyer } from '../../harness/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-import-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const OTHER = 'tests/fixtures/tariffs/de-wilg.json';
const MINE = '{ "version": 1, "groups": [{ "id": "korting" }], "rounding": { "to": 5, "mode": "down" } }';

function mine(name: string, content = MINE): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, content);
  return path;
}

const run = (file: string, ...words: readonly string[]) => foyer('prices', 'import', file, ...words);
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe('foyer prices import', { concurrency: 2 }, () => {
  let other: Server;
  let url = '';
  before(async () => {
    other = createServer((request, answer) => {
      if (request.url === '/centres/de-wilg/price-list') return answer.end(readFileSync(OTHER));
      if (request.url === '/moved/price-list')
        return answer.writeHead(302, { Location: '/centres/de-wilg/price-list' }).end();
      if (request.url === '/page/price-list') return answer.end('<html>');
      if (request.url === '/endless/price-list') return answer.end(`"${'x'.repeat(6_000_000)}"`);
      return answer.writeHead(404).end();
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  after(() => other.close());

  it('copies a rule with what it needs, says so, and leaves the rest of the file as it was', async () => {
    const file = mine('rule');
    const { status, out, err } = await run(file, '--from', OTHER, '--only', 'met-vriendenpas');
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /copied: rule met-vriendenpas\n {2}brought, because it is needed: pass vriend/);
    const list = read(file);
    assert.deepEqual(Object.keys(list), ['version', 'groups', 'rounding', 'rules', 'passes']);
    assert.deepEqual(list.rounding, { to: 5, mode: 'down' });
    assert.equal((await foyer('prices', 'check', file)).status, 0);
  });

  it('reads what the other centre’s API tells everybody', async () => {
    const file = mine('api');
    const { status, out } = await run(file, '--from', `${url}/centres/de-wilg`, '--only', 'keuze, gezin');
    assert.equal(status, 0);
    assert.match(out, /see that they mean the same here: tags of keuze: reeks/);
    assert.deepEqual(
      read(file).subscriptions.map(({ id }: { id: string }) => id),
      ['keuze', 'gezin'],
    );
  });

  it('only looks when asked to', async () => {
    const file = mine('look');
    const { status, out } = await run(file, '--from', OTHER, '--only', 'keuze', '--look');
    assert.equal(status, 0);
    assert.match(out, /would have\n {2}copied: subscription keuze/);
    assert.equal(readFileSync(file, 'utf8'), MINE);
  });

  const REFUSED: readonly (readonly [what: string, words: () => readonly string[], status: number, why: RegExp])[] = [
    ['something that is not there', () => ['--from', OTHER, '--only', 'keuze,niets'], 1, /has nothing called niets/],
    [
      'a file that is not there',
      () => ['--from', join(folder, 'nowhere.json'), '--only', 'keuze'],
      1,
      /there is no such file/,
    ],
    ['an address that answers something else', () => ['--from', `${url}/page`, '--only', 'keuze'], 1, /not JSON/],
    ['an address that answers 404', () => ['--from', `${url}/nobody`, '--only', 'keuze'], 1, /answered 404/],
    ['an address that sends one on', () => ['--from', `${url}/moved`, '--only', 'keuze'], 1, /cannot be reached/],
    ['an answer without end', () => ['--from', `${url}/endless`, '--only', 'keuze'], 1, /larger than any price list/],
    [
      'plain http to somewhere else',
      () => ['--from', 'http://tickets.example/centres/de-wilg', '--only', 'keuze'],
      2,
      /it is not https/,
    ],
    ['nothing to copy', () => ['--from', OTHER], 2, /--only must say/],
    ['nothing to copy from', () => ['--only', 'keuze'], 2, /--from must name/],
    ['an option nobody knows', () => ['--all'], 2, /--all/],
  ];
  for (const [what, words, expected, why] of REFUSED) {
    it(`refuses ${what}, and the file is as it was`, async () => {
      const file = mine(what.replaceAll(/\W+/g, '-'));
      const { status, out, err } = await run(file, ...words());
      assert.deepEqual([status, out], [expected, ''], err);
      assert.match(err, why);
      assert.equal(readFileSync(file, 'utf8'), MINE);
    });
  }

  it('refuses what would make a good list bad', async () => {
    const text = '{ "version": 1, "access": [{ "priceType": "kaartje", "age": { "to": 12 } }] }';
    const file = mine('bad', text);
    const from = mine('bad-other', '{ "version": 1, "access": [{ "priceType": "kaartje", "age": { "to": 10 } }] }');
    const { status, err } = await run(file, '--from', from, '--only', 'kaartje');
    assert.equal(status, 1);
    assert.match(err, /access\.1\.priceType: “kaartje” is there already/);
    assert.equal(readFileSync(file, 'utf8'), text);
  });

  it('leaves no draft behind', () =>
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.new')),
      [],
    ));
});
