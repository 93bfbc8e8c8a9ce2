import type { Database } from '../../adapters/postgres/index.ts';
import type { UitpasHosts } from '../../adapters/uitpas/hosts.ts';
import type { Clock, Randomness } from '../../ports.ts';
import type { Places } from '../cluster.ts';
import { TEST_EVENTS } from './dataset.ts';
import { createUitpasStandIn, type UitpasStandIn } from './stand-in.ts';

/** Credentials that the stand-in of the demo takes, and nobody else. */
export const DEMO_CLIENT = { clientId: 'foyer-demo', clientSecret: 'only-for-the-stand-in' } as const;
/** Where it is on the server that most centres share. */
export const UITPAS_PATH = '/uitpas';

/** The demo's stand-in for UiTPAS, as a centre's configuration names it: put publiq's own hosts there for the real one. */
export function uitpasHostsAt({ centres }: Places): UitpasHosts {
  const api = `${centres[0]?.server ?? ''}${UITPAS_PATH}`;
  return { api, tokens: `${api}/realms/uitid/protocol/openid-connect/token` };
}

export const openDemoUitpas = (parts: { readonly clock: Clock; readonly random: Randomness }): UitpasStandIn =>
  createUitpasStandIn({ ...parts, clients: { [DEMO_CLIENT.clientId]: DEMO_CLIENT.clientSecret } });

/** All that a centre plays is publiq's event for tests, where everything works. */
export async function offerUitpas(db: Database): Promise<void> {
  await db
    .updateTable('performance')
    .set({ uitpas_event: TEST_EVENTS.fine.id })
    .where('uitpas_event', 'is', null)
    .execute();
}
