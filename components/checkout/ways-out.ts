import type { HoldRequest, Line, Place } from '../../sdk/contract/index.ts';
import { holdRequestsFor } from '../../sdk/model/lines.ts';
import { createScene, readStates, SeatState, zonePrices } from '../../sdk/model/scene/index.ts';
import type { Alternative, Stranded } from '../../sdk/model/seat-choice/types.ts';
import { mend, strandedBy } from '../../sdk/model/seat-rules/index.ts';
import { placeName } from '../../sdk/model/seating-plan/places.ts';
import type { SeatingPlan } from '../../sdk/model/seating-plan/types.ts';
import type { CartStore, Failure, SeatingState, SeatingStore, Shop } from '../../sdk/stores/types.ts';

/** More ways out than this are no help. */
const OFFERS = 2;

/** Seats of one performance that an order would leave alone, and the nearest choices that would not. */
export interface LoneSeats {
  /** Id of the performance. */
  readonly performance: string;
  /** One at least. */
  readonly places: readonly Place[];
  readonly offers: readonly Offer[];
}

/** Other places for some of a cart's lines, or one place more. */
export interface Offer {
  readonly take: readonly Place[];
  /** Asks for them. */
  readonly wish: HoldRequest;
  readonly release: readonly Line[];
  /** As many places are held as may be: some have to go before others can come. */
  readonly isFull: boolean;
}

/** What to look for. */
interface About {
  /** Ids of seats that were refused; without them whatever seats are left alone where something was given back. */
  readonly seats?: readonly string[] | undefined;
  /** Given back just now, of which the hall may not know yet. */
  readonly gone: readonly Line[];
}

type Ready = SeatingState & { readonly state: 'ready' };

/**
 * Finds the seats that a refusal names in the halls of a cart's lines, or those that are left alone by what was given
 * back; null when there are none, and when the plans cannot be had.
 */
export async function findLoneSeats(shop: Shop, lines: readonly Line[], about: About): Promise<LoneSeats | null> {
  let named: LoneSeats | null = null;
  for (const [performance, own] of Map.groupBy(lines, (line) => line.performance.id)) {
    if (!about.seats && !about.gone.some((line) => line.performance.id === performance)) continue;
    const seating = await known(shop.seating(performance));
    const found = seating && loneSeatsIn(shop, seating, own, about);
    if (found && found.offers.length > 0) return found;
    named ??= found;
  }
  return named;
}

/** Follows the store until it knows, and no longer. */
function known(store: SeatingStore): Promise<Ready | null> {
  const { promise, resolve } = Promise.withResolvers<Ready | null>();
  const stop = store.subscribe((seating) => {
    if (seating.state === 'ready') resolve(seating);
    if (seating.state === 'failed') resolve(null);
  });
  return promise.finally(stop);
}

function loneSeatsIn(shop: Shop, seating: Ready, own: readonly Line[], { seats, gone }: About): LoneSeats | null {
  const { plan, performance, status } = seating;
  const scene = createScene(plan);
  const states = readStates(scene, { status, mine: own.map((line) => line.place.id) });
  for (const { place } of gone.filter((line) => line.performance.id === performance.id)) {
    const seat = scene.indexOf.get(place.id) ?? -1;
    if (states[seat] === SeatState.held) states[seat] = SeatState.free;
  }
  const idOf = ({ seat }: Stranded) => plan.seats[seat]?.id ?? '';
  const hall = { scene, states, rules: performance.seatRules };
  const stranded = strandedBy(hall).filter((one) => seats?.includes(idOf(one)) ?? true);
  const places = (seats ?? stranded.map(idOf)).flatMap((seat) => placeName(plan, seat) ?? []);
  if (places.length === 0) return null;
  const centre = shop.centre.get();
  const usual = centre.state === 'ready' ? centre.centre.priceTypes[0]?.id : undefined;
  const changes = mend(hall, stranded, zonePrices(performance.prices, usual), OFFERS);
  return { performance: performance.id, places, offers: changes.map((change) => toOffer(seating, own, change)) };
}

function toOffer({ plan, performance }: Ready, own: readonly Line[], change: Alternative): Offer {
  const gone = new Set(change.release.map((seat) => plan.seats[seat]?.id));
  const release = own.filter((line) => gone.has(line.place.id));
  const take = placesOf(plan, change.take);
  const isSold = (zone: string, type: string | undefined) =>
    performance.prices.some((price) => price.zone === zone && price.priceType === type);
  // Who moves keeps their price type, where it is sold too.
  const seats = take.map(({ id, zone }, index) => {
    const priceType = release[index]?.priceType;
    return { seat: id, ...(isSold(zone, priceType) && { priceType }) };
  });
  const isFull = release.length > 0 && own.length + take.length > performance.maxPlacesPerCart;
  return { take, release, wish: { performance: performance.id, seats }, isFull };
}

const placesOf = (plan: SeatingPlan, seats: readonly number[]): Place[] =>
  seats.flatMap((seat) => placeName(plan, plan.seats[seat]?.id ?? '') ?? []);

/** Takes what was offered; null when that is done, else why not. Who cannot have the others keeps the places they had. */
export async function takeOffer(cart: CartStore, { wish, release, isFull }: Offer): Promise<Failure | null> {
  const giveBack = () => cart.release(release.map(({ id }) => id));
  if (!isFull) {
    const { error } = await cart.hold(wish);
    return error ?? (release.length > 0 ? ((await giveBack()).error ?? null) : null);
  }
  const { error } = await giveBack();
  if (error) return error;
  const held = await cart.hold(wish);
  if (held.error) for (const request of holdRequestsFor(release)) await cart.hold(request);
  return held.error ?? null;
}
