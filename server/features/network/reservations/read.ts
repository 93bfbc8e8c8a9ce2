import type { Reservation } from '../../../../sdk/contract/network/index.ts';
import type { OwnerAgreement, OwnerParts } from './parts.ts';
import { requireReservation, show } from './view.ts';

/** A reservation as it is now, also after the agreement ended. @throws FoyerError `not_found` */
export const read = ({ store }: OwnerParts, agreement: OwnerAgreement, id: string): Promise<Reservation> =>
  store.transact(async (trx) => show(trx, await requireReservation(trx, agreement.id, id)));
