import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { createScene } from '../../../stories/fixtures/shops.ts';
import { atRest, passing } from '../../harness/passing-time.ts';

const PERFORMANCE = 'het-laatste-licht';
const random = { number: () => 0.5, key: () => crypto.randomUUID() };

function open() {
  const timers = createManualTimers();
  const scene = createScene({ timers, random });
  const store = scene.shop.seating(PERFORMANCE);
  const ready = () => {
    const now = store.get();
    if (now.state !== 'ready') throw new Error(`The seats are ${now.state}.`);
    return now;
  };
  const asked = (pattern: RegExp) => scene.api.requests.filter(({ path }) => pattern.test(path)).length;
  return { ...scene, timers, store, ready, asked };
}

describe('the seats of a performance', () => {
  it('are asked for when somebody looks, not before', async () => {
    const { api, store, ready } = open();
    assert.equal(store.get().state, 'idle');
    await atRest();
    assert.equal(api.requests.length, 0);
    store.subscribe(() => {});
    assert.equal(store.get().state, 'loading');
    await atRest();
    assert.equal(ready().plan.seats.length, 66);
    assert.equal(ready().performance.id, PERFORMANCE);
    assert.deepEqual(ready().status.seats, { 'P-A-10': 'blocked' });
    assert.deepEqual(ready().status.areas, { STAAN: { free: 20 } });
  });

  it('are one store for everybody who asks', () => {
    const { shop, store } = open();
    assert.equal(shop.seating(PERFORMANCE), store);
    assert.notEqual(shop.seating('zeven-muizen'), store);
  });

  it('follow what others do, and keep what did not change as it was', async () => {
    const { api, store, ready } = open();
    store.subscribe(() => {});
    await atRest();
    const before = ready();
    api.take(PERFORMANCE, ['P-A-1', 'P-A-2']);
    api.free(PERFORMANCE, ['P-A-2']);
    await atRest();
    assert.deepEqual(ready().status.seats, { 'P-A-10': 'blocked', 'P-A-1': 'held' });
    assert.notEqual(ready().status, before.status);
    assert.equal(ready().plan, before.plan);
    assert.equal(ready().performance, before.performance);
    assert.ok(Object.isFrozen(ready()) && Object.isFrozen(ready().status));
  });

  it('say that they may be old while the stream is interrupted', async () => {
    const { api, store, ready, timers } = open();
    store.subscribe(() => {});
    await atRest();
    api.failNext(/live/, 'network', 3);
    api.drop();
    await passing(timers, 4000);
    assert.equal(ready().stale, true);
    api.take(PERFORMANCE, ['P-A-1']);
    await passing(timers, 20_000);
    assert.deepEqual([ready().stale, ready().status.seats['P-A-1']], [false, 'held']);
  });

  it('are not followed while the page is out of sight, and are healed when it is back', async () => {
    const { api, shop, store, ready, timers, asked } = open();
    store.subscribe(() => {});
    await atRest();
    shop.sleep();
    api.take(PERFORMANCE, ['P-A-1']);
    await passing(timers, 60_000);
    assert.equal(asked(/live/), 1);
    assert.equal(timers.waiting, 0);
    shop.wake();
    await atRest();
    assert.equal(ready().status.seats['P-A-1'], 'held');
    assert.equal(asked(/status/), 1);
  });

  it('fail with a reason, and are loaded when asked again or when the network is back', async () => {
    for (const again of ['reload', 'wake'] as const) {
      const { api, shop, store } = open();
      api.failNext(/status/, { code: 'internal' });
      store.subscribe(() => {});
      await atRest();
      assert.partialDeepStrictEqual(store.get(), { state: 'failed', failure: { code: 'internal' } });
      if (again === 'reload') store.reload();
      else shop.wake();
      await atRest();
      assert.equal(store.get().state, 'ready');
    }
  });

  it('draw a hall once for all its performances', async () => {
    const { shop, store, asked, ready } = open();
    store.subscribe(() => {});
    const other = shop.seating('zeven-muizen');
    other.subscribe(() => {});
    await atRest();
    assert.equal(asked(/plans/), 1);
    const there = other.get();
    assert.equal(there.state === 'ready' && there.plan, ready().plan);
  });

  it('wait for a plan as long as one of them is looked at', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const { api, shop, store, asked, timers } = open();
    api.failNext(/plans/, 'network');
    const leave = store.subscribe(() => {});
    const other = shop.seating('zeven-muizen');
    other.subscribe(() => {});
    await atRest();
    leave();
    test.mock.timers.tick(1000);
    await atRest();
    await passing(timers, 1000);
    assert.equal(other.get().state, 'ready');
    assert.equal(asked(/plans/), 2);
  });

  it('ask for a plan again after it could not be had', async () => {
    const { api, store, asked } = open();
    api.failNext(/plans/, { code: 'internal' });
    store.subscribe(() => {});
    await atRest();
    assert.equal(store.get().state, 'failed');
    store.reload();
    await atRest();
    assert.equal(store.get().state, 'ready');
    assert.equal(asked(/plans/), 2);
  });

  it('go on from where they were when somebody looks again', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const { api, store, ready, asked } = open();
    const leave = store.subscribe(() => {});
    await atRest();
    leave();
    test.mock.timers.tick(1000);
    await atRest();
    api.take(PERFORMANCE, ['P-A-1']);
    await atRest();
    assert.equal(ready().status.seats['P-A-1'], undefined);
    store.subscribe(() => {});
    await atRest();
    assert.equal(ready().status.seats['P-A-1'], 'held');
    assert.equal(asked(/performances\/[a-z-]+$/), 1);
  });
});
