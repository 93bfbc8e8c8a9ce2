import { transact } from '../../../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../../../runtime.ts';
import type { OwnerStore } from '../owner-store.ts';
import { performancesIn } from './performances.ts';
import { placesIn } from './places.ts';
import { reservationsIn } from './reservations.ts';
import { salesIn } from './sales.ts';

/** An owning centre's storage in its database. */
export const createOwnerStore = (runtime: CentreRuntime): OwnerStore => ({
  transact: (work) =>
    transact(runtime.db, (trx) =>
      work({
        ...reservationsIn(trx),
        ...placesIn(trx),
        ...salesIn(runtime, trx),
        ...performancesIn(runtime.jobs, trx),
        offers: (performances) => runtime.catalogue.offers(performances, trx),
      }),
    ),
});
