import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Order } from '../../../sdk/contract/index.ts';
import { createShop } from '../../../sdk/index.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { createScene, type SceneOptions } from '../../../stories/fixtures/shops.ts';
import { atRest, passing, passingUntil } from '../../harness/passing-time.ts';

const KEY = 'foyer:https://tickets.example/centres/de-lantaarn:order';
const random = { number: () => 0.5, key: () => crypto.randomUUID() };

async function visit(options: SceneOptions = {}) {
  const timers = createManualTimers();
  const scene = createScene({ ...options, timers, random });
  const leave = scene.shop.order.subscribe(() => {});
  await atRest();
  const store = scene.shop.order;
  const order = (): Order => {
    const now = store.get();
    if (now.state !== 'ready') throw new Error(`The order is ${now.state}.`);
    return now.order;
  };
  return { ...scene, timers, store, order, leave, asked: () => scene.api.requests.length };
}

describe('the order', () => {
  it('is none, and nothing is asked, on a device without one', async () => {
    const { store, asked } = await visit();
    assert.deepEqual(store.get(), { state: 'none' });
    assert.equal(asked(), 0);
  });

  it('is found again after a reload and followed until it is paid', async () => {
    const { api, order, timers, asked } = await visit({ order: 'waiting' });
    assert.equal(order().state, 'waiting');
    api.decide(order().id, 'paid');
    await passing(timers, 3000);
    assert.deepEqual([order().state, order().tickets.length], ['paid', 2]);
    const before = asked();
    await passing(timers, 120_000);
    assert.equal(asked(), before);
  });

  it('does not stand in the way of who comes back later for something else, once nothing more will happen to it', async () => {
    const later = async (order: 'paid' | 'waiting') => {
      const { memory, shop, timers, leave, store } = await visit({ order });
      leave();
      const first = store.get().state;
      await passing(timers, 31 * 60_000);
      const again = createShop({ ...shop, ...shop.network, memory, timers, random });
      again.order.subscribe(() => {});
      await atRest();
      return [first, again.order.get().state];
    };
    assert.deepEqual(await later('paid'), ['ready', 'none']);
    assert.deepEqual(await later('waiting'), ['ready', 'ready']);
  });

  it('stays on the page that shows it, however long that is looked at', async () => {
    const { shop, order, timers } = await visit({ order: 'paid' });
    await passing(timers, 31 * 60_000);
    shop.wake();
    await atRest();
    assert.equal(order().state, 'paid');
  });

  it('is asked about ever less often while nothing happens', async () => {
    const { timers, asked } = await visit({ order: 'waiting' });
    const perMinute = [];
    for (let minute = 0; minute < 4; minute += 1) {
      const before = asked();
      await passing(timers, 60_000);
      perMinute.push(asked() - before);
    }
    assert.deepEqual(perMinute, [8, 3, 3, 3]);
  });

  it('is not asked about while nobody looks, and at once when somebody does', async () => {
    const { api, shop, order, timers, asked } = await visit({ order: 'waiting' });
    shop.sleep();
    const before = asked();
    await passing(timers, 60_000);
    assert.equal(asked(), before);
    api.decide(order().id, 'paid');
    shop.wake();
    await atRest();
    assert.equal(order().state, 'paid');
  });

  it('is found by the code a buyer comes back with, in any browser, and remembered there', async () => {
    const { api, memory, store, order } = await visit();
    const { code } = api.placeOrder(['P-A-1'], 'paid');
    const { data } = await store.returned(code);
    assert.equal(data?.state, 'paid');
    assert.equal(order().tickets.length, 1);
    assert.match(memory.get(KEY) ?? '', /"token":"order-/);
  });

  it('is still shown to who comes back with a code that was used, on the device that has it', async () => {
    const { api, store, order } = await visit({ order: 'paid' });
    api.failNext(/return$/, { code: 'return_code_used' });
    assert.equal((await store.returned('x'.repeat(30))).data?.state, 'paid');
    assert.equal(order().state, 'paid');
  });

  it('says why a code finds nothing', async () => {
    const { api, store, timers } = await visit();
    assert.equal((await store.returned('x'.repeat(30))).error?.code, 'return_code_used');
    assert.equal(store.get().state, 'failed');
    api.failNext(/return$/, 'network', 10);
    assert.equal((await passingUntil(timers, store.returned('x'.repeat(30)))).value.error?.code, 'network');
  });

  it('can be paid again after a failed attempt, and cancelled', async () => {
    const { store, order } = await visit({ order: 'failed' });
    assert.equal(order().canPayAgain, true);
    assert.match((await store.payAgain()).data?.checkoutUrl ?? '', /^https:/);
    assert.equal(order().state, 'waiting');
    assert.equal((await store.cancel()).data?.state, 'cancelled');
  });

  it('shows what a verb could not do beside the order itself', async () => {
    const { store, order } = await visit({ order: 'paid' });
    const { error } = await store.cancel();
    assert.equal(error?.code, 'order_not_cancellable');
    assert.deepEqual(store.get(), { state: 'ready', order: order(), busy: false, failure: error });
  });

  it('keeps showing the order while the server cannot be reached', async () => {
    const { api, order, timers } = await visit({ order: 'waiting' });
    api.failNext(/orders/, 'network', 12);
    await passing(timers, 20_000);
    assert.equal(order().state, 'waiting');
    api.decide(order().id, 'paid');
    await passing(timers, 60_000);
    assert.equal(order().state, 'paid');
  });

  it('gives its tickets as PDF and as QR', async () => {
    const { store, order } = await visit({ order: 'paid' });
    assert.match(new TextDecoder().decode((await store.ticketsPdf()).data), /^%PDF/);
    assert.match((await store.ticketQr(order().tickets[0]?.id ?? '')).data ?? '', /^<svg/);
  });

  it('refuses verbs when there is none, without asking', async () => {
    const { store, asked } = await visit();
    for (const verb of [store.payAgain(), store.cancel(), store.ticketsPdf(), store.ticketQr('x')]) {
      assert.equal((await verb).error?.code, 'not_found');
    }
    assert.equal(asked(), 0);
  });

  it('is forgotten when asked, and when the server does not know it', async () => {
    const { store, memory } = await visit({ order: 'paid' });
    store.forget();
    assert.deepEqual([store.get().state, memory.get(KEY)], ['none', null]);

    const other = await visit({ order: 'waiting' });
    other.api.failNext(/orders/, { code: 'token_invalid' });
    await passing(other.timers, 3000);
    assert.deepEqual([other.store.get().state, other.memory.get(KEY)], ['none', null]);
  });

  it('gives the cart back to the visitor: new when paid, and what is left of it when not', async () => {
    for (const decided of ['paid', 'expired', 'refunded'] as const) {
      const { api, shop, order, timers } = await visit({ cart: ['P-A-1'] });
      shop.cart.subscribe(() => {});
      await atRest();
      await shop.cart.checkout({
        email: 'an@wolvegem.example',
        language: 'nl',
        returnUrl: 'https://delantaarn.example/',
      });
      assert.equal(shop.cart.get().state, 'ordered');
      api.decide(order().id, decided);
      await passing(timers, 3000);
      assert.deepEqual([order().state, shop.cart.get().state], [decided, 'empty']);
      const { error } = await shop.cart.hold({ performance: 'het-laatste-licht', seats: [{ seat: 'P-E-5' }] });
      assert.equal(error, undefined);
      assert.equal(shop.cart.get().state, 'open');
    }
  });

  it('is no longer shown once the visitor begins to choose again after it came to nothing', async () => {
    const { shop, store } = await visit({ order: 'expired' });
    await shop.cart.hold({ performance: 'het-laatste-licht', seats: [{ seat: 'P-E-5' }] });
    assert.equal(store.get().state, 'none');
  });
});

describe('a free order', () => {
  it('is paid at once and leaves an empty cart', async () => {
    const timers = createManualTimers();
    const { api, memory } = createScene({
      timers,
      random,
      cart: ['P-A-1'],
      programme: [{ id: 'open-dag', title: { nl: 'Open dag' }, startsAt: '2026-12-04T20:00:00+01:00', best: 0 }],
    });
    const shop = createShop({ baseUrl: api.baseUrl, fetch: api.fetch, timers, random, memory });
    shop.cart.subscribe(() => {});
    await atRest();
    const { data } = await shop.cart.checkout({
      email: 'an@wolvegem.example',
      language: 'nl',
      returnUrl: 'https://delantaarn.example/',
    });
    assert.deepEqual([data?.state, data?.total.cents, data?.checkoutUrl], ['paid', 0, null]);
    assert.deepEqual([shop.cart.get().state, shop.order.get().state], ['empty', 'ready']);
  });
});
