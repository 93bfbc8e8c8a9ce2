import type { Access, Client } from '../client/client.ts';
import type { Order, OrderAccess } from '../contract/index.ts';
import type { Platform } from '../platform.ts';
import { createObservable } from './observable.ts';
import { type Kept, rememberAccess } from './remembered-access.ts';
import type { Failure, OrderState, OrderStore, Result } from './types.ts';

/** The order as the shop keeps it. */
export interface ShopOrder extends OrderStore {
  /** Follows an order that was just made of a cart. */
  adopt(access: OrderAccess, cart: string): void;
  /** Somebody began, or ended, to look at the hall of a performance. */
  lookAt(performance: string, isLookedAt: boolean): void;
  sleep(): void;
  wake(): void;
}

export interface OrderSurroundings {
  readonly baseUrl: string;
  readonly client: Client;
  readonly platform: Platform;
  /** The server told the order's state; `cart` is what it was made of, where that is known. */
  told(order: Order, cart: string | undefined): void;
}

const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 20_000;
const GROWTH = 1.3;

/** Whoever comes back later than this wants something new; the tickets are in their mail. */
const SHOWN_FOR = 30 * 60_000;

const NOTHING: Failure = { code: 'not_found', retryable: false };
const GONE: readonly string[] = ['token_invalid', 'not_found'];

/** Nothing more will happen to the order unless a person does something. */
const isDecided = ({ state, canPayAgain, parts }: Order) =>
  !(
    state === 'waiting' ||
    state === 'refunding' ||
    canPayAgain ||
    parts.some((part) => state === 'paid' && part.state === 'confirming')
  );

/** There is nothing to keep. */
const cameToNothing = (now: OrderState) =>
  now.state === 'ready'
    ? isDecided(now.order) && now.order.state !== 'paid'
    : now.state === 'failed' && !now.failure.retryable;

const performancesOf = ({ lines }: Order) => lines.map(({ performance }) => performance.id);

/**
 * Keeps the order that is waited for or shown, and follows it until it is decided: it asks the server less and less
 * often, only while somebody looks.
 */
export function createOrderStore({ baseUrl, client, platform, told }: OrderSurroundings): ShopOrder {
  const { memory, timers, random } = platform;
  const remembered = rememberAccess(`foyer:${baseUrl}:order`, memory, timers.now);
  let access: Access | null = null;
  /** Performances the order is for; undefined while they are not known. */
  let about: readonly string[] | undefined;
  /** Performances whose halls are looked at. */
  const halls = new Set<string>();
  /** The performance the page says it is about. */
  let page: string | undefined;
  /** Whether the visitor put the order aside, or had it brought back; else it goes by the page. */
  let wish: boolean | undefined;
  let awake = true;
  let asked = 0;
  let cancelNext: (() => void) | undefined;

  const state = createObservable<OrderState>({ state: 'none' }, () => {
    const stopFollowing = remembered.follow(recall);
    recall();
    return () => {
      stopFollowing();
      cancelNext?.();
    };
  });

  function recall(): void {
    const known = remembered.get();
    if (known?.id !== access?.id || state.get().state === 'none') {
      access = known;
      about = known?.about;
      wish = known?.aside || undefined;
      if (known) set({ state: 'loading' });
      else state.set({ state: 'none' });
    }
    lookAgain();
  }

  const looked = () => (page ? [page] : [...halls]);

  const isElsewhere = () =>
    Array.isArray(about) && looked().length > 0 && !looked().some((performance) => about?.includes(performance));

  const isAside = () => wish ?? (isElsewhere() || undefined);

  function set({ aside: _before, ...now }: OrderState): void {
    const aside = isAside();
    state.set((aside === undefined ? now : { ...now, aside }) as OrderState);
  }

  function stand(next: boolean | undefined): void {
    wish = next;
    const now = state.get();
    if (now.state !== 'none' && now.aside !== isAside()) set(now);
  }

  /** Who goes on to another performance, without leaving the page, looks at that. */
  function look(change: () => void): void {
    const isFirst = looked().length === 0;
    change();
    stand(!isFirst && isElsewhere() ? wish || undefined : wish);
  }

  function lookAgain(): void {
    asked = 0;
    void read();
  }

  async function read(): Promise<void> {
    cancelNext?.();
    const wanted = access;
    const { signal } = state;
    if (!wanted) return;
    const { data, error } = await client.readOrder(wanted, { signal });
    // A verb's answer that came in between is newer.
    if (wanted !== access || isBusy() || signal.aborted) return;
    if (data) return isPast(data) ? forget() : show(data);
    if (GONE.includes(error.code)) return forget();
    if (state.get().state !== 'ready') set({ state: 'failed', failure: error });
    askLater();
  }

  /** Done with in an earlier visit; what this page has shown stays. */
  function isPast(order: Order): boolean {
    const since = timers.now() - (remembered.get()?.at ?? 0);
    return state.get().state !== 'ready' && isDecided(order) && since > SHOWN_FOR;
  }

  function show(order: Order, failure: Failure | null = null): void {
    about = performancesOf(order);
    set({ state: 'ready', order, busy: false, failure });
    told(order, remembered.get()?.cart);
    if (!isDecided(order)) askLater();
  }

  function askLater(): void {
    cancelNext?.();
    if (!state.followed || !awake) return;
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * GROWTH ** asked);
    asked += 1;
    cancelNext = timers.after(pause * (0.8 + 0.4 * random.number()), () => void read());
  }

  const isBusy = () => {
    const now = state.get();
    return now.state === 'ready' && now.busy;
  };

  function take({ order, token }: OrderAccess, cart?: string): Order {
    const last = remembered.get() ?? undefined;
    const now = state.get();
    const isDone = now.state === 'ready' && now.order.id === last?.id && isDecided(now.order);
    access = { id: order.id, token };
    about = performancesOf(order);
    wish = isElsewhere() ? false : undefined;
    const kept = last?.id === order.id ? last : { cart, before: isDone ? last?.before : last };
    remembered.set({ ...kept, ...access, about, aside: false });
    asked = 0;
    show(order);
    return order;
  }

  function goOnTo(next: Kept | undefined): void {
    cancelNext?.();
    access = null;
    if (next) remembered.set(next);
    else remembered.forget();
    state.set({ state: 'none' });
    if (next && state.followed) recall();
  }

  const forget = () => goOnTo(remembered.get()?.before);

  function putAside(): void {
    const known = remembered.get();
    if (cameToNothing(state.get())) forget();
    else if (known?.before) {
      const { before } = known;
      goOnTo({ ...before, before: { ...known, aside: true, before: before.before } });
    } else {
      if (known) remembered.set({ ...known, aside: true });
      stand(true);
    }
  }

  async function act(verb: (access: Access) => Promise<Result<Order>>): Promise<Result<Order>> {
    const before = state.get();
    if (!access || before.state !== 'ready') return { error: NOTHING };
    set({ ...before, busy: true, failure: null });
    const acting = access;
    const result = await verb(acting);
    if (acting !== access) return result;
    asked = 0;
    show(result.data ?? before.order, result.error ?? null);
    return result;
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    adopt: take,
    lookAt: (performance, isLookedAt) => look(() => halls[isLookedAt ? 'add' : 'delete'](performance)),
    standBeside(performance) {
      if (page !== performance)
        look(() => {
          page = performance;
        });
    },
    bringBack: () => stand(false),
    putAside,
    forget,
    async returned(code) {
      about = wish = undefined;
      set({ state: 'loading' });
      const { data, error } = await client.orderReturn(code);
      if (data) return { data: take(data) };
      access = remembered.get();
      // The code works once; whoever comes back to the same address later still has the order on this device.
      if (access && !error.retryable) await read();
      else set({ state: 'failed', failure: error });
      const now = state.get();
      return now.state === 'ready' ? { data: now.order } : { error };
    },
    payAgain: () => act((order) => client.payAgain(order)),
    cancel: () => act((order) => client.cancelOrder(order)),
    changeEmail: (email) => act((order) => client.changeEmail(order, email)),
    withdraw: (entitlements) => act((order) => client.withdraw(order, entitlements)),
    ticketsPdf: async () => (access ? client.ticketsPdf(access) : { error: NOTHING }),
    ticketQr: async (ticket) => (access ? client.ticketQr(access, ticket) : { error: NOTHING }),
    sleep() {
      awake = false;
      cancelNext?.();
    },
    wake() {
      awake = true;
      const now = state.get();
      if (state.followed && access && (now.state !== 'ready' || !isDecided(now.order))) lookAgain();
    },
  };
}
