import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../../sdk/index.ts';
import type { Fetch } from '../../../sdk/platform.ts';
import type { SeatingState } from '../../../sdk/stores/types.ts';
import { createFakeApi, type FakeApi } from '../../../stories/fixtures/fake-api.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { SMALL_HALL } from '../../../stories/fixtures/world.ts';
import { atRest, passing } from '../../harness/passing-time.ts';

const PERFORMANCE = 'het-laatste-licht';

/** A centre that has changed its hall, and the same centre before that. */
function open(answer: (old: FakeApi, renewed: FakeApi) => Fetch) {
  const timers = createManualTimers();
  const old = createFakeApi({ now: timers.now });
  const renewed = createFakeApi({ now: timers.now, hall: { ...SMALL_HALL, version: 2 } });
  const asked: string[] = [];
  const fetch = answer(old, renewed);
  const shop = createShop({
    baseUrl: old.baseUrl,
    timers,
    random: { number: () => 0.5, key: () => crypto.randomUUID() },
    fetch: (url, options) => {
      asked.push(url.slice(old.baseUrl.length));
      return fetch(url, options);
    },
  });
  const store = shop.seating(PERFORMANCE);
  const states: SeatingState[] = [];
  store.subscribe((state) => states.push(state));
  const ready = () => {
    const now = store.get();
    if (now.state !== 'ready') throw new Error(`The seats are ${now.state}.`);
    return now;
  };
  const count = (pattern: RegExp) => asked.filter((path) => pattern.test(path)).length;
  return { timers, old, renewed, store, states, ready, count };
}

const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

describe('plan and status of different versions', () => {
  it('are asked for once more, and shown when they are of the same', async () => {
    let rounds = 0;
    const { ready } = open((old, renewed) => (url, options) => {
      if (url.endsWith(PERFORMANCE)) rounds += 1;
      return (rounds > 1 || url.endsWith('/status') ? renewed : old).fetch(url, options);
    });
    await atRest();
    assert.equal(ready().plan.version, 2);
  });

  it('are never shown together: the seats fail until they are asked for again', async () => {
    let confused = true;
    const { store, count } = open((old, renewed) => (url, options) => {
      return (confused && url.endsWith('/status') ? renewed : old).fetch(url, options);
    });
    await atRest();
    assert.deepEqual(store.get(), { state: 'failed', failure: { code: 'unavailable', retryable: true } });
    assert.equal(count(/status$/), 2);
    confused = false;
    store.reload();
    await atRest();
    assert.equal(store.get().state, 'ready');
  });

  it('lead to the new plan when they are noticed on the way, and the old hall stays in sight until then', async () => {
    let isRenewed = false;
    const { old, renewed, states, ready, timers } = open((before, after) => (url, options) => {
      return (isRenewed ? after : before).fetch(url, options);
    });
    await atRest();
    isRenewed = true;
    renewed.take(PERFORMANCE, ['P-A-1']);
    old.drop();
    await passing(timers, 2000);
    assert.equal(ready().plan.version, 2);
    assert.deepEqual([ready().stale, ready().status.seats['P-A-1']], [false, 'held']);
    const afterReady = states.slice(states.findIndex(({ state }) => state === 'ready'));
    assert.ok(afterReady.every(({ state }) => state === 'ready'));
    assert.ok(afterReady.some((state) => state.state === 'ready' && state.stale));
  });

  it('do not make it ask over and over when a server stays confused', async () => {
    const { old, renewed, store, timers, count, ready } = open((before, after) => (url, options) => {
      return (url.includes('/live') ? after : before).fetch(url, options);
    });
    await atRest();
    for (let second = 0; second < 60; second += 1) {
      renewed.take(PERFORMANCE, ['P-B-1']);
      renewed.free(PERFORMANCE, ['P-B-1']);
      await passing(timers, 1000);
    }
    assert.ok(count(/status$/) <= 6, `asked ${count(/status$/)} times in a minute`);
    assert.equal(store.get().state, 'ready');
    assert.equal(ready().plan.version, 1);
    old.drop();
  });
});

describe('a server that answers wrongly', () => {
  const wrong: readonly (readonly [part: RegExp, answer: unknown])[] = [
    [/status$/, {}],
    [/status$/, null],
    [/status$/, { cursor: '1', plan: { id: 'kleine-zaal', version: 1 }, seats: { held: '?!' }, areas: {} }],
    [/performances\/[a-z-]+$/, {}],
    [/performances\/[a-z-]+$/, null],
    [/plans/, null],
    [/plans/, { format: 'foyer-plan/1' }],
    [/plans/, 'zaal'],
  ];
  for (const [part, answer] of wrong) {
    it(`leaves a failure to try again, not an exception: ${part.source} gives ${JSON.stringify(answer)}`, async () => {
      let isWrong = true;
      const { store } = open(
        (old) => (url, options) =>
          isWrong && part.test(url) ? Promise.resolve(json(answer)) : old.fetch(url, options),
      );
      await atRest();
      assert.partialDeepStrictEqual(store.get(), { state: 'failed', failure: { retryable: true } });
      isWrong = false;
      store.reload();
      await atRest();
      assert.equal(store.get().state, 'ready');
    });
  }

  it('is waited for when it is slow, and failed when it never answers', async () => {
    const { old, store, timers } = open((before) => before.fetch);
    old.failNext(/status/, 'hang', 4);
    await passing(timers, 9000);
    assert.equal(store.get().state, 'loading');
    await passing(timers, 60_000);
    assert.equal(store.get().state, 'failed');
  });
});

describe('thousands of changes a second', () => {
  it('are told as at most some twenty-five a second, and the end is right', async () => {
    const { old, states, ready, timers } = open((before) => before.fetch);
    await atRest();
    const before = states.length;
    for (let tenth = 0; tenth < 10; tenth += 1) {
      for (let round = 0; round < 200; round += 1) {
        old.take(PERFORMANCE, ['P-B-1', 'P-B-2']);
        old.free(PERFORMANCE, ['P-B-1']);
      }
      await atRest();
      await passing(timers, 100);
    }
    assert.ok(states.length - before <= 20 + 26, `${states.length - before} in a second`);
    assert.deepEqual([ready().status.seats['P-B-1'], ready().status.seats['P-B-2']], [undefined, 'held']);
  });
});
