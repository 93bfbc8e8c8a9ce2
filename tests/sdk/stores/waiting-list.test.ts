import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWaitingList, type WaitingListState } from '../../../sdk/index.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { SOLD_OUT_SEASON } from '../../../stories/fixtures/season.ts';
import { createScene } from '../../../stories/fixtures/shops.ts';

const AN = { email: 'an@wolvegem.example', places: 2, language: 'nl' } as const;

function open(performance = 'zeven-muizen') {
  const scene = createScene({ timers: createManualTimers(), programme: SOLD_OUT_SEASON });
  const store = createWaitingList({ centre: `${scene.shop.baseUrl}/`, performance, ...scene.shop.network });
  const said: WaitingListState[] = [];
  store.subscribe((state) => said.push(state));
  return { ...scene, store, said };
}

describe('a line to wait in', () => {
  it('asks once, however often it is told, and tells how long places will be held', async () => {
    const { api, said, store } = open();
    const [first, second] = await Promise.all([store.join(AN), store.join(AN)]);
    assert.equal(first, second);
    assert.deepEqual(said, [{ state: 'idle' }, { state: 'busy' }, { state: 'joined', minutes: 60 }]);
    assert.equal(api.requests.filter(({ path }) => path.includes('waiting-list')).length, 1);
  });

  it('tells why not, and can be asked again', async () => {
    const { api, store } = open();
    api.failNext(/waiting-list/, { code: 'places_available' });
    assert.equal((await store.join(AN)).error?.code, 'places_available');
    assert.equal(store.get().state, 'failed');
    assert.equal((await store.join(AN)).data?.minutes, 60);
    assert.equal(store.get().state, 'joined');
  });
});
