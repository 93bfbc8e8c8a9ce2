import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followLive, type LiveListeners } from '../../../sdk/client/live.ts';
import type { Fetch } from '../../../sdk/platform.ts';
import { createFakeApi, type FakeApi } from '../../../stories/fixtures/fake-api.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { atRest, passing } from '../../harness/passing-time.ts';

const PERFORMANCE = 'het-laatste-licht';
const START = 'c1';

async function follow(cursor: string | undefined = START, fetch?: (api: FakeApi) => Fetch) {
  const timers = createManualTimers();
  const api = createFakeApi({ now: timers.now });
  const heard: string[] = [];
  const listeners: LiveListeners = {
    onChange: ({ seats }) => void heard.push(`change ${JSON.stringify(seats)}`),
    onReset: ({ seats }) => void heard.push(`reset ${JSON.stringify(seats)}`),
    onStale: (stale) => void heard.push(stale ? 'stale' : 'fresh'),
  };
  const url = `${api.baseUrl}/performances/${PERFORMANCE}/live`;
  const stream = followLive(url, cursor, listeners, {
    fetch: fetch?.(api) ?? api.fetch,
    timers,
    random: { number: () => 0.5, key: () => 'key' },
  });
  await atRest();
  const pass = (milliseconds: number) => passing(timers, milliseconds);
  return { api, heard, stream, timers, pass };
}

describe('the live stream', () => {
  it('tells what others take and give back', async () => {
    const { api, heard } = await follow();
    api.take(PERFORMANCE, ['P-A-1', 'P-A-2']);
    api.free(PERFORMANCE, ['P-A-1']);
    await atRest();
    assert.deepEqual(heard, ['change {"held":"a2"}', 'change {"free":"a"}']);
  });

  it('goes on after an interruption where it was, so nothing is missed and nothing told twice', async () => {
    const { api, heard, pass } = await follow();
    api.take(PERFORMANCE, ['P-A-1']);
    await atRest();
    api.drop();
    api.take(PERFORMANCE, ['P-A-2']);
    await atRest();
    await pass(1000);
    api.take(PERFORMANCE, ['P-A-3']);
    await atRest();
    assert.deepEqual(heard, ['change {"held":"a"}', 'change {"held":"b"}', 'change {"held":"c"}']);
    assert.equal(api.requests.at(-1)?.path, `/performances/${PERFORMANCE}/live?cursor=c2`);
  });

  it('would miss a change if it came back without its cursor', async () => {
    const { api, heard, pass } = await follow(START, (fake) => (url, options) => {
      return fake.fetch(fake.requests.length === 0 ? url : url.replace('cursor=c2', 'cursor=c3'), options);
    });
    api.take(PERFORMANCE, ['P-A-1']);
    await atRest();
    api.drop();
    api.take(PERFORMANCE, ['P-A-2']);
    await pass(1000);
    assert.deepEqual(heard, ['change {"held":"a"}']);
  });

  it('starts afresh from a snapshot when its cursor means nothing to the server', async () => {
    const { heard } = await follow('from-long-ago');
    assert.deepEqual(heard, ['reset {"blocked":"j"}']);
  });

  it('says that what is shown may be old only when three seconds have passed without connection', async () => {
    const { api, heard, pass } = await follow();
    api.failNext(/live/, 'network', 3);
    api.drop();
    await atRest();
    await pass(2900);
    assert.deepEqual(heard, []);
    await pass(200);
    assert.deepEqual(heard, ['stale']);
    await pass(20_000);
    assert.deepEqual(heard, ['stale', 'fresh']);
  });

  it('comes back sooner at first and ever less often', async () => {
    const { api, pass } = await follow();
    api.failNext(/live/, 'network', Number.POSITIVE_INFINITY);
    api.drop();
    await atRest();
    const moments: number[] = [];
    for (let second = 0; second < 120; second += 1) {
      const before = api.requests.length;
      await pass(1000);
      if (api.requests.length > before) moments.push(second);
    }
    const pauses = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
    assert.deepEqual(pauses, [2, 4, 8, 16, 30, 30]);
  });

  it('waits as long as an overloaded server asks', async () => {
    const { api, pass } = await follow();
    api.failNext(/live/, { code: 'unavailable', retryAfter: 20 });
    api.drop();
    await atRest();
    await pass(1000);
    const before = api.requests.length;
    await pass(20_000);
    assert.equal(api.requests.length, before);
    await pass(2000);
    assert.equal(api.requests.length, before + 1);
  });

  it('takes long silence for a dead connection', async () => {
    const { api, pass } = await follow();
    await pass(34_000);
    assert.equal(api.requests.length, 1);
    await pass(1000);
    await pass(1000);
    assert.equal(api.requests.length, 2);
  });

  it('connects at once when told to hurry', async () => {
    const { api, stream, pass } = await follow();
    api.failNext(/live/, 'network', 4);
    api.drop();
    await atRest();
    await pass(20_000);
    const before = api.requests.length;
    stream.hurry();
    await atRest();
    assert.equal(api.requests.length, before + 1);
  });

  it('leaves nothing behind when it is closed, whatever it was doing', async () => {
    for (const moment of ['connected', 'pausing', 'connecting']) {
      const { api, heard, stream, timers, pass } = await follow();
      if (moment === 'connecting') api.failNext(/live/, 'hang');
      if (moment !== 'connected') api.drop();
      await atRest();
      if (moment === 'connecting') await pass(1000);
      stream.close();
      await atRest();
      assert.equal(timers.waiting, 0, moment);
      const before = api.requests.length;
      api.take(PERFORMANCE, ['P-A-1']);
      stream.hurry();
      await pass(120_000);
      assert.equal(api.requests.length, before);
      assert.deepEqual(heard, []);
    }
  });

  it('mends itself after an event it cannot read', async () => {
    const { heard, api, pass } = await follow(START, (fake) => (url, options) => {
      if (fake.requests.length > 0) return fake.fetch(url, options);
      void fake.fetch(url, options);
      return Promise.resolve(streamOf('event: change\nid: c1\ndata: {oops\n\n'));
    });
    await pass(1000);
    api.take(PERFORMANCE, ['P-A-1']);
    await atRest();
    assert.deepEqual(heard, ['change {"held":"a"}']);
  });

  const NONSENSE: readonly (readonly [what: string, answer: () => Response])[] = [
    [
      'a page to log in to a network',
      () => new Response('<p>Welcome</p>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['events nobody can read', () => streamOf('event: change\nid: c9\ndata: {oops\n\n')],
    ['an error of the server', () => new Response('{}', { status: 500 })],
    ['a stream that ends at once', () => new Response('')],
  ];
  for (const [what, answer] of NONSENSE) {
    it(`is honest about ${what} in its place, and asks ever less often`, async () => {
      let asked = 0;
      const { heard, pass } = await follow(START, () => () => {
        asked += 1;
        return Promise.resolve(answer());
      });
      await pass(60_000);
      assert.equal(heard.at(-1) ?? heard[0], 'stale');
      assert.ok(asked >= 5 && asked <= 7, `asked ${asked} times in a minute`);
    });
  }
});

const streamOf = (text: string) => new Response(text, { headers: { 'content-type': 'text/event-stream' } });
