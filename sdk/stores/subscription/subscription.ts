import type { Cart, PriceList } from '../../contract/index.ts';
import type { NewHolder } from '../../model/subscriptions/holders.ts';
import type { Preference } from '../../model/subscriptions/pick-places.ts';
import { uuidOf } from '../../model/uuid.ts';
import { createObservable } from '../observable.ts';
import { createProgramme } from '../programme.ts';
import type { ProgrammeState, Result, Shop } from '../types.ts';
import { type Followed, followedFrom, freshOf, settle as settleFollowed } from './follow.ts';
import { lostBy, takeAgain } from './lost.ts';
import type { LostPlace, SubscriptionStore, SubscriptionStoreState, Trouble } from './types.ts';
import * as verbs from './verbs.ts';
import { createView } from './view.ts';

/** Which shop’s subscriptions to choose from. */
export interface SubscriptionOptions {
  readonly shop: Shop;
  /** Ids of the formulas to choose from; all the centre has without it. */
  readonly formulas?: readonly string[];
}

/** Several performances at once. */
const ALL = 'all';

/** Lets somebody choose subscriptions, for one or more holders, in a shop's cart. Follow it before using its verbs. */
export function createSubscription({ shop, formulas = [] }: SubscriptionOptions): SubscriptionStore {
  const programme = createProgramme({ centres: [shop.baseUrl], seller: shop.baseUrl, ...shop.network });
  const view = createView();
  let chosen: string | null = null;
  /** People of whom the cart has not heard yet. */
  let added: readonly NewHolder[] = [];
  let prefer: Preference = 'best';
  let lost: readonly LostPlace[] = [];
  let underWay: string | null = null;
  let trouble: Trouble | null = null;
  let followed: Followed | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const state = createObservable<SubscriptionStoreState>({ state: 'idle' }, () => {
    const stops = [programme.subscribe(tell), shop.prices.subscribe(tell), shop.cart.subscribe(handleCart)];
    return () => {
      for (const stop of stops) stop();
    };
  });

  const desk: verbs.Desk = {
    shop,
    now() {
      const now = state.get();
      return now.state === 'ready' && now.formula ? (now as verbs.Ready) : null;
    },
    fail(performance, failure) {
      trouble ??= { performance, failure };
      return { error: failure };
    },
    found(performance) {
      lost = lost.filter(({ line }) => line.performance.id !== performance);
    },
  };

  function tell(): void {
    const [played, prices] = [programme.get(), shop.prices.get()];
    const failed = [played, prices].find((one) => one.state === 'failed');
    if (failed?.state === 'failed') state.set({ state: 'failed', failure: failed.failure });
    else if (played.state === 'ready' && prices.state === 'ready') tellChoosing(prices.list, played);
    else state.set({ state: 'loading' });
  }

  function tellChoosing(list: PriceList, { items, away }: Extract<ProgrammeState, { state: 'ready' }>): void {
    const cart = verbs.cartOf(shop);
    // From then on the cart tells who they are, also what another tab made of them.
    added = added.filter(({ id }) => !isInCart(cart, id));
    const sources = { list, items, cart, only: formulas, chosen };
    const make = () => view({ ...sources, added, at: shop.timers.now() });
    let shown = make();
    if (shown.formula && shown.holders.length === 0) {
      added = [newHolder('')];
      shown = make();
    }
    state.set({ state: 'ready', ...shown, lost, prefer, away, underWay, trouble });
  }

  function handleCart(): void {
    const { state: cart } = shop.cart.get();
    const before = desk.now();
    if (before && cart !== 'open' && cart !== 'loading') {
      // The same people go on, with nothing chosen.
      added = before.holders.map(({ id, name }) => ({ id, name }));
      if (cart !== 'ended') lost = [];
      else if (lost.length === 0) lost = lostBy(before.holders);
    }
    tell();
    if (followed && underWay === null) settle(followed);
  }

  /** Only when there is something to settle: each change of the cart comes here. */
  function settle(one: Followed): void {
    if (freshOf(desk, one).length > 0) void act(one.reference, () => settleFollowed(desk, one));
  }

  const newHolder = (name: string): NewHolder => ({ id: uuidOf(shop.network.random.key()), name });

  /** Runs a verb in its turn, and tells what is under way and what went wrong. */
  function act<T>(what: string, verb: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = queue.then(async (): Promise<Result<T>> => {
      if (!desk.now()) return { error: verbs.NOT_READY };
      underWay = what;
      trouble = null;
      tell();
      const result = await verb();
      underWay = null;
      if (result.error) trouble ??= { performance: what === ALL ? null : what, failure: result.error };
      tell();
      return result;
    });
    queue = turn.catch(() => {});
    return turn;
  }

  async function removeHolder(id: string): Promise<Result<unknown>> {
    const released = await verbs.release(desk, verbs.linesOf(desk.now(), id));
    if (released.error) return released;
    added = added.filter((one) => one.id !== id);
    if (!isInCart(verbs.cartOf(shop), id)) return verbs.DONE;
    return verbs.chooseAll(desk, (before) => before.filter((one) => one.id !== id));
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    reload() {
      programme.reload();
      if (shop.prices.get().state === 'failed') shop.wake();
    },
    chooseFormula(formula) {
      chosen = formula;
      [added, lost, trouble] = [[], [], null];
      tell();
    },
    addHolder(name = '') {
      const one = newHolder(name);
      added = [...added, one];
      tell();
      return one.id;
    },
    nameHolder(id, name) {
      added = added.map((one) => (one.id === id ? { id, name } : one));
      if (isInCart(verbs.cartOf(shop), id)) return act(ALL, () => verbs.give(desk, [], [{ id, name }]));
      tell();
      return Promise.resolve(verbs.DONE);
    },
    removeHolder: (id) => act(ALL, () => removeHolder(id)),
    add: (reference, ids) => act(reference, () => verbs.addFor(desk, reference, ids)),
    remove: (reference, id) => act(reference, () => verbs.release(desk, verbs.linesOf(desk.now(), id, reference))),
    addSeries: () => act(ALL, () => verbs.addSeries(desk)),
    copy: (from, to) => act(ALL, () => verbs.copy(desk, from, to)),
    takeIn: (reference) => act(reference, () => verbs.takeIn(desk, reference)),
    follow(reference) {
      followed = reference === null ? null : followedFrom(desk, reference);
    },
    takeAgain: () => act(ALL, () => takeAgain(desk, lost)),
    preferPlaces(wanted) {
      prefer = wanted;
      tell();
    },
  };
}

const isInCart = (cart: Cart | null, id: string): boolean =>
  cart?.extras?.subscriptions.some((one) => one.id === id) ?? false;
