import { systemClock } from './adapters/clock.ts';
import type { Log } from './adapters/log.ts';
import { createSmtpMailer } from './adapters/mail/index.ts';
import { createMollieProvider } from './adapters/mollie/provider.ts';
import { createMollieRoutes } from './adapters/mollie/routes.ts';
import { systemRandomness } from './adapters/randomness.ts';
import { readTheme } from './adapters/theme-file.ts';
import type { TicketLook } from './adapters/tickets/index.ts';
import { openUitpas } from './adapters/uitpas/open.ts';
import type { CentreSettings } from './centre.ts';
import type { CentreConfiguration, Config } from './config.ts';
import type { CentreConfig } from './runtime.ts';
import type { ServerSettings } from './server.ts';

/** Puts the real parts to a configuration: Mollie, the centre's mail server, the machine's clock and randomness. */
export function toSettings(config: Config, log: Log): ServerSettings {
  const { connections, database, limits, network, trustedProxies } = config;
  return {
    ...{ connections, database, limits, network, trustedProxies, log },
    clock: systemClock,
    random: systemRandomness,
    embedFolder: 'dist/embed',
    centres: config.centres.map((centre) => centreSettings(centre, config.publicUrl, log)),
  };
}

function centreSettings(centre: CentreConfiguration, publicUrl: string, log: Log): CentreSettings {
  const {
    databasePassword,
    manageToken,
    mollieKey,
    mollieOrganizations,
    networkSeeds,
    smtpUrl,
    ticketSeed,
    tokenSecret,
    uitpas,
    themeFile,
    colour,
    ...open
  } = centre;
  const face = faceOf({ id: centre.id, themeFile, colour }, log);
  const mollie = {
    apiKey: mollieKey,
    versionString: 'Foyer/0.1.0',
    timeoutMs: 10_000,
    log: (message: string) => log.warn('mollie-attempt-failed', { centre: centre.id, message }),
  };
  return {
    config: { ...open, ...face.config, currency: 'EUR', apiUrl: `${publicUrl}/centres/${centre.id}` },
    ...{ databasePassword, manageToken, networkSeeds, ticketSeed, tokenSecret },
    look: face.look,
    provider: createMollieProvider(mollie),
    mover: mollieOrganizations && createMollieRoutes({ ...mollie, organizations: mollieOrganizations }),
    uitpas: uitpas && openUitpas(uitpas, centre.id, log),
    mailer: createSmtpMailer(smtpUrl, { name: centre.name, address: centre.email }),
  };
}

/** What a centre without a face of its own has on tickets and mails. */
const DEFAULT_COLOUR = '#0c5f68';

/** The centre's theme where it has one, else its colour; a colour that had to be mended is told in the log. */
function faceOf(
  {
    id,
    themeFile,
    colour = DEFAULT_COLOUR,
  }: { readonly id: string; readonly themeFile?: string | undefined; readonly colour?: string | undefined },
  log: Log,
): { readonly config: Pick<CentreConfig, 'colour' | 'theme'>; readonly look: TicketLook } {
  if (themeFile === undefined) return { config: { colour }, look: { colour } };
  const face = readTheme(themeFile);
  for (const mended of face.resolved.mended) log.warn('theme-colour-mended', { centre: id, ...mended });
  const own = face.resolved.light.accent;
  return { config: { colour: own, theme: face.properties }, look: { colour: own, logo: face.logo } };
}
