import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { type Listener, listen } from '../../server/http/listen.ts';
import { ownerApp, SELLERS } from './broken/app.ts';
import { realTime } from './kit/time.ts';

const PATH = '/centres/de-brug';
const [{ agreement, key }] = SELLERS;
const seed = Buffer.from(key).toString('base64');

/** Runs the kit as a vendor does. */
function run(
  ...parameters: string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, ['tests/conformance/run.ts', ...parameters], {
    env: { ...process.env, SELLER_KEY: seed },
  });
  const told = { out: '', err: '' };
  child.stdout.on('data', (text) => (told.out += text));
  child.stderr.on('data', (text) => (told.err += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...told })));
}

describe('npm run conformance', () => {
  let good: Listener;
  let bad: Listener;
  const serve = (fetch: ReturnType<typeof ownerApp>) =>
    listen({ fetch: (request) => fetch(request.url, request) }, { port: 0 });
  before(async () => {
    good = await serve(ownerApp(realTime));
    bad = await serve(ownerApp(realTime, 'prices by itself'));
  });
  after(() => Promise.all([good.close(), bad.close()]));
  const about = ({ port }: Listener) => ['--url', `http://127.0.0.1:${port}${PATH}`, '--agreement', agreement];

  it('prints a line a check and how many passed', async () => {
    const { code, out } = await run(...about(good), '--key', 'env:SELLER_KEY', '--only', 'contract');
    assert.match(out, /^pass {2}opening .+\n(pass {2}contract .+\n){6}\n7 passed, 0 failed\n$/);
    assert.equal(code, 0);
  });

  it('says what it saw of a server that is wrong, and fails', async () => {
    const { code, out } = await run(...about(bad), '--key', seed, '--only', 'reserves exactly');
    assert.match(out, /FAIL {2}contract .+\n.+costs 2500, offered at 2400\n\n1 passed, 1 failed\n$/);
    assert.equal(code, 1);
  });

  it('fails when the server cannot be reached, or does not know the key', async () => {
    const strange = Buffer.alloc(32).toString('base64');
    const nobody = ['--url', 'http://127.0.0.1:9/centres/x', '--agreement', agreement, '--key', seed];
    for (const parameters of [nobody, [...about(good), '--key', strange]]) {
      const { code, out } = await run(...parameters);
      assert.match(out, /FAIL {2}opening .+\n.+\n\n0 passed, 1 failed\n$/);
      assert.equal(code, 1);
    }
  });

  it('explains itself when it is not told enough', async () => {
    const { code, err } = await run('--url', 'http://127.0.0.1:9/centres/x');
    assert.match(err, /^npm run conformance -- --url/);
    assert.equal(code, 2);
  });
});
