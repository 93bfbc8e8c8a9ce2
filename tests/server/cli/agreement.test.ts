import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { listen } from '../../../server/http/listen.ts';
import { TEST_MANAGE_TOKEN, type TestCentre } from '../../harness/centre.ts';
import { createCluster, type TestCluster } from '../../harness/cluster.ts';

/** The command as a person types it, at two centres that listen on ports of this machine. */
describe('foyer agreement', () => {
  let cluster: TestCluster;
  const urls: string[] = [];
  const closing: (() => Promise<void>)[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'foyer-terms-'));
  before(async () => {
    cluster = await createCluster({ centres: 2, terms: false });
    for (const { app, base } of cluster.centres) {
      const listener = await listen(app, { port: 0 });
      closing.push(listener.close);
      urls.push(`http://127.0.0.1:${listener.port}${base}`);
    }
  });
  after(async () => {
    for (const close of closing) await close();
    await cluster.stop();
    rmSync(folder, { recursive: true });
  });

  async function run(...args: string[]) {
    const child = spawn(process.execPath, ['server/cli/foyer.ts', 'agreement', ...args], {
      env: { ...process.env, FOYER_TOKEN: TEST_MANAGE_TOKEN, WRONG: 'x'.repeat(40) },
    });
    const [out, err, status] = await Promise.all([
      new Response(child.stdout as never).text(),
      new Response(child.stderr as never).text(),
      new Promise<number | null>((resolve) => child.on('exit', resolve)),
    ]);
    return { status, out, err };
  }
  const at = (index: number) => ['--url', urls[index]!];
  const [owner, seller] = [0, 1];
  const centre = (index: number): TestCentre => cluster.centres[index]!;

  it('takes two centres from an offer to its end', async () => {
    const offered = await run('offer', ...at(owner), '--tags', 'jeugd', '--commission', '7.5%+50', '--quota', '40');
    assert.equal(offered.status, 0, offered.err);
    assert.match(
      offered.out,
      /nobody yet sells for us, offered, version 1\n {2}tagged jeugd · 40 places of each · web, counter, kiosk · commission 7\.5 % \+ 50 cents/,
    );
    const [offerUrl = ''] = /https:\S+/.exec(offered.out) ?? [];
    const [id = ''] = /^\S{36}/.exec(offered.out) ?? [];

    const seen = await run('accept', offerUrl, '--look', ...at(seller));
    assert.match(seen.out, /^Huis 1 \(https:.*\) offers\n {2}tagged jeugd · 40 places of each/);
    const accepted = await run('accept', offerUrl, ...at(seller));
    assert.match(
      accepted.out,
      new RegExp(`^${id} {2}we sell for ${centre(owner).id}, active, version 1`),
      accepted.err,
    );

    const changed = await run('change', id, '--quota', 'live', ...at(owner));
    assert.match(
      changed.out,
      /active, version 2\n {2}tagged jeugd · all that is free · .* 7\.5 % \+ 50 cents/,
      changed.err,
    );

    const told = await run('tell-keys', ...at(seller));
    assert.deepEqual([told.status, told.out], [0, `${id}  ${centre(owner).id} was told\n`], told.err);

    const [key = ''] = /(?<=keys )\S+/.exec((await run('list', ...at(owner))).out) ?? [];
    assert.match((await run('revoke-key', id, key, ...at(owner))).out, /keys all revoked/);
    const late = await run('tell-keys', ...at(seller));
    assert.equal(late.status, 1, late.out);
    assert.match(late.err, /1 of 1 not told; keep the old seed/);
    assert.match((await run('end', id, ...at(owner))).out, /ended by the owner/);
  });

  it('has no keys to tell where a centre sells for nobody', async () => {
    const { out, status } = await run('tell-keys', ...at(owner));
    assert.deepEqual([status, out], [0, 'you sell for nobody: nothing to tell\n']);
  });

  it('takes terms from a file', async () => {
    const file = join(folder, 'terms.json');
    writeFileSync(file, JSON.stringify({ performances: { ids: ['hamlet', 'lear'] }, priceTypes: ['adult'] }));
    const { out } = await run('offer', '--terms', file, ...at(owner));
    assert.match(out, /2 performances · all that is free · price types adult/);
  });

  const NOBODY = '0c6ff5ac-58ae-4f0b-8d6e-8a2c2ef1f0aa';
  const refusals: readonly [name: string, args: () => string[], status: number, line: RegExp][] = [
    ['no address', () => ['list'], 2, /--url must be/],
    [
      'a token in the open',
      () => ['list', ...at(0), '--token', TEST_MANAGE_TOKEN],
      2,
      /environment variable and say --token env:NAME/,
    ],
    ['a variable that is not set', () => ['list', ...at(0), '--token', 'env:NOWHERE'], 2, /NOWHERE is not set/],
    ['a wrong token', () => ['list', ...at(0), '--token', 'env:WRONG'], 1, /\[token_invalid\]/],
    ['an option that is none', () => ['list', ...at(0), '--frob'], 2, /--frob/],
    ['a word too few', () => ['end', ...at(0)], 2, /1 word/],
    ['an agreement that is none', () => ['end', NOBODY, ...at(0)], 1, /no such agreement/],
    ['a commission that is none', () => ['offer', ...at(0), '--commission', 'much'], 2, /such as 5%/],
    [
      'terms that the server refuses',
      () => ['offer', ...at(0), '--commission', '101%'],
      1,
      /terms\.commission\.basisPoints.*\[invalid_request\]/,
    ],
    ['a file that is not there', () => ['offer', ...at(0), '--terms', 'niets.json'], 2, /cannot be read/],
    ['a centre that is away', () => ['list', '--url', 'http://127.0.0.1:9'], 1, /cannot be reached/],
  ];
  for (const [name, args, status, line] of refusals) {
    it(`says in one line what is wrong with ${name}`, async () => {
      const ran = await run(...args());
      assert.equal(ran.status, status, ran.err + ran.out);
      assert.match(ran.err, line);
      assert.equal(ran.err.trim().split('\n').length, 1, ran.err);
      assert.equal(ran.err.includes(TEST_MANAGE_TOKEN), false);
    });
  }
});
