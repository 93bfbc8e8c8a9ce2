import type { Stage } from '../stage.ts';
import { benchIdleCentres } from './idle.ts';
import { benchReservations } from './reservations.ts';
import { benchSalesOverCentres } from './sales.ts';

/** What selling for each other costs, each number beside what it is measured against. */
export async function benchNetwork(stage: Stage): Promise<void> {
  await benchSalesOverCentres(stage);
  await benchReservations(stage);
  await benchIdleCentres(stage);
}
