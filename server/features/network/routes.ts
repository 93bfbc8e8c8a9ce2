import type { FoyerApp } from '../../http/env.ts';
import { registerKeyManagement } from './agreements/key-routes.ts';
import { registerAgreementManagement } from './agreements/manage-routes.ts';
import { registerAgreements } from './agreements/partner-routes.ts';
import { registerNetworkProgramme } from './programme/routes.ts';
import { registerPerformanceManagement, registerReservations } from './reservations/index.ts';

/** What other centres ask of us. */
export function registerNetwork(app: FoyerApp): void {
  registerAgreements(app);
  registerNetworkProgramme(app);
  registerReservations(app);
}

/** What the centre's own people decide about working with others. */
export function registerNetworkManagement(app: FoyerApp): void {
  registerAgreementManagement(app);
  registerKeyManagement(app);
  registerPerformanceManagement(app);
}
