import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPerformance, type PerformanceState } from '../../../sdk/index.ts';
import type { Fault } from '../../../stories/fixtures/fake-api.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { SHARED_SEASON, SOLD_OUT_SEASON } from '../../../stories/fixtures/season.ts';
import { createScene } from '../../../stories/fixtures/shops.ts';
import { atRest } from '../../harness/passing-time.ts';

async function looked(performance: string, programme = SHARED_SEASON, failing?: [RegExp, Fault]) {
  const { api, shop } = createScene({ timers: createManualTimers(), programme });
  if (failing) api.failNext(failing[0], failing[1], 9);
  const store = createPerformance({ centre: api.baseUrl, performance, ...shop.network });
  const states: PerformanceState['state'][] = [];
  const stop = store.subscribe(({ state }) => states.push(state));
  await atRest();
  return { api, store, states, stop };
}

function ready(state: PerformanceState) {
  assert.equal(state.state, 'ready');
  return state as PerformanceState & { state: 'ready' };
}

describe('the page of one performance', () => {
  it('has its story, who sells it and who plays it', async () => {
    const own = ready((await looked('de-zoutweg')).store.get());
    assert.match(own.performance.description?.nl ?? '', /zoutmijn/);
    assert.deepEqual([own.centre.id, own.owner.id], ['de-lantaarn', 'de-lantaarn']);
    const partner = ready((await looked('de-brug.nachttrein')).store.get());
    assert.deepEqual([partner.centre.id, partner.owner.id], ['de-lantaarn', 'de-brug']);
  });

  it('has every date of its production, and others like it', async () => {
    const { dates, alike } = ready((await looked('wie-het-laatst-lacht', SOLD_OUT_SEASON)).store.get());
    assert.deepEqual(
      dates.map(({ reference }) => reference),
      ['wie-het-laatst-lacht', 'wie-het-laatst-lacht-2'],
    );
    assert.deepEqual(alike, []);
  });

  it('tells what the programme knows while it cannot be asked for itself', async () => {
    const away = [/performances\/de-brug/, { code: 'partner_unavailable' }] as [RegExp, Fault];
    const { store, states } = await looked('de-brug.nachttrein', SHARED_SEASON, away);
    assert.equal(ready(store.get()).performance.title.nl, 'Nachttrein');
    assert.ok(!states.includes('failed'));
  });

  it('fails for what is not there, and when nobody answers', async () => {
    const none = (await looked('is-er-niet')).store.get();
    assert.equal(none.state === 'failed' && none.failure.code, 'not_found');
    const nobody = (await looked('de-zoutweg', SHARED_SEASON, [/./, { code: 'internal' }])).store.get();
    assert.equal(nobody.state, 'failed');
  });

  it('comes back when it is asked again', async () => {
    const { store, api } = await looked('de-zoutweg', SHARED_SEASON, [/GET \/performances\/de/, { code: 'not_found' }]);
    assert.equal(store.get().state, 'failed');
    for (let left = 8; left > 0; left -= 1) await api.fetch(`${api.baseUrl}/performances/de`, asked());
    store.reload();
    await atRest();
    assert.equal(store.get().state, 'ready');
  });
});

const asked = () => ({
  ...{ method: 'GET', headers: {}, credentials: 'omit' as const },
  signal: new AbortController().signal,
});
