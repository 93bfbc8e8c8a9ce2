import { afterRelease, strandedBy } from '../../../sdk/model/seat-rules/index.ts';
import { leftAlone } from '../../../sdk/model/seat-rules/single-seat.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import { hallNow, type Offer } from '../catalogue/index.ts';
import type { ClaimState, LockedCart } from '../holds/index.ts';
import { readSeats, type SeatReader } from './taken.ts';

export { readSeats, type SeatReader };

/** What somebody chose, to be judged. */
export interface Choice {
  readonly cart: string;
  readonly claims: readonly ClaimState[];
  /** By performance. */
  readonly offers: ReadonlyMap<string, Offer>;
}

/**
 * Refuses to sell a choice that breaks the rules of a performance. Each performance of the cart is looked at by itself,
 * as its seats are at this moment.
 * @throws FoyerError `companion_alone`, or `seat_left_alone` with the seats that nobody sits beside.
 */
export async function judgeSeats(seats: SeatReader, { cart, claims, offers }: Choice): Promise<void> {
  for (const [performance, own] of Map.groupBy(claims, (claim) => claim.performance)) {
    const offer = offers.get(performance);
    if (!offer) continue;
    const look: Look = { seats, cart, offer, own: own.map(({ place }) => place) };
    refuse('companion_alone', offer, afterRelease(hallNow(look, []), []));
    refuse('seat_left_alone', offer, await seatsLeftAlone(look));
  }
}

/** The same for a cart that an order is made of. */
export const checkSeats = (trx: DatabaseTransaction, { cart, claims, offers }: LockedCart): Promise<void> =>
  judgeSeats(readSeats(trx), { cart: cart.id, claims, offers });

interface Look {
  readonly seats: SeatReader;
  readonly cart: string;
  readonly offer: Offer;
  readonly own: readonly ClaimState['place'][];
}

function refuse(code: 'companion_alone' | 'seat_left_alone', { plan }: Offer, seats: readonly number[]): void {
  if (seats.length === 0) return;
  throw new FoyerError(code, { seats: seats.flatMap((seat) => plan.scene().plan.seats[seat]?.id ?? []) });
}

/** Nearly every choice leaves nobody alone, which its own rows tell; only for the others the whole hall is read. */
async function seatsLeftAlone(look: Look): Promise<readonly number[]> {
  const { seats, offer } = look;
  if (offer.performance.single_seat_rule === 'off') return [];
  const inRows = await seats.taken(offer.performance.id, rowsOf(look));
  if (leftAlone(hallNow(look, inRows)).length === 0) return [];
  const lonely = strandedBy(hallNow(look, await seats.taken(offer.performance.id)));
  const own: number[] = [];
  for (const { seat } of lonely) if (await wasLeftAlone(look, seat)) own.push(seat);
  return own;
}

/**
 * Whether a seat that is alone now was so already when the visitor last chose in its row. What others take or give back
 * after that is not the visitor's doing, and must not spoil a choice that was fine.
 */
async function wasLeftAlone(look: Look, seat: number): Promise<boolean> {
  const { seats, cart, offer } = look;
  const scene = offer.plan.scene();
  const row = placesIn(look, [scene.row[seat] ?? 0]);
  const then = await seats.othersWhenChosen(cart, offer.performance.id, row);
  return leftAlone(hallNow(look, then)).some((alone) => alone.seat === seat);
}

const rowsOf = (look: Look) => {
  const { indexOf, row } = look.offer.plan.scene();
  return placesIn(look, [...new Set(look.own.flatMap((place) => row[indexOf.get(place) ?? -1] ?? []))]);
};

const placesIn = ({ offer }: Look, rows: readonly number[]) => {
  const { plan } = offer.plan.scene();
  return rows.flatMap((row) => plan.rows[row]?.seats ?? []).flatMap((seat) => plan.seats[seat]?.id ?? []);
};
