import { expect, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { FoyerShop } from '../../../components/shop/shop.ts';
import type { Shop } from '../../../sdk/stores/types.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { createScene, type SceneOptions, TWO_SEATS } from '../../../stories/fixtures/shops.ts';
import { accessible, fits, leavesNothingBehind, localised, rightToLeft, silent } from '../../contracts/index.ts';
import { ElementObject, words } from '../../harness/elements/element-object.ts';
import { openShop } from '../../harness/elements/shop.ts';

const MINUTE = 60_000;

/** A page away from the cart: its own content, and a shop that knows where the cart is. */
async function away(options: SceneOptions = {}, inside = html``) {
  const timers = createManualTimers();
  const scene = createScene({ cart: TWO_SEATS, timers, ...options });
  const element = await openShop(scene, inside);
  element.cartPage = '/voorstelling/{id}#basket';
  return { ...scene, timers, element };
}

/** Where it says what is held; undefined before there was something to say. */
const insideOf = (shop: FoyerShop) => shop.shadowRoot?.querySelector<LitElement>('foyer-shop-held');

async function held(options: SceneOptions = {}) {
  const opened = await away(options);
  await waitUntil(() => insideOf(opened.element), 'Waited in vain for what is held.');
  const page = new ElementObject(insideOf(opened.element) as LitElement);
  await page.until(() => page.text !== '', 'the bar');
  return { ...opened, page, isHolding: () => opened.element.matches(':state(holding)') };
}

const make = async () => (await held()).element;

/** What the centre's clock says then. */
const clock = (moment: number) =>
  new Intl.DateTimeFormat('nl-BE', { timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(moment);

describe('foyer-shop, on a page away from the cart', () => {
  accessible(make, 'while places are held');
  accessible(async () => (await held({ secondsLeft: 90 })).element, 'when time is short');
  fits(make, 'while places are held');
  leavesNothingBehind(make, 'while places are held');
  localised(make);
  rightToLeft(make);
  silent(make);

  it('says what is held and until when, and leads to the page with the cart', async () => {
    const { timers, page, isHolding } = await held();
    const text = `2 plaatsen vastgehouden tot ${clock(timers.now() + 10 * MINUTE)} Naar uw mandje`;
    await page.until(() => page.text === text, 'until when, by the clock of the centre');
    expect(page.leadsTo('Naar uw mandje')).to.equal('/voorstelling/het-laatste-licht#basket');
    expect(isHolding()).to.equal(true);
    expect(page.spoken.polite, 'nobody is told on every page').to.equal('');
  });

  it('lies over the page and takes no room in it', async () => {
    const { page, element } = await held();
    const { bottom } = page.element.shadowRoot?.querySelector('[part=base]')?.getBoundingClientRect() ?? { bottom: 0 };
    expect(bottom).to.equal(window.innerHeight);
    for (const one of [element, page.element]) expect(getComputedStyle(one).display).to.equal('contents');
  });

  it('counts in seconds at the end, and says only at two minutes and at one that it is near', async () => {
    const { timers, page } = await held();
    timers.advance(8 * MINUTE);
    await page.until(() => page.text.startsWith('2 plaatsen nog 2:00 vastgehouden'), 'the clock');
    expect(page.spoken.polite).to.equal('We houden uw plaatsen nog 2 minuten vast.');
    timers.advance(5000);
    await page.until(() => page.text.startsWith('2 plaatsen nog 1:55 vastgehouden'), 'the clock to go on');
    expect(page.spoken.polite).to.equal('We houden uw plaatsen nog 2 minuten vast.');
    timers.advance(MINUTE - 5000);
    await page.until(() => page.spoken.polite === 'We houden uw plaatsen nog 1 minuut vast.', 'the last warning');
  });

  it('goes when the time is over, and says so', async () => {
    const { timers, page, isHolding, api } = await held();
    api.expireAll();
    timers.advance(11 * MINUTE);
    await page.until(() => page.text === '', 'the bar to go');
    expect(page.spoken.polite).to.equal('De tijd is om: uw plaatsen zijn weer vrij voor iedereen.');
    expect(isHolding()).to.equal(false);
  });

  it('goes when the last place is given back, and comes back with another', async () => {
    const { element, page } = await held();
    const inside = element.shop as Shop;
    const state = inside.cart.get();
    await inside.cart.release(state.state === 'open' ? state.cart.lines.map(({ id }) => id) : []);
    await page.until(() => page.text === '', 'the bar to go');
    await inside.cart.hold({ performance: 'zeven-muizen', seats: [{ seat: 'B-A-4' }] });
    await page.until(() => page.text.startsWith('1 plaats vastgehouden'), 'the bar');
    expect(page.leadsTo('Naar uw mandje')).to.equal('/voorstelling/zeven-muizen#basket');
  });

  it('shows nothing where nothing is held, and leaves it to a cart on the same page', async () => {
    const nothing = await openShop(createScene({ timers: createManualTimers() }));
    const { element: cart } = await away({}, html`<foyer-cart></foyer-cart>`);
    nothing.cartPage = cart.cartPage;
    for (const element of [nothing, cart]) {
      await waitUntil(() => element.shop?.cart.get().state !== 'loading', 'Waited in vain for the cart.');
      if (element === cart) await waitUntil(() => insideOf(element), 'Waited in vain for what is held.');
      await insideOf(element)?.updateComplete;
      expect(words(insideOf(element)?.shadowRoot?.querySelector('[part=base]'))).to.equal('');
      expect(element.matches(':state(holding)')).to.equal(false);
    }
    expect(insideOf(nothing), 'nothing is fetched for it').to.equal(null);
  });

  it('says nothing where the page does not ask for it', async () => {
    const { element, page } = await held();
    element.cartPage = '';
    await page.until(() => page.text === '', 'the bar to go');
  });
});
