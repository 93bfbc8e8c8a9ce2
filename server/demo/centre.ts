import { join } from 'node:path';
import type { Log } from '../adapters/log.ts';
import type { Mailbox } from '../adapters/mail/index.ts';
import { createMollieProvider } from '../adapters/mollie/provider.ts';
import type { CentreSettings } from '../centre.ts';
import type { Randomness } from '../ports.ts';
import { keepKeys } from './keys.ts';
import { CENTRE } from './season.ts';

/** Key of the demo's account at the emulated Mollie. The prefix is what keeps any real money away. */
export const DEMO_MOLLIE_KEY = 'test_demoDemoDemoDemoDemoDemoDemoDemo';
const VIEWS_FOLDER = join(import.meta.dirname, 'halls', 'views');

/** What the demo's centre is made of. Its keys are kept beside its data; everything else follows from the addresses. */
export function demoCentre(options: {
  readonly dataFolder: string;
  readonly apiOrigin: string;
  readonly siteOrigin: string;
  readonly mailbox: Mailbox;
  readonly random: Randomness;
  readonly log: Log;
}): CentreSettings {
  const { apiOrigin, siteOrigin, mailbox, log } = options;
  const keys = keepKeys(join(options.dataFolder, CENTRE.id), options.random);
  return {
    config: {
      ...CENTRE,
      website: `${siteOrigin}/`,
      apiUrl: `${apiOrigin}/centres/${CENTRE.id}`,
      // A page of one's own, as the README shows, can be tried from the port that most people take for it.
      origins: [siteOrigin, 'http://localhost:8080'],
      maxHeldPerAddress: 60,
      viewsFolder: VIEWS_FOLDER,
    },
    databasePassword: keys.databasePassword,
    tokenSecret: keys.tokenSecret,
    ticketSeed: Uint8Array.from(Buffer.from(keys.ticketSeed, 'base64url')),
    look: { colour: '#1b1f4b' },
    provider: createMollieProvider({
      apiKey: DEMO_MOLLIE_KEY,
      versionString: 'Foyer/0.1.0',
      timeoutMs: 10_000,
      log: (message) => log.warn('mollie-attempt-failed', { centre: CENTRE.id, message }),
    }),
    mailer: mailbox.mailerFrom({ name: CENTRE.name, address: CENTRE.email }),
  };
}
