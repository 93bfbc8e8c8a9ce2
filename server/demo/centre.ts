import { join } from 'node:path';
import type { Log } from '../adapters/log.ts';
import type { Mailer } from '../adapters/mail/port.ts';
import { createMollieProvider } from '../adapters/mollie/provider.ts';
import { openUitpas } from '../adapters/uitpas/open.ts';
import type { CentreSettings } from '../centre.ts';
import type { Randomness } from '../ports.ts';
import { type Places, placeOf } from './cluster.ts';
import type { DemoCentre } from './demo-centre.ts';
import { keepKeys } from './keys.ts';
import { DEMO_CLIENT, uitpasHostsAt } from './uitpas/door.ts';

/** Key of a centre's account at the emulated Mollie. The prefix is what keeps any real money away. */
export const mollieKeyOf = (id: string): string => `test_${id.replace(/\W/g, '')}${'Demo'.repeat(6)}`;
const VIEWS_FOLDER = join(import.meta.dirname, 'halls', 'views');

/** What a demo centre is made of. Its keys are kept beside its data; everything else follows from the addresses. */
export function settingsOf(options: {
  readonly centre: DemoCentre;
  readonly places: Places;
  /** Holds a folder a centre. */
  readonly dataFolder: string;
  readonly mailer: Mailer;
  readonly random: Randomness;
  readonly log: Log;
}): CentreSettings {
  const { places, mailer, log } = options;
  const { profile, colour, logo, uitpas } = options.centre;
  const { site, api } = placeOf(places, profile.id);
  const keys = keepKeys(join(options.dataFolder, profile.id), options.random);
  return {
    config: {
      ...profile,
      colour,
      website: `${site}/`,
      apiUrl: api,
      origins: [site, places.cluster, ...places.guests],
      maxHeldPerAddress: 60,
      viewsFolder: VIEWS_FOLDER,
    },
    databasePassword: keys.databasePassword,
    tokenSecret: keys.tokenSecret,
    manageToken: keys.manageToken,
    ticketSeed: Uint8Array.from(Buffer.from(keys.ticketSeed, 'base64url')),
    look: { colour, logo },
    provider: createMollieProvider({
      apiKey: mollieKeyOf(profile.id),
      versionString: 'Foyer/0.1.0',
      timeoutMs: 10_000,
      log: (message) => log.warn('mollie-attempt-failed', { centre: profile.id, message }),
    }),
    mailer,
    uitpas: uitpas && openUitpas({ ...DEMO_CLIENT, host: uitpasHostsAt(places) }, profile.id, log),
  };
}
