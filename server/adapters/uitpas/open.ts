import type { CentreConfiguration } from '../../config.ts';
import type { Uitpas } from '../../features/uitpas/port.ts';
import { systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import { UITPAS_HOSTS } from './hosts.ts';
import { createUitpas } from './uitpas.ts';

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
