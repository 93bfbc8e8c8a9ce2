import { expect, fixture, html } from '@open-wc/testing';
import '../../components/checkout/checkout.ts';
import type { FoyerCart } from '../../components/cart/cart.ts';
import type { FoyerOrder } from '../../components/order/order.ts';
import type { FoyerShop } from '../../components/shop/shop.ts';
import type { Centre } from '../../sdk/contract/index.ts';
import type { Platform } from '../../sdk/platform.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { createScene, TWO_SEATS, when } from '../../stories/fixtures/shops.ts';
import { CENTRE } from '../../stories/fixtures/world.ts';
import { leavesNothingBehind, silent } from '../contracts/index.ts';
import { CartObject } from '../harness/elements/cart.ts';
import { OrderObject } from '../harness/elements/order.ts';
import { openShop, returnFromPaying } from '../harness/elements/shop.ts';

const scene = (options = {}) => createScene({ timers: createManualTimers(), ...options });
const make = () => openShop(scene({ cart: TWO_SEATS }), html`<foyer-cart></foyer-cart>`);

describe('foyer-shop', () => {
  leavesNothingBehind(make);
  silent(make);

  it('lets every element inside it show the same cart', async () => {
    const shop = await openShop(
      scene({ cart: TWO_SEATS }),
      html`<p>Welkom</p>
        <div><foyer-cart id="one"></foyer-cart><foyer-cart id="two"></foyer-cart></div>`,
    );
    for (const element of shop.querySelectorAll<FoyerCart>('foyer-cart')) {
      const cart = new CartObject(element);
      await cart.until(() => cart.is('open'), 'the cart');
      expect(cart.places).to.have.length(2);
    }
  });

  describe('elements that follow each other', () => {
    /** The room above each element that is seen, once the cart is known. */
    const roomIn = async (display: 'block' | 'grid') => {
      const { api, memory, timers } = scene({ cart: TWO_SEATS });
      const shop = await fixture<HTMLElement>(html`
        <div style="display: ${display}">
          <foyer-shop centre=${api.baseUrl} .platform=${{ fetch: api.fetch, memory, timers }}>
            <foyer-order></foyer-order><foyer-cart></foyer-cart><foyer-checkout></foyer-checkout>
          </foyer-shop>
        </div>
      `);
      const cart = new CartObject(shop.querySelector('foyer-cart')!);
      await cart.until(() => cart.is('open'), 'the cart');
      await cart.until(() => shop.querySelector('foyer-checkout')?.matches(':state(open)') ?? false, 'the checkout');
      return ['order', 'cart', 'checkout'].map(
        (name) => getComputedStyle(shop.querySelector(`foyer-${name}`)!).marginBlockStart,
      );
    };

    it('stand apart by themselves, and what takes no room takes none', async () => {
      expect(await roomIn('block')).to.deep.equal(['0px', '16px', '16px']);
    });

    it('are left to a page that lays them out itself', async () => {
      expect(await roomIn('grid')).to.deep.equal(['0px', '0px', '0px']);
    });
  });

  it('leaves the page’s own content as it is', async () => {
    const shop = await openShop(scene(), html`<p>Koop tickets aan de <a href="/balie">balie</a>.</p>`);
    expect(shop.querySelector('a')?.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(getComputedStyle(shop).display).to.equal('contents');
  });

  it('serves an element that was on the page before the shop', async () => {
    const early = await fixture<FoyerCart>(html`<foyer-cart></foyer-cart>`);
    const shop = await openShop(scene({ cart: TWO_SEATS }));
    shop.append(early);
    const cart = new CartObject(early);
    await cart.until(() => cart.is('open'), 'the cart');
  });

  describe('gives the elements inside it the face of the centre', () => {
    const ACCENT = { '--foyer-theme-color-accent': 'light-dark(#7a1f5c, #e3a8cf)', '--foyer-theme-radius-m': '20px' };
    const accentOf = (element: Element) => getComputedStyle(element).getPropertyValue('--foyer-theme-color-accent');
    async function showing(theme: Record<string, string>, { unthemed = false, hostile = {} } = {}) {
      const opened = scene({ cart: TWO_SEATS, centre: { ...CENTRE, theme } });
      const fetch: Platform['fetch'] = async (input, init) => {
        const answer = await opened.api.fetch(input, init);
        if (!String(input).endsWith(CENTRE.id)) return answer;
        const body = (await answer.json()) as Centre;
        return Response.json({ ...body, theme: { ...body.theme, ...hostile } });
      };
      const api = Object.create(opened.api, { fetch: { value: fetch } });
      const shop = await openShop({ ...opened, api }, html`<foyer-cart></foyer-cart>`, unthemed);
      const cart = new CartObject(shop.querySelector<FoyerCart>('foyer-cart') as FoyerCart);
      await cart.until(() => cart.is('open'), 'the cart');
      await when(shop.shop?.centre ?? opened.shop.centre, ({ state }) => state === 'ready');
      return shop;
    }

    it('by custom properties, which its own come after and the page’s before', async () => {
      const shop = await showing(ACCENT);
      expect(accentOf(shop)).to.equal('light-dark(#7a1f5c, #e3a8cf)');
      const inside = shop.querySelector('foyer-cart') as FoyerCart;
      expect(getComputedStyle(inside).getPropertyValue('--_radius-m')).to.equal('20px');
      inside.style.setProperty('--foyer-radius-m', '3px');
      expect(getComputedStyle(inside).getPropertyValue('--_radius-m')).to.equal('3px');
    });

    it('and takes nothing else from whoever answers', async () => {
      const hostile = { display: 'block', '--foyer-color-accent': 'red', 'color: red; --x': '1' };
      const shop = await showing(ACCENT, { hostile });
      expect(getComputedStyle(shop).display).to.equal('contents');
      expect(getComputedStyle(shop).getPropertyValue('--foyer-color-accent')).to.equal('');
    });

    it('unless the page wants its own', async () => {
      const shop = await showing(ACCENT, { unthemed: true });
      expect(accentOf(shop)).to.equal('');
    });
  });

  it('tells its author at once when the centre is missing', async () => {
    const shop = document.createElement('foyer-shop');
    document.body.append(shop);
    const complaint = await shop.updateComplete.then(
      () => '',
      (error: Error) => error.message,
    );
    expect(complaint).to.match(/^foyer-shop: expected `centre`/);
    shop.remove();
  });

  it('is one shop for all who name the same centre', async () => {
    const address = 'https://tickets.example/centres/elders';
    const first = await fixture<FoyerShop>(html`<foyer-shop centre=${address}></foyer-shop>`);
    const second = await fixture<FoyerShop>(html`<foyer-shop centre="${address}/"></foyer-shop>`);
    const other = await fixture<FoyerShop>(html`<foyer-shop centre="${address}-2"></foyer-shop>`);
    expect(first.shop).to.equal(second.shop);
    expect(first.shop).not.to.equal(other.shop);
  });

  it('opens the cart that a link in a mail leads to, and takes it out of the address', async () => {
    const before = location.href;
    const opened = scene({ cart: TWO_SEATS });
    const { id, token } = opened.api.fillCart(['P-C-4', 'P-C-5', 'P-C-6']);
    history.replaceState(null, '', `#foyer_cart=${id}.${token}`);
    const shop = await openShop(opened, html`<foyer-cart></foyer-cart>`);
    const cart = new CartObject(shop.querySelector<FoyerCart>('foyer-cart') as FoyerCart);
    await cart.until(() => cart.is('open') && cart.places.length === 3, 'the cart of the link');
    expect(location.hash).to.equal('');
    history.replaceState(null, '', before);
  });

  it('stores nothing before something is held, and the cart’s token then', async () => {
    localStorage.clear();
    const { api, timers } = scene();
    const shop = await fixture<FoyerShop>(
      html`<foyer-shop centre=${api.baseUrl} .platform=${{ fetch: api.fetch, timers }}><foyer-cart></foyer-cart></foyer-shop>`,
    );
    expect(localStorage).to.have.length(0);
    await shop.shop?.cart.hold({ performance: 'het-laatste-licht', seats: [{ seat: 'P-B-5' }] });
    expect(Object.keys(localStorage)).to.deep.equal([`foyer:${api.baseUrl}:cart`]);
    expect(document.cookie).to.equal('');
    localStorage.clear();
  });

  describe('when a buyer comes back from paying', () => {
    it('finds the order by the code, and takes the code out of the address', async () => {
      const made = scene();
      const { code } = made.api.placeOrder(TWO_SEATS, 'paid');
      const restore = returnFromPaying(code);
      const shop = await openShop(made, html`<foyer-order></foyer-order>`);
      const element = shop.querySelector<FoyerOrder>('foyer-order');
      const order = new OrderObject(element as FoyerOrder);
      await order.until(() => order.is('paid'), 'the order');
      expect(location.search).not.to.contain('foyer_return');
      restore();
    });

    it('leads to the order, wherever on the page it is', async () => {
      const made = scene();
      const restore = returnFromPaying(made.api.placeOrder(TWO_SEATS, 'paid').code);
      const shop = await openShop(made, html`<foyer-order></foyer-order>`);
      const order = new OrderObject(shop.querySelector('foyer-order') as FoyerOrder);
      await order.until(() => order.focused === 'Uw tickets zijn klaar', 'the focus on the order');
      expect(order.spoken.polite, 'what the focus has read out already').to.equal('');
      restore();
    });

    it('leaves who is busy elsewhere on the page alone, and only says it', async () => {
      const made = scene();
      const restore = returnFromPaying(made.api.placeOrder(TWO_SEATS, 'paid').code);
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Zoek" />`);
      field.focus();
      const shop = await openShop(made, html`<foyer-order></foyer-order>`);
      const order = new OrderObject(shop.querySelector('foyer-order') as FoyerOrder);
      await order.until(() => order.spoken.polite === 'Uw tickets zijn klaar', 'the news');
      expect(document.activeElement).to.equal(field);
      restore();
    });

    it('says so when the code was used by somebody else', async () => {
      const restore = returnFromPaying('a-code-that-nobody-knows-any-more');
      const shop = await openShop(scene(), html`<foyer-order></foyer-order>`);
      const order = new OrderObject(shop.querySelector('foyer-order') as FoyerOrder);
      await order.until(() => order.is('failed-to-load'), 'the answer');
      // The words of rare errors are fetched when one happens.
      await order.until(() => order.text.includes('Deze terugkeerlink is al gebruikt.'), 'the reason');
      expect(location.search).not.to.contain('foyer_return');
      restore();
    });

    it('keeps the code for a reload when there was no connection', async () => {
      const timers = createManualTimers();
      const made = scene({ timers });
      const { code } = made.api.placeOrder(TWO_SEATS, 'paid');
      made.api.failNext(/return/, 'network', Number.POSITIVE_INFINITY);
      const restore = returnFromPaying(code);
      const shop = await openShop(made, html`<foyer-order></foyer-order>`);
      const order = new OrderObject(shop.querySelector('foyer-order') as FoyerOrder);
      await order.until(() => {
        timers.advance(1000);
        return order.is('failed-to-load');
      }, 'the answer');
      await order.until(() => location.search.includes(code), 'the code to be back');
      restore();
    });
  });

  it('goes to sleep with the page and heals when it is looked at again', async () => {
    const made = scene({ cart: TWO_SEATS });
    const shop = await openShop(made, html`<foyer-cart></foyer-cart>`);
    const inside = shop.shop;
    if (!inside) throw new Error('There is no shop.');
    await when(inside.cart, ({ state }) => state === 'open');
    const asked = made.api.requests.length;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    const cart = new CartObject(shop.querySelector('foyer-cart') as FoyerCart);
    await cart.until(() => made.api.requests.length > asked, 'the cart to be read again');
  });
});
