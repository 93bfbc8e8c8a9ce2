import { expect, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { createScene, type SceneOptions, TWO_SEATS } from '../../stories/fixtures/shops.ts';
import { PROGRAMME } from '../../stories/fixtures/world.ts';
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
import { BuyButtonObject } from '../harness/elements/buy-button.ts';
import { returnFromPaying } from '../harness/elements/shop.ts';

const scene = (options: SceneOptions = {}) => createScene({ timers: createManualTimers(), ...options });
const make = async () => (await BuyButtonObject.show(scene())).element;

async function opened(options: SceneOptions = {}) {
  const world = scene(options);
  const button = await BuyButtonObject.show(world);
  await button.press('Koop tickets');
  await button.ready();
  return { ...world, button };
}

const opensInside = async () => (await opened()).button.element;

describe('foyer-buy-button', () => {
  describe('keeps what every element promises', () => {
    accessible(make);
    accessible(opensInside, 'while it is open');
    accessible(async () => (await opened({ cart: TWO_SEATS })).button.element, 'with something in the cart');
    cancelable(
      'foyer-buy-open',
      make,
      async (element) => element.shadowRoot?.querySelector('button')?.click(),
      (element) => expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(false),
    );
    fits(make);
    fits(opensInside, 'while it is open');
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(make);
    silent(make);
    themed(make, ['--foyer-color-accent', '--foyer-color-on-accent']);
  });

  it('asks nothing of the centre before it is pressed', async () => {
    const world = scene();
    await BuyButtonObject.show(world);
    expect(world.api.requests).to.have.length(0);
  });

  it('opens the hall over the page, named by the performance', async () => {
    const { button } = await opened();
    expect([button.isOpen, button.title]).to.deep.equal([true, 'Het laatste licht']);
    expect(button.parts).to.include.members(['seat-map', 'cart']);
  });

  it('goes from a seat to the payment page, and says which button the buyer comes back to', async () => {
    const { button, api } = await opened();
    await button.pick('P-C-1');
    await button.until(() => button.parts.includes('checkout'), 'the checkout');
    button.order('an@wolvegem.example');
    await button.until(() => button.visited.length > 0, 'the payment page');
    const ordered = api.requests.find(({ path }) => path.endsWith('/order'));
    const body = ordered?.body as { readonly returnUrl: string } | undefined;
    expect(new URL(body?.returnUrl ?? '').searchParams.get('foyer_buy')).to.equal('het-laatste-licht');
  });

  it('closes by Escape, gives the focus back and keeps what was chosen', async () => {
    const { button, api } = await opened();
    await button.pick('P-C-1');
    const closed = oneEvent(button.element, 'foyer-buy-close');
    await button.key('Escape');
    await closed;
    expect(button.isOpen).to.equal(false);
    await button.until(() => button.label === 'Verder met 1 plaats', 'the button to say what is chosen');
    expect(button.focused).to.equal('Verder met 1 plaats');
    expect(api.requests.some(({ path }) => path.endsWith('/release'))).to.equal(false);
    await button.press('Verder met 1 plaats');
    await button.ready();
    expect(button.parts).to.include('checkout');
    await button.until(() => button.focused === 'Uw plaatsen', 'the focus on what was chosen');
  });

  it('closes by its button too', async () => {
    const { button } = await opened();
    await button.press('Sluit');
    expect(button.isOpen).to.equal(false);
  });

  it('opens no hall of a performance that is cancelled', async () => {
    const cancelled = PROGRAMME.map((one) => ({ ...one, state: 'cancelled' as const }));
    const button = await BuyButtonObject.show(scene({ programme: cancelled }));
    await button.press('Koop tickets');
    await button.until(() => button.notice === 'Deze voorstelling is afgelast.', 'word of it');
    expect(button.parts).to.deep.equal([]);
  });

  it('shares the cart of the shop around it', async () => {
    const world = scene({ cart: TWO_SEATS });
    const button = await BuyButtonObject.showIn(world);
    await button.press('Koop tickets');
    await button.ready();
    expect(world.shop.cart.get().state).to.equal('open');
    await button.until(() => button.parts.includes('checkout'), 'the cart of the page');
  });

  describe('after paying', () => {
    it('opens by itself with the tickets, on the button that the buyer came from', async () => {
      const world = scene();
      const { code, id } = world.api.placeOrder(TWO_SEATS);
      world.api.decide(id, 'paid');
      const back = returnFromPaying(code);
      const address = new URL(location.href);
      address.searchParams.set('foyer_buy', 'het-laatste-licht');
      history.replaceState(null, '', address);
      try {
        const other = await BuyButtonObject.show(scene(), 'zeven-muizen');
        const button = await BuyButtonObject.show(world);
        await button.until(() => button.title === 'Uw bestelling', 'the order');
        expect(button.parts).to.deep.equal(['order']);
        await button.key('Escape');
        await button.until(() => button.focused === 'Uw bestelling', 'the focus on the button');
        expect([other.isOpen, new URL(location.href).searchParams.get('foyer_buy')]).to.deep.equal([false, null]);
      } finally {
        back();
      }
    });
  });

  for (const width of [360, 768, 1280]) {
    it(`fits a window of ${width} pixels whole`, async () => {
      await setViewport({ width, height: 740 });
      const { button } = await opened({ cart: TWO_SEATS });
      const { width: wide, height } = button.box;
      expect([wide <= width, height <= 740]).to.deep.equal([true, true]);
    });
  }
});
