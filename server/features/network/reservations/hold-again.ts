import type { Offer } from '../../catalogue/index.ts';
import { claimedPlace } from '../../catalogue/index.ts';
import type { ClaimState, HoldRefusal, HoldWish } from '../../holds/index.ts';
import type { OwnerTransaction, ReservationRecord } from './owner-store.ts';
import type { OwnerAgreement } from './parts.ts';
import { isWithinQuota } from './quota.ts';

/** What a reservation is of, as claims have it. */
export const claimsOf = ({ lines, places }: ReservationRecord): readonly ClaimState[] =>
  lines.map(({ id, performance, place, priceType }) => ({
    id,
    performance: performance.id,
    place: places[id] ?? place.id,
    priceType,
  }));

/** How many places of each performance a reservation has. */
export const countsOf = ({ lines }: ReservationRecord): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(lines, ({ performance }) => performance.id)].map(([id, some]) => [id, some.length]));

/**
 * Holds what a reservation held until its time was over, under the same lines: the same seats, and of an area as many
 * places, whichever are free. When it is refused, some of it may be held all the same: the caller undoes that.
 * @returns the places by line, or why not.
 */
export async function holdAgain(
  trx: OwnerTransaction,
  record: ReservationRecord,
  { id, terms }: OwnerAgreement,
): Promise<{ readonly places: ReservationRecord['places'] } | { readonly refusal: HoldRefusal }> {
  const counts = countsOf(record);
  const offers = await trx.offers(counts.keys());
  await trx.lockPerformances([...counts.keys()]);
  // Their rows may still be there, under the ids that the lines get again.
  await trx.release(
    record.cart,
    record.lines.map((line) => line.id),
  );
  for (const wish of wishesFor(record, offers, terms.caps.heldPlaces)) {
    const refusal = await trx.hold(wish);
    if (refusal) return { refusal };
  }
  const none = new Map([...counts.keys()].map((performance) => [performance, 0]));
  if (!(await isWithinQuota(trx, { id, terms }, none))) return { refusal: { outcome: 'quota_reached', seats: null } };
  const { claims } = await trx.cart(record.cart);
  return { places: Object.fromEntries(claims.map((claim) => [claim.id, claim.place])) };
}

/** The seats of a performance are one wish, each price type in an area another; by performance, as places are locked. */
function wishesFor(
  record: ReservationRecord,
  offers: ReadonlyMap<string, Offer>,
  maxHeld: number,
): readonly HoldWish[] {
  const groups = Map.groupBy(claimsOf(record), ({ performance, place, priceType }) =>
    isInArea(place) ? `${performance} ${claimedPlace(place)} ${priceType}` : performance,
  );
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.flatMap(([, [first, ...rest]]) =>
    first ? [wishFor([first, ...rest], offers.get(first.performance), { cart: record.cart, maxHeld })] : [],
  );
}

const isInArea = (place: string): boolean => claimedPlace(place) !== place;

function wishFor(
  claims: readonly [ClaimState, ...ClaimState[]],
  offer: Offer | undefined,
  common: Pick<HoldWish, 'cart' | 'maxHeld'>,
): HoldWish {
  const [{ performance, place, priceType }] = claims;
  const wish = { ...common, performance, key: null, hash: '', seats: [], areas: [] };
  if (!isInArea(place)) {
    const seats = claims.map((claim) => ({ ...claim, beside: offer?.plan.wheelchairsOf(claim.place) }));
    return { ...wish, seats };
  }
  const area = claimedPlace(place);
  const capacity = offer?.plan.areas.get(area)?.capacity ?? 0;
  return { ...wish, areas: [{ area, capacity, priceType, ids: claims.map(({ id }) => id) }] };
}
