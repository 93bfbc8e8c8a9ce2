import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { FoyerSeatsChangeEvent } from '../../components/seat-map/seat-map.events.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { closedTonight, soldOutTonight, TONIGHT, theatreTonight } from '../../stories/fixtures/seatings.ts';
import { createScene, failedShop, loadingShop, type SceneOptions } from '../../stories/fixtures/shops.ts';
import {
  accessible,
  cancelable,
  fits,
  hidden,
  leavesNothingBehind,
  localised,
  rightToLeft,
  silent,
  themed,
} from '../contracts/index.ts';
import { SeatMapObject } from '../harness/elements/seat-map.ts';

/** The small hall: stalls A to E of ten seats, a balcony, and 20 standing places. */
async function open(options: SceneOptions = {}) {
  const timers = createManualTimers();
  const scene = createScene({ timers, ...options });
  const map = await SeatMapObject.show(scene);
  if (map.seats.length > 0) await map.until(() => map.inArea !== '', 'the standing places to be offered');
  return { ...scene, timers, map };
}

const make = async () => (await open({ cart: ['P-B-5'] })).map.element;
const makeList = async () => {
  const { map } = await open({ cart: ['P-B-5'] });
  await map.showList();
  return map.element;
};

describe('foyer-seat-map', () => {
  // Flights take no time then, so that a test waits for nothing but what it is about.
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  describe('keeps what every element promises', () => {
    accessible(make, 'as a map');
    accessible(makeList, 'as a list');
    accessible(async () => (await SeatMapObject.show(theatreTonight())).element, 'with a whole theatre');
    accessible(async () => (await SeatMapObject.show(loadingShop(), 'loading')).element, 'while it loads');
    accessible(async () => (await SeatMapObject.show(failedShop(), 'failed')).element, 'when it failed');
    accessible(async () => (await SeatMapObject.show(soldOutTonight())).element, 'when all is sold');
    accessible(async () => (await SeatMapObject.show(closedTonight('cancelled'))).element, 'when it is cancelled');
    fits(make, 'as a map');
    fits(makeList, 'as a list');
    hidden(make);
    leavesNothingBehind(make);
    leavesNothingBehind(
      async () => (await SeatMapObject.show(loadingShop(), 'loading')).element,
      'while nothing is answered',
    );
    localised(make);
    rightToLeft(make);
    silent(make);
    themed(make, ['--foyer-color-text', '--foyer-color-border', '--foyer-color-surface-raised']);
    cancelable(
      'foyer-seat-pick',
      async () => (await open()).map.element,
      async (element) => new SeatMapObject(element as SeatMapObject['element']).pick('P-C-3'),
      (element) => {
        const map = new SeatMapObject(element as SeatMapObject['element']);
        expect(map.isChosen('P-C-3')).to.equal(false);
      },
    );
  });

  describe('tells what there is', () => {
    it('names a seat the way a person would', async () => {
      const { map } = await open();
      expect(map.spokenName('P-C-3')).to.equal('Rij C, stoel 3, Parterre, € 22, vrij');
      expect(map.spokenName('P-D-1')).to.equal('Rij D, stoel 1, Parterre, € 22, vrij, beperkt zicht');
      expect(map.spokenName('P-E-1')).to.equal('Rij E, stoel 1, Parterre, € 22, vrij, rolstoelplaats');
      expect(map.spokenName('P-A-10')).to.contain('niet te koop');
    });

    it('draws a free seat in the colour its zone has in the legend, and a taken one not', async () => {
      const { map, api } = await open();
      await map.press('Gelijkvloers');
      await map.rest();
      expect(map.colourOf('P-B-2')).to.equal(map.colourOfZone('Rang 1'));
      api.take(TONIGHT, ['P-B-2'], 'sold');
      await map.until(() => map.spokenName('P-B-2').includes('niet meer vrij'), 'the seat to be sold');
      await map.rest();
      expect(map.colourOf('P-B-2')).not.to.equal(map.colourOfZone('Rang 1'));
    });

    it('tells about the seat under the pointer, with all its prices', async () => {
      const { map } = await open();
      await map.hover('P-C-3');
      expect(map.tooltip).to.equal('Rij C, stoel 3 Parterre € 11 – € 22');
    });

    it('says that all is sold, that the sale has not begun, and that the line is down', async () => {
      expect((await SeatMapObject.show(soldOutTonight())).text).to.contain('uitverkocht');
      expect((await SeatMapObject.show(closedTonight('not-yet-on-sale'))).text).to.contain('nog niet begonnen');
      const { map, api, timers } = await open();
      api.failNext(/\/live/, 'network', Number.POSITIVE_INFINITY);
      api.drop();
      await map.until(() => {
        timers.advance(1000);
        return map.is('stale');
      }, 'the map to know');
      expect(map.text).to.contain('verbinding is even weg');
      await map.until(() => map.spoken.polite.includes('verbinding is even weg'), 'it to be said');
    });

    it('says that the plan cannot be had, and gets it when the visitor tries again', async () => {
      const scene = createScene();
      scene.api.failNext(/^GET /, { code: 'not_found' }, 3);
      const map = await SeatMapObject.show(scene, 'failed');
      expect(map.text).to.contain('laat zich nu niet tonen');
      await map.press('Probeer opnieuw');
      await map.until(() => map.is('ready'), 'the hall');
    });
  });

  describe('lets a pointer choose', () => {
    it('comes closer first when seats are too small to hit', async () => {
      await setViewport({ width: 360, height: 640 });
      const map = await SeatMapObject.show(theatreTonight());
      expect(map.pitch).to.be.lessThan(24);
      expect(map.message).to.contain('Wijs in de zaal aan');
      await map.click('P-H-2');
      expect(map.pitch).to.be.greaterThan(24);
      expect(map.isInView('P-H-2')).to.equal(true);
      expect(map.message).to.equal('Kies een stoel op het plan of in de lijst: ze wordt meteen voor u vastgehouden.');
    });

    it('holds a free seat at the server, and gives an own one back', async () => {
      const { map, shop } = await open();
      const changed = oneEvent(map.element, 'foyer-seats-change') as Promise<FoyerSeatsChangeEvent>;
      await map.pick('P-C-3');
      expect((await changed).seats).to.deep.equal(['P-C-3']);
      await map.until(() => map.isChosen('P-C-3'), 'the seat to be chosen');
      expect(map.message).to.equal('Rij C, stoel 3: voor u vastgehouden. U hebt nu 1 plaats.');
      expect(map.spoken.polite).to.equal(map.message);
      expect(shop.cart.get().state).to.equal('open');
      await map.click('P-C-3');
      await map.until(() => !map.isChosen('P-C-3'), 'the seat to be free');
      expect(map.message).to.equal('Rij C, stoel 3: teruggegeven. U hebt nu geen plaatsen.');
    });

    it('says what is special about a place before it is chosen', async () => {
      const { map } = await open();
      await map.pick('P-E-1');
      expect(map.question).to.contain('vrijgehouden voor een rolstoel');
      expect(map.isChosen('P-E-1')).to.equal(false);
      await map.press('Toch niet');
      expect(map.question).to.equal('');
      await map.click('P-E-1');
      await map.press('Kies deze plaats');
      await map.until(() => map.isChosen('P-E-1'), 'the place to be chosen');
      expect(map.focused).to.contain('Rij E, stoel 1');
    });

    it('says why a taken seat cannot be chosen', async () => {
      const { map, api } = await open();
      api.take(TONIGHT, ['P-C-4'], 'sold');
      await map.until(() => map.spokenName('P-C-4').includes('niet meer vrij'), 'the seat to be sold');
      await map.pick('P-C-4');
      expect(map.message).to.equal('Rij C, stoel 4: niet meer vrij.');
    });

    it('moves the hall with the pointer, and chooses nothing by that', async () => {
      const { map, shop } = await open();
      await map.press('Zoom in');
      await map.press('Zoom in');
      await map.press('Zoom in');
      await map.rest();
      await map.hover('P-C-3');
      const before = map.placeOf('P-C-3');
      await map.drag(-60, 40);
      const after = map.placeOf('P-C-3');
      expect(after.x - before.x).to.be.closeTo(-60, 12);
      expect(after.y - before.y).to.be.closeTo(40, 12);
      expect(shop.cart.get().state).to.equal('empty');
    });

    it('leaves the wheel to the page, and zooms when Ctrl is held', async () => {
      const { map } = await open();
      const before = map.pitch;
      expect(await map.wheel(-100)).to.equal(false);
      expect(map.pitch).to.equal(before);
      expect(map.text).to.match(/ingedrukt en scrol om te zoomen/);
      expect(await map.wheel(-100, true)).to.equal(true);
      expect(map.pitch).to.be.greaterThan(before);
    });

    it('zooms by buttons, and shows the whole hall again', async () => {
      const { map } = await open();
      const before = map.pitch;
      await map.press('Zoom in');
      await map.rest();
      expect(map.pitch).to.be.greaterThan(before);
      await map.press('Toon de hele zaal');
      await map.rest();
      expect(map.pitch).to.be.closeTo(before, 0.1);
    });
  });

  describe('lets keys choose', () => {
    it('walks from seat to seat, along the row and over rows', async () => {
      const { map } = await open();
      await map.enterSeats();
      expect(map.focused).to.match(/^Rij A, stoel 1,/);
      await map.keys('ArrowRight', 'ArrowDown', 'ArrowDown');
      expect(map.focused).to.match(/^Rij C, stoel 2,/);
      await map.keys('End');
      expect(map.focused).to.match(/^Rij C, stoel 10,/);
      await map.keys('PageDown');
      expect(map.focused).to.match(/^Rij A, stoel 1, Balkon,/);
      await map.keys('PageUp', 'Control+End');
      expect(map.focused).to.match(/^Rij E, stoel 10, Parterre,/);
    });

    it('begins at the first free seat, and later at the seat one was at last', async () => {
      const { map, api } = await open();
      api.take(TONIGHT, ['P-A-1', 'P-A-2'], 'sold');
      await map.until(() => map.spokenName('P-A-2').includes('niet meer vrij'), 'the seats to be sold');
      await map.enterSeats();
      expect(map.focused).to.match(/^Rij A, stoel 3,.* vrij$/);
      await map.keys('ArrowLeft', 'Escape');
      await map.enterSeats();
      expect(map.focused).to.match(/^Rij A, stoel 2,.* niet meer vrij$/);
    });

    it('begins at the first free seat of the part that was chosen', async () => {
      const { map, api } = await open();
      const balcony = ['B-A-1', 'B-A-2', 'B-A-3'];
      api.take(TONIGHT, balcony, 'sold');
      await map.press('Balkon');
      await map.until(() => map.seats[0]?.dataset.seat === 'B-A-1', 'the balcony');
      await map.enterSeats();
      expect(map.focused).to.match(/^Rij A, stoel 4, Balkon,.* vrij$/);
    });

    it('begins at a free seat of what is seen', async () => {
      await setViewport({ width: 360, height: 640 });
      const scene = theatreTonight({ timers: createManualTimers() });
      const map = await SeatMapObject.show(scene);
      scene.api.take(TONIGHT, ['P-H-1', 'P-H-2', 'P-H-3', 'P-H-4'], 'sold');
      await map.until(() => map.spokenName('P-H-2').includes('niet meer vrij'), 'the seats to be sold');
      await map.click('P-H-2');
      await map.enterSeats();
      expect(map.focused).to.match(/^Rij [GHI], .*, vrij$/);
    });

    it('keeps the focused seat in view and large enough to see', async () => {
      await setViewport({ width: 320, height: 640 });
      const map = await SeatMapObject.show(theatreTonight());
      await map.enterSeats();
      await map.keys('End', 'ArrowDown');
      expect(map.pitch).to.be.greaterThan(24);
      const [focused] = map.seats.filter((seat) => seat.matches(':focus-visible'));
      expect(map.isInView(focused?.dataset.seat ?? '')).to.equal(true);
      expect(map.tooltip).to.match(/^Rij B, stoel/);
    });

    it('chooses and gives back with Enter and with the space bar, and stays where it is', async () => {
      const { map } = await open();
      await map.enterSeats();
      await map.keys('ArrowDown', 'Enter');
      await map.until(() => map.isChosen('P-B-1'), 'the seat to be chosen');
      expect(map.focused).to.equal('Rij B, stoel 1, Parterre, € 22, door u gekozen');
      await map.keys('Space');
      await map.until(() => !map.isChosen('P-B-1'), 'the seat to be free');
      expect(map.focused).to.match(/^Rij B, stoel 1,.* vrij$/);
    });

    it('zooms with + and -, moves with Shift, and leaves with Escape', async () => {
      const { map } = await open();
      await map.enterSeats();
      const before = map.pitch;
      await map.keys('+');
      expect(map.pitch).to.be.greaterThan(before);
      const { x } = map.placeOf('P-B-1');
      await map.keys('Shift+ArrowRight');
      expect(map.placeOf('P-B-1').x).to.be.lessThan(x);
      await map.keys('0', 'Escape');
      expect(map.focused).to.equal('Hele zaal');
    });

    it('leaves Escape to what is around it where nothing above the hall is seen', async () => {
      const { map } = await open();
      await map.enterSeats();
      const isKept = async () => {
        const pressed = oneEvent(map.element, 'keydown');
        await map.keys('Escape');
        return (await pressed).defaultPrevented;
      };
      const page = document.createElement('style');
      page.textContent = 'foyer-seat-map::part(toolbar) { display: none }';
      map.element.append(page);
      expect(await isKept()).to.equal(false);
      page.remove();
      expect(await isKept()).to.equal(true);
    });

    it('brings the seat that has the focus onto the screen', async () => {
      const { map } = await open();
      await map.enterSeats();
      map.element.style.marginBlock = '200vh';
      window.scrollTo(0, 0);
      await map.keys('ArrowRight');
      await map.until(() => map.placeOf('P-A-2').y < innerHeight, 'the seat to be on the screen');
    });

    it('skips taken seats with F and Shift F, and says when there is none any more', async () => {
      const { map, api } = await open();
      api.take(TONIGHT, ['P-A-2', 'P-A-3'], 'sold');
      await map.enterSeats();
      await map.until(() => map.spokenName('P-A-3').includes('niet meer vrij'), 'the seats to be sold');
      await map.keys('f');
      expect(map.focused).to.match(/^Rij A, stoel 4,/);
      await map.keys('Shift+F');
      expect(map.focused).to.match(/^Rij A, stoel 1,/);
      await map.keys('Shift+F');
      expect(map.focused).to.match(/^Rij A, stoel 1,/);
      expect(map.spoken.polite).to.contain('geen stoel meer vrij');
    });

    it('is four stops of the Tab key: the ways to choose, the seats, what one sees of the hall, and the zones', async () => {
      const map = await SeatMapObject.show(theatreTonight({ timers: createManualTimers() }));
      map.focus('Hele zaal');
      const stops = [map.focused];
      for (await map.keys('Tab'); map.hasFocus; await map.keys('Tab')) stops.push(map.focused);
      expect(stops.map((stop) => stop.replace(/,.*/, ''))).to.deep.equal(['Hele zaal', 'Rij A', 'Zoom in', 'Rang 1']);
      expect(map.toolbars).to.deep.equal(['Hoe wilt u kiezen?', 'Beeld', 'Rangen']);
    });

    it('leads by arrows to all that can be pressed around the seats', async () => {
      const map = await SeatMapObject.show(theatreTonight({ timers: createManualTimers() }));
      const walk = async (from: string, key: string, count: number) => {
        map.focus(from);
        const names: string[] = [];
        for (let press = 0; press < count; press += 1) {
          await map.keys(key);
          names.push(map.focused);
        }
        return names;
      };
      expect(await walk('Hele zaal', 'ArrowRight', 6)).to.deep.equal([
        ...['Parterre', 'Balkon', 'Plan', 'Lijst', 'Beste plaatsen', 'Hele zaal'],
      ]);
      expect(await walk('Zoom in', 'ArrowDown', 4)).to.deep.equal([
        ...['Zoom uit', 'Toon de hele zaal', 'Volledig scherm', 'Zoom in'],
      ]);
    });

    it('has one tab stop among all seats', async () => {
      const { map } = await open();
      await map.enterSeats();
      await map.keys('ArrowRight', 'ArrowRight');
      expect(map.seats.filter((seat) => seat.tabIndex === 0).map((seat) => seat.dataset.seat)).to.deep.equal(['P-A-3']);
    });
  });

  describe('is honest when others choose too', () => {
    it('says that a seat was just taken when the server refuses it', async () => {
      const { map, api } = await open();
      api.failNext(/^POST .*\/lines/, { code: 'seats_taken' });
      api.failNext(/^POST \/carts/, { code: 'seats_taken' });
      await map.pick('P-C-3');
      await map.until(() => map.message.includes('net door iemand anders gekozen'), 'the refusal to be told');
      expect(map.isChosen('P-C-3')).to.equal(false);
    });

    it('says so when the seat that has the focus is taken, and keeps the focus', async () => {
      const { map, api } = await open();
      await map.enterSeats();
      await map.keys('ArrowRight');
      api.take(TONIGHT, ['P-A-2']);
      await map.until(() => map.spoken.polite.includes('Rij A, stoel 2 is net door iemand anders'), 'it to be said');
      expect(map.focused).to.equal('Rij A, stoel 2, Parterre, € 22, iemand anders is deze stoel aan het kiezen');
    });

    it('shows a seat that becomes free again', async () => {
      const { map, api } = await open();
      api.take(TONIGHT, ['P-C-4']);
      await map.until(() => map.spokenName('P-C-4').includes('iemand anders'), 'the seat to be held');
      api.free(TONIGHT, ['P-C-4']);
      await map.until(() => map.spokenName('P-C-4').endsWith('vrij'), 'the seat to be free');
    });

    it('keeps the seats under the finger of who explores by touch, when only a colour changed', async () => {
      const { map, api } = await open();
      api.take(TONIGHT, ['P-C-4']);
      await map.until(() => map.spokenName('P-C-4').includes('iemand anders'), 'the seat to be held');
      await map.rest();
      expect(map.isUnderFinger).to.equal(true);
    });

    it('says what went wrong when there is no connection, and chooses nothing', async () => {
      const { map, api, timers } = await open();
      api.failNext(/^POST /, 'network', Number.POSITIVE_INFINITY);
      await map.pick('P-C-3');
      await map.until(() => {
        timers.advance(1000);
        return map.message.includes('geen verbinding');
      }, 'the failure to be told');
      expect(map.isChosen('P-C-3')).to.equal(false);
    });

    it('says no longer that there is no connection once something is heard again', async () => {
      const { map, api, timers } = await open();
      api.failNext(/^POST /, 'network', Number.POSITIVE_INFINITY);
      await map.pick('P-C-3');
      await map.until(() => {
        timers.advance(1000);
        return map.message.includes('geen verbinding');
      }, 'the failure to be told');
      api.take(TONIGHT, ['P-E-9']);
      await map.until(() => map.spokenName('P-E-9').includes('iemand anders'), 'a change to be heard');
      expect(map.message).to.match(/^Kies een stoel/);
    });

    it('refuses kindly while nothing is on sale', async () => {
      const scene = closedTonight('not-yet-on-sale');
      const map = await SeatMapObject.show(scene);
      await map.pick('P-C-3');
      expect(map.message).to.contain('nog niet begonnen');
      expect(scene.api.requests.filter(({ method }) => method === 'POST')).to.deep.equal([]);
    });
  });

  describe('sells places without number', () => {
    it('one by one, and back', async () => {
      const { map } = await open();
      await map.press('Eén plaats meer: Staanplaatsen');
      await map.until(() => map.inArea === '1', 'one place');
      await map.press('Eén plaats meer: Staanplaatsen');
      await map.until(() => map.inArea === '2', 'two places');
      expect(map.message).to.equal('Staanplaatsen: voor u vastgehouden. U hebt nu 2 plaatsen.');
      await map.press('Eén plaats minder: Staanplaatsen');
      await map.until(() => map.inArea === '1', 'one place again');
    });
  });

  describe('is a list for who prefers that', () => {
    it('leads from part to row to seat, with the same names', async () => {
      const { map, shop } = await open();
      await map.showList();
      await map.press('Parterre 49 vrij · € 11 – € 22');
      await map.press('Parterre 49 vrij · € 11 – € 22');
      await map.press('Rij C, stoel 3, Parterre, € 22, vrij');
      await map.until(() => map.can('Rij C, stoel 3, Parterre, € 22, door u gekozen'), 'the seat to be chosen');
      expect(shop.cart.get().state).to.equal('open');
      await map.press('Plan');
      await map.until(() => map.seats.length > 0 && map.isChosen('P-C-3'), 'the map with the same choice');
    });
  });

  describe('is a list that keys walk through', () => {
    it('row by row with Tab, seat by seat with arrows, and to free seats with F', async () => {
      const { map, api } = await open();
      api.take(TONIGHT, ['P-A-2', 'P-A-3'], 'sold');
      await map.until(() => map.spokenName('P-A-3').includes('niet meer vrij'), 'the seats to be sold');
      await map.showList();
      map.focus('Rij A, stoel 1, Parterre, € 22, vrij');
      await map.keys('ArrowRight');
      expect(map.focused).to.equal('Rij A, stoel 2, Parterre, € 22, niet meer vrij');
      await map.keys('f');
      expect(map.focused).to.match(/^Rij A, stoel 4,/);
      await map.keys('ArrowDown', 'End');
      expect(map.focused).to.match(/^Rij B, stoel 10,/);
      await map.keys('Tab');
      expect(map.focused).to.match(/^Rij C, stoel 1,/);
      await map.keys('Shift+Tab', 'Enter');
      await map.until(() => map.can('Rij B, stoel 10, Parterre, € 22, door u gekozen'), 'the seat to be chosen');
      expect(map.focused).to.match(/^Rij B, stoel 10,/);
    });

    it('says what is left by row, and shows a row or a part where nothing is left as a line', async () => {
      const { map, api } = await open({ cart: ['P-B-5'] });
      const row = Array.from({ length: 10 }, (_, index) => `P-C-${index + 1}`);
      api.take(TONIGHT, row, 'sold');
      await map.until(() => map.spokenName('P-C-3').includes('niet meer vrij'), 'the row to be sold');
      await map.showList();
      expect(map.text).to.contain('Rij B 9 vrij · € 11 – € 22');
      expect(map.text).to.contain('Rij C volzet');
      expect(map.can('Rij C, stoel 3, Parterre, € 22, niet meer vrij')).to.equal(false);
      expect(map.text).to.match(/Parterre \d+ vrij · € 11 – € 22 · 1 gekozen/);
    });

    it('has the filter of the legend, says so, and takes it away', async () => {
      const { map } = await open();
      await map.showList();
      await map.press('Rang 2, 36 vrij, € 8 – € 16');
      expect(map.text).to.contain('U ziet alleen Rang 2.');
      expect(map.can('Rij A, stoel 1, Parterre, € 22, vrij')).to.equal(false);
      expect(map.text.split('Toon alles'), 'it is said once').to.have.length(2);
      map.focus('Toon alles');
      await map.key('Enter');
      expect(map.can('Rij A, stoel 1, Parterre, € 22, vrij')).to.equal(true);
      expect(map.focused, 'the focus stays in the list').to.match(/^(Parterre|Rij)/);
    });
  });

  it('is one map, also when it is moved on the page before all of it is there', async () => {
    const { shop, api } = createScene({ timers: createManualTimers() });
    const box = await fixture(html`<div></div>`);
    const element = Object.assign(document.createElement('foyer-seat-map'), { performance: TONIGHT, shop });
    for (let time = 0; time < 2; time += 1) box.append(element);
    const map = await SeatMapObject.of(element);
    map.focus('Hele zaal');
    await map.keys('ArrowRight');
    expect(map.focused).to.equal('Gelijkvloers');
    await map.pick('P-C-3');
    await map.until(() => map.isChosen('P-C-3'), 'the seat to be chosen');
    const asked = api.requests.filter(({ method }) => method === 'POST').map(({ path }) => path.replace(/^.*\//, ''));
    expect(asked).to.deep.equal(['carts', 'lines']);
  });

  it('bears a box without room, and draws when there is some', async () => {
    const scene = createScene();
    const map = await SeatMapObject.show(scene);
    map.element.style.setProperty('--map-height', '0px');
    await map.rest();
    map.element.style.setProperty('--map-height', '300px');
    await map.rest();
    expect(map.pitch).to.be.greaterThan(0);
  });
});
