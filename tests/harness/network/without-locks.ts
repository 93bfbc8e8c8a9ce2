import type { OwnerStore, OwnerTransaction } from '../../../server/features/network/reservations/owner-store.ts';

/** The same storage with some of what a transaction does done otherwise, to show what would happen then. */
export const withOther = (
  store: OwnerStore,
  other: (trx: OwnerTransaction) => Partial<OwnerTransaction>,
): OwnerStore => ({
  transact: (work) => store.transact((trx) => work({ ...trx, ...other(trx) })),
});

/** Lets nobody on until so many have come; whoever comes later goes on at once. */
export function meeting(of: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === of) resolve();
    return promise;
  };
}

/**
 * Looks at reservations as somebody would who never saw two requests at once: without keeping them, and from outside the
 * transaction.
 * @param met Waited for after the look, so that all have looked before any goes on.
 */
export const looksOnly =
  (store: OwnerStore, met: () => Promise<void> = async () => {}) =>
  (_: OwnerTransaction): Pick<OwnerTransaction, 'reservations'> => ({
    async reservations(agreement, ids) {
      const found = await store.transact((trx) => trx.reservations(agreement, ids));
      await met();
      return found;
    },
  });
