import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import pg from 'pg';
import { systemClock } from '../../server/adapters/clock.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { centreNames } from '../../server/adapters/postgres/index.ts';
import { systemRandomness } from '../../server/adapters/randomness.ts';
import type { CentreSettings } from '../../server/centre.ts';
import { DEFAULT_LIMITS } from '../../server/config.ts';
import { createNetworkKeys, networkSeedOf } from '../../server/features/network/keys.ts';
import type { PaymentProvider } from '../../server/features/payments/provider.ts';
import { type FoyerServer, type ServerSettings, startServer, takeBack } from '../../server/server.ts';
import { openTestDatabase, type TestDatabase } from '../harness/database.ts';
import { seedSmallHall } from '../harness/small-hall.ts';

const centre = (id: string): ServerSettings['centres'][number] => ({
  config: {
    id,
    name: id,
    website: 'https://www.example',
    email: 'a@b.example',
    address: 'x',
    language: 'nl',
    currency: 'EUR',
    timeZone: 'Europe/Brussels',
    apiUrl: `http://localhost/centres/${id}`,
    origins: [],
    maxHeldPerAddress: 60,
  },
  databasePassword: `password of ${id}`,
  tokenSecret: 's'.repeat(32),
  ticketSeed: new Uint8Array(32).fill(3),
  look: { colour: '#5b2a86' },
  provider: {} as PaymentProvider,
  mailer: { send: async () => {} },
});

describe('a server put together', () => {
  let database: TestDatabase;
  const ids = [`een-${process.pid}`, `twee-${process.pid}`];
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.stop());
  const servers: FoyerServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
  });

  const start = async (centres = ids.map(centre)): Promise<FoyerServer> => {
    const server = await startServer({
      database: { url: database.adminUrl },
      centres,
      limits: DEFAULT_LIMITS,
      trustedProxies: 0,
      embedFolder: 'no/such/folder',
      connections: 3,
      log: silentLog,
      clock: systemClock,
      random: systemRandomness,
    });
    servers.push(server);
    return server;
  };

  it('answers for each of its centres on one port, and is ready', async () => {
    const server = await start();
    const { port } = await server.listen({ port: 0 });
    for (const id of ids) {
      const answer = await fetch(`http://127.0.0.1:${port}/centres/${id}`);
      assert.equal(((await answer.json()) as { id: string }).id, id);
    }
    assert.deepEqual(await (await fetch(`http://127.0.0.1:${port}/ready`)).json(), { ready: true, problems: [] });
    await server.stop();
    await server.stop();
    await assert.rejects(fetch(`http://127.0.0.1:${port}/health`));
  });

  it('lets each centre sign for its partners by seeds of its own, or by one that follows from its tickets’', async () => {
    const seeds = [5, 4].map((byte) => new Uint8Array(32).fill(byte));
    const [one, two] = ids.map(centre) as [CentreSettings, CentreSettings];
    const server = await start([{ ...one, networkSeeds: seeds }, two]);
    assert.deepEqual(
      server.centres.map(({ networkKeys }) => networkKeys.shown),
      [createNetworkKeys(seeds).shown, createNetworkKeys([networkSeedOf(two.ticketSeed)]).shown],
    );
  });

  it('is not ready when a centre’s database does not answer, but lives', async () => {
    const server = await start();
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    const { schema } = centreNames(ids[0]!);
    await admin.query(`revoke usage on schema ${schema} from ${schema}`);
    const ready = await server.app.request('/ready');
    assert.equal(ready.status, 503);
    assert.deepEqual(((await ready.json()) as { problems: string[] }).problems, [
      `The database of ${ids[0]} does not answer.`,
    ]);
    assert.equal((await server.app.request('/health')).status, 200);
    assert.equal((await server.app.request(`/centres/${ids[1]}`)).status, 200);
    await admin.query(`grant usage on schema ${schema} to ${schema}`);
    await admin.end();
  });

  it('stops what had started when a part cannot start', async () => {
    await assert.rejects(start([centre(ids[0]!), centre('Not A Centre')]), /Centre id/);
    await start();
  });

  it('stops everything else when a part does not stop, and says what failed', async () => {
    const server = await start();
    servers.splice(0);
    const [one, two] = server.centres;
    assert.ok(one && two);
    const close = two.live.close;
    Object.assign(two.live, {
      close() {
        close();
        throw new Error('It does not close.');
      },
    });
    await assert.rejects(server.stop(), /It does not close/);
    for (const { db } of [one, two]) {
      await assert.rejects(db.selectFrom('price_type').select('id').execute(), /destroyed/);
    }
  });

  it('takes back the last first, every step, and names all that failed', async () => {
    const taken: number[] = [];
    const failing = (step: number) => () => {
      taken.push(step);
      throw new Error(`step ${step}`);
    };
    await assert.rejects(takeBack([() => void taken.push(1), failing(2), failing(3)]), (error) => {
      assert.ok(error instanceof AggregateError);
      assert.deepEqual(error.errors.map(String), ['Error: step 3', 'Error: step 2']);
      return true;
    });
    assert.deepEqual(taken, [3, 2, 1]);
  });

  it('ends streams that are open, so that stopping does not wait for their readers', async () => {
    const server = await start();
    const { db } = server.centres[0]!;
    await seedSmallHall(db);
    const { port } = await server.listen({ port: 0 });
    const stream = await fetch(`http://127.0.0.1:${port}/centres/${ids[0]}/performances/het-gedacht/live`);
    const reading = stream.text();
    await server.stop();
    assert.match(await reading, /^retry: 2000/);
  });
});
