import { expect, fixture, html } from '@open-wc/testing';
import type { FoyerCart } from '../../../components/cart/cart.ts';
import type { FoyerShop } from '../../../components/shop/shop.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { createScene, TWO_SEATS } from '../../../stories/fixtures/shops.ts';
import { CartObject } from '../../harness/elements/cart.ts';

describe('an element of Foyer', () => {
  // First in this file: once the shop's tag is defined it stays defined.
  it('finds the shop around it though the shop’s script comes later', async () => {
    expect(customElements.get('foyer-shop')).to.equal(undefined);
    const { api, memory, timers } = createScene({ timers: createManualTimers(), cart: TWO_SEATS });
    const shop = await fixture<FoyerShop>(
      html`<foyer-shop centre=${api.baseUrl} .platform=${{ fetch: api.fetch, memory, timers }}>
        <foyer-cart></foyer-cart>
      </foyer-shop>`,
    );
    const cart = new CartObject(shop.querySelector('foyer-cart') as FoyerCart);
    expect(cart.text).to.equal('');
    await import('../../../components/shop/shop.ts');
    await cart.until(() => cart.is('open'), 'the cart');
  });

  it('takes the shop it is given rather than the one around it', async () => {
    const around = createScene({ timers: createManualTimers() });
    const own = createScene({ timers: createManualTimers(), cart: TWO_SEATS });
    const platform = { fetch: around.api.fetch, memory: around.memory, timers: around.timers };
    const shop = await fixture(
      html`<foyer-shop centre=${around.api.baseUrl} .platform=${platform}>
        <foyer-cart .shop=${own.shop}></foyer-cart>
      </foyer-shop>`,
    );
    const cart = new CartObject(shop.querySelector('foyer-cart') as FoyerCart);
    await cart.until(() => cart.is('open'), 'the cart');
  });

  it('shows nothing, and breaks nothing, without any shop', async () => {
    const element = await fixture<FoyerCart>(html`<foyer-cart></foyer-cart>`);
    expect(new CartObject(element).text).to.equal('');
  });

  it('has one state at a time', async () => {
    const cart = await CartObject.show(createScene({ timers: createManualTimers(), cart: ['P-B-5'] }));
    await cart.press('Verwijder Parterre, rij B, stoel 5');
    await cart.until(() => cart.is('empty'), 'the cart to be empty');
    expect(cart.is('open')).to.equal(false);
  });

  it('lets its page set the tokens, and keeps its own where the page sets none', async () => {
    const { shop } = createScene({ timers: createManualTimers(), cart: TWO_SEATS });
    const around = await fixture(
      html`<div style="--foyer-color-text: rgb(1, 2, 3)"><foyer-cart .shop=${shop}></foyer-cart></div>`,
    );
    const inside = around.querySelector('foyer-cart') as FoyerCart;
    expect(getComputedStyle(inside).color).to.equal('rgb(1, 2, 3)');
    const outside = await fixture<FoyerCart>(html`<foyer-cart .shop=${shop}></foyer-cart>`);
    expect(getComputedStyle(outside).color).to.equal('rgb(27, 30, 36)');
  });

  it('stays light on a page that stays light, and goes dark with a page that does', async () => {
    const page = await fixture(html`<div style="color-scheme: only light"><foyer-cart></foyer-cart></div>`);
    const element = page.querySelector('foyer-cart') as FoyerCart;
    expect(getComputedStyle(element).color).to.equal('rgb(27, 30, 36)');
    page.setAttribute('style', 'color-scheme: only dark');
    expect(getComputedStyle(element).color).to.equal('rgb(236, 238, 242)');
  });

  it('keeps its colours and its measures on a page that unsets everything', async () => {
    const hostile = '* { all: unset !important } div, p, section { display: none !important }';
    const page = await fixture(html`<style>${hostile}</style>`);
    const { shop } = createScene({ timers: createManualTimers(), cart: TWO_SEATS });
    const element = document.createElement('foyer-cart');
    element.shop = shop;
    document.body.append(element);
    const cart = new CartObject(element);
    await cart.until(() => cart.is('open'), 'the cart');
    const panel = element.renderRoot.querySelector('[part=base]') as HTMLElement;
    expect(getComputedStyle(panel).color).to.equal('rgb(27, 30, 36)');
    expect(getComputedStyle(panel).boxSizing).to.equal('border-box');
    expect(panel.getBoundingClientRect().height).to.be.greaterThan(100);
    element.remove();
    page.remove();
  });
});
