import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createLog, silentLog } from '../../../../server/adapters/log.ts';
import { FolderInUseError, startEmbeddedPostgres } from '../../../../server/adapters/postgres/index.ts';
import { startProgram } from '../../../harness/process.ts';

const PROGRAM = 'tests/harness/hold-database.ts';

describe('the PostgreSQL that comes along', () => {
  const folders: string[] = [];
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-embedded-'));
    folders.push(folder);
    return folder;
  };
  /** Made once, since making one takes a second; every test leaves it stopped. */
  let folder: string;
  before(async () => {
    folder = newFolder();
    await (await startEmbeddedPostgres({ folder, durable: false, log: silentLog })).stop();
  });
  after(() => {
    for (const one of folders) rmSync(one, { recursive: true, force: true });
  });

  const query = async (url: string, text: string) => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  it('keeps what was written when it is stopped and started again, and starts quietly the second time', async () => {
    const first = await startEmbeddedPostgres({ folder, log: silentLog });
    await query(first.adminUrl, 'create table if not exists kept as select 42 as answer');
    await first.stop();
    const events: string[] = [];
    const log = createLog({ now: () => new Date() }, (line) => events.push(JSON.parse(line).event));
    const again = await startEmbeddedPostgres({ folder, log });
    assert.deepEqual(await query(again.adminUrl, 'select answer from kept'), [{ answer: 42 }]);
    await again.stop();
    assert.deepEqual(events, ['database-started', 'database-stopped']);
  });

  it('listens to this machine only, wants a password, and syncs to disk', async () => {
    const postgres = await startEmbeddedPostgres({ folder, log: silentLog });
    try {
      const [settings] = await query(
        postgres.adminUrl,
        `select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
           current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync`,
      );
      assert.deepEqual(settings, { listen: '127.0.0.1', sockets: '', fsync: 'on', sync: 'on' });
      const wrong = new URL(postgres.adminUrl);
      wrong.password = 'wrong';
      await assert.rejects(query(wrong.href, 'select 1'), { code: '28P01' });
    } finally {
      await postgres.stop();
    }
  });

  it('refuses a second process on the same folder, and names the first', async () => {
    const first = await startEmbeddedPostgres({ folder, durable: false, log: silentLog });
    try {
      const second = startProgram(PROGRAM, [folder]);
      const { code, errors } = await second.ended;
      assert.equal(code, 1);
      assert.match(errors, new RegExp(`in use by process ${process.pid}\\b`));
      await assert.rejects(startEmbeddedPostgres({ folder, log: silentLog }), FolderInUseError);
      assert.deepEqual(await query(first.adminUrl, 'select 1 as one'), [{ one: 1 }]);
    } finally {
      await first.stop();
    }
  });

  it('recovers after its process was killed, with everything that was committed', async () => {
    const killed = startProgram(PROGRAM, [folder]);
    const url = (await killed.says('started')).replace('started ', '');
    await query(url, 'create table many as select generate_series(1, 1000) as n');
    killed.kill('SIGKILL');
    await killed.ended;
    assert.deepEqual(await query(url, 'select 1 as one'), [{ one: 1 }], 'PostgreSQL itself outlives us');
    const again = await startEmbeddedPostgres({ folder, log: silentLog });
    await assert.rejects(query(url, 'select 1'), 'the orphan was stopped before a new one started');
    assert.deepEqual(await query(again.adminUrl, 'select count(*)::int as count from many'), [{ count: 1000 }]);
    await again.stop();
  });

  it('recovers after it was killed itself, with a stale pid file in the way', async () => {
    const killed = startProgram(PROGRAM, [folder]);
    const url = (await killed.says('started')).replace('started ', '');
    await query(url, 'create table if not exists kept as select 42 as answer');
    const postmaster = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(postmaster, 'SIGKILL');
    killed.kill('SIGKILL');
    await killed.ended;
    assert.ok(existsSync(join(folder, 'cluster', 'postmaster.pid')));
    const again = await startEmbeddedPostgres({ folder, log: silentLog });
    assert.deepEqual(await query(again.adminUrl, 'select answer from kept'), [{ answer: 42 }]);
    await again.stop();
  });

  it('does not mistake a stranger with the former number for its own', async () => {
    const first = await startEmbeddedPostgres({ folder, durable: false, log: silentLog });
    const file = join(folder, 'cluster', 'postmaster.pid');
    const [, ...rest] = readFileSync(file, 'utf8').split('\n');
    await first.stop();
    // As after a restart of the machine: the file is still there, and its number is ours now.
    writeFileSync(file, [process.pid, ...rest].join('\n'));
    const again = await startEmbeddedPostgres({ folder, durable: false, log: silentLog });
    await again.stop();
  });

  it('makes a folder that was only half made anew', async () => {
    const half = newFolder();
    mkdirSync(join(half, 'cluster'));
    const postgres = await startEmbeddedPostgres({ folder: half, durable: false, log: silentLog });
    assert.deepEqual(await query(postgres.adminUrl, 'select 1 as one'), [{ one: 1 }]);
    await postgres.stop();
  });

  it('works below a folder that nobody else may enter, also for root', async () => {
    const closed = newFolder();
    const postgres = await startEmbeddedPostgres({
      folder: join(closed, 'deep', 'data'),
      durable: false,
      log: silentLog,
    });
    assert.deepEqual(await query(postgres.adminUrl, 'select 1 as one'), [{ one: 1 }]);
    await postgres.stop();
  });

  it('says why it could not start when its port is taken, and leaves the folder free', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await assert.rejects(
      startEmbeddedPostgres({ folder, port, durable: false, log: silentLog }),
      /did not start on port \d+: .*in use/s,
    );
    taken.close();
    const postgres = await startEmbeddedPostgres({ folder, port, durable: false, log: silentLog });
    assert.equal(new URL(postgres.adminUrl).port, String(port));
    await postgres.stop();
  });
});
