import type { OwnerParts } from './parts.ts';

/** Told in one go, so that a long outage does not become one endless transaction. */
const MOST = 500;

/** Tells sellers of reservations whose time is over, each once. Nothing depends on it: a hold ends by itself. */
export async function tellExpired({ store }: Pick<OwnerParts, 'store'>): Promise<void> {
  for (;;) {
    const told = await store.transact(async (trx) => {
      const expired = await trx.takeExpired(MOST);
      await trx.tell(expired.map(({ agreement, id }) => ({ agreement, kind: 'reservation-expired', reservation: id })));
      return expired.length;
    });
    if (told < MOST) return;
  }
}
