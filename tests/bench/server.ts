/**
 * The server under load, in a process of its own: one centre with the real app, the real jobs, the real Mollie client,
 * and the Mollie emulator in the same process. Told by environment variables, answers with its port on standard output.
 *
 * With `AUTOPAY=1` every payment is paid as soon as it exists, so that its webhook comes back by itself.
 */
import { serve } from '@hono/node-server';
import { webTimers } from '../../sdk/platform.ts';
import { systemClock } from '../../server/adapters/clock.ts';
import { createJobQueue } from '../../server/adapters/jobs/queue.ts';
import { startJobs } from '../../server/adapters/jobs/worker.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { createMollieProvider } from '../../server/adapters/mollie/provider.ts';
import { openDatabase } from '../../server/adapters/postgres/index.ts';
import { systemRandomness } from '../../server/adapters/randomness.ts';
import { createTicketPrinter, createTicketSigner, drawQr } from '../../server/adapters/tickets/index.ts';
import { createTokens } from '../../server/adapters/tokens.ts';
import { createApp } from '../../server/app.ts';
import { createRuntime } from '../../server/centre.ts';
import { installEmulator } from '../../server/demo/mollie/emulator.ts';
import { createAskOpenly } from '../../server/features/network/agreements/index.ts';
import { createNetworkKeys } from '../../server/features/network/keys.ts';
import { createPartners } from '../../server/features/network/partners.ts';
import { createSafeFetch } from '../../server/features/network/safe-fetch.ts';
import { centreTasks } from '../../server/tasks.ts';
import { MEASURED_CENTRE, SECRET } from './stage.ts';

const { DATABASE = '', JOBS_SCHEMA = '', PORT = '0', AUTOPAY } = process.env;
const API_KEY = 'test_measuredmeasuredmeasuredmeasured';
const SITE = 'http://localhost:9';
const UNLIMITED = { burst: 1e9, perMinute: 1e9 };

const clock = systemClock;
const random = systemRandomness;
const emulator = installEmulator({
  apiKeys: { [API_KEY]: 'Gemeten' },
  checkoutBaseUrl: `${SITE}/betalen`,
  clock,
  random,
});
const db = openDatabase(DATABASE, { max: 24 });
const port = Number(PORT);
const networkKeys = createNetworkKeys([new Uint8Array(32).fill(8)]);
const { fetch } = createSafeFetch({ allowPrivate: true });
const partners = createPartners({ db, keys: networkKeys, fetch, clock, timers: webTimers, random, log: silentLog });
const runtime = createRuntime({
  config: {
    id: MEASURED_CENTRE,
    name: 'Gemeten',
    website: SITE,
    email: 'onthaal@gemeten.example',
    address: 'Meetlaan 1',
    language: 'nl',
    currency: 'EUR',
    timeZone: 'Europe/Brussels',
    apiUrl: `http://127.0.0.1:${port}/centres/${MEASURED_CENTRE}`,
    origins: [SITE],
    maxHeldPerAddress: 1e9,
  },
  db,
  tokens: createTokens(SECRET),
  clock,
  random,
  log: silentLog,
  provider: createMollieProvider({
    apiKey: API_KEY,
    versionString: 'Foyer/0.1.0',
    timeoutMs: 10_000,
    log: () => {},
  }),
  mailer: { send: async () => {} },
  signer: createTicketSigner(new Uint8Array(32).fill(7)),
  ...{
    networkKeys,
    partners,
    agreementCalls: partners,
    settlementCalls: partners,
    uitpasCalls: partners,
    askOpenly: createAskOpenly(fetch),
  },
  printer: createTicketPrinter({ look: { colour: '#5b2a86' }, clock }),
  drawQr,
  jobs: createJobQueue(JOBS_SCHEMA),
});
// Mails wait while the sale is measured: they are drawn and sent afterwards, off the path of the buyer.
const tasks = { ...centreTasks(runtime), 'mail-tickets': async () => {} };
await startJobs({ url: DATABASE, db, schema: JOBS_SCHEMA, tasks, log: silentLog, concurrency: 8 });
const app = createApp({
  centres: [runtime],
  log: silentLog,
  clock,
  random,
  ready: async () => [],
  limits: { requests: UNLIMITED, newCarts: UNLIMITED },
  trustedProxies: 0,
});
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => process.stdout.write('ready\n'));

let paid = 0;
if (AUTOPAY) {
  const payNew = () => {
    const payments = emulator.machine.payments();
    for (; paid < payments.length; paid += 1) {
      const payment = payments[paid];
      if (payment?.status === 'open') emulator.machine.pay(payment.id);
    }
  };
  setInterval(payNew, 20);
}
