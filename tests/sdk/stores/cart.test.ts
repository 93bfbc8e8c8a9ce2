import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Cart, createClient, createShop } from '../../../sdk/index.ts';
import { createMemory, type Memory } from '../../../sdk/platform.ts';
import type { CartState } from '../../../sdk/stores/types.ts';
import { createFakeApi } from '../../../stories/fixtures/fake-api.ts';
import { createManualTimers, type ManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { createScene, type SceneOptions } from '../../../stories/fixtures/shops.ts';
import { atRest, passing, passingUntil } from '../../harness/passing-time.ts';

const PERFORMANCE = 'het-laatste-licht';
const KEY = 'foyer:https://tickets.example/centres/de-lantaarn:cart';
const random = { number: () => 0.5, key: () => crypto.randomUUID() };
const hold = (...seats: string[]) => ({ performance: PERFORMANCE, seats: seats.map((seat) => ({ seat })) });
const ORDER = { email: 'an@wolvegem.example', language: 'nl', returnUrl: 'https://delantaarn.example/' } as const;

/** A visitor who looks at the cart; `said` is every state it went through. */
async function visit(options: SceneOptions = {}) {
  const timers = createManualTimers();
  const scene = createScene({ ...options, timers, random });
  const said: CartState[] = [];
  const leave = scene.shop.cart.subscribe((state) => void said.push(state));
  await atRest();
  return { ...scene, timers, said, leave, cart: scene.shop.cart, seats: () => seatsIn(scene.shop.cart.get()) };
}

function seatsIn(state: CartState): string[] {
  if (state.state === 'ended') return state.lost.map(({ place }) => place.id);
  return 'cart' in state ? state.cart.lines.map(({ place }) => place.id) : [];
}

/** Tabs of one origin: they share what is stored and hear of each other's changes, not of their own. */
function createTabs(entries: Record<string, string> = {}): () => Memory {
  const stored = createMemory(entries);
  const tabs = new Set<{ readonly followers: Set<readonly [string, () => void]> }>();
  return () => {
    const tab = { followers: new Set<readonly [string, () => void]>() };
    tabs.add(tab);
    const tellOthers = (key: string) => {
      for (const { followers } of [...tabs].filter((other) => other !== tab)) {
        for (const [wanted, changed] of followers) if (wanted === key) changed();
      }
    };
    return {
      get: stored.get,
      set(key, value) {
        stored.set(key, value);
        tellOthers(key);
      },
      remove(key) {
        stored.remove(key);
        tellOthers(key);
      },
      follow(key, changed) {
        const follower = [key, changed] as const;
        tab.followers.add(follower);
        return () => void tab.followers.delete(follower);
      },
    };
  };
}

describe('the cart', () => {
  it('asks and stores nothing before something is chosen', async () => {
    const { api, memory, cart } = await visit();
    assert.deepEqual(cart.get(), { state: 'empty', busy: false, failure: null });
    assert.equal(api.requests.length, 0);
    assert.equal(memory.get(KEY), null);
  });

  it('holds at the server what is chosen, and remembers it', async () => {
    const { cart, memory, seats, said } = await visit();
    const { data } = await cart.hold(hold('P-A-1', 'P-A-2'));
    assert.equal(data?.total.cents, 4400);
    assert.deepEqual(seats(), ['P-A-1', 'P-A-2']);
    assert.match(memory.get(KEY) ?? '', /"token":"cart-/);
    assert.deepEqual(
      said.map(({ state, busy }) => `${state}${busy ? ' busy' : ''}`),
      ['empty', 'empty busy', 'open busy', 'open'],
    );
  });

  it('stores nothing when the first hold fails, and holds in the same cart the next time', async () => {
    const { api, cart, memory, seats } = await visit();
    api.take(PERFORMANCE, ['P-A-1']);
    const { error } = await cart.hold(hold('P-A-1'));
    assert.equal(error?.code, 'seats_taken');
    assert.deepEqual(cart.get(), { state: 'empty', busy: false, failure: error });
    assert.equal(memory.get(KEY), null);
    await cart.hold(hold('P-A-2'));
    assert.deepEqual(seats(), ['P-A-2']);
    assert.equal(cart.get().failure, null);
    assert.equal(api.requests.filter(({ path }) => path === '/carts').length, 1);
  });

  it('takes quick choices one after another, so that the last answer is the whole truth', async () => {
    const { cart, seats } = await visit();
    await Promise.all([cart.hold(hold('P-A-1')), cart.hold(hold('P-A-2')), cart.hold(hold('P-A-3'))]);
    assert.deepEqual(seats(), ['P-A-1', 'P-A-2', 'P-A-3']);
    assert.equal(cart.get().busy, false);
  });

  it('is the whole truth also when the answer to the first choice comes last', async () => {
    const { api, cart, seats, timers } = await visit();
    api.failNext(/lines$/, 'lost-answer');
    await passingUntil(timers, Promise.all([cart.hold(hold('P-A-1')), cart.hold(hold('P-A-2'))]));
    assert.deepEqual(seats(), ['P-A-1', 'P-A-2']);
  });

  it('would lose sight of a choice if verbs went side by side', async () => {
    const { api, timers } = await visit();
    const client = createClient({ baseUrl: api.baseUrl, fetch: api.fetch, timers, random });
    const { data } = await client.createCart();
    const access = { id: data!.cart.id, token: data!.token };
    let last: Cart | undefined;
    const naive = async (seat: string) => {
      last = (await client.hold(access, hold(seat))).data;
    };
    api.failNext(/lines$/, 'lost-answer');
    await passingUntil(timers, Promise.all([naive('P-A-1'), naive('P-A-2')]));
    assert.deepEqual(
      last?.lines.map(({ place }) => place.id),
      ['P-A-1'],
    );
  });

  it('is the same after a reload', async () => {
    const { seats, cart } = await visit({ cart: ['P-C-3'] });
    assert.equal(cart.get().state, 'open');
    assert.deepEqual(seats(), ['P-C-3']);
  });

  it('gives lines back, and is empty without a trace after the last', async () => {
    const { cart, memory, seats } = await visit({ cart: ['P-A-1', 'P-A-2'] });
    const lines = linesOf(cart.get());
    await cart.release([lines[0]?.id ?? '']);
    assert.deepEqual(seats(), ['P-A-2']);
    await cart.release([lines[1]?.id ?? '']);
    assert.equal(cart.get().state, 'empty');
    assert.equal(memory.get(KEY), null);
  });

  it('changes price types and shows the new total', async () => {
    const { cart } = await visit({ cart: ['P-A-1', 'P-A-2'] });
    const { data } = await cart.setPriceType(
      linesOf(cart.get()).map(({ id }) => id),
      'onder-26',
    );
    assert.equal(data?.total.cents, 2200);
  });

  it('gives more time', async () => {
    const { cart, timers } = await visit({ cart: ['P-A-1'], secondsLeft: 60 });
    assert.equal(endOf(cart.get()) - timers.now(), 60_000);
    await cart.extend();
    assert.equal(endOf(cart.get()) - timers.now(), 600_000);
  });

  it('says what was lost when time runs out, by the server’s seconds and not by the device’s clock', async () => {
    const wrong = createManualTimers(Date.parse('2031-01-01T00:00:00Z'));
    const right = createManualTimers();
    const api = createFakeApi({ now: right.now });
    const access = api.fillCart(['P-A-1'], 120);
    const memory = createMemory({ [KEY]: JSON.stringify(access) });
    const { cart } = createShop({ baseUrl: api.baseUrl, fetch: api.fetch, timers: wrong, random, memory });
    cart.subscribe(() => {});
    await atRest();
    await both(119_000, right, wrong);
    assert.equal(cart.get().state, 'open');
    await both(2000, right, wrong);
    assert.deepEqual([cart.get().state, seatsIn(cart.get())], ['ended', ['P-A-1']]);
    assert.equal(memory.get(KEY), null);
  });

  it('is over when its time is, even when nobody answers', async () => {
    const { api, cart, timers, seats } = await visit({ cart: ['P-A-1'], secondsLeft: 30 });
    api.failNext(/^GET \/carts/, 'network', Number.POSITIVE_INFINITY);
    await passing(timers, 60_000);
    assert.deepEqual([cart.get().state, seats()], ['ended', ['P-A-1']]);
  });

  it('begins afresh after its time is over', async () => {
    const { cart, timers, seats } = await visit({ cart: ['P-A-1'], secondsLeft: 5 });
    await passing(timers, 7000);
    assert.equal(cart.get().state, 'ended');
    await cart.hold(hold('P-A-2'));
    assert.deepEqual([cart.get().state, seats()], ['open', ['P-A-2']]);
  });

  it('begins a new cart when the server does not know the old one', async () => {
    const { api, cart, seats, memory } = await visit({ cart: ['P-A-1'] });
    for (const code of ['token_invalid', 'hold_expired'] as const) {
      api.failNext(/lines$/, { code });
      assert.equal((await cart.hold(hold(code === 'token_invalid' ? 'P-B-1' : 'P-B-2'))).error, undefined);
    }
    assert.deepEqual(seats(), ['P-B-2']);
    assert.notEqual(memory.get(KEY), null);
  });

  it('is empty when what is stored is not ours, or is a cart that is no more', async () => {
    for (const stored of ['', '{', '[]', '"x"', '{"id":1}', '{"id":"a","token":"b"}']) {
      const timers = createManualTimers();
      const api = createFakeApi({ now: timers.now });
      const memory = createMemory({ [KEY]: stored });
      const { cart } = createShop({ baseUrl: api.baseUrl, fetch: api.fetch, timers, random, memory });
      cart.subscribe(() => {});
      await atRest();
      assert.equal(cart.get().state, 'empty', stored);
    }
  });

  it('goes on trying to read a cart that the server could not tell about', async () => {
    const timers = createManualTimers();
    const { api, shop } = createScene({ cart: ['P-A-1'], timers, random });
    api.failNext(/^GET \/carts/, 'network', 6);
    shop.cart.subscribe(() => {});
    await passing(timers, 8000);
    assert.deepEqual([shop.cart.get().state, shop.cart.get().failure?.code], ['loading', 'network']);
    await passing(timers, 30_000);
    assert.equal(shop.cart.get().state, 'open');
  });

  it('says that time ran out to who comes back within the hour, and nothing to who comes back later', async () => {
    for (const [minutes, expected] of [
      [20, 'ended'],
      [90, 'empty'],
    ] as const) {
      const timers = createManualTimers();
      const { shop } = createScene({ cart: ['P-A-1'], timers, random });
      timers.advance(minutes * 60_000);
      shop.cart.subscribe(() => {});
      await atRest();
      assert.equal(shop.cart.get().state, expected);
    }
  });

  it('is shared by the tabs of a page: what one holds, gives back or loses, the other shows', async () => {
    const timers = createManualTimers();
    const api = createFakeApi({ now: timers.now });
    const tab = createTabs();
    const [one, other] = [tab(), tab()].map((memory) => {
      const { cart } = createShop({ baseUrl: api.baseUrl, fetch: api.fetch, timers, random, memory });
      cart.subscribe(() => {});
      return cart;
    });
    await one!.hold(hold('P-A-1'));
    await atRest();
    assert.deepEqual(seatsIn(other!.get()), ['P-A-1']);
    await other!.hold(hold('P-A-2'));
    await atRest();
    assert.deepEqual(seatsIn(one!.get()), ['P-A-1', 'P-A-2']);
    await one!.release([linesOf(one!.get())[0]?.id ?? '']);
    await atRest();
    assert.deepEqual(seatsIn(other!.get()), ['P-A-2']);
    await passing(timers, 602_000);
    for (const cart of [one!, other!]) assert.deepEqual([cart.get().state, seatsIn(cart.get())], ['ended', ['P-A-2']]);
  });

  it('becomes an order at the price that was shown', async () => {
    const { api, cart, shop } = await visit({ cart: ['P-A-1', 'P-A-2'] });
    const { data } = await cart.checkout(ORDER);
    assert.deepEqual([data?.state, data?.total.cents], ['waiting', 4400]);
    assert.equal(cart.get().state, 'ordered');
    assert.equal(shop.order.get().state, 'ready');
    assert.partialDeepStrictEqual(api.requests.at(-1)?.body, { expectedTotal: { cents: 4400, currency: 'EUR' } });
  });

  it('begins anew for who goes on choosing after an order, which keeps what was ordered', async () => {
    const { cart, seats } = await visit({ cart: ['P-A-1', 'P-A-2'] });
    const { data } = await cart.checkout(ORDER);
    assert.equal((await cart.hold(hold('P-A-3'))).error, undefined);
    assert.deepEqual([cart.get().state, seats()], ['open', ['P-A-3']]);
    assert.equal((await cart.hold(hold('P-A-1'))).error?.code, 'seats_taken');
    assert.equal(data?.lines.length, 2);
  });

  it('shows the new prices when they changed before the order was made', async () => {
    const { api, cart } = await visit({ cart: ['P-A-1'] });
    api.failNext(/order$/, { code: 'total_changed' });
    const before = api.requests.length;
    assert.equal((await cart.checkout(ORDER)).error?.code, 'total_changed');
    await atRest();
    assert.deepEqual([cart.get().state, cart.get().failure?.code], ['open', 'total_changed']);
    assert.equal(api.requests.slice(before).filter(({ method }) => method === 'GET').length, 1);
  });

  it('shows a cart that was opened elsewhere, and remembers it', async () => {
    const { api, cart, seats } = await visit({ cart: ['P-A-1'] });
    cart.open(api.fillCart(['P-C-4', 'P-C-5']));
    await atRest();
    assert.deepEqual([cart.get().state, seats()], ['open', ['P-C-4', 'P-C-5']]);
  });

  it('refuses verbs that make no sense without a cart, without asking the server', async () => {
    const { api, cart } = await visit();
    const results = [cart.release(['x']), cart.setPriceType(['x'], 'onder-26'), cart.extend(), cart.checkout(ORDER)];
    for (const { error } of await Promise.all(results)) assert.equal(error?.code, 'cart_empty');
    assert.equal(api.requests.length, 0);
  });

  it('shows states that nobody can change by accident', async () => {
    const { cart } = await visit({ cart: ['P-A-1'] });
    assert.ok(Object.isFrozen(cart.get()));
  });

  it('leaves no timer behind a second after its last reader', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const timers = createManualTimers();
    const { shop } = createScene({ cart: ['P-A-1'], timers, random });
    const leave = shop.cart.subscribe(() => {});
    await atRest();
    assert.equal(timers.waiting, 1);
    leave();
    test.mock.timers.tick(1000);
    assert.equal(timers.waiting, 0);
  });
});

async function both(milliseconds: number, ...clocks: ManualTimers[]): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 500) {
    for (const clock of clocks) clock.advance(500);
    await atRest();
  }
}

const linesOf = (state: CartState) => ('cart' in state ? state.cart.lines : []);
const endOf = (state: CartState) => (state.state === 'open' ? (state.endsAt ?? 0) : 0);
