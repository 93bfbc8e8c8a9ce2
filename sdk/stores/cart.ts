import type { Access, Client } from '../client/client.ts';
import type { Cart, Order, OrderAccess, UitpasAnswer } from '../contract/index.ts';
import type { Platform } from '../platform.ts';
import { endedCart, hasRunOut, isBare, nextCart, type ShownCart } from './next-cart.ts';
import { createObservable } from './observable.ts';
import { rememberAccess } from './remembered-access.ts';
import type { CartState, CartStore, ChoicesChange, Failure, Result } from './types.ts';
import type { UitpasVerbs } from './uitpas.ts';

/** The cart as the shop keeps it: what elements see, and what the shop itself does with it. */
export interface ShopCart extends CartStore {
  /** Reads the cart again, when there is one. */
  refresh(): void;
  /** What was ordered of a cart is paid: the next hold begins a new one. */
  paid(cart: string | undefined): void;
}

export interface CartSurroundings {
  readonly baseUrl: string;
  readonly client: Client;
  readonly platform: Platform;
  /** An order was made of a cart. */
  ordered(access: OrderAccess, cart: string): void;
  /** A new cart was begun. */
  begun(): void;
}

/** Asking right at the end could be just before it by the server's clock. */
const AFTER_THE_END = 500;
/** Between readings of a cart that the server could not tell us about. */
const NEXT_TRY = 15_000;

const NOTHING: Failure = { code: 'cart_empty', retryable: false };
/** The cart cannot be used any more, and nothing of it would be lost by beginning another. */
const BEGIN_AGAIN: readonly string[] = ['token_invalid', 'hold_expired'];
/** What we show is not what the server has. */
const OUT_OF_DATE: readonly string[] = ['hold_expired', 'total_changed', 'cart_closed', 'cart_empty'];

/**
 * Keeps the visitor's cart. The selection is the hold: whatever is shown as chosen is held at the server. Verbs and
 * readings go one after another, so that a late answer never overwrites a newer one.
 */
export function createCartStore({ baseUrl, client, platform, ordered, begun }: CartSurroundings): ShopCart {
  const { memory, timers } = platform;
  const remembered = rememberAccess(`foyer:${baseUrl}:cart`, memory, timers.now);
  let access: Access | null = null;
  let uitpas: UitpasVerbs | undefined;
  let underWay = 0;
  let verbFailure: Failure | null = null;
  let readingFailure: Failure | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let cancelReading: (() => void) | undefined;

  const state = createObservable<CartState>({ state: 'empty', busy: false, failure: null }, () => {
    const stopFollowing = remembered.follow(adopt);
    adopt();
    return () => {
      stopFollowing();
      cancelReading?.();
    };
  });

  /** Takes over what this or another tab remembered; nothing remembered means nothing chosen. */
  function adopt(): void {
    const known = remembered.get();
    if (!known) {
      access = null;
      const before = state.get();
      show(hasRunOut(before, times()) ? endedCart(before) : { state: 'empty' });
      return;
    }
    if (known.id !== access?.id) show({ state: 'loading' });
    access = known;
    refresh();
  }

  function show(shown: ShownCart): void {
    cancelReading?.();
    readingFailure = null;
    mark(shown);
    if (state.followed && shown.state === 'open' && shown.endsAt !== null) readAt(shown.endsAt + AFTER_THE_END);
  }

  /** Tells what is under way and what went wrong, about what is shown. */
  function mark(shown: ShownCart = state.get()): void {
    state.set({ ...shown, busy: underWay > 0, failure: verbFailure ?? readingFailure } as CartState);
  }

  function readAt(moment: number): void {
    cancelReading?.();
    cancelReading = timers.after(Math.max(0, moment - timers.now()), refresh);
  }

  const times = () => ({ now: timers.now(), changedAt: remembered.get()?.at ?? 0 });

  function settle(cart: Cart, before = state.get()): void {
    const next = nextCart(before, cart, times());
    if (next.state !== 'ordered' && isBare(cart)) remembered.forget();
    show(next);
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  }

  function refresh(): void {
    const { signal } = state;
    void inTurn(async () => {
      if (!access) return;
      const asked = access;
      const { data, error } = await client.cart(asked, { signal });
      if (asked !== access || signal.aborted) return;
      const before = state.get();
      if (data) settle(data);
      else if (error.code === 'token_invalid' || error.code === 'not_found') lose();
      // Nobody can tell us, but its time is over by any clock.
      else if (before.state === 'open' && hasRunOut(before, times())) show(endedCart(before));
      else {
        readingFailure = error;
        mark();
        if (state.followed && error.retryable) readAt(timers.now() + NEXT_TRY);
      }
    });
  }

  /** The server does not know the cart any more. */
  function lose(): void {
    access = null;
    remembered.forget();
    show({ state: 'empty' });
  }

  /** Runs a verb in its turn, with `busy` and `failure` around it. */
  async function act<T>(verb: () => Promise<Result<T>>): Promise<Result<T>> {
    underWay += 1;
    verbFailure = null;
    mark();
    const result = await inTurn(verb);
    underWay -= 1;
    verbFailure = result.error ?? null;
    mark();
    if (result.error && OUT_OF_DATE.includes(result.error.code)) refresh();
    return result;
  }

  function change(verb: (access: Access) => Promise<Result<Cart>>): Promise<Result<Cart>> {
    return act<Cart>(async () => {
      if (!access) return { error: NOTHING };
      return taken(access, await verb(access));
    });
  }

  function taken(changed: Access, result: Result<Cart>): Result<Cart> {
    if (!result.data) return result;
    // Nothing is stored on the visitor's device before something is chosen.
    if (!isBare(result.data)) remembered.set(changed);
    // Who goes on choosing has seen what was lost.
    const before = state.get();
    settle(result.data, before.state === 'ended' ? { ...before, state: 'empty' } : before);
    return result;
  }

  async function begin(): Promise<Result<Access>> {
    const { data, error } = await client.createCart();
    if (error) return { error };
    begun();
    access = { id: data.cart.id, token: data.token };
    return { data: access };
  }

  /** As a change, in a cart that is made when there is none, or none that can be used. */
  function add(verb: (access: Access) => Promise<Result<Cart>>): Promise<Result<Cart>> {
    return act<Cart>(async () => {
      // What was ordered stays with its order.
      access = state.get().state === 'ordered' ? null : (remembered.get() ?? access);
      const known: Result<Access> = access ? { data: access } : await begin();
      if (known.error) return known;
      const result = await verb(known.data);
      if (!result.error || !BEGIN_AGAIN.includes(result.error.code)) return taken(known.data, result);
      const fresh = await begin();
      return fresh.error ? fresh : taken(fresh.data, await verb(fresh.data));
    });
  }

  /** Few carts have more than places: what that needs is fetched with the first of it. */
  const choose = (changeOf: (verbs: typeof import('./choices.ts')) => ChoicesChange) =>
    add((cart) =>
      late(
        () => import('./choices.ts'),
        (verbs) => {
          const shown = state.get();
          return verbs.changeChoices(client, cart, 'cart' in shown ? shown.cart : null, changeOf(verbs));
        },
      ),
    );

  /** Few visitors have a UiTPAS: what it needs is fetched with the first number that is typed. */
  const withUitpas = <T>(verb: (verbs: UitpasVerbs) => Promise<Result<T>>): Promise<Result<T>> =>
    late(
      () => import('./uitpas.ts'),
      ({ createUitpasVerbs }) => {
        uitpas ??= createUitpasVerbs(client);
        return verb(uitpas);
      },
    );

  function reset(): void {
    uitpas?.forget();
    if (state.get().state === 'ended' && remembered.get()) {
      show({ state: 'loading' });
      refresh();
      return;
    }
    access = null;
    remembered.forget();
    show({ state: 'empty' });
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    refresh,
    hold: (request) => add((cart) => client.hold(cart, request)),
    open(given) {
      begun();
      remembered.set(given);
      adopt();
    },
    choose: (change) => choose(() => change),
    addCode: (code) => choose(({ withCode }) => withCode(code)),
    removeCode: (code) => choose(({ withoutCode }) => withoutCode(code)),
    setProducts: (products) => choose(() => ({ products: [...products] })),
    setSubscriptions: (subscriptions) => choose(() => ({ subscriptions: [...subscriptions] })),
    release: (lines) => change((cart) => client.release(cart, lines)),
    setPriceType: (lines, priceType) =>
      change((cart) => client.setPriceTypes(cart, { lines: lines.map((line) => ({ line, priceType })) })),
    extend: () => change((cart) => client.extend(cart)),
    askUitpas: (line, number) =>
      act<UitpasAnswer>(async () => {
        const before = state.get();
        if (!access || before.state !== 'open') return { error: NOTHING };
        const [cart, asking] = [before.cart, access];
        return withUitpas((verbs) => verbs.ask(asking, cart, line, number));
      }),
    takeTariff: (lines, tariff) => change((cart) => withUitpas((verbs) => verbs.take(cart, lines, tariff))),
    checkout: (request) =>
      act<Order>(async () => {
        const before = state.get();
        if (!access || before.state !== 'open') return { error: NOTHING };
        const asking = access;
        const { data, error } = await client.order(asking, { ...request, expectedTotal: before.cart.total });
        if (error) return { error };
        show({ state: 'ordered', cart: { ...before.cart, order: data.order.id }, endsAt: null });
        remembered.set(asking);
        ordered(data, asking.id);
        return { data: data.order };
      }),
    reset,
    paid(cart) {
      if (cart && cart === (remembered.get() ?? access)?.id) reset();
    },
  };
}

/** Does something with code that is fetched for it. */
async function late<Code, T>(
  fetchCode: () => Promise<Code>,
  use: (code: Code) => Promise<Result<T>>,
): Promise<Result<T>> {
  let code: Code;
  try {
    code = await fetchCode();
  } catch {
    // The chunk did not arrive: a newer version was put online, or the connection broke.
    return { error: { code: 'network', retryable: true } };
  }
  return use(code);
}
