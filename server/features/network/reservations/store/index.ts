import type { DatabaseTransaction } from '../../../../adapters/postgres/tables.ts';
import { transact } from '../../../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../../../runtime.ts';
import type { OwnerStore, OwnerTransaction } from '../owner-store.ts';
import { performancesIn } from './performances.ts';
import { placesIn } from './places.ts';
import { reservationsIn } from './reservations.ts';
import { salesIn } from './sales.ts';

/** An owning centre's storage in its database. */
export const createOwnerStore = (runtime: CentreRuntime): OwnerStore => ({
  transact: (work) => transact(runtime.db, (trx) => work(ownerTransaction(runtime, trx))),
});

/** The same inside a transaction of the caller's, which decides what stands. */
export const ownerStoreInside = (runtime: CentreRuntime, trx: DatabaseTransaction): OwnerStore => ({
  transact: (work) => work(ownerTransaction(runtime, trx)),
});

const ownerTransaction = (runtime: CentreRuntime, trx: DatabaseTransaction): OwnerTransaction => ({
  ...reservationsIn(trx),
  ...placesIn(trx),
  ...salesIn(runtime, trx),
  ...performancesIn(runtime.jobs, trx),
  offers: (performances) => runtime.catalogue.offers(performances, trx),
  priceList: (offers) => runtime.priceLists.get(offers.values().next().value?.priceList ?? null, trx),
});
