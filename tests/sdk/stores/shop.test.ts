import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../../sdk/index.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { PRICES } from '../../../stories/fixtures/prices.ts';
import { createScene } from '../../../stories/fixtures/shops.ts';
import { atRest } from '../../harness/passing-time.ts';

const random = { number: () => 0.5, key: () => crypto.randomUUID() };

describe('a shop', () => {
  it('asks nothing before somebody looks', async () => {
    const { api, shop } = createScene({ cart: ['P-A-1'], timers: createManualTimers(), random });
    shop.wake();
    shop.sleep();
    shop.wake();
    await atRest();
    assert.equal(api.requests.length, 0);
  });

  it('tells about the centre once, however many look', async () => {
    const { api, shop } = createScene({ timers: createManualTimers(), random });
    shop.centre.subscribe(() => {});
    shop.centre.subscribe(() => {});
    await atRest();
    const now = shop.centre.get();
    assert.equal(now.state === 'ready' && now.centre.name, 'Cultuurcentrum De Lantaarn');
    assert.equal(api.requests.length, 1);
  });

  it('tells the price list once somebody looks, without the rules that ask for a code', async () => {
    const { api, shop } = createScene({ prices: PRICES, timers: createManualTimers(), random });
    assert.deepEqual(shop.prices.get(), { state: 'idle' });
    shop.prices.subscribe(() => {});
    await atRest();
    const now = shop.prices.get();
    assert.deepEqual(now.state === 'ready' && now.list.rules.filter(({ codes }) => codes), []);
    assert.deepEqual(
      api.requests.map(({ path }) => path),
      ['/price-list'],
    );
  });

  it('asks for the price list again after a failure, when the page is looked at again', async () => {
    const { api, shop } = createScene({ timers: createManualTimers(), random });
    api.failNext(/price-list/, { code: 'internal' });
    shop.prices.subscribe(() => {});
    await atRest();
    assert.equal(shop.prices.get().state, 'failed');
    shop.wake();
    await atRest();
    assert.equal(shop.prices.get().state, 'ready');
  });

  it('asks about the centre again after a failure, when the page is looked at again', async () => {
    const { api, shop } = createScene({ timers: createManualTimers(), random });
    api.failNext(/^GET $/, { code: 'internal' });
    shop.centre.subscribe(() => {});
    await atRest();
    assert.equal(shop.centre.get().state, 'failed');
    shop.wake();
    await atRest();
    assert.equal(shop.centre.get().state, 'ready');
  });

  it('asks on for nobody, and asks again when somebody looks once more', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const questions = [/^GET $/, /price-list/, /carts/, /orders/, /performances\/[a-z-]+$/, /status/, /plans/];
    for (const question of questions) {
      const timers = createManualTimers();
      const { api, shop, memory } = createScene({ order: 'waiting', timers, random });
      const { id, token } = api.fillCart(['P-A-1']);
      memory.set(`foyer:${shop.baseUrl}:cart`, JSON.stringify({ id, token, at: timers.now() }));
      const stores = [shop.centre, shop.prices, shop.cart, shop.order, shop.seating('het-laatste-licht')] as const;
      const look = () => stores.map((store) => store.subscribe(() => {}));
      api.failNext(question, 'hang');
      const leave = look();
      await atRest();
      assert.ok(timers.waiting > 0, `${question} is waited for`);
      for (const stop of leave) stop();
      test.mock.timers.tick(1000);
      await atRest();
      assert.equal(timers.waiting, 0, `${question} is not waited for any more`);
      look();
      await atRest();
      assert.deepEqual(
        stores.map((store) => store.get().state),
        ['ready', 'ready', 'open', 'ready', 'ready'],
        `${question} is answered the second time`,
      );
    }
  });

  it('takes the address of its centre with and without a slash at the end', () => {
    assert.equal(createShop({ baseUrl: 'https://x.example/centres/a/' }).baseUrl, 'https://x.example/centres/a');
    assert.throws(() => createShop({ baseUrl: 'centres/a' }), TypeError);
  });
});
