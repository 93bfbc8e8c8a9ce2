import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProgramme, type ProgrammeState } from '../../../sdk/index.ts';
import type { Fetch } from '../../../sdk/platform.ts';
import { type Cluster, createCluster } from '../../../stories/fixtures/cluster.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { endlessSeason, PARTNER_SEASON, SEASON, SHARED_SEASON } from '../../../stories/fixtures/season.ts';
import { createScene } from '../../../stories/fixtures/shops.ts';
import type { Programmed } from '../../../stories/fixtures/world.ts';
import { atRest, passing } from '../../harness/passing-time.ts';

/** Several centres asked, each for itself, as seen from the first one's shop. */
function together(
  change: (cluster: Cluster) => void = () => {},
  seasons?: readonly [readonly Programmed[], readonly Programmed[]],
) {
  const timers = createManualTimers();
  const cluster = createCluster({ timers, ...(seasons && { seasons }) });
  change(cluster);
  const programme = createProgramme({
    centres: cluster.centres.split(' '),
    seller: cluster.own.baseUrl,
    ...cluster.network,
  });
  const states: ProgrammeState[] = [];
  const stop = programme.subscribe((state) => states.push(state));
  return { ...cluster, timers, programme, states, stop };
}

function ready(state: ProgrammeState) {
  assert.equal(state.state, 'ready');
  return state as ProgrammeState & { state: 'ready' };
}

const references = (state: ProgrammeState) => ready(state).items.map(({ reference }) => reference);

describe('the programme of several centres', () => {
  it('is merged by start, each performance named as the selling centre names it', async () => {
    const { programme } = together();
    await atRest();
    const { items, away, waiting } = ready(programme.get());
    assert.deepEqual(
      items.map(({ reference }) => reference),
      [...SEASON, ...PARTNER_SEASON]
        .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
        .map((one) => (PARTNER_SEASON.includes(one) ? `de-brug.${one.id}` : one.id)),
    );
    assert.deepEqual([away, waiting], [[], false]);
    assert.deepEqual(
      items.filter(({ isOwn }) => !isOwn).map(({ owner }) => owner.name),
      PARTNER_SEASON.map(() => 'Muziekcentrum De Brug'),
    );
  });

  it('asks nothing before somebody looks, and stops when nobody does', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const { own, network, centres, timers } = createClusterQuietly();
    const programme = createProgramme({ centres: centres.split(' '), ...network });
    await atRest();
    assert.equal(own.requests.length, 0);
    own.failNext(/./, 'hang', Number.POSITIVE_INFINITY);
    const stop = programme.subscribe(() => {});
    await atRest();
    assert.ok(timers.waiting > 0);
    stop();
    test.mock.timers.tick(1000);
    await atRest();
    assert.equal(timers.waiting, 0);
  });

  it('takes from each centre what it plays itself, so that nothing is listed twice', async () => {
    const { programme } = together(undefined, [SHARED_SEASON, PARTNER_SEASON]);
    await atRest();
    const listed = references(programme.get());
    assert.equal(new Set(listed).size, SEASON.length + PARTNER_SEASON.length);
    assert.equal(listed.length, SEASON.length + PARTNER_SEASON.length);
  });

  it('shows a centre that is quick while another has yet to answer, and gives that one five seconds', async () => {
    const { programme, timers, partner } = together(({ partner: slow }) => slow.failNext(/./, 'hang', 100));
    await atRest();
    assert.deepEqual([ready(programme.get()).items.length, ready(programme.get()).waiting], [SEASON.length, true]);
    await passing(timers, 5000);
    assert.deepEqual([ready(programme.get()).waiting, ready(programme.get()).away], [false, ['De Brug']]);
    assert.ok(partner.requests.length > 0);
  });

  it('waits for a long programme that comes page by page on a slow line', async () => {
    const timers = createManualTimers();
    const { own, network } = createCluster({ timers, seasons: [endlessSeason(500), []] });
    const slowly: Fetch = async (...asked) => {
      await new Promise<void>((resolve) => timers.after(3000, resolve));
      return network.fetch(...asked);
    };
    const programme = createProgramme({ centres: [own.baseUrl], ...network, fetch: slowly });
    programme.subscribe(() => {});
    await atRest();
    await passing(timers, 9500);
    assert.equal(ready(programme.get()).items.length, 500);
  });

  it('has a centre back by itself once it answers again', async () => {
    const { programme, timers } = together(({ partner }) => partner.failNext(/./, { code: 'internal' }, 2));
    await atRest();
    assert.deepEqual(ready(programme.get()).away, ['De Brug']);
    await passing(timers, 30_000);
    assert.deepEqual(ready(programme.get()).away, []);
    assert.equal(ready(programme.get()).items.length, SEASON.length + PARTNER_SEASON.length);
  });

  it('keeps showing what a centre told before it went away, and names it', async () => {
    const { programme, partner } = together();
    await atRest();
    partner.failNext(/./, { code: 'internal' }, 2);
    programme.reload();
    await atRest();
    assert.deepEqual(ready(programme.get()).away, ['Muziekcentrum De Brug']);
    assert.equal(ready(programme.get()).items.length, SEASON.length + PARTNER_SEASON.length);
  });

  it('knows the name of one that never answered from the others who sell for it', async () => {
    const { programme } = together(
      ({ partner }) => partner.failNext(/./, { code: 'internal' }, 2),
      [SHARED_SEASON, []],
    );
    await atRest();
    assert.deepEqual(ready(programme.get()).away, ['Muziekcentrum De Brug']);
  });

  it('has failed only when nobody answers, and can be asked again', async () => {
    const { programme, states } = together(({ own, partner }) => {
      for (const api of [own, partner]) api.failNext(/./, { code: 'internal' }, 2);
    });
    await atRest();
    const failed = programme.get();
    assert.equal(failed.state === 'failed' && failed.failure.code, 'internal');
    programme.reload();
    await atRest();
    assert.equal(references(programme.get()).length, SEASON.length + PARTNER_SEASON.length);
    assert.equal(states[0]?.state, 'loading');
  });

  it('without a seller names everything in full', async () => {
    const { network, centres } = createClusterQuietly();
    const programme = createProgramme({ centres: centres.split(' '), ...network });
    programme.subscribe(() => {});
    await atRest();
    for (const reference of references(programme.get())) assert.match(reference, /^de-(lantaarn|brug)\.[a-z-]+$/);
  });

  it('refuses what is no address', () => {
    assert.throws(() => createProgramme({ centres: ['de-lantaarn'] }), TypeError);
  });
});

describe('the programme of one centre', () => {
  const sold = (programme: readonly Programmed[]) => {
    const { api, shop } = createScene({ timers: createManualTimers(), programme });
    const store = createProgramme({ centres: [`${shop.baseUrl}/`], ...shop.network });
    store.subscribe(() => {});
    return { api, store };
  };

  it('has its partners’ performances too, by their names', async () => {
    const { store } = sold(SHARED_SEASON);
    await atRest();
    const { items } = ready(store.get());
    assert.deepEqual(
      items.filter(({ isOwn }) => !isOwn).map(({ reference, owner }) => [reference, owner.id]),
      PARTNER_SEASON.map(({ id }) => [`de-brug.${id}`, 'de-brug']),
    );
  });

  it('names a partner that it cannot reach', async () => {
    const { store } = sold(SHARED_SEASON.map((one) => (one.owner ? { ...one, state: 'unavailable' } : one)));
    await atRest();
    assert.deepEqual(ready(store.get()).away, ['Muziekcentrum De Brug']);
    assert.equal(ready(store.get()).items.length, SHARED_SEASON.length);
  });

  it('is read to its end, page by page', async () => {
    const many = Array.from({ length: 450 }, (_, index): Programmed => {
      const day = new Date(Date.UTC(2026, 11, 1) + Math.floor(index / 3) * 86_400_000);
      return { id: `avond-${index}`, title: { nl: `Avond ${index}` }, startsAt: day.toISOString() };
    });
    const { store, api } = sold(many);
    await atRest();
    assert.equal(references(store.get()).length, many.length);
    assert.ok(api.requests.filter(({ path }) => path.startsWith('/performances')).length > 2);
  });

  it('knows on which day it is there, also just after midnight here', async () => {
    const { store } = sold([{ id: 'laat', title: { nl: 'Laat' }, startsAt: '2026-12-04T23:30:00Z' }]);
    await atRest();
    assert.equal(ready(store.get()).items[0]?.day, '2026-12-05');
  });
});

function createClusterQuietly() {
  const timers = createManualTimers();
  return { ...createCluster({ timers }), timers };
}
