import type { DatabaseTransaction } from '../../../../adapters/postgres/tables.ts';
import { transact } from '../../../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../../../runtime.ts';
import type { OwnerStore } from '../owner-store.ts';
import { performancesIn } from './performances.ts';
import { placesIn } from './places.ts';
import { reservationsIn } from './reservations.ts';
import { salesIn } from './sales.ts';

/** Gives own buyers of a cancelled performance their money back, in the transaction that cancels it. */
export type RefundBuyers = (runtime: CentreRuntime, trx: DatabaseTransaction, performance: string) => Promise<void>;

/** An owning centre's storage in its database. */
export const createOwnerStore = (runtime: CentreRuntime, refundBuyers: RefundBuyers): OwnerStore => ({
  transact: (work) =>
    transact(runtime.db, (trx) =>
      work({
        ...reservationsIn(trx),
        ...placesIn(trx),
        ...salesIn(runtime, trx),
        ...performancesIn(trx),
        offers: (performances) => runtime.catalogue.offers(performances, trx),
        refundBuyers: (performance) => refundBuyers(runtime, trx, performance),
      }),
    ),
});
