import type { Reservation } from '../../../sdk/contract/network/index.ts';
import { FoyerError } from '../../errors.ts';
import type { PartnerAnswer } from '../network/partner-api.ts';
import { lookUp } from './change.ts';
import { type Leg, withReservation } from './leg.ts';
import { explain, type LegParts } from './parts.ts';

export interface Extension {
  /** Counted from now. */
  readonly seconds: number;
  /** The buyer is about to pay: the partners judge the choice by their own rules. */
  readonly forPayment: boolean;
}

interface Extended {
  /** As it was before, and as it was found to be. */
  readonly before: Leg;
  readonly leg: Leg;
  readonly asked: Date;
  readonly answer: PartnerAnswer<Reservation>;
}

/**
 * Asks every partner a cart is held at for more time, all at once. What some of them granted stays granted.
 * @param nameOf The partner's name for people, by agreement.
 * @throws FoyerError `hold_part_expired` with the partner and the places that are lost (they are out of the cart then), what
 * a partner's seat rules refuse, or `partner_unavailable`.
 */
export async function extendLegs(
  parts: LegParts,
  cart: string,
  extension: Extension,
  nameOf: (agreement: string) => string,
): Promise<readonly Leg[]> {
  const legs = await parts.store.transact((trx) => trx.heldLegs(cart));
  const answers = await Promise.all(legs.map((leg) => extend(parts, leg, extension)));
  const kept = await parts.store.transact(async (trx) => {
    const now = new Map((await trx.heldLegs(cart)).map((leg) => [leg.id, leg]));
    const saved: Leg[] = [];
    for (const { before, leg, asked, answer } of answers) {
      if (now.get(leg.id)?.reservation !== before.reservation) continue;
      const next = answer.data ? withReservation(leg, answer.data, asked) : isGone(answer) ? over(leg, asked) : null;
      if (!next) continue;
      await trx.save(next);
      if (next.state === 'cancelling') await trx.wake(next, asked);
      else saved.push(next);
    }
    return saved;
  });
  for (const { leg, answer } of answers) if (answer.error) throw refusal(leg, answer.error, nameOf(leg.agreement));
  return kept;
}

async function extend(parts: LegParts, leg: Leg, extension: Extension, before?: Leg): Promise<Extended> {
  const asked = await parts.store.transact((trx) => trx.now());
  const answer = await parts.partners.extend(leg.agreement, leg.reservation, extension);
  const plain = { before: before ?? leg, leg, asked, answer };
  if (before || answer.error?.code !== 'reservation_replaced') return plain;
  // An earlier change reached the partner, and its answer never reached us.
  const found = await lookUp(parts, leg);
  return found ? extend(parts, found, extension, leg) : plain;
}

const GONE: readonly string[] = ['reservation_expired', 'reservation_closed', 'reservation_replaced', 'not_found'];
const isGone = ({ error }: PartnerAnswer<unknown>): boolean =>
  error?.outcome === 'refused' && GONE.includes(error.code);

const over = (leg: Leg, now: Date): Leg => ({
  ...leg,
  ...{ state: 'cancelling', cancelReason: 'released', decidedAt: now },
});

function refusal(leg: Leg, error: NonNullable<PartnerAnswer<unknown>['error']>, name: string): FoyerError {
  if (!isGone({ error })) return explain(error, { name });
  return new FoyerError('hold_part_expired', { centre: name, seats: leg.lines.map(({ place }) => place.id) });
}
