import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startProgram } from '../harness/process.ts';

const MAIN = 'server/main.ts';

describe('the server as a process', () => {
  let folder: string;
  let env: Record<string, string>;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'foyer-main-'));
    env = { FOYER_CONFIG: join(folder, 'foyer.json'), SECRET: 'a secret of a test that is long enough' };
    const centre = {
      id: 'de-proef',
      name: 'De Proef',
      website: 'https://www.de-proef.example',
      email: 'onthaal@de-proef.example',
      address: 'Proefstraat 1, 9999 Wolvegem',
      origins: ['https://www.de-proef.example'],
      colour: '#5b2a86',
      mollieKey: 'test_abcdefghijklmnopqrstuvwxyz',
      smtpUrl: 'smtp://127.0.0.1:1',
      databasePassword: 'a password of a test',
      tokenSecret: 'env:SECRET',
      ticketSeed: Buffer.alloc(32, 1).toString('base64'),
    };
    const config = {
      port: 0,
      publicUrl: 'http://localhost',
      database: { folder: join(folder, 'data') },
      centres: [centre],
    };
    writeFileSync(env.FOYER_CONFIG!, JSON.stringify(config));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const start = async () => {
    const server = startProgram(MAIN, [], env);
    const { port } = JSON.parse(await server.says('server-listening')) as { port: number };
    return { server, url: `http://127.0.0.1:${port}` };
  };

  it('starts from a configuration, answers, ends open streams at a signal, and leaves nothing running', async () => {
    const { server, url } = await start();
    assert.deepEqual(await (await fetch(`${url}/ready`)).json(), { ready: true, problems: [] });
    assert.equal((await fetch(`${url}/centres/de-proef`)).status, 200);
    server.kill('SIGTERM');
    const { code } = await server.ended;
    assert.equal(code, 0);
    await assert.rejects(fetch(`${url}/health`));
    assert.throws(() => readFileSync(join(folder, 'data', 'cluster', 'postmaster.pid')));
  });

  it('comes back after it was killed, and refuses a second beside it', async () => {
    const killed = await start();
    killed.server.kill('SIGKILL');
    await killed.server.ended;
    const again = await start();
    const second = startProgram(MAIN, [], env);
    const { code, errors } = await second.ended;
    assert.equal(code, 1);
    assert.match(errors, new RegExp(`in use by process ${again.server.pid}\\b`));
    assert.equal((await fetch(`${again.url}/health`)).status, 200);
    again.server.kill('SIGINT');
    assert.equal((await again.server.ended).code, 0);
  });

  it('says in plain words what is wrong with the configuration', async () => {
    const { code, errors } = await startProgram(MAIN, [], { ...env, FOYER_CONFIG: join(folder, 'nothing.json') }).ended;
    assert.equal(code, 1);
    assert.match(errors, /nothing\.json cannot be read/);
    assert.ok(!errors.includes('    at '), 'no stack');
  });
});
