import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { priceListSchema } from '../../../sdk/contract/index.ts';
import { systemRandomness } from '../../../server/adapters/randomness.ts';
import { createDelivery, sendWebhook } from '../../../server/demo/mollie/delivery.ts';
import { createMachine, type Machine } from '../../../server/demo/mollie/machine.ts';
import { createApiServer } from '../../../server/demo/mollie/remote.ts';
import { createTestCentre, TEST_MANAGE_TOKEN, type TestCentre } from '../../harness/centre.ts';
import { neighboursInDatabase } from '../../harness/database.ts';
import { type FaultProxy, startFaultProxy } from '../../harness/fault-proxy.ts';
import type { ClusterPlan, ClusterReport } from './cluster-process.ts';

/** A centre in a process of its own, reached by others through a line that may be bad. */
export interface LivingCentre {
  readonly id: string;
  /** Its tables, looked at from here. */
  readonly centre: TestCentre;
  readonly line: FaultProxy;
  readonly performances: readonly string[];
  /** Where buyers ask, once it is there. */
  ready(): Promise<string>;
  /** Kills the process at once, and starts another. */
  kill(): Promise<void>;
  /** Does what the clock of every minute does. */
  lookAfter(): Promise<void>;
}

/** Three centres that sell for each other, as they would be in the world: processes, sockets, one PostgreSQL, Mollie. */
export interface ClusterWorld {
  readonly centres: readonly LivingCentre[];
  readonly mollie: Machine;
  /** An hour passes for Mollie. */
  hourPasses(): void;
  stop(): Promise<void>;
}

const PLAYS = 2;

export async function openClusterWorld(): Promise<ClusterWorld> {
  const database = await neighboursInDatabase();
  let passed = 0;
  const keys = [1, 2, 3].map(() => `test_${randomBytes(12).toString('hex')}`);
  const mollie = createMachine({
    apiKeys: Object.fromEntries(keys.map((key, index) => [key, `Huis ${index + 1}`])),
    checkoutBaseUrl: 'https://pay.example',
    clock: { now: () => new Date(Date.now() + passed) },
    random: systemRandomness,
    webhooks: { concurrent: true },
  });
  const api = createApiServer(mollie, 'https://api.mollie.com/v2');
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(api.address() as AddressInfo).port}/v2`;
  const delivery = createDelivery(mollie, sendWebhook());
  delivery.start();
  const centres: (LivingCentre & { end(): Promise<void> })[] = [];
  for (const [index, apiKey] of keys.entries()) {
    centres.push(await startCentre({ number: index + 1, apiKey, mollie: address }));
  }
  for (const owner of centres) for (const seller of centres) if (owner !== seller) await agree(owner, seller);
  await agreeOnPrices(centres);
  return {
    ...{ centres, mollie },
    hourPasses: () => {
      passed += 3_700_000;
    },
    async stop() {
      delivery.stop();
      for (const centre of centres) await centre.end();
      await database.stop();
      await new Promise((resolve) => api.close(resolve));
    },
  };
}

/** Each takes another part off for subscriptions over at least two of them. */
async function agreeOnPrices(centres: readonly LivingCentre[]): Promise<void> {
  const among = { centres: centres.map(({ id }) => id) };
  for (const [index, { centre }] of centres.entries()) {
    const price = { kind: 'percentage', basisPoints: 500 * (index + 1) } as const;
    const subscriptions = [{ id: 'regio', name: { nl: 'Regio' }, among, tiers: [{ from: 2, price }] }];
    await centre.runtime.priceLists.put(priceListSchema.parse({ version: 1, subscriptions }));
  }
}

interface Start {
  readonly number: number;
  readonly apiKey: string;
  readonly mollie: string;
}

async function startCentre({ number, apiKey, mollie }: Start): Promise<LivingCentre & { end(): Promise<void> }> {
  const performances = Array.from({ length: PLAYS }, (_, play) => `stuk-${number}-${play + 1}`);
  const centre = await createTestCentre({ id: `huis-${number}-${randomBytes(3).toString('hex')}`, performances });
  const { adminUrl, id } = centre;
  const line = await startFaultProxy();
  const plan: ClusterPlan = {
    ...{ id, name: `Huis ${number}`, adminUrl, apiKey, mollie },
    databasePassword: new URL(centre.url).password,
    apiUrl: `http://127.0.0.1:${line.port}/centres/${id}`,
    ticketSeed: randomBytes(32).toString('hex'),
  };
  let child = startProcess(plan);
  const lead = () => {
    const { port } = child;
    void port.then(line.lead, () => {});
  };
  lead();
  return {
    ...{ id, centre, line, performances },
    ready: async () => `http://127.0.0.1:${await child.port}/centres/${id}`,
    async kill() {
      line.lead(0);
      await child.kill();
      child = startProcess(plan);
      lead();
    },
    lookAfter: () => child.lookAfter(),
    async end() {
      await child.kill();
      await line.stop();
      await centre.stop();
    },
  };
}

function startProcess(plan: ClusterPlan) {
  const child = fork(new URL('./cluster-process.ts', import.meta.url), [JSON.stringify(plan)], {
    silent: true,
  });
  const port = Promise.withResolvers<number>();
  const complaints: string[] = [];
  let looked = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  child.stderr?.on('data', (chunk) => complaints.push(String(chunk)));
  child.on('message', (report: ClusterReport) => {
    if ('port' in report) port.resolve(report.port);
    if ('lookedAfter' in report) looked.resolve();
  });
  child.on('exit', () => {
    const why = new Error(`${plan.id} ended.\n${complaints.join('').slice(0, 2000)}`);
    port.reject(why);
    looked.reject(why);
    gone.resolve();
  });
  // Whoever asks is told; nobody has to.
  port.promise.catch(() => {});
  looked.promise.catch(() => {});
  return {
    port: port.promise,
    async kill() {
      child.kill('SIGKILL');
      await gone.promise;
    },
    lookAfter() {
      looked = Promise.withResolvers<void>();
      child.send('look after');
      return looked.promise;
    },
  };
}

/** Self-service on both sides, as people do it. */
async function agree(owner: LivingCentre, seller: LivingCentre): Promise<void> {
  const manage = async <T>(centre: LivingCentre, path: string, json: unknown): Promise<T> => {
    const answer = await fetch(`${await centre.ready()}/manage${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${TEST_MANAGE_TOKEN}` },
      body: JSON.stringify(json),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const terms = {
    performances: {},
    commission: { basisPoints: 500, centsPerTicket: 50 },
    caps: { heldPlaces: 10_000, requestsPerMinute: 100_000 },
  };
  const { offerUrl } = await manage<{ offerUrl: string }>(owner, '/agreements', { terms });
  await manage(seller, '/agreements/accept', { offerUrl });
}

/** Time passes for everything that is held or waited for at a centre. */
export async function timePasses({ db, jobsSchema }: TestCentre): Promise<void> {
  await sql`update orders set hold_ends_at = clock_timestamp() - interval '1 second' where state = 'open'`.execute(db);
  await sql`update claim set until = clock_timestamp() - interval '1 second' where state = 'held'`.execute(db);
  await sql`update cart set expires_at = clock_timestamp() - interval '1 second' where expires_at is not null`.execute(
    db,
  );
  await sql`update payment set check_at = '-infinity' where check_at is not null`.execute(db);
  await sql`update leg set check_at = '-infinity' where check_at is not null`.execute(db);
  await sql`update ${sql.table(`${jobsSchema}._private_jobs`)} set run_at = now() where locked_at is null`.execute(db);
}

/** What at a centre still has to come to its end; empty when nothing has. */
export async function unfinished({ db, id, jobsSchema }: TestCentre): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'order ' || id as what from orders where state = 'open'
    union all select 'leg ' || state || ' ' || id from leg where state in ('confirming', 'cancelling')
    union all select 'payment ' || status || ' ' || id from payment where status in ('creating', 'open', 'pending', 'authorized')
    union all select 'refund ' || id from refund where state = 'queued'
    union all select 'job ' || key from ${sql.table(`${jobsSchema}._private_jobs`)} where key is not null and attempts < max_attempts`.execute(
    db,
  );
  return rows.map(({ what }) => `${id}: ${what}`);
}
