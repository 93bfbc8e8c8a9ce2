import { expect, oneEvent } from '@open-wc/testing';
import type { FoyerCartRemoveEvent, FoyerChooseAgainEvent } from '../../components/cart/cart.events.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { createScene, endedShop, MANY_PLACES, SHARED, TWO_SEATS } from '../../stories/fixtures/shops.ts';
import {
  accessible,
  fits,
  hidden,
  leavesNothingBehind,
  localised,
  rightToLeft,
  silent,
  themed,
} from '../contracts/index.ts';
import { CartObject } from '../harness/elements/cart.ts';

const MINUTE = 60_000;

async function open(options: Parameters<typeof createScene>[0] = {}) {
  const timers = createManualTimers();
  const scene = createScene({ timers, cart: TWO_SEATS, ...options });
  return { ...scene, timers, cart: await CartObject.show(scene) };
}

const make = async () => (await open()).cart.element;
const makeEnded = async () => (await CartObject.show(await endedShop({ timers: createManualTimers() }))).element;

async function makeFurtherDown() {
  const { cart } = await open();
  cart.element.bar = true;
  cart.element.style.marginBlock = '300vh';
  await cart.until(() => cart.bar !== '', 'the bar');
  return cart.element;
}

describe('foyer-cart', () => {
  describe('keeps what every element promises', () => {
    accessible(make, 'with two seats');
    accessible(async () => (await CartObject.show(createScene())).element, 'when it is empty');
    accessible(async () => (await open({ cart: MANY_PLACES, secondsLeft: 90 })).cart.element, 'when time is short');
    accessible(makeEnded, 'when time ran out');
    fits(make);
    accessible(makeFurtherDown, 'further down');
    fits(makeFurtherDown, 'further down');
    fits(makeEnded, 'when time ran out');
    hidden(make);
    leavesNothingBehind(makeFurtherDown);
    localised(make);
    rightToLeft(make);
    silent(make);
    themed(make, [
      '--foyer-color-accent',
      '--foyer-color-text',
      '--foyer-color-border',
      '--foyer-color-surface-raised',
    ]);
  });

  it('stays in reach at the foot of the window while it lies further down, and only when asked to', async () => {
    const { cart } = await open();
    expect(cart.bar).to.equal('');
    cart.element.bar = true;
    cart.element.style.marginBlock = '300vh';
    await cart.until(() => cart.bar !== '', 'the bar');
    expect(cart.bar).to.equal('2 plaatsen · € 44,00 Verder');
    await cart.press('Verder');
    await cart.until(() => cart.bar === '', 'the bar to go');
    expect(cart.focused).to.equal('Uw plaatsen');
  });

  it('names every place with its price type and all-in price, and adds up', async () => {
    const { cart } = await open({ cart: MANY_PLACES });
    expect(cart.places).to.deep.equal([
      'Parterre, rij E, stoel 1, rolstoelplaats Volwassene € 22,00',
      'Parterre, rij E, stoel 2, begeleidersplaats Volwassene € 22,00',
      'Parterre, rij D, stoel 1, beperkt zicht -26 jaar € 11,00',
      'Balkon, rij A, stoel 4 65+ € 14,40',
      'Staanplaatsen, vrije plaats -26 jaar € 8,00',
      'Staanplaatsen, vrije plaats -26 jaar € 8,00',
    ]);
    expect(cart.total).to.equal('Totaal € 85,40 alles inbegrepen, waarvan € 6,00 servicekosten');
  });

  it('says where each place plays once a partner plays too', async () => {
    const scene = createScene({ timers: createManualTimers(), ...SHARED });
    const cart = await CartObject.show(scene);
    await cart.until(() => cart.text.includes('Speelt in Cultuurcentrum'), 'the name of the centre');
    expect(cart.text).to.match(
      /Speelt in Cultuurcentrum De Lantaarn Het laatste licht.+Speelt in Muziekcentrum De Brug Nachttrein/,
    );
    expect(cart.places).to.include('Balkon, rij A, stoel 5 Kansentarief € 5,50');
  });

  it('names the partner that cannot be reached, and keeps the places', async () => {
    const scene = createScene({ timers: createManualTimers(), ...SHARED });
    const cart = await CartObject.show(scene);
    scene.api.failNext(/release$/, { code: 'partner_unavailable', centre: 'Muziekcentrum De Brug' });
    await cart.press('Verwijder Balkon, rij A, stoel 4');
    await cart.until(() => cart.text.includes('niet bereikbaar'), 'the reason');
    expect(cart.text).to.contain('Muziekcentrum De Brug: Dit huis is op dit moment niet bereikbaar.');
    expect(cart.places).to.have.length(4);
  });

  it('tells when and where, by the clock of the centre', async () => {
    const { cart } = await open();
    expect(cart.text).to.contain('Het laatste licht vrijdag 4 december 2026 om 20:00 · Kleine zaal');
  });

  it('says in words that nothing is chosen', async () => {
    const cart = await CartObject.show(createScene());
    expect(cart.is('empty')).to.equal(true);
    expect(cart.text).to.contain('U hebt nog geen plaatsen gekozen.');
  });

  describe('gives a place back', () => {
    it('by the pointer, and offers to put it back', async () => {
      const { cart, api } = await open();
      const removed = oneEvent<FoyerCartRemoveEvent>(document, 'foyer-cart-remove');
      await cart.press('Verwijder Parterre, rij B, stoel 5');
      const { line } = await removed;
      await cart.until(() => cart.places.length === 1, 'one place to be left');

      expect(line.place.id).to.equal('P-B-5');
      expect(cart.places).to.deep.equal(['Parterre, rij B, stoel 6 Volwassene € 22,00']);
      expect(cart.spoken.polite).to.equal('Parterre, rij B, stoel 5 is verwijderd.');
      expect(cart.focused).to.equal('Zet terug');
      expect(api.requests.some(({ path }) => path.endsWith('/release'))).to.equal(true);
    });

    it('and takes it again when the visitor thinks better of it', async () => {
      const { cart } = await open();
      cart.focus('Verwijder Parterre, rij B, stoel 5');
      await cart.key('Enter');
      await cart.until(() => cart.focused === 'Zet terug', 'the way back to have the focus');
      await cart.key('Enter');
      await cart.until(() => cart.places.length === 2, 'both places to be there');

      expect(cart.can('Zet terug')).to.equal(false);
      expect(cart.focused).to.equal('Uw plaatsen');
    });

    it('and says so when somebody else has taken it meanwhile', async () => {
      const { cart, api } = await open();
      await cart.press('Verwijder Parterre, rij B, stoel 5');
      await cart.until(() => cart.can('Zet terug'), 'the way back');
      api.take('het-laatste-licht', ['P-B-5'], 'sold');
      await cart.press('Zet terug');
      await cart.until(() => cart.text.includes('Iemand was u net voor'), 'the reason');
      expect(cart.spoken.assertive).to.contain('niet meer vrij');
    });

    it('and stops offering it to somebody who chooses another', async () => {
      const { cart, shop } = await open();
      await cart.press('Verwijder Parterre, rij B, stoel 5');
      await cart.until(() => cart.can('Zet terug'), 'the way back');
      await shop.cart.hold({ performance: 'het-laatste-licht', seats: [{ seat: 'P-C-5' }] });
      await cart.until(() => cart.places.length === 2, 'the other seat');
      expect(cart.can('Zet terug')).to.equal(false);
    });

    it('even the last one', async () => {
      const { cart } = await open({ cart: ['P-B-5'] });
      await cart.press('Verwijder Parterre, rij B, stoel 5');
      await cart.until(() => cart.is('empty'), 'the cart to be empty');
      expect(cart.can('Zet terug')).to.equal(true);
    });
  });

  describe('tells how long the places stay held', () => {
    it('calmly at first, and aloud once', async () => {
      const { cart } = await open();
      expect(cart.timeLeft).to.contain('Nog 10 minuten voor u vrijgehouden');
      expect(cart.spoken.polite).to.equal('Nog 10 minuten voor u vrijgehouden');
    });

    it('in whole minutes as time goes by', async () => {
      const { cart, timers } = await open();
      timers.advance(3 * MINUTE);
      await cart.element.updateComplete;
      expect(cart.timeLeft).to.contain('Nog 7 minuten');
    });

    it('warns at two minutes without interrupting', async () => {
      const { cart, timers } = await open();
      timers.advance(8 * MINUTE);
      await cart.element.updateComplete;
      expect(cart.is('warning')).to.equal(true);
      expect(cart.timeLeft).to.contain('Nog 2:00');
      expect(cart.spoken.polite).to.equal('Nog 2 minuten. Hebt u meer tijd nodig? Kies “Geef me meer tijd”.');
      expect(cart.spoken.assertive).to.equal('');
    });

    it('interrupts once at one minute, and takes no focus', async () => {
      const { cart, timers } = await open();
      cart.focus('Verwijder Parterre, rij B, stoel 5');
      timers.advance(9 * MINUTE);
      await cart.element.updateComplete;
      expect(cart.spoken.assertive).to.contain('Nog 1 minuut.');
      expect(cart.focused).to.equal('Verwijder Parterre, rij B, stoel 5');
    });

    it('says only what is still true to somebody whose laptop slept', async () => {
      const { cart, timers } = await open({ secondsLeft: 150 });
      timers.advance(120 * 1000);
      await cart.element.updateComplete;
      expect(cart.spoken.assertive).to.contain('Nog 1 minuut.');
    });

    it('gives more time by one key press', async () => {
      const { cart, timers } = await open();
      timers.advance(9 * MINUTE);
      cart.focus('Geef me meer tijd');
      await cart.key('Enter');
      await cart.until(() => cart.timeLeft.includes('10 minuten'), 'ten minutes again');
      expect(cart.is('open')).to.equal(true);
      expect(cart.spoken.polite).to.equal('In orde: u hebt weer 10 minuten.');
    });

    it('warns again after the time was extended', async () => {
      const { cart, timers } = await open();
      timers.advance(9 * MINUTE);
      await cart.press('Geef me meer tijd');
      await cart.until(() => cart.timeLeft.includes('10 minuten'), 'ten minutes again');
      timers.advance(8 * MINUTE);
      await cart.element.updateComplete;
      expect(cart.spoken.polite).to.contain('Nog 2 minuten.');
    });

    it('keeps the focus when it gives the last time there is, and its button goes', async () => {
      const { cart, timers } = await open();
      for (let times = 0; times < 20 && cart.can('Geef me meer tijd'); times += 1) {
        timers.advance(9 * MINUTE);
        await cart.element.updateComplete;
        cart.focus('Geef me meer tijd');
        await cart.key('Enter');
        await cart.until(() => cart.is('open'), 'more time');
      }
      expect(cart.can('Geef me meer tijd')).to.equal(false);
      await cart.until(() => cart.focused === 'Uw plaatsen', 'the focus to be kept');
    });

    it('says why when there is no more time to give', async () => {
      const { cart, api } = await open();
      api.failNext(/extend/, { code: 'hold_cap_reached' });
      await cart.press('Geef me meer tijd');
      await cart.until(() => cart.text.includes('Langer dan twee uur'), 'the reason');
    });
  });

  describe('when time ran out', () => {
    const ended = async () => {
      const scene = await endedShop({ timers: createManualTimers() });
      return { ...scene, cart: await CartObject.show(scene) };
    };

    it('says what was lost and that nothing was charged', async () => {
      const { cart } = await ended();
      expect(cart.is('ended')).to.equal(true);
      expect(cart.text).to.contain('Deze plaatsen zijn weer vrij voor iedereen: Parterre, rij B, stoelen 5 en 6.');
      expect(cart.text).to.contain('Er is niets aangerekend.');
    });

    it('interrupts whoever is on the page to say it', async () => {
      const { cart, timers } = await open();
      timers.advance(11 * MINUTE);
      await cart.until(() => cart.is('ended'), 'the end');
      expect(cart.spoken.assertive).to.match(/^De tijd is om\. .*Parterre, rij B, stoelen 5 en 6\.$/);
    });

    it('holds the same places again when they are still free', async () => {
      const { cart } = await ended();
      await cart.press('Houd ze opnieuw voor mij vast');
      await cart.until(() => cart.is('open'), 'the places to be held again');
      expect(cart.places).to.have.length(2);
    });

    it('says so when they are not', async () => {
      const { cart, api } = await ended();
      api.take('het-laatste-licht', ['P-B-6'], 'sold');
      await cart.press('Houd ze opnieuw voor mij vast');
      await cart.until(() => cart.text.includes('Iemand was u net voor'), 'the reason');
      expect(cart.is('ended')).to.equal(true);
    });

    it('starts afresh, and lets the page know for which performance', async () => {
      const { cart } = await ended();
      const again = oneEvent<FoyerChooseAgainEvent>(document, 'foyer-choose-again');
      await cart.press('Kies andere plaatsen');
      expect((await again).performances).to.deep.equal(['het-laatste-licht']);
      await cart.until(() => cart.is('empty'), 'the cart to be empty');
    });
  });

  it('steps aside while there is an order to look at', async () => {
    const cart = await CartObject.show(createScene({ order: 'paid' }));
    await cart.until(() => cart.is('aside'), 'the cart to step aside');
    expect(cart.isVisible).to.equal(false);
  });

  it('takes words of the page’s own', async () => {
    const { cart } = await open();
    cart.element.messages = { title: 'Uw mandje' };
    await cart.element.updateComplete;
    expect(cart.text).to.match(/^Uw mandje/);
  });
});
