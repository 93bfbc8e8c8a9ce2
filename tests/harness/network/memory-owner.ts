import type { Entry } from '../../../sdk/contract/network/index.ts';
import type { Ticket } from '../../../sdk/contract/order.ts';
import { type PriceList, priceListSchema } from '../../../sdk/contract/prices/index.ts';
import type { Offer } from '../../../server/features/catalogue/index.ts';
import type {
  OwnerChange,
  OwnerStore,
  OwnerTransaction,
  ReservationRecord,
} from '../../../server/features/network/reservations/owner-store.ts';
import { createJournal, type Table } from './journal.ts';
import { createMemoryPlaces, type MemoryClaim, type MemoryPlaces } from './memory-places.ts';

export interface MemoryOwnerOptions {
  /** The owning centre's clock. */
  readonly now: () => Date;
  /** What is played; cancelling and moving changes it in here only. */
  readonly offers: Iterable<Offer>;
  /** What it prices by, at the moment it is asked. */
  readonly priceList?: () => PriceList;
}

export interface MemorySale {
  readonly order: string;
  readonly state: 'paid' | 'refund';
  readonly agreement: string;
  readonly totalCents: number;
  readonly tickets: readonly Ticket[];
}

type Kept = ReservationRecord & { readonly expiryTold: boolean };

/** An owning centre's storage in memory, with all that a test or a simulation wants to see of it. */
export interface MemoryOwner {
  readonly store: OwnerStore;
  /** Everything that somebody has at this moment. */
  claims(): readonly MemoryClaim[];
  reservations(): readonly ReservationRecord[];
  sales(): readonly MemorySale[];
  entries(): readonly Entry[];
  /** The feed of all agreements, oldest first. */
  changes(): readonly OwnerChange[];
  /** Makes every place free. */
  clear(): void;
  /** Changes what is written of a performance, outside any transaction. */
  change(performance: string, values: Partial<Offer['performance']>): void;
}

/**
 * One transaction runs after another, and one that throws leaves nothing. As the database does, it refuses by itself: two
 * owners of a place, two sales of a reservation, two valid tickets for a place, a line that is booked twice.
 */
export function createMemoryOwner({ now, offers, priceList = noRules }: MemoryOwnerOptions): MemoryOwner {
  const journal = createJournal();
  const performances = journal.table<Offer>();
  for (const offer of offers) performances.set(offer.performance.id, offer);
  const places = createMemoryPlaces({ journal, now: () => now().getTime(), offerOf: performances.get });
  const state: State = {
    ...{ now, places, performances, priceList },
    reservations: journal.table(),
    sales: journal.table(),
    entries: journal.table(),
    changes: journal.table(),
  };
  journal.commit();
  const trx = transactionOn(state);
  let last: Promise<unknown> = Promise.resolve();
  const alone = async <T>(work: (trx: OwnerTransaction) => Promise<T>): Promise<T> => {
    try {
      const result = await work(trx);
      journal.commit();
      return result;
    } catch (error) {
      journal.rollback();
      throw error;
    }
  };
  return {
    store: {
      transact(work) {
        const done = last.then(() => alone(work));
        last = done.catch(() => {});
        return done;
      },
    },
    claims: () => places.live(),
    reservations: () => state.reservations.values(),
    sales: () => state.sales.values(),
    entries: () => state.entries.values(),
    changes: () => state.changes.values(),
    clear() {
      for (const claim of places.claims()) places.free(claim);
      journal.commit();
    },
    change(id, values) {
      const offer = performances.get(id);
      if (offer) performances.set(id, { ...offer, performance: { ...offer.performance, ...values } });
      journal.commit();
    },
  };
}

const NO_RULES = priceListSchema.parse({ version: 1 });
const noRules = () => NO_RULES;

interface State {
  readonly now: () => Date;
  readonly priceList: () => PriceList;
  readonly places: MemoryPlaces;
  readonly performances: Table<Offer>;
  readonly reservations: Table<Kept>;
  readonly sales: Table<MemorySale>;
  readonly entries: Table<Entry>;
  readonly changes: Table<OwnerChange>;
}

const transactionOn = (state: State): OwnerTransaction => ({
  ...reservationsOn(state),
  ...placesOn(state),
  ...salesOn(state),
  ...performancesOn(state),
});

const keyOf = ({ agreement, id }: Pick<ReservationRecord, 'agreement' | 'id'>) => `${agreement} ${id}`;

function reservationsOn({ now, places, reservations, changes }: State) {
  return {
    async reservations(agreement, ids) {
      const found = ids.flatMap((id) => reservations.get(keyOf({ agreement, id })) ?? []);
      return new Map(found.map((record) => [record.id, record]));
    },
    async addReservation(record) {
      if (reservations.get(keyOf(record))) throw new Error(`Reservation ${record.id} is there already.`);
      reservations.set(keyOf(record), { ...record, expiryTold: false });
    },
    async changeReservation(of, { endedAt, ...change }) {
      const before = reservations.get(keyOf(of));
      if (!before) throw new Error(`There is no reservation ${of.id}.`);
      if (change.order && before.order) throw new Error(`Reservation ${of.id} is sold already.`);
      reservations.set(keyOf(of), { ...before, ...change });
    },
    async takeExpired(most) {
      const over = (record: Kept) => (places.cart(record.cart).expiresAt ?? 0) <= now().getTime();
      const expired = reservations
        .values()
        .filter((record) => record.state === 'held' && !record.expiryTold && over(record))
        .slice(0, most);
      for (const record of expired) reservations.set(keyOf(record), { ...record, expiryTold: true });
      return expired;
    },
    async tell(told) {
      for (const change of told) changes.set(`${changes.values().length}`, change);
    },
    async reservationsIn(performance) {
      return reservations
        .values()
        .filter(({ state }) => state === 'held' || state === 'confirmed')
        .filter(({ lines }) => lines.some((line) => line.performance.id === performance));
    },
  } satisfies Partial<OwnerTransaction>;
}

function placesOn({ now, places }: State) {
  const date = (at: number | null) => (at === null ? null : new Date(at));
  return {
    async addCart(cart) {
      places.addCart(cart);
    },
    async cart(id) {
      const { startedAt, expiresAt } = places.cart(id);
      return { now: now(), startedAt: date(startedAt), expiresAt: date(expiresAt), claims: places.held(id) };
    },
    async lockPerformances() {},
    async hold(wish) {
      return places.hold(wish);
    },
    async reprice(lines) {
      for (const { line, priceType } of lines) {
        const claim = places.claims().find(({ id }) => id === line);
        if (claim) places.put({ ...claim, priceType });
      }
    },
    async release(cart, lines) {
      const going = places.claims().filter((claim) => claim.cart === cart && claim.state === 'held');
      for (const claim of going) if (lines.includes(claim.id)) places.free(claim);
      places.changeCart(cart, { releasedAt: now().getTime() });
    },
    async holdUntil(cart, until) {
      for (const claim of places.held(cart)) places.put({ ...claim, until: until.getTime() });
      places.changeCart(cart, { expiresAt: until.getTime() });
    },
    async placesOf(agreement, performance) {
      const address = `agreement:${agreement}`;
      const own = (claim: MemoryClaim) =>
        claim.performance === performance && places.cart(claim.cart).address === address;
      return places.live().filter(own).length;
    },
    seats: {
      async taken(performance, among) {
        return places
          .live()
          .filter((claim) => claim.performance === performance && (among?.includes(claim.place) ?? true));
      },
      async othersWhenChosen(cart, performance, among) {
        const own = places
          .held(cart)
          .filter((claim) => claim.performance === performance && among.includes(claim.place));
        const chosen = Math.max(places.cart(cart).releasedAt ?? 0, ...own.map(({ takenAt }) => takenAt));
        const others = places
          .claims()
          .filter((claim) => claim.performance === performance && among.includes(claim.place) && claim.cart !== cart)
          .filter(({ takenAt, until }) => takenAt <= chosen && until > chosen);
        const freed = places.freedSince(performance, chosen).filter(({ place }) => among.includes(place));
        return [...others, ...freed.map(({ place }) => ({ place, state: 'held' as const }))];
      },
    },
  } satisfies Partial<OwnerTransaction>;
}

function salesOn({ now, places, sales, entries }: State) {
  return {
    async sell({ order, cart, claims }) {
      const taken = ({ performance, place }: (typeof claims)[number]) => {
        const claim = places.claimAt(performance, place);
        return claim && claim.until > now().getTime() && (claim.cart !== cart || claim.state === 'sold');
      };
      const lost = claims.filter(taken).map(({ place }) => place);
      if (lost.length > 0) return lost;
      const sold = { state: 'sold', until: Number.POSITIVE_INFINITY, address: null, cart, order } as const;
      for (const claim of claims) places.put({ ...claim, ...sold, takenAt: now().getTime() });
      places.changeCart(cart, { order });
      return [];
    },
    async addSale({ order, agreement, lines, places: where, tickets }) {
      const valid = places.claims().filter((claim) => claim.state === 'sold' && claim.order === order);
      for (const { id } of lines) {
        if (!valid.some((claim) => claim.id === id && claim.place === where[id])) throw new Error(`${id} is not sold.`);
      }
      const totalCents = lines.reduce((sum, { price }) => sum + price.cents, 0);
      sales.set(order, { order, state: 'paid', agreement, totalCents, tickets });
    },
    async sale({ agreement, id, order }) {
      const booked = entries.values().filter((entry) => entry.agreement === agreement && entry.reservation === id);
      return { tickets: sales.get(order ?? '')?.tickets ?? [], entries: booked };
    },
    async takeBack({ order, lines, whole }) {
      const sale = sales.get(order);
      if (!sale) throw new Error(`There is no order ${order}.`);
      const tickets = sale.tickets.map(
        (ticket): Ticket => (lines.includes(ticket.line) ? { ...ticket, state: 'refunded' } : ticket),
      );
      sales.set(order, { ...sale, tickets, ...(whole && { state: 'refund' }) });
      for (const claim of places.claims()) {
        if (claim.order === order && claim.state === 'sold' && lines.includes(claim.id)) places.free(claim);
      }
    },
    async book(added) {
      for (const entry of added) {
        const key = `${entry.agreement} ${entry.line} ${entry.kind}`;
        if (entries.get(key)) throw new Error(`Line ${entry.line} has its ${entry.kind} already.`);
        entries.set(key, entry);
      }
    },
  } satisfies Partial<OwnerTransaction>;
}

function performancesOn({ now, performances, priceList }: State) {
  const change = (offer: Offer, values: Partial<Offer['performance']>) =>
    performances.set(offer.performance.id, { ...offer, performance: { ...offer.performance, ...values } });
  const shifted = (date: Date | null, by: number) => (date ? new Date(date.getTime() + by) : null);
  return {
    async offers(ids) {
      const found = [...ids].flatMap((id) => performances.get(id) ?? []);
      return new Map(found.map((offer) => [offer.performance.id, offer]));
    },
    priceList: async () => priceList(),
    async cancelPerformance(id) {
      const offer = performances.get(id);
      if (offer && !offer.performance.cancelled) change(offer, { cancelled: true });
      return offer && !offer.performance.cancelled;
    },
    async movePerformance(id, { startsAt, endsAt }) {
      const offer = performances.get(id);
      if (!offer || offer.performance.cancelled) return undefined;
      const { performance } = offer;
      const by = startsAt.getTime() - performance.starts_at.getTime();
      const end = endsAt ?? shifted(performance.ends_at, by);
      if (by === 0 && end?.getTime() === performance.ends_at?.getTime()) return false;
      change(offer, {
        ...{ starts_at: startsAt, ends_at: end, sale_ends_at: shifted(performance.sale_ends_at, by) },
        ...{ moved_at: now(), first_starts_at: performance.first_starts_at ?? performance.starts_at },
      });
      return true;
    },
    // Own buyers are the seller's business; there are none in here.
    async refundBuyers() {},
    async tellBuyers() {},
  } satisfies Partial<OwnerTransaction>;
}
