import type { Offer } from '../../../server/features/catalogue/index.ts';
import type { ClaimState, HoldRefusal, HoldWish } from '../../../server/features/holds/index.ts';
import type { Journal } from './journal.ts';

/** A place somebody has, or had until a moment that is past. Moments are milliseconds since 1970. */
export interface MemoryClaim extends ClaimState {
  readonly state: 'held' | 'sold';
  readonly until: number;
  readonly cart: string;
  readonly order: string | null;
  readonly address: string | null;
  readonly takenAt: number;
}

export interface MemoryCart {
  readonly id: string;
  readonly address: string;
  readonly startedAt: number | null;
  readonly expiresAt: number | null;
  readonly releasedAt: number | null;
  readonly order: string | null;
}

interface Surroundings {
  readonly journal: Journal;
  readonly now: () => number;
  readonly offerOf: (performance: string) => Offer | undefined;
}

const TEN_MINUTES = 600_000;
const keyOf = ({ performance, place }: Pick<ClaimState, 'performance' | 'place'>) => `${performance} ${place}`;
const byPlace = (a: MemoryClaim, b: MemoryClaim) => (keyOf(a) < keyOf(b) ? -1 : 1);

export type MemoryPlaces = ReturnType<typeof createMemoryPlaces>;

/** Who has which place, in memory, by the rules of the database's functions `hold_places` and `sell_places`. */
export function createMemoryPlaces({ journal, now, offerOf }: Surroundings) {
  const carts = journal.table<MemoryCart>();
  const claims = journal.table<MemoryClaim>();
  /** When places became free, for the rule about seats left alone. */
  const freed = journal.table<{ readonly performance: string; readonly place: string; readonly at: number }>();
  const live = () => claims.values().filter(({ until }) => until > now());
  const held = (cart: string) =>
    live()
      .filter((claim) => claim.cart === cart && claim.state === 'held')
      .sort(byPlace);
  const cart = (id: string) => {
    const found = carts.get(id);
    if (!found) throw new Error(`There is no cart ${id}.`);
    return found;
  };

  return {
    live,
    held,
    cart,
    addCart: (made: Pick<MemoryCart, 'id' | 'address'>) =>
      carts.set(made.id, { ...made, startedAt: null, expiresAt: null, releasedAt: null, order: null }),
    changeCart: (id: string, change: Partial<MemoryCart>) => carts.set(id, { ...cart(id), ...change }),
    claims: () => claims.values(),
    claimAt: (performance: string, place: string) => claims.get(keyOf({ performance, place })),
    /** Writes who has a place. As the database's key does, it refuses to give what another still has. */
    put(claim: MemoryClaim) {
      const other = claims.get(keyOf(claim));
      if (other && other.until > now() && other.cart !== claim.cart) throw new Error(`${keyOf(claim)} has two owners.`);
      claims.set(keyOf(claim), claim);
    },
    free(claim: MemoryClaim) {
      claims.delete(keyOf(claim));
      const { performance, place } = claim;
      freed.set(`${freed.values().length}`, { performance, place, at: now() });
    },
    freedSince: (performance: string, at: number) =>
      freed.values().filter((one) => one.performance === performance && one.at > at),

    /** All places of a wish or none, and why. */
    hold(wish: HoldWish): HoldRefusal | undefined {
      const found = carts.get(wish.cart);
      if (!found) return { outcome: 'token_invalid', seats: null };
      if (found.order !== null) return { outcome: 'cart_closed', seats: null };
      const has = held(wish.cart);
      const places = [...newSeats(wish, this.live()), ...freeInAreas(wish, this.live())];
      const refusal = this.refusal(wish, found, places.length);
      if (refusal || places.length === 0) return refusal;
      const until = has.length > 0 && found.expiresAt !== null ? found.expiresAt : now() + TEN_MINUTES;
      for (const place of places) {
        const claim = { ...place, performance: wish.performance, cart: wish.cart, address: found.address };
        this.put({ ...claim, state: 'held', until, order: null, takenAt: now() });
      }
      if (has.length === 0) this.changeCart(wish.cart, { startedAt: now(), expiresAt: until });
      return undefined;
    },

    /** In the order in which the database looks at things. */
    refusal(wish: HoldWish, { id, address }: MemoryCart, wanted: number): HoldRefusal | undefined {
      const performance = offerOf(wish.performance)?.performance;
      if (!performance) return { outcome: 'performance_unknown', seats: null };
      const ends = performance.sale_ends_at ?? performance.starts_at;
      const begun = wish.early || now() >= performance.on_sale_at.getTime();
      const open = begun && now() < ends.getTime();
      if (performance.cancelled || !open) return { outcome: 'not_on_sale', seats: null };
      const taken = takenSeats(wish, live());
      if (taken.length > 0) return { outcome: 'seats_taken', seats: taken };
      const full = fullAreas(wish, live());
      if (full.length > 0) return { outcome: 'area_full', seats: full };
      const has = held(id).filter((claim) => claim.performance === wish.performance);
      const alone = performance.wheelchair_rule === 'protected' ? companionsAlone(wish, has) : [];
      if (alone.length > 0) return { outcome: 'companion_alone', seats: alone };
      if (wanted === 0) return undefined;
      if (performance.max_places_per_cart < wanted + has.length) return { outcome: 'too_many_places', seats: null };
      const known = live().filter((claim) => claim.address === address && claim.state === 'held').length;
      return wish.maxHeld < known + wanted ? { outcome: 'address_cap_reached', seats: null } : undefined;
    },
  };
}

type Live = readonly MemoryClaim[];

const at = (claims: Live, performance: string, place: string) =>
  claims.find((claim) => claim.performance === performance && claim.place === place);

const newSeats = ({ performance, seats }: HoldWish, claims: Live) =>
  seats
    .filter(({ place }) => !at(claims, performance, place))
    .map(({ id, place, priceType }) => ({ id, place, priceType }));

const takenSeats = ({ cart, performance, seats }: HoldWish, claims: Live) =>
  seats
    .map(({ place }) => at(claims, performance, place))
    .filter((claim) => claim !== undefined)
    .filter((claim) => claim.cart !== cart || claim.state === 'sold')
    .map(({ place }) => place)
    .sort();

const companionsAlone = ({ seats }: HoldWish, has: Live) =>
  seats
    .filter(({ beside }) => {
      const near = (place: string) => beside?.includes(place);
      return beside && !seats.some(({ place }) => near(place)) && !has.some(({ place }) => near(place));
    })
    .map(({ place }) => place)
    .sort();

const freePlaces = (performance: string, area: string, capacity: number, claims: Live) =>
  Array.from({ length: capacity }, (_, index) => `${area}#${index + 1}`).filter(
    (place) => !at(claims, performance, place),
  );

const freeInAreas = ({ performance, areas }: HoldWish, claims: Live) =>
  areas.flatMap(({ area, capacity, priceType, ids }) => {
    const free = freePlaces(performance, area, capacity, claims);
    return ids.flatMap((id, index) => (free[index] === undefined ? [] : [{ id, place: free[index], priceType }]));
  });

const fullAreas = ({ performance, areas }: HoldWish, claims: Live) =>
  areas
    .filter(({ area, capacity, ids }) => freePlaces(performance, area, capacity, claims).length < ids.length)
    .map(({ area }) => area);
