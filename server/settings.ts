import { systemClock } from './adapters/clock.ts';
import type { Log } from './adapters/log.ts';
import { createSmtpMailer } from './adapters/mail/index.ts';
import { createMollieProvider } from './adapters/mollie/provider.ts';
import { createMollieRoutes } from './adapters/mollie/routes.ts';
import { systemRandomness } from './adapters/randomness.ts';
import { UITPAS_HOSTS } from './adapters/uitpas/hosts.ts';
import { createUitpas } from './adapters/uitpas/uitpas.ts';
import type { CentreSettings } from './centre.ts';
import type { CentreConfiguration, Config } from './config.ts';
import type { Uitpas } from './features/uitpas/port.ts';
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
    colour,
    databasePassword,
    manageToken,
    mollieKey,
    mollieOrganizations,
    networkSeeds,
    smtpUrl,
    ticketSeed,
    tokenSecret,
    uitpas,
    ...open
  } = centre;
  const mollie = {
    apiKey: mollieKey,
    versionString: 'Foyer/0.1.0',
    timeoutMs: 10_000,
    log: (message: string) => log.warn('mollie-attempt-failed', { centre: centre.id, message }),
  };
  return {
    config: { ...open, currency: 'EUR', apiUrl: `${publicUrl}/centres/${centre.id}` },
    ...{ databasePassword, manageToken, networkSeeds, ticketSeed, tokenSecret },
    look: { colour },
    provider: createMollieProvider(mollie),
    mover: mollieOrganizations && createMollieRoutes({ ...mollie, organizations: mollieOrganizations }),
    uitpas: uitpas && openUitpas(uitpas, centre.id, log),
    mailer: createSmtpMailer(smtpUrl, { name: centre.name, address: centre.email }),
  };
}

/** UiTPAS under a centre's own credentials, wherever its configuration says that it is. */
export function openUitpas(
  { clientId, clientSecret, host }: NonNullable<CentreConfiguration['uitpas']>,
  centre: string,
  log: Log,
): Uitpas {
  return createUitpas({
    ...{ clientId, clientSecret, clock: systemClock },
    hosts: typeof host === 'string' ? UITPAS_HOSTS[host] : host,
    log: (message) => log.warn('uitpas-attempt-failed', { centre, message }),
  });
}
