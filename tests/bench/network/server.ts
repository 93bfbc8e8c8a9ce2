/**
 * Centres at work in a process of their own, composed as in life: their databases' roles, their workers, the way to
 * partners. Told by environment variables, says `ready` on standard output.
 *
 * With `AUTOPAY=1` every payment is paid at once, so that its webhook comes back by itself.
 */
import { systemClock } from '../../../server/adapters/clock.ts';
import { silentLog } from '../../../server/adapters/log.ts';
import { createMollieProvider } from '../../../server/adapters/mollie/provider.ts';
import { systemRandomness } from '../../../server/adapters/randomness.ts';
import type { CentreSettings } from '../../../server/centre.ts';
import { installEmulator } from '../../../server/demo/mollie/emulator.ts';
import { startServer } from '../../../server/server.ts';
import { MANAGE_TOKEN, passwordOf, SITE, seedOf } from './centres.ts';

const { ADMIN_URL = '', CENTRES = '', PORT = '0', AUTOPAY } = process.env;
const API_KEY = 'test_measuredmeasuredmeasuredmeasured';
const UNLIMITED = { burst: 1e9, perMinute: 1e9 };
const PAY_EVERY = 5;

const port = Number(PORT);
const emulator = installEmulator({
  apiKeys: { [API_KEY]: 'Gemeten' },
  checkoutBaseUrl: `${SITE}/betalen`,
  clock: systemClock,
  random: systemRandomness,
});

const settingsOf = (id: string): CentreSettings => ({
  config: {
    id,
    name: id,
    website: SITE,
    email: `onthaal@${id}.example`,
    address: 'Meetlaan 1',
    language: 'nl',
    currency: 'EUR',
    timeZone: 'Europe/Brussels',
    apiUrl: `http://127.0.0.1:${port}/centres/${id}`,
    origins: [SITE],
    maxHeldPerAddress: 1e9,
  },
  databasePassword: passwordOf(id),
  tokenSecret: 'only for measuring, on this machine alone',
  ticketSeed: seedOf(id),
  manageToken: MANAGE_TOKEN,
  look: { colour: '#5b2a86' },
  provider: createMollieProvider({
    apiKey: API_KEY,
    versionString: 'Foyer/0.1.0',
    timeoutMs: 10_000,
    log: () => {},
  }),
  mailer: { send: async () => {} },
});

const server = await startServer({
  database: { url: ADMIN_URL },
  centres: CENTRES.split(',').map(settingsOf),
  limits: { requests: UNLIMITED, newCarts: UNLIMITED },
  trustedProxies: 0,
  network: { allowPrivate: true },
  embedFolder: 'dist/embed',
  clock: systemClock,
  random: systemRandomness,
  log: silentLog,
});
await server.listen({ port });
process.stdout.write('ready\n');
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
process.on('SIGUSR2', () => globalThis.gc?.());

let paid = 0;
if (AUTOPAY) {
  setInterval(() => {
    const payments = emulator.machine.payments();
    for (; paid < payments.length; paid += 1) {
      const payment = payments[paid];
      if (payment?.status === 'open') emulator.machine.pay(payment.id);
    }
  }, PAY_EVERY);
}
