import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { FoyerSeatsChangeEvent } from '../../../components/seat-map/seat-map.events.ts';
import type { FoyerSeatMap } from '../../../components/seat-map/seat-map.ts';
import { createSeatChoice } from '../../../sdk/index.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { MATINEE, TONIGHT } from '../../../stories/fixtures/seatings.ts';
import { createScene, type SceneOptions, when } from '../../../stories/fixtures/shops.ts';
import { SMALL_HALL } from '../../../stories/fixtures/world.ts';
import { SeatMapObject } from '../../harness/elements/seat-map.ts';

/** The small hall: stalls A to E of ten seats, and a balcony. */
async function open(options: SceneOptions = {}) {
  const scene = createScene({ timers: createManualTimers(), ...options });
  return { ...scene, map: await SeatMapObject.show(scene) };
}

async function openBest(options: SceneOptions = {}) {
  const opened = await open(options);
  await opened.map.press('Beste plaatsen');
  await opened.map.until(() => opened.map.can('Zoek plaatsen'), 'the wish to be asked for');
  return opened;
}

const heldBy = ({ shop }: { readonly shop: ReturnType<typeof createScene>['shop'] }): string[] => {
  const cart = shop.cart.get();
  return cart.state === 'open' ? cart.cart.lines.map(({ place }) => place.id) : [];
};

describe('foyer-seat-map, overtaken by what happens', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  describe('when somebody takes the seat one had an eye on', () => {
    async function losing() {
      const opened = await open();
      const { map, api } = opened;
      await map.enterSeats();
      await map.keys('ArrowRight');
      api.take(TONIGHT, ['P-A-2']);
      await map.until(() => map.advice.includes('Rij A, stoel 2'), 'another seat to be offered');
      return opened;
    }

    it('goes on offering another while the hall changes elsewhere, and never says that all is well', async () => {
      const { map, api } = await losing();
      api.take(TONIGHT, ['P-E-9']);
      await map.until(() => map.spokenName('P-E-9').includes('iemand anders'), 'the other change to be seen');
      await map.rest();
      expect(map.advice).to.include('Rij A, stoel 2');
      expect(map.spoken.polite).not.to.include('In orde');
    });

    it('offers yet another when what was offered goes too', async () => {
      const { map, api } = await losing();
      const offered = /rij (\w), stoel (\d+)/.exec(map.advice) ?? [];
      api.take(TONIGHT, [`P-${offered[1]}-${offered[2]}`]);
      await map.until(() => !map.advice.includes(offered[0] ?? ''), 'another offer');
      expect(map.advice).to.match(/Neem rij \w, stoel \d+/);
    });

    it('leaves it at that once the visitor has chosen another', async () => {
      const { map } = await losing();
      await map.keys('ArrowRight', 'ArrowRight', 'Enter');
      await map.until(() => map.isChosen('P-A-4'), 'the seat to be chosen');
      await map.until(() => !map.advice.includes('Rij A, stoel 2'), 'the offer to go');
    });
  });

  describe('while good places are suggested', () => {
    it('does not blame anybody for a seat the visitor takes from them', async () => {
      const { map } = await openBest();
      await map.press('Zoek plaatsen');
      const [first = ''] = map.suggestedSeats;
      await map.pick(first);
      await map.until(() => map.isChosen(first), 'the seat to be chosen');
      await map.rest();
      expect(map.text).not.to.include('Iemand was net voor');
    });

    it('does not suggest again what the server has just refused', async () => {
      const { map, api } = await openBest();
      await map.press('Zoek plaatsen');
      const before = map.suggestion;
      api.failNext(/^POST .*\/lines/, { code: 'seats_taken' });
      api.failNext(/^POST \/carts/, { code: 'seats_taken' });
      await map.press('Neem deze 2 plaatsen');
      await map.until(() => map.text.includes('Iemand was net voor'), 'the next best');
      expect(map.suggestion).not.to.equal(before);
    });
  });

  describe('keeps the focus when what had it goes', () => {
    it('after suggested places are taken', async () => {
      const scene = await openBest();
      const { map } = scene;
      await map.press('Zoek plaatsen');
      map.focus('Neem deze 2 plaatsen');
      await map.key('Enter');
      await map.until(() => heldBy(scene).length === 2 && map.suggestion === '', 'two seats to be held');
      expect(map.focused).to.match(/^Rij \w, stoel \d+, .*door u gekozen$/);
      expect(map.can('Zoek plaatsen'), 'to ask on').to.equal(false);
    });

    it('after advice is followed', async () => {
      const scene = await open();
      const { map } = scene;
      await map.pick('P-C-2');
      await map.until(() => map.advice !== '', 'the advice');
      map.focus('Neem liever rij C, stoel 1, Parterre');
      await map.key('Enter');
      await map.until(() => map.advice === '' && heldBy(scene).join() === 'P-C-1', 'the advice to be done with');
      expect(map.focused).to.match(/^Rij C, stoel/);
    });

    it('when a place that is asked about is taken', async () => {
      const { map, api } = await open();
      await map.enterSeats();
      await map.keys('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'Enter');
      await map.until(() => map.focused === 'Kies deze plaats', 'the question');
      api.take(TONIGHT, ['P-E-1']);
      await map.until(() => map.question === '', 'the question to go');
      expect(map.focused).to.include('Rij E, stoel 1');
    });

    it('in the list, when the last free seat of its row and of its part is taken', async () => {
      const { map, api } = await open();
      const others = ['A', 'B', 'C', 'D', 'E'].flatMap((row) =>
        Array.from({ length: 10 }, (_, index) => `P-${row}-${index + 1}`),
      );
      api.take(
        TONIGHT,
        others.filter((seat) => seat !== 'P-B-4'),
        'sold',
      );
      await map.until(() => map.spokenName('P-A-3').includes('niet meer vrij'), 'the others to be sold');
      await map.showList();
      map.focus('Rij B, stoel 4, Parterre, € 22, vrij');
      api.take(TONIGHT, ['P-B-4']);
      await map.until(() => map.text.includes('volzet') && !map.text.includes('1 vrij'), 'the last to be taken');
      await map.rest();
      expect(map.focused).to.match(/^Rij B, stoel 4, .*iemand anders/);
    });
  });

  describe('when an own seat leaves the cart by another door', () => {
    /** Two seats chosen in another tab; the test tells what the hall and the cart hear of, each by itself. */
    async function followed() {
      const seating = createSeatChoice({
        plan: SMALL_HALL,
        status: { seats: { 'P-B-5': 'held', 'P-B-6': 'held' } },
        performance: { id: TONIGHT },
      });
      const lines = createSeatChoice({ plan: SMALL_HALL, selected: ['P-B-5', 'P-B-6'], performance: { id: TONIGHT } });
      const element = await fixture<FoyerSeatMap>(
        html`<foyer-seat-map .store=${{ ...seating, chosen: lines.chosen }}></foyer-seat-map>`,
      );
      const map = await SeatMapObject.of(element);
      expect(map.isChosen('P-B-5')).to.equal(true);
      const hears = {
        cart: () => lines.release('P-B-5'),
        hall: (seat: 'free' | 'sold') =>
          seating.update({ status: { seats: { ...(seat === 'sold' && { 'P-B-5': seat }), 'P-B-6': 'held' } } }),
      };
      return { map, hears };
    }

    it('blames nobody when it was given back and the cart hears of it first', async () => {
      const { map, hears } = await followed();
      hears.cart();
      await map.until(() => map.spokenName('P-B-5').includes('iemand anders is'), 'the hall that does not know yet');
      await map.rest();
      hears.hall('free');
      await map.until(() => map.spokenName('P-B-5').endsWith('vrij'), 'the seat to be free');
      expect(map.message).not.to.include('net door iemand anders');
      expect(map.spoken.polite + map.spoken.assertive).not.to.include('net door iemand anders');
    });

    it('blames nobody when it was given back and the hall hears of it first', async () => {
      const { map, hears } = await followed();
      hears.hall('free');
      await map.rest();
      hears.cart();
      await map.until(() => map.spokenName('P-B-5').endsWith('vrij'), 'the seat to be free');
      expect(map.message).not.to.include('net door iemand anders');
      expect(map.spoken.polite + map.spoken.assertive).not.to.include('net door iemand anders');
    });

    it('says urgently that somebody else has it when it was sold', async () => {
      const { map, hears } = await followed();
      hears.hall('sold');
      await map.rest();
      hears.cart();
      await map.until(() => map.spoken.assertive.includes('Rij B, stoel 5 is net door iemand anders'), 'it to be said');
      expect(map.message).to.include('Rij B, stoel 5 is net door iemand anders gekozen');
    });

    it('says no longer that a seat is held which was given back beside the map', async () => {
      const scene = await open();
      const { map, shop } = scene;
      await map.pick('P-C-5');
      await map.until(() => map.message.includes('voor u vastgehouden'), 'the seat to be held');
      const cart = shop.cart.get();
      await shop.cart.release(cart.state === 'open' ? cart.cart.lines.map(({ id }) => id) : []);
      await map.until(() => map.spokenName('P-C-5').endsWith('vrij'), 'the seat to be free');
      expect(map.message).to.match(/^Kies een stoel/);
    });
  });

  it('answers a second press while the first is under way', async () => {
    const { map, api } = await open();
    api.failNext(/^POST /, 'hang');
    await map.enterSeats();
    await map.keys('ArrowRight', 'Enter');
    await map.until(() => map.focused.includes('even geduld'), 'the wish to be under way');
    await map.keys('Enter');
    expect(map.message).to.equal('Rij A, stoel 2: even geduld.');
  });

  it('blames nobody for what is taken in another performance of the same hall', async () => {
    const { map, api, shop } = await open({ cart: ['P-B-5'] });
    await when(shop.seating(MATINEE), ({ state }) => state === 'ready');
    const stop = shop.seating(MATINEE).subscribe(() => {});
    api.take(MATINEE, ['P-A-2'], 'held');
    api.take(MATINEE, ['P-B-5'], 'sold');
    await when(shop.seating(MATINEE), (now) => now.state === 'ready' && now.status.seats['P-B-5'] === 'sold');
    await map.enterSeats();
    await map.keys('ArrowRight');
    expect(map.focused).to.match(/^Rij A, stoel 2,.* vrij$/);
    map.element.performance = MATINEE;
    await map.until(() => map.spokenName('P-B-5').includes('niet meer vrij'), 'the other performance');
    await map.rest();
    expect(map.text).not.to.include('net door iemand anders');
    expect(map.spoken.polite + map.spoken.assertive).not.to.include('net door iemand anders');
    expect(map.advice).to.equal('');
    expect(map.focused, 'the hall is the same').to.match(/^Rij A, stoel 2,/);
    stop();
  });

  it('tells nothing of one performance in another of the same hall', async () => {
    const { map, shop } = await open();
    await when(shop.seating(MATINEE), ({ state }) => state === 'ready');
    await map.pick('P-C-2');
    await map.until(() => map.advice !== '' && map.message.includes('vastgehouden'), 'the choice, and advice about it');
    map.element.performance = MATINEE;
    await map.until(() => map.is('ready') && !map.isChosen('P-C-2'), 'the other performance');
    await map.rest();
    expect(map.advice).to.equal('');
    expect(map.message).to.match(/^Kies een stoel/);
  });

  it('blames nobody for what is taken in another performance of a hall without a server', async () => {
    const element = await fixture<FoyerSeatMap>(html`
      <foyer-seat-map performance="avond" .plan=${SMALL_HALL} .selected=${['P-B-5', 'P-B-7']}></foyer-seat-map>
    `);
    const map = await SeatMapObject.of(element);
    await map.enterSeats();
    await map.keys('ArrowRight');
    element.performance = 'matinee';
    element.status = { seats: { 'P-A-2': 'sold', 'P-B-5': 'sold' } };
    element.selected = ['P-B-7'];
    await map.until(() => map.spokenName('P-A-2').includes('niet meer vrij'), 'the other performance');
    await map.rest();
    expect(map.message).to.match(/^Kies een stoel/);
    expect(map.spoken.polite + map.spoken.assertive).not.to.include('net door iemand anders');
    const changed = oneEvent(element, 'foyer-seats-change') as Promise<FoyerSeatsChangeEvent>;
    await element.pick('P-B-8');
    expect((await changed).performance).to.equal('matinee');
  });

  it('moves to a better choice even when no more places may be held', async () => {
    const row = Array.from({ length: 9 }, (_, index) => `P-A-${index + 1}`);
    const scene = await open({ cart: [...row, 'P-C-2', 'P-C-3', 'P-C-4'] });
    const { map } = scene;
    await map.until(() => map.advice !== '', 'the advice');
    await map.press('Neem liever rij C, stoel 1, Parterre');
    await map.until(() => map.advice === '', 'the advice to be done with');
    expect(heldBy(scene)).to.include('P-C-1').and.to.have.length(12);
  });

  it('asks no longer about a place of a hall that is gone', async () => {
    const element = await fixture<FoyerSeatMap>(html`
      <foyer-seat-map .plan=${SMALL_HALL} .rules=${{ singleSeat: 'off', wheelchair: 'protected' } as const}></foyer-seat-map>
    `);
    const map = await SeatMapObject.of(element);
    await map.enterSeats();
    await map.keys('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'Enter');
    await map.until(() => map.question !== '', 'the question');
    element.plan = { ...SMALL_HALL, version: 2, sections: [...(SMALL_HALL.sections ?? [])].reverse() };
    await map.until(() => map.seats[0]?.dataset.seat?.startsWith('B-') ?? false, 'the other hall');
    expect(map.question).to.equal('');
  });

  it('suggests nothing of a hall that is gone', async () => {
    const element = await fixture<FoyerSeatMap>(html`<foyer-seat-map .plan=${SMALL_HALL}></foyer-seat-map>`);
    const map = await SeatMapObject.of(element);
    await map.press('Beste plaatsen');
    await map.until(() => map.can('Zoek plaatsen'), 'the wish');
    await map.press('Zoek plaatsen');
    element.plan = { ...SMALL_HALL, version: 2, sections: [...(SMALL_HALL.sections ?? [])].reverse() };
    await map.until(() => map.seats[0]?.dataset.seat?.startsWith('B-') ?? false, 'the other hall');
    expect(map.suggestedSeats).to.deep.equal([]);
  });
});
