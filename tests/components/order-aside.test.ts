import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../components/seat-map/seat-map.ts';
import type { FoyerCart } from '../../components/cart/cart.ts';
import type { FoyerOrder } from '../../components/order/order.ts';
import type { OrderState } from '../../sdk/contract/index.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { createScene, type SceneOptions } from '../../stories/fixtures/shops.ts';
import { SHARED_PROGRAMME } from '../../stories/fixtures/world.ts';
import { accessible, fits, leavesNothingBehind, localised, rightToLeft, silent } from '../contracts/index.ts';
import { CartObject } from '../harness/elements/cart.ts';
import { OrderObject } from '../harness/elements/order.ts';
import { openShop } from '../harness/elements/shop.ts';

const ORDERED = 'het-laatste-licht';
const OTHER = 'de-brug.nachttrein';

const makeScene = (order: OrderState, options: SceneOptions = {}) =>
  createScene({ timers: createManualTimers(), programme: SHARED_PROGRAMME, order, ...options });

/** The order on the page of another performance. */
async function away(state: OrderState, options: SceneOptions = {}) {
  const scene = makeScene(state, options);
  const element = await fixture<FoyerOrder>(html`<foyer-order .shop=${scene.shop} performance=${OTHER}></foyer-order>`);
  const order = new OrderObject(element);
  await order.until(() => order.partsOf('aside').length === 1, 'the line');
  return { ...scene, order };
}

const make = async () => (await away('waiting')).order.element;

async function makeBroughtBack() {
  const { order } = await away('paid');
  await order.press('Toon tickets');
  await order.until(() => order.codes.length === 2, 'the codes');
  return order.element;
}

/** A page whose elements follow each other, as in the README, for one performance. */
async function onPage(performance: string, state: OrderState, options: SceneOptions = {}) {
  const scene = makeScene(state, options);
  const shop = await openShop(
    scene,
    html`
      <foyer-seat-map performance=${performance}></foyer-seat-map>
      <foyer-cart></foyer-cart>
      <foyer-order></foyer-order>
    `,
  );
  const hall = shop.querySelector<HTMLElement>('foyer-seat-map')!;
  return {
    ...scene,
    shop: shop.shop!,
    hall,
    isHallSeen: () => hall.getClientRects().length > 0,
    cart: new CartObject(shop.querySelector<FoyerCart>('foyer-cart')!),
    order: new OrderObject(shop.querySelector<FoyerOrder>('foyer-order')!),
  };
}

describe('foyer-order, where the page is about something else', () => {
  accessible(make);
  accessible(makeBroughtBack, 'when it is looked at there');
  fits(make);
  fits(makeBroughtBack, 'when it is looked at there');
  leavesNothingBehind(make);
  localised(make);
  rightToLeft(make);
  silent(make);

  it('is one line: how it stands, its number, and the way to it', async () => {
    const { order: open } = await away('waiting');
    expect(open.text).to.equal('Nog te betalen tot 12:15 Bestelling 2026-7KQ4X1 Toon bestelling');
    const { order: paid } = await away('paid');
    expect(paid.text).to.equal('Uw tickets Bestelling 2026-7KQ4X1 Toon tickets');
    const { order: failed } = await away('failed');
    expect(failed.text).to.equal('Nog te betalen tot 12:10 Bestelling 2026-7KQ4X1 Toon bestelling');
    const { order: over } = await away('expired');
    expect(over.text).to.contain('De tijd om te betalen is om');
  });

  it('says nothing aloud and asks for no codes while nobody wants it', async () => {
    const { order, api } = await away('paid');
    expect(order.is('brief')).to.equal(true);
    expect(order.spoken.polite).to.equal('');
    expect(api.requests.some(({ path }) => path.endsWith('.svg'))).to.equal(false);
  });

  it('is all of it by one press, with the focus on it, and goes back to what the page is about', async () => {
    const { order } = await away('paid');
    await order.press('Toon tickets');
    await order.until(() => order.codes.length === 2, 'the tickets');
    expect(order.focusedPart).to.equal('title');
    const closed = oneEvent(document, 'foyer-order-close');
    await order.press('Verder kiezen');
    await closed;
    await order.until(() => order.is('brief'), 'the line');
    expect(order.text).to.contain('Uw tickets');
  });

  it('still tells, aloud too, that it was paid', async () => {
    const { order, api, shop, timers } = await away('waiting');
    const now = shop.order.get();
    if (now.state === 'ready') api.decide(now.order.id, 'paid');
    (timers as ReturnType<typeof createManualTimers>).advance(5000);
    await order.until(() => order.text.startsWith('Uw tickets'), 'the tickets');
    expect(order.spoken.polite).to.equal('Uw tickets zijn klaar');
  });

  it('leaves the hall of another performance, and the cart, to who chooses there', async () => {
    const { order, cart, isHallSeen } = await onPage(OTHER, 'paid');
    await order.until(() => order.can('Toon tickets'), 'the line');
    expect(isHallSeen()).to.equal(true);
    expect(cart.is('empty')).to.equal(true);
    await order.press('Toon tickets');
    await order.until(() => order.is('paid') && cart.is('aside'), 'the tickets instead');
    await order.until(() => !isHallSeen(), 'the hall to step aside');
  });

  it('does not hide what was chosen meanwhile', async () => {
    const { order, cart, shop } = await onPage(ORDERED, 'paid');
    await order.until(() => order.is('paid'), 'the tickets');
    await shop.cart.hold({ performance: OTHER, seats: [{ seat: 'B-A-4' }] });
    await order.until(() => order.can('Toon tickets') && cart.is('open'), 'the cart beside the line');
    await order.press('Toon tickets');
    await order.until(() => order.is('paid'), 'the tickets again');
    expect(cart.is('open')).to.equal(true);
  });

  it('stands in place of the hall on the page of its own performance, by itself', async () => {
    const { order, isHallSeen } = await onPage(ORDERED, 'paid');
    await order.until(() => order.is('paid'), 'the tickets');
    await order.until(() => !isHallSeen(), 'the hall to step aside');
  });

  it('says nothing of a cart that became the order', async () => {
    const { shop } = createScene({ timers: createManualTimers(), programme: SHARED_PROGRAMME, cart: ['P-A-1'] });
    shop.cart.subscribe(() => {});
    const order = new OrderObject(
      await fixture<FoyerOrder>(html`<foyer-order .shop=${shop} performance=${ORDERED}></foyer-order>`),
    );
    const cart = new CartObject(await fixture<FoyerCart>(html`<foyer-cart .shop=${shop}></foyer-cart>`));
    await cart.until(() => cart.is('open'), 'the cart');
    await shop.cart.checkout({
      email: 'an@wolvegem.example',
      language: 'nl',
      returnUrl: 'https://delantaarn.example/',
    });
    order.element.performance = OTHER;
    await order.until(() => order.is('brief'), 'the line');
    expect(cart.is('aside')).to.equal(true);
  });
});

describe('foyer-order, once it is closed', () => {
  it('brings who buys more to the hall, says so, and keeps the tickets at hand', async () => {
    const { order, hall, isHallSeen } = await onPage(ORDERED, 'paid');
    await order.until(() => order.is('paid'), 'the tickets');
    await order.press('Koop nog tickets');
    await order.until(() => document.activeElement === hall, 'the focus in the hall');
    expect(isHallSeen()).to.equal(true);
    expect(order.spoken.polite).to.equal('U kunt weer kiezen.');
    await order.until(() => order.text.startsWith('Uw tickets'), 'the line');
  });

  it('brings who chooses again after it came to nothing to the hall, says so, and is gone', async () => {
    const { order, hall } = await onPage(ORDERED, 'expired');
    await order.until(() => order.is('expired'), 'the order');
    await order.press('Kies opnieuw plaatsen');
    await order.until(() => document.activeElement === hall, 'the focus in the hall');
    expect(order.is('none')).to.equal(true);
    expect(order.isVisible).to.equal(false);
    expect(order.spoken.polite).to.equal('U kunt weer kiezen.');
  });

  it('leaves the focus where the page puts it', async () => {
    const { order } = await onPage(ORDERED, 'paid');
    const place = await fixture<HTMLElement>(html`<h1 tabindex="-1">Kies uw plaatsen</h1>`);
    document.addEventListener('foyer-order-close', () => place.focus(), { once: true });
    await order.until(() => order.is('paid'), 'the tickets');
    await order.press('Koop nog tickets');
    await order.until(() => order.spoken.polite === 'U kunt weer kiezen.', 'the news');
    expect(document.activeElement).to.equal(place);
  });

  it('keeps the focus on the way to it where there is nothing to choose', async () => {
    const scene = makeScene('paid');
    const order = await OrderObject.show(scene);
    await order.press('Koop nog tickets');
    await order.until(() => order.focused === 'Toon tickets', 'the focus on the line');
  });
});
