import { randomUUID } from 'node:crypto';
import type { Entry, Statement } from '../../sdk/contract/index.ts';
import { transact } from '../../server/adapters/postgres/transact.ts';
import { bookEntries } from '../../server/features/ledger/index.ts';
import type { TestCentre } from './centre.ts';
import { createCluster, manage, type TestCluster } from './cluster.ts';

export const PERIOD = '2026-11';
/** Terms with a share, an amount a ticket and an admin cost. */
export const PAID = { commission: { basisPoints: 500, centsPerTicket: 25 }, adminCentsPerTicket: 50 };

/** Account and tax numbers that pass their checks; nobody's. */
export const NUMBERS = [
  { iban: 'BE68539007547034', bic: 'GKCCBEBB', vatNumber: 'BE0123456749' },
  { iban: 'BE43068999999501', vatNumber: 'BE0987654394' },
] as const;

/** Centres that sell for each other for a commission, and have told how they are paid. */
export const createPaidCluster = (centres: number, numbers: readonly object[] = NUMBERS): Promise<TestCluster> =>
  createCluster({
    centres,
    terms: PAID,
    options: (index) => ({ seed: false, config: { ...numbers[index] } }),
  });

/** Books entries at both sides of their agreement, by the doors that confirmations use. */
export async function bookAtBoth(owner: TestCentre, seller: TestCentre, entries: readonly Entry[]): Promise<void> {
  await transact(owner.db, (trx) => bookEntries(trx, 'owner', entries));
  await transact(seller.db, (trx) => bookEntries(trx, 'seller', entries));
}

export const statementOf = (centre: TestCentre, partner: TestCentre, period = PERIOD): Promise<Statement> =>
  manage<Statement>(centre, `/settlements/${partner.id}/${period}`);

export const ids = randomUUID;
