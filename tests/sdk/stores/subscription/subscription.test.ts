import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { createSubscription } from '../../../../sdk/stores/subscription/subscription.ts';
import type { Choosing, SubscriptionStoreState } from '../../../../sdk/stores/subscription/types.ts';
import { createManualTimers } from '../../../../stories/fixtures/manual-timers.ts';
import type { SceneOptions } from '../../../../stories/fixtures/shops.ts';
import { EARLY, SUBSCRIBED_SEASON, SUBSCRIPTIONS, subscribing } from '../../../../stories/fixtures/subscriptions.ts';
import { SMALL_HALL } from '../../../../stories/fixtures/world.ts';
import { atRest } from '../../../harness/passing-time.ts';

/** Somebody who looks at the subscriptions of a centre. */
async function visit(formulas: readonly string[] = ['vrije-keuze'], options: SceneOptions = {}) {
  const timers = createManualTimers();
  const scene = subscribing({ timers, ...options });
  const store = createSubscription({ shop: scene.shop, formulas });
  const said: SubscriptionStoreState[] = [];
  const leave = store.subscribe((now) => void said.push(now));
  await atRest();
  const now = (): Choosing => {
    const state = store.get();
    assert.equal(state.state, 'ready');
    return state as Choosing;
  };
  const holder = (at = 0) => {
    const found = now().holders[at];
    assert.ok(found);
    return found;
  };
  const seats = (at = 0) => holder(at).chosen.map(({ line }) => line.place.id);
  const cart = () => {
    const state = scene.shop.cart.get();
    return state.state === 'open' ? state.cart : null;
  };
  /** Others buy all of a hall, or all of its seats. */
  async function fill(performance: string, what: 'all' | 'seats' = 'all'): Promise<void> {
    const { seats: all, areas } = layOutPlan(SMALL_HALL);
    const standing = areas.flatMap(({ id, capacity }) =>
      Array.from({ length: capacity }, (_, at) => `${id}#${at + 1}`),
    );
    const seated = all.filter(({ kind }) => kind !== 'house').map(({ id }) => id);
    scene.api.take(performance, what === 'all' ? [...seated, ...standing] : seated, 'sold');
    await atRest();
  }
  return { ...scene, timers, store, said, leave, now, holder, seats, cart, fill };
}

describe('choosing a subscription', () => {
  it('begins with the formulas there are, and with nobody having chosen anything', async () => {
    const { now, store } = await visit([]);
    assert.deepEqual(
      now().formulas.map(({ formula, booking, performances }) => [formula.id, booking, performances]),
      [
        ['vrije-keuze', 'open', 9],
        ['jazzreeks', 'open', 3],
        ['streekabonnement', 'open', 11],
        ['volgend-seizoen', 'not-yet', 9],
      ],
    );
    assert.equal(now().formula, null);
    store.chooseFormula('vrije-keuze');
    assert.deepEqual(
      now().holders.map(({ name, chosen, progress }) => [name, chosen.length, progress.missing, progress.missingParts]),
      [['', 0, 3, [{ name: SUBSCRIPTIONS[0]?.parts?.[0]?.name, count: 1 }]]],
    );
  });

  it('takes the only formula there is by itself, and asks nothing of the server before something is chosen', async () => {
    const { now, api, store } = await visit();
    assert.equal(now().formula?.formula.id, 'vrije-keuze');
    await store.nameHolder(now().holders[0]?.id ?? '', 'An');
    assert.equal(now().holders[0]?.name, 'An');
    assert.ok(!api.requests.some(({ method }) => method !== 'GET'));
  });

  it('lists the own performances by start, then those of partners', async () => {
    const { now } = await visit(['streekabonnement']);
    assert.deepEqual(
      now().offers.map(({ reference }) => reference),
      SUBSCRIBED_SEASON.map(({ id }) => id),
    );
  });

  it('holds places as they are chosen, on the same seat every evening, until it is complete', async () => {
    const { store, holder, seats } = await visit();
    for (const performance of ['de-zoutweg', 'trio-noord']) {
      const { data } = await store.add(performance);
      assert.equal(data?.lines.length, 1);
    }
    const [first] = seats();
    assert.deepEqual(seats(), [first, first]);
    assert.equal(holder().progress.complete, false);
    assert.equal(holder().progress.missing, 1);
    await store.add('lichtvoet');
    assert.equal(holder().progress.complete, true);
    assert.equal(holder().saved.cents, 720);
    assert.deepEqual(holder().progress.next, { more: 2, from: 5 });
    assert.deepEqual(seats(), [first, first, first]);
  });

  it('seats a party together, and each of them on their own seat again', async () => {
    const { store, seats, now } = await visit();
    store.addHolder('Bo');
    await store.add('de-zoutweg');
    await store.add('lichtvoet');
    assert.equal(now().holders.length, 2);
    const [own = [], other = []] = [seats(0), seats(1)];
    assert.equal(own[0], own[1]);
    assert.equal(other[0], other[1]);
    const numbers = [own[0], other[0]].map((seat) => Number(seat?.split('-').at(-1)));
    assert.equal(Math.abs((numbers[0] ?? 0) - (numbers[1] ?? 0)), 1);
  });

  it('lets who joins later sit beside the others', async () => {
    const { store, holder, seats } = await visit();
    await store.add('de-zoutweg');
    const bo = store.addHolder('Bo');
    await store.copy(holder(0).id, bo);
    const numbers = [seats(0)[0], seats(1)[0]].map((seat) => Number(seat?.split('-').at(-1)));
    assert.equal(Math.abs((numbers[0] ?? 0) - (numbers[1] ?? 0)), 1);
  });

  it('takes the seats beside when the usual one is taken there', async () => {
    const { store, seats, api } = await visit();
    await store.add('de-zoutweg');
    const [usual = ''] = seats();
    api.take('trio-noord', [usual]);
    await store.add('trio-noord');
    const [, other = ''] = seats();
    assert.notEqual(other, usual);
    assert.equal(other.split('-').slice(0, 1).join(), usual.split('-').slice(0, 1).join());
  });

  it('asks for the next best when somebody is ahead, and says so', async () => {
    const { store, api, seats } = await visit();
    api.failNext(/^POST .*lines$/, { code: 'seats_taken' });
    const { data } = await store.add('de-zoutweg');
    assert.equal(data?.overtaken, true);
    assert.equal(seats().length, 1);
  });

  it('books before the others do, by telling the cart first who books', async () => {
    const { store, now, holder, shop } = await visit(['vrije-keuze'], EARLY);
    assert.ok(now().offers.some(({ isEarly, isOpen }) => isEarly && isOpen));
    const alone = await shop.cart.hold({ performance: 'de-zoutweg', seats: [{ seat: 'P-C-5' }] });
    assert.equal(alone.error?.code, 'not_on_sale');
    assert.equal((await store.add('de-zoutweg')).error, undefined);
    assert.equal(holder().chosen.length, 1);
  });

  it('says which performance has no room, and takes nothing', async () => {
    const { store, now, cart, fill } = await visit();
    await fill('zeven-muizen');
    const { error } = await store.add('zeven-muizen');
    assert.equal(error?.code, 'seats_taken');
    assert.deepEqual(now().trouble, { performance: 'zeven-muizen', failure: error });
    assert.equal(cart(), null);
    await store.add('de-zoutweg');
    assert.equal(now().trouble, null);
  });

  it('takes unnumbered places where there are no seats left', async () => {
    const { store, holder, fill } = await visit();
    await fill('zeven-muizen', 'seats');
    await store.add('zeven-muizen');
    assert.equal(holder().chosen[0]?.line.place.kind, 'area');
  });

  it('finds the cheapest places where that is asked', async () => {
    const { store, holder } = await visit();
    store.preferPlaces('cheapest');
    await store.add('de-zoutweg');
    assert.equal(holder().chosen[0]?.line.place.zone, 'rang-2');
  });

  it('gives back what is removed, of one or of all', async () => {
    const { store, holder, cart } = await visit();
    store.addHolder('Bo');
    await store.add('de-zoutweg');
    await store.remove('de-zoutweg', holder(1).id);
    assert.deepEqual([holder(0).chosen.length, holder(1).chosen.length], [1, 0]);
    await store.remove('de-zoutweg');
    assert.equal(holder(0).chosen.length, 0);
    assert.equal(cart()?.lines.length ?? 0, 0);
  });

  it('lets people go with their places, and never leaves nobody', async () => {
    const { store, holder, now, cart } = await visit();
    const bo = store.addHolder('Bo');
    await store.add('de-zoutweg');
    await store.removeHolder(bo);
    assert.deepEqual(
      now().holders.map(({ name }) => name),
      [''],
    );
    assert.equal(cart()?.lines.length, 1);
    await store.removeHolder(holder(0).id);
    assert.equal(now().holders.length, 1);
    assert.equal(cart()?.lines.length ?? 0, 0);
  });

  it('takes a fixed series with one press, or nothing of it', async () => {
    const { store, seats, holder } = await visit(['jazzreeks']);
    await store.addSeries();
    assert.equal(new Set(seats()).size, 1);
    assert.equal(seats().length, 3);
    assert.equal(holder().progress.complete, true);
    assert.equal(
      holder().chosen.reduce((sum, { line }) => sum + line.price.cents, 0),
      4500,
    );

    const other = await visit(['jazzreeks']);
    other.api.failNext(/^POST .*lines$/, { code: 'internal' }, Number.POSITIVE_INFINITY);
    const refused = await other.store.addSeries();
    assert.equal(refused.error?.code, 'internal');
    assert.equal(other.cart()?.lines.length ?? 0, 0);
  });

  it('gives the first evenings of a series back when a later one is full', async () => {
    const { store, cart, now, fill } = await visit(['jazzreeks']);
    await fill('laatste-set');
    const { error } = await store.addSeries();
    assert.equal(error?.code, 'seats_taken');
    assert.equal(now().trouble?.performance, 'laatste-set');
    assert.equal(cart()?.lines.length ?? 0, 0);
  });

  it('tells what clashes, of one holder', async () => {
    const { store, holder } = await visit(['streekabonnement']);
    await store.add('lichtvoet');
    await store.add('de-brug.nachttrein');
    assert.deepEqual(
      holder().clashes.map((two) => two.map(({ reference }) => reference)),
      [['lichtvoet', 'de-brug.nachttrein']],
    );
  });

  it('goes no further than the formula does', async () => {
    const { store, holder } = await visit(['streekabonnement']);
    for (const performance of ['de-zoutweg', 'lichtvoet', 'de-brug.stroomopwaarts', 'zeven-muizen']) {
      await store.add(performance);
    }
    assert.equal(holder().chosen.length, 3);
    assert.equal(holder().progress.complete, true);
  });

  it('proposes what is missing first, then other kinds', async () => {
    const { store, now } = await visit();
    await store.add('de-zoutweg');
    assert.deepEqual(
      now().proposals.map(({ offer, because }) => [offer.reference, because]),
      [
        ['lichtvoet', 'part'],
        ['draaikolk', 'part'],
        ['trio-noord', 'genre'],
      ],
    );
  });

  it('makes places that are in the cart already part of it, when asked', async () => {
    const { store, shop, now, holder } = await visit();
    await shop.cart.hold({ performance: 'de-zoutweg', seats: [{ seat: 'P-C-5' }] });
    assert.equal(now().loose.length, 1);
    await store.takeIn('de-zoutweg');
    assert.equal(now().loose.length, 0);
    assert.equal(holder().chosen[0]?.line.place.id, 'P-C-5');
  });

  it('makes what is chosen on the map part of it by itself, while it is followed', async () => {
    const { store, shop, seats, now } = await visit();
    store.follow('de-zoutweg');
    await shop.cart.hold({ performance: 'de-zoutweg', seats: [{ seat: 'P-C-5' }] });
    await atRest();
    assert.deepEqual(seats(), ['P-C-5']);
    store.follow(null);
    await shop.cart.hold({ performance: 'lichtvoet', seats: [{ seat: 'P-C-5' }] });
    await atRest();
    assert.deepEqual(seats(), ['P-C-5']);
    assert.equal(now().loose.length, 1);
  });

  it('moves people to what is chosen on the map, one after the other, and leaves alone what was there before', async () => {
    const { store, shop, seats, cart, now } = await visit();
    store.addHolder('Bo');
    await shop.cart.hold({ performance: 'de-zoutweg', seats: [{ seat: 'P-E-9' }] });
    await store.add('de-zoutweg');
    store.follow('de-zoutweg');
    for (const [seat, own] of [
      ['P-C-5', () => seats(0)],
      ['P-C-6', () => seats(1)],
      ['P-C-7', () => seats(0)],
    ] as const) {
      await shop.cart.hold({ performance: 'de-zoutweg', seats: [{ seat }] });
      await atRest();
      assert.deepEqual(own(), [seat]);
    }
    const held = cart()?.lines.map(({ place }) => place.id);
    assert.deepEqual(held?.sort(), ['P-C-6', 'P-C-7', 'P-E-9']);
    assert.equal(now().loose.length, 1);
  });

  it('leaves subscriptions of other formulas, and other choices, as they are', async () => {
    const { store, shop, cart } = await visit();
    const id = crypto.randomUUID();
    await shop.cart.setSubscriptions([{ id, formula: 'jazzreeks', holder: 'Cis', lines: [] }]);
    await store.add('de-zoutweg');
    assert.deepEqual(
      cart()?.extras?.subscriptions.map(({ formula }) => formula),
      ['jazzreeks', 'vrije-keuze'],
    );
  });

  it('is the same again after a reload: the cart is where it is kept', async () => {
    const first = await visit();
    await first.store.nameHolder(first.holder().id, 'An');
    await first.store.add('de-zoutweg');
    const again = createSubscription({ shop: first.shop, formulas: ['vrije-keuze'] });
    const stop = again.subscribe(() => {});
    await atRest();
    const now = again.get();
    assert.equal(now.state, 'ready');
    if (now.state !== 'ready') return;
    assert.deepEqual(
      now.holders.map(({ name, chosen }) => [name, chosen.length]),
      [['An', 1]],
    );
    stop();
  });

  it('remembers what was lost when time was up, and holds it again for the same people', async () => {
    const { store, timers, now, seats } = await visit();
    const bo = store.addHolder('Bo');
    await store.add('de-zoutweg');
    await store.add('lichtvoet');
    const before = [seats(0), seats(1)];
    timers.advance(11 * 60 * 1000);
    await atRest();
    assert.equal(now().lost.length, 4);
    assert.equal(now().holders.find(({ id }) => id === bo)?.name, 'Bo');
    const { data } = await store.takeAgain();
    assert.equal(data?.lines.length, 4);
    assert.deepEqual([seats(0), seats(1)], before);
    assert.equal(now().lost.length, 0);
  });

  it('asks for more time by itself when somebody goes on choosing while little is left', async () => {
    const { store, timers, cart } = await visit();
    await store.add('de-zoutweg');
    timers.advance(7 * 60 * 1000);
    await store.add('lichtvoet');
    assert.equal(cart()?.secondsLeft, 600);
  });

  it('keeps the places when the cart could not be told whose they are, and lets it be told again', async () => {
    const { store, api, now, cart } = await visit();
    api.failNext(/^PUT .*choices$/, { code: 'internal' }, Number.POSITIVE_INFINITY);
    const { error } = await store.add('de-zoutweg');
    assert.equal(error?.code, 'internal');
    assert.equal(now().trouble?.performance, 'de-zoutweg');
    assert.equal(cart()?.lines.length, 1);
    assert.equal(now().loose.length, 1);
  });

  it('says that it cannot be had, and can be asked again', async () => {
    const timers = createManualTimers();
    const { shop, api } = subscribing({ timers });
    api.failNext(/price-list/, { code: 'not_found' });
    const store = createSubscription({ shop });
    const stop = store.subscribe(() => {});
    await atRest();
    assert.equal(store.get().state, 'failed');
    store.reload();
    await atRest();
    assert.equal(store.get().state, 'ready');
    stop();
  });

  it('refuses verbs while there is nothing to choose', async () => {
    const { shop } = subscribing();
    const store = createSubscription({ shop });
    assert.deepEqual(await store.add('de-zoutweg'), { error: { code: 'unavailable', retryable: true } });
  });
});
