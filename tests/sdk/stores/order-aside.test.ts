import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Order } from '../../../sdk/contract/index.ts';
import { createShop } from '../../../sdk/index.ts';
import type { Shop } from '../../../sdk/stores/types.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { createScene, type SceneOptions } from '../../../stories/fixtures/shops.ts';
import { SHARED_PROGRAMME } from '../../../stories/fixtures/world.ts';
import { atRest, passing } from '../../harness/passing-time.ts';

const ORDERED = 'het-laatste-licht';
const OTHER = 'de-brug.nachttrein';
const random = { number: () => 0.5, key: () => crypto.randomUUID() };
const BUYER = { email: 'an@wolvegem.example', language: 'nl', returnUrl: 'https://delantaarn.example/' } as const;

/** A page with these halls on it, opened by who has an order for the first. */
async function visit(halls: readonly string[] = [], options: SceneOptions = {}) {
  const timers = createManualTimers();
  const scene = createScene({ programme: SHARED_PROGRAMME, ...options, timers, random });
  const open = async (shop: Shop, ...looked: readonly string[]) => {
    shop.cart.subscribe(() => {});
    shop.order.subscribe(() => {});
    for (const hall of looked) shop.seating(hall).subscribe(() => {});
    await atRest();
    return shop;
  };
  /** What the same visitor finds on another page, or on this one after a reload. */
  const next = (...looked: readonly string[]) =>
    open(createShop({ ...scene.shop, ...scene.shop.network, memory: scene.memory, timers, random }), ...looked);
  return { ...scene, timers, shop: await open(scene.shop, ...halls), next };
}

/** How an order is shown: `all` of it, as a `line`, or `back` from that. */
function shown({ order }: Shop): string {
  const now = order.get();
  if (now.state === 'none') return 'none';
  return now.aside === undefined ? 'all' : now.aside ? 'line' : 'back';
}

function orderOf({ order }: Shop): Order {
  const now = order.get();
  if (now.state !== 'ready') throw new Error(`The order is ${now.state}.`);
  return now.order;
}

async function buy(shop: Shop, performance: string, seat: string): Promise<Order> {
  const held = await shop.cart.hold({ performance, seats: [{ seat }] });
  assert.equal(held.error, undefined);
  const { data, error } = await shop.cart.checkout(BUYER);
  assert.ok(data, error?.code);
  return data;
}

describe('where an order stands', () => {
  for (const order of ['waiting', 'paid', 'failed'] as const) {
    it(`is all of the page of its own performance, and a line where another is looked at: ${order}`, async () => {
      const { shop, next } = await visit([ORDERED], { order });
      assert.equal(shown(shop), 'all');
      assert.equal(shown(await next(OTHER)), 'line');
      assert.equal(shown(await next(ORDERED, OTHER)), 'all');
      assert.equal(shown(await next()), 'all');
    });
  }

  it('is known from the start where the page says what it is about', async () => {
    const { shop, next } = await visit([], { cart: ['P-A-1'] });
    await shop.cart.checkout(BUYER);
    const page = await next();
    page.order.standBeside(OTHER);
    assert.equal(shown(page), 'line');
    const again = createShop({ ...shop, ...shop.network, memory: (await visit()).memory, random });
    assert.equal(shown(again), 'none');
  });

  it('is a line already while the order is being looked up', async () => {
    const { shop, api, next } = await visit([], { cart: ['P-A-1'] });
    await shop.cart.checkout(BUYER);
    api.failNext(/orders/, 'hang');
    const page = await next(OTHER);
    assert.deepEqual(page.order.get(), { state: 'loading', aside: true });
  });

  it('is all of it for who asks, and the hall again for who has seen it', async () => {
    const { next } = await visit([], { order: 'paid' });
    const page = await next(OTHER);
    page.order.bringBack();
    assert.equal(shown(page), 'back');
    page.order.putAside();
    assert.equal(shown(page), 'line');
  });

  it('goes with who goes on to another performance without leaving the page', async () => {
    const { shop } = await visit([], { cart: ['P-A-1'] });
    shop.order.standBeside(ORDERED);
    await shop.cart.checkout(BUYER);
    assert.equal(shown(shop), 'all');
    shop.order.standBeside(OTHER);
    assert.equal(shown(shop), 'line');
    shop.order.standBeside(ORDERED);
    assert.equal(shown(shop), 'all');
  });

  it('is all of it where it was made, whatever the page is about', async () => {
    const { shop } = await visit([OTHER], { cart: ['P-A-1'] });
    await shop.cart.checkout(BUYER);
    assert.equal(shown(shop), 'back');
  });

  it('stays at hand for who chooses again, and what is chosen is not covered by it after a reload', async () => {
    for (const order of ['waiting', 'paid'] as const) {
      const { shop, next } = await visit([ORDERED], { order });
      await shop.cart.hold({ performance: ORDERED, seats: [{ seat: 'P-E-5' }] });
      assert.deepEqual([shown(shop), shop.cart.get().state], ['line', 'open']);
      const again = await next(ORDERED);
      assert.deepEqual([shown(again), again.cart.get().state], ['line', 'open']);
      again.order.bringBack();
      assert.equal(shown(again), 'back');
    }
  });

  it('leaves a new cart alone when it is paid', async () => {
    const { shop, api, timers } = await visit([ORDERED], { cart: ['P-A-1'] });
    const { data } = await shop.cart.checkout(BUYER);
    await shop.cart.hold({ performance: OTHER, seats: [{ seat: 'B-A-4' }] });
    api.decide(data?.id ?? '', 'paid');
    await passing(timers, 5000);
    assert.equal(orderOf(shop).state, 'paid');
    const cart = shop.cart.get();
    assert.deepEqual(cart.state === 'open' && cart.cart.lines.map(({ place }) => place.id), ['B-A-4']);
  });
});

describe('an order that waits while another is made', () => {
  it('comes back when that is put aside, and so does the other; neither is lost', async () => {
    const { shop, api, timers, next } = await visit([ORDERED], { cart: ['P-A-1'] });
    const { data: first } = await shop.cart.checkout(BUYER);
    const page = await next(OTHER);
    const second = await buy(page, OTHER, 'B-A-4');
    api.decide(second.id, 'paid');
    await passing(timers, 5000);
    assert.equal(orderOf(page).state, 'paid');
    page.order.putAside();
    await atRest();
    assert.deepEqual([orderOf(page).id, shown(page)], [first?.id, 'line']);
    page.order.bringBack();
    await page.order.cancel();
    page.order.forget();
    await atRest();
    assert.deepEqual([orderOf(page).id, shown(page)], [second.id, 'line']);
  });

  it('is not there any more once it is done with', async () => {
    const { shop, api, timers } = await visit([ORDERED], { cart: ['P-A-1'] });
    const { data: first } = await shop.cart.checkout(BUYER);
    api.decide(first?.id ?? '', 'paid');
    await passing(timers, 5000);
    const second = await buy(shop, ORDERED, 'P-E-5');
    shop.order.forget();
    await atRest();
    assert.notEqual(second.id, first?.id);
    assert.equal(shop.order.get().state, 'none');
  });
});
