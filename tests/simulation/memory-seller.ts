import type { Entry, Reservation } from '../../sdk/contract/network/index.ts';
import type { Ticket } from '../../sdk/contract/order.ts';
import type { Leg } from '../../server/features/legs/leg.ts';
import { pairTickets } from '../../server/features/legs/pair.ts';
import type { Begun, Lease, LegStore, LegTransaction } from '../../server/features/legs/store.ts';
import { createJournal } from '../harness/network/journal.ts';

/** An order as far as its parts at partners go: what was paid, what came of it, what went back. */
export interface SimulatedOrder {
  readonly id: string;
  readonly cart: string;
  readonly state: 'open' | 'paid' | 'closed';
  readonly paidCents: number;
  readonly tickets: readonly (Ticket & { readonly leg: string })[];
  /** By leg, in cents. */
  readonly refunds: readonly { readonly leg: string; readonly cents: number }[];
}

interface Cart {
  readonly order: string | null;
  readonly lease: string | null;
  readonly leaseUntil: number;
}

/** A selling centre's storage in memory, with all that a simulation wants to see of it. */
export interface MemorySeller {
  readonly store: LegStore;
  /** The same, with what an order does in the same transaction. */
  transact<T>(work: (trx: SellerTransaction) => Promise<T>): Promise<T>;
  legs(): readonly Leg[];
  orders(): readonly SimulatedOrder[];
  entries(): readonly Entry[];
  /** What is planned: the leg and when, in milliseconds. */
  wakes(): readonly { readonly leg: string; readonly at: number }[];
  openLeases(): number;
  addCart(id: string): void;
}

export interface SellerTransaction extends LegTransaction {
  order(id: string): Promise<SimulatedOrder | undefined>;
  saveOrder(order: SimulatedOrder): Promise<void>;
  closeCart(cart: string, order: string | null): Promise<void>;
  isBusy(cart: string): Promise<boolean>;
}

/** One transaction runs after another, and one that throws leaves nothing. */
export function createMemorySeller(now: () => number): MemorySeller {
  const journal = createJournal();
  const legs = journal.table<Leg>();
  const carts = journal.table<Cart>();
  const orders = journal.table<SimulatedOrder>();
  const entries = journal.table<Entry>();
  const wakes = journal.table<{ readonly leg: string; readonly at: number }>();

  const heldLegs = (cart: string) => legs.values().filter((leg) => leg.cart === cart && leg.state === 'held');
  const cartOf = (id: string) => {
    const cart = carts.get(id);
    if (!cart) throw new Error(`There is no cart ${id}.`);
    return cart;
  };
  const giveUp = (leg: Leg) => {
    legs.set(leg.id, { ...leg, state: 'cancelling', cancelReason: 'released', decidedAt: new Date(now()) });
    wakes.set(leg.id, { leg: leg.id, at: now() });
  };

  function beginChange({ cart, id }: Lease, agreement: string | null, until: Date): Begun {
    const found = cartOf(cart);
    if (found.order !== null) return { outcome: 'cart_closed' };
    if (found.lease !== null && found.leaseUntil > now()) return { outcome: 'request_in_progress' };
    carts.set(cart, { ...found, lease: id, leaseUntil: until.getTime() });
    const held = heldLegs(cart);
    if (held.some(({ expiresAt }) => expiresAt.getTime() <= now())) {
      for (const leg of held) giveUp(leg);
      return { outcome: 'begun', leg: null, secondsLeft: null };
    }
    const ends = held.map(({ expiresAt }) => expiresAt.getTime());
    return {
      outcome: 'begun',
      leg: held.find((leg) => leg.agreement === agreement) ?? null,
      secondsLeft: ends.length > 0 ? Math.floor((Math.min(...ends) - now()) / 1000) : null,
    };
  }

  const book = (reservation: Reservation) => {
    for (const entry of reservation.entries) {
      const known = entries.get(entry.id);
      if (known && JSON.stringify(known) !== JSON.stringify(entry)) throw new Error(`Entry ${entry.id} changed.`);
      if (!known) entries.set(entry.id, entry);
    }
  };

  const trx: SellerTransaction = {
    now: async () => new Date(now()),
    beginChange: async (lease, agreement, until) => beginChange(lease, agreement, until),
    async endChange({ cart, id }) {
      const found = cartOf(cart);
      if (found.lease !== id) return false;
      carts.set(cart, { ...found, lease: null });
      return true;
    },
    // Nobody prices by choices here.
    async choose() {},
    async dropExpired(cart) {
      for (const leg of heldLegs(cart)) if (leg.expiresAt.getTime() <= now()) giveUp(leg);
    },
    heldLegs: async (cart) => heldLegs(cart),
    legsOf: async (order) => legs.values().filter((leg) => leg.order === order),
    leg: async (id) => legs.get(id),
    async save(leg) {
      legs.set(leg.id, leg);
      wakes.delete(leg.id);
    },
    async wake(leg, at) {
      wakes.set(leg.id, { leg: leg.id, at: at.getTime() });
    },
    async keep(leg, reservation) {
      const order = orders.get(leg.order ?? '');
      if (!order) throw new Error(`Leg ${leg.id} has no order.`);
      const tickets = [...pairTickets(leg.lines, reservation).values()].map((ticket) => ({ ...ticket, leg: leg.id }));
      orders.set(order.id, { ...order, tickets: [...order.tickets, ...tickets] });
      book(reservation);
    },
    async giveBack(leg) {
      const order = orders.get(leg.order ?? '');
      if (!order) throw new Error(`Leg ${leg.id} has no order.`);
      const known = order.refunds.some((refund) => refund.leg === leg.id);
      if (!known) orders.set(order.id, { ...order, refunds: [...order.refunds, { leg: leg.id, cents: leg.cents }] });
    },
    settle: async (_leg, reservation) => book(reservation),
    order: async (id) => orders.get(id),
    saveOrder: async (order) => orders.set(order.id, order),
    closeCart: async (cart, order) => carts.set(cart, { ...cartOf(cart), order }),
    async isBusy(cart) {
      const { lease, leaseUntil } = cartOf(cart);
      return lease !== null && leaseUntil > now();
    },
  };

  let last: Promise<unknown> = Promise.resolve();
  const transact = <T>(work: (trx: SellerTransaction) => Promise<T>): Promise<T> => {
    const done = last.then(async () => {
      try {
        const result = await work(trx);
        journal.commit();
        return result;
      } catch (error) {
        journal.rollback();
        throw error;
      }
    });
    last = done.catch(() => {});
    return done;
  };

  return {
    transact,
    store: { transact },
    legs: () => legs.values(),
    orders: () => orders.values(),
    entries: () => entries.values(),
    wakes: () => wakes.values(),
    openLeases: () => carts.values().filter(({ lease, leaseUntil }) => lease !== null && leaseUntil > now()).length,
    addCart(id) {
      carts.set(id, { order: null, lease: null, leaseUntil: 0 });
      journal.commit();
    },
  };
}
