import {
  cancelRequestSchema,
  confirmRequestSchema,
  extendRequestSchema,
  type Reservation,
  reservationRequestSchema,
} from '../../sdk/contract/index.ts';
import { FoyerError } from '../../server/errors.ts';
import type { LegParts } from '../../server/features/legs/index.ts';
import type { PartnerAnswer, PartnerApi } from '../../server/features/network/partner-api.ts';
import { cancel } from '../../server/features/network/reservations/cancel.ts';
import { confirm } from '../../server/features/network/reservations/confirm.ts';
import { extend } from '../../server/features/network/reservations/extend.ts';
import type { OwnerAgreement, OwnerParts } from '../../server/features/network/reservations/parts.ts';
import { read } from '../../server/features/network/reservations/read.ts';
import { reserve } from '../../server/features/network/reservations/reserve.ts';
import { NoAnswer, type SimulatedNetwork } from './network.ts';

export interface Side {
  readonly agreement: OwnerAgreement;
  readonly owner: string;
  readonly parts: () => OwnerParts;
}

/** Answers that say: not now, ask again. */
const AGAIN: readonly string[] = ['rate_limited', 'unavailable', 'internal', 'request_in_progress'];

/**
 * The protocol as a selling centre speaks it, over a simulated network: every request goes through the schema of the wire,
 * and the owning centre's own verbs answer it.
 */
export function createPartners(
  seller: string,
  network: SimulatedNetwork,
  sideOf: (agreement: string) => Side,
  fault: (error: unknown) => void,
): LegParts['partners'] {
  async function ask(
    id: string,
    verb: (parts: OwnerParts, agreement: OwnerAgreement) => Promise<Reservation>,
  ): Promise<PartnerAnswer<Reservation>> {
    const side = sideOf(id);
    try {
      return { data: await network.call(seller, side.owner, () => verb(side.parts(), side.agreement)) };
    } catch (error) {
      if (error instanceof NoAnswer) return { error: { outcome: 'unknown', code: 'network' } };
      if (!(error instanceof FoyerError)) {
        fault(error);
        return { error: { outcome: 'unknown', code: 'internal' } };
      }
      const { code, detail } = error;
      const outcome = AGAIN.includes(code) ? 'unknown' : 'refused';
      return { error: { outcome, code, ...(detail.seats && { seats: detail.seats }) } };
    }
  }
  const verbs: Pick<PartnerApi, 'reserve' | 'read' | 'extend' | 'confirm' | 'cancel'> = {
    reserve: (agreement, id, request) =>
      ask(agreement, async (parts, terms) => {
        const answer = await reserve(parts, terms, id, reservationRequestSchema.parse(request));
        return answer.reservation;
      }),
    read: (agreement, id) => ask(agreement, (parts, terms) => read(parts, terms, id)),
    extend: (agreement, id, request) =>
      ask(agreement, (parts, terms) => extend(parts, terms, id, extendRequestSchema.parse(request))),
    confirm: (agreement, id, request) =>
      ask(agreement, (parts, terms) => confirm(parts, terms, id, confirmRequestSchema.parse(request))),
    cancel: (agreement, id, request) =>
      ask(agreement, (parts, terms) => cancel(parts, terms, id, cancelRequestSchema.parse(request))),
  };
  // Nothing else of the protocol is spoken here.
  return verbs as PartnerApi;
}
