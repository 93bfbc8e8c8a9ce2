/**
 * A process of its own that serves one centre over a socket, with all that runs in production: its worker, its reader of
 * partners' news, the real Mollie client. Started, and killed, by cluster-crash.test.ts.
 */
import { systemClock } from '../../../server/adapters/clock.ts';
import { silentLog } from '../../../server/adapters/log.ts';
import { createMollieProvider } from '../../../server/adapters/mollie/provider.ts';
import { systemRandomness } from '../../../server/adapters/randomness.ts';
import { forwardMollie } from '../../../server/demo/mollie/remote.ts';
import { followPartner } from '../../../server/features/legs/index.ts';
import { reconcile } from '../../../server/features/payments/reconcile.ts';
import { startServer } from '../../../server/server.ts';
import { TEST_MANAGE_TOKEN, TEST_ORIGIN } from '../../harness/centre.ts';

/** What the parent wants of this process. */
export interface ClusterPlan {
  readonly id: string;
  readonly name: string;
  readonly adminUrl: string;
  readonly databasePassword: string;
  /** Where the others reach it. */
  readonly apiUrl: string;
  /** 32 bytes in hexadecimal. */
  readonly ticketSeed: string;
  /** Where Mollie answers. */
  readonly mollie: string;
  readonly apiKey: string;
}

/** What this process tells its parent: that it listens, a mail it sent, that it did what the clock of every minute does. */
export type ClusterReport = { readonly port: number } | { readonly mailed: string } | { readonly lookedAfter: true };

const plan = JSON.parse(process.argv[2] ?? '{}') as ClusterPlan;
const tell = (report: ClusterReport) => process.send?.(report);

const GENEROUS = { burst: 1_000_000, perMinute: 1_000_000 };
const { apiKey, apiUrl, databasePassword, id, name } = plan;
forwardMollie(plan.mollie);
const server = await startServer({
  database: { url: plan.adminUrl },
  ...{ clock: systemClock, random: systemRandomness, log: silentLog, connections: 6 },
  limits: { requests: GENEROUS, newCarts: GENEROUS },
  trustedProxies: 0,
  network: { allowPrivate: true },
  embedFolder: '/does/not/exist',
  centres: [
    {
      config: {
        ...{ id, name, apiUrl, website: TEST_ORIGIN, email: `onthaal@${id}.example` },
        ...{ address: 'Proefstraat 1, 9999 Wolvegem', language: 'nl', currency: 'EUR', timeZone: 'Europe/Brussels' },
        ...{ origins: [TEST_ORIGIN], maxHeldPerAddress: 10_000 },
      },
      databasePassword,
      tokenSecret: `secret of ${id}`.padEnd(40, '.'),
      ticketSeed: Buffer.from(plan.ticketSeed, 'hex'),
      manageToken: TEST_MANAGE_TOKEN,
      look: { colour: '#5b2a86' },
      provider: createMollieProvider({ apiKey, versionString: 'Foyer/test', timeoutMs: 10_000, log: () => {} }),
      mailer: { send: async ({ messageId }) => void tell({ mailed: messageId }) },
    },
  ],
});
const { port } = await server.listen({ port: 0 });
tell({ port });

/** What would come by itself within a minute. */
async function lookAfter(): Promise<void> {
  const [runtime] = server.centres;
  if (!runtime) return;
  await reconcile(runtime);
  const sells = await runtime.db.selectFrom('agreement').select('id').where('role', '=', 'seller').execute();
  for (const agreement of sells) await followPartner(runtime, agreement.id);
}

process.on('message', () => {
  void lookAfter().then(() => tell({ lookedAfter: true }));
});
