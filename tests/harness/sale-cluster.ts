import { randomBytes } from 'node:crypto';
import { webTimers } from '../../sdk/platform.ts';
import { createMollieProvider } from '../../server/adapters/mollie/provider.ts';
import { systemRandomness } from '../../server/adapters/randomness.ts';
import { createTicketSigner } from '../../server/adapters/tickets/index.ts';
import { installEmulator } from '../../server/demo/mollie/emulator.ts';
import type { Machine } from '../../server/demo/mollie/machine.ts';
import { followPartner } from '../../server/features/legs/index.ts';
import { reconcile } from '../../server/features/payments/reconcile.ts';
import type { Clock } from '../../server/ports.ts';
import type { TestCentre, TestCentreOptions } from './centre.ts';
import { createCluster, type TermsInput, type TestCluster } from './cluster.ts';
import { type Buyer, openBuyer, workerOf } from './sale.ts';

/** Centres that really sell for each other: each with an account of its own at our emulator of Mollie, jobs when asked. */
export interface SaleCluster extends TestCluster {
  readonly mollie: Machine;
  /** Somebody at a centre's website, with nothing chosen yet. */
  buyer(seller: TestCentre): Promise<Buyer>;
  /** What visitors call what a centre plays when they are at another's website. */
  reference(owner: TestCentre, performance?: string): string;
  /** Does a centre's jobs that are due, until there is none. */
  work(centre: TestCentre): Promise<void>;
  /** Webhooks arrive, and every centre does what follows. */
  settle(): Promise<void>;
  /** What the job of every minute does at a centre, as if all its times had come. */
  reconcile(centre: TestCentre): Promise<void>;
  /** Reads what its partners have to say since the last time, and does what follows. */
  follow(centre: TestCentre): Promise<void>;
  /** So much time passes for whoever waits, in milliseconds; not for what the databases keep. */
  passes(milliseconds: number): void;
  /** Everybody reaches this centre again, and the pause is over after which its partners try. */
  heal(centre: TestCentre): void;
}

/** Longer than a partner that does not answer is left alone. */
const RECOVERY = 10_000;

export async function createSaleCluster(options: {
  readonly centres: number;
  /** False leaves them without agreements. */
  readonly terms?: TermsInput | false;
  /** More of what a centre is made of, by its number. */
  readonly options?: (index: number) => TestCentreOptions;
}): Promise<SaleCluster> {
  let passed = 0;
  const clock: Clock = { now: () => new Date(Date.now() + passed) };
  const keys = Array.from({ length: options.centres }, () => `test_${randomBytes(12).toString('hex')}`);
  const emulator = installEmulator({
    apiKeys: Object.fromEntries(keys.map((key, index) => [key, `Huis ${index + 1}`])),
    checkoutBaseUrl: 'https://pay.example',
    clock,
    random: systemRandomness,
    webhooks: { delivery: 'manual', concurrent: true },
    send: async ({ url, paymentId }) => (await knock(url, paymentId)).ok,
  });
  const cluster = await createCluster({
    centres: options.centres,
    ...(options.terms !== undefined && { terms: options.terms }),
    options: (index) => ({
      clock,
      timers: {
        now: () => clock.now().getTime(),
        // Nobody who tests waits between two tries.
        after: (milliseconds, callback) => webTimers.after(milliseconds < 2000 ? 0 : milliseconds, callback),
      },
      ...options.options?.(index),
      parts: {
        signer: createTicketSigner(randomBytes(32)),
        provider: createMollieProvider({
          apiKey: keys[index] ?? '',
          versionString: 'Foyer/test',
          timeoutMs: 60_000,
          pause: async () => {},
          log: () => {},
        }),
        ...options.options?.(index).parts,
      },
    }),
  });
  const knock = async (url: string, id: string): Promise<Response> => {
    const { pathname } = new URL(url);
    const centre = cluster.centres.find(({ base }) => pathname.startsWith(base));
    if (!centre) throw new Error(`Nobody is at ${url}.`);
    return centre.request(pathname.slice(centre.base.length), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ id }).toString(),
    });
  };
  const workers = new Map(cluster.centres.map((centre) => [centre.id, workerOf(centre)]));
  const work = async ({ id }: TestCentre) => workers.get(id)?.run();
  return {
    ...cluster,
    mollie: emulator.machine,
    work,
    buyer: (seller) => openBuyer(seller, emulator, '', []),
    reference: (owner, performance = `stuk-${cluster.centres.indexOf(owner) + 1}`) => `${owner.id}.${performance}`,
    async settle() {
      await emulator.deliverWebhooks();
      for (const centre of cluster.centres) await work(centre);
    },
    async reconcile(centre) {
      const past = new Date(0);
      await centre.db.updateTable('payment').set({ check_at: past }).where('check_at', 'is not', null).execute();
      await centre.db.updateTable('leg').set({ check_at: past }).where('check_at', 'is not', null).execute();
      await reconcile(centre.runtime);
      await work(centre);
    },
    async follow(centre) {
      const sells = await centre.db.selectFrom('agreement').select('id').where('role', '=', 'seller').execute();
      for (const { id } of sells) await followPartner(centre.runtime, id);
      await work(centre);
    },
    passes: (milliseconds) => {
      passed += milliseconds;
    },
    heal(centre) {
      cluster.network.heal(centre);
      passed += RECOVERY;
    },
    async stop() {
      emulator.stop();
      for (const worker of workers.values()) await worker.stop();
      await cluster.stop();
    },
  };
}
