import { expect } from '@open-wc/testing';
import type { CartStore } from '../../sdk/stores/types.ts';
import type { Choice } from '../../stories/fixtures/fake-api.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { PRICED } from '../../stories/fixtures/prices.ts';
import { createScene, type SceneOptions, SHARED, TWO_SEATS } from '../../stories/fixtures/shops.ts';
import { FREE_EVENING } from '../../stories/fixtures/world.ts';
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
import { CheckoutObject } from '../harness/elements/checkout.ts';

async function open(options: SceneOptions = {}) {
  const scene = createScene({ cart: TWO_SEATS, ...options });
  return { ...scene, checkout: await CheckoutObject.show(scene) };
}

const make = async () => (await open()).checkout.element;

async function makeWrong() {
  const { checkout } = await open();
  await checkout.order('marie@');
  return checkout.element;
}

async function makeLeaving() {
  const { checkout } = await open();
  await checkout.order('marie@voorbeeld.be');
  await checkout.until(() => checkout.is('leaving'), 'the way to the payment page');
  return checkout.element;
}

describe('foyer-checkout', () => {
  describe('keeps what every element promises', () => {
    accessible(make);
    accessible(async () => (await open(SHARED)).checkout.element, 'when a partner plays too');
    accessible(makeWrong, 'with a wrong address');
    accessible(makeLeaving, 'on the way to the payment page');
    fits(make);
    fits(makeLeaving, 'on the way to the payment page');
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(make);
    silent(make);
    themed(make, ['--foyer-color-accent', '--foyer-color-on-accent', '--foyer-color-text-quiet']);
    cancelable(
      'foyer-checkout-leave',
      make,
      (element) => new CheckoutObject(element as never).order('marie@voorbeeld.be'),
      (element) => expect(element.matches(':state(leaving)')).to.equal(false),
    );
  });

  it('says the whole price and that ordering means paying', async () => {
    const { checkout } = await open();
    expect(checkout.total).to.equal('Te betalen € 44,00');
    expect(checkout.button).to.equal('Bestel en betaal € 44,00');
  });

  it('says before paying who sells, who plays and who keeps the buyer’s details', async () => {
    const { checkout } = await open(SHARED);
    const sold = 'U koopt bij Cultuurcentrum De Lantaarn, dat ook plaatsen van Muziekcentrum De Brug verkoopt.';
    await checkout.until(() => checkout.text.includes(sold), 'who sells');
    expect(checkout.text).to.contain('speelt in Cultuurcentrum De Lantaarn en Muziekcentrum De Brug.');
    expect(checkout.text).to.contain(
      'Uw gegevens blijven bij Cultuurcentrum De Lantaarn. Muziekcentrum De Brug krijgt ze niet.',
    );
  });

  it('says nothing of that where nobody else plays', async () => {
    const { checkout } = await open();
    expect(checkout.text).not.to.contain('U koopt bij');
  });

  it('links to the terms and to what happens with personal data', async () => {
    const { checkout } = await open();
    expect(checkout.leadsTo('verkoopsvoorwaarden')).to.equal('https://delantaarn.example/voorwaarden');
    expect(checkout.leadsTo('Hoe we met uw gegevens omgaan')).to.equal('https://delantaarn.example/privacy');
  });

  it('makes the order and moves the tab to the payment page', async () => {
    const { checkout, api, shop } = await open();
    await checkout.order('marie@voorbeeld.be');
    await checkout.until(() => checkout.visited.length > 0, 'the way to the payment page');

    const order = shop.order.get();
    expect(checkout.visited).to.deep.equal([order.state === 'ready' ? order.order.checkoutUrl : 'none']);
    const sent = api.requests.find(({ path }) => path.endsWith('/order'));
    expect(sent?.body).to.deep.equal({
      email: 'marie@voorbeeld.be',
      language: 'nl',
      returnUrl: location.href.replace(location.hash, ''),
      expectedTotal: { cents: 4400, currency: 'EUR' },
    });
  });

  it('is filled in and sent by the keyboard alone', async () => {
    const { checkout, api } = await open();
    checkout.focus('E-mailadres');
    await checkout.type('marie@voorbeeld.be');
    await checkout.key('Tab');
    await checkout.type('Marie Peeters');
    await checkout.key('Enter');
    await checkout.until(() => checkout.visited.length > 0, 'the way to the payment page');
    expect(api.requests.find(({ path }) => path.endsWith('/order'))?.body).to.include({ name: 'Marie Peeters' });
  });

  it('leaves a link for a browser that does not go', async () => {
    const { checkout } = await open();
    await checkout.order('marie@voorbeeld.be');
    await checkout.until(() => checkout.is('leaving'), 'the way to the payment page');
    expect(checkout.leadsTo('Naar de betaalpagina')).to.equal(checkout.visited[0]);
    await checkout.until(() => checkout.focused === 'Naar de betaalpagina', 'the link to have the focus');
  });

  it('orders once, however often the button is pressed', async () => {
    const { checkout, api } = await open();
    api.failNext(/\/order$/, 'hang');
    await checkout.order('marie@voorbeeld.be');
    expect(checkout.is('busy')).to.equal(true);
    await checkout.press(checkout.button);
    await checkout.press(checkout.button);
    expect(api.requests.filter(({ path }) => path.endsWith('/order'))).to.have.length(1);
  });

  it('asks for the address, beside the field, when it is missing', async () => {
    const { checkout, api } = await open();
    await checkout.press(checkout.button);
    expect(checkout.complaint('email')).to.equal('Vul uw e-mailadres in, dan kunnen we u de tickets sturen.');
    expect(checkout.focused).to.match(/^E-mailadres/);
    expect(api.requests.some(({ path }) => path.endsWith('/order'))).to.equal(false);
  });

  it('says what is wrong with an address, and stops saying so as soon as it is right', async () => {
    const { checkout } = await open();
    await checkout.order('marie@');
    expect(checkout.complaint('email')).to.contain('Dit lijkt geen e-mailadres.');
    await checkout.type('voorbeeld.be');
    await checkout.until(() => checkout.complaint('email') === '', 'the complaint to go away');
  });

  it('says so beside the field when the browser takes an address that the centre does not', async () => {
    const { checkout } = await open();
    await checkout.order('marie@voorbeeld');
    await checkout.until(() => checkout.complaint('email') !== '', 'the complaint');
    expect(checkout.complaint('email')).to.contain('Dit lijkt geen e-mailadres.');
    expect(checkout.focused).to.match(/^E-mailadres/);
    expect(checkout.spoken.polite, 'no order is being made').to.equal('');
  });

  it('does not go on leaving when the order was given up', async () => {
    const { checkout, shop } = await open();
    await checkout.order('marie@voorbeeld.be');
    await checkout.until(() => checkout.is('leaving'), 'the way to the payment page');
    await shop.order.cancel();
    await checkout.until(() => checkout.is('aside'), 'it to step aside');
  });

  it('keeps what was filled in when the payment cannot start, and says that nothing was charged', async () => {
    const { checkout, api } = await open();
    api.failNext(/\/order$/, { code: 'payment_refused' });
    await checkout.order('marie@voorbeeld.be');
    await checkout.until(() => checkout.text.includes('Er is niets aangerekend'), 'the reason');
    expect(checkout.spoken.assertive).to.contain('De betaling kon niet starten.');
    await checkout.press(checkout.button);
    await checkout.until(() => checkout.visited.length > 0, 'the second try to succeed');
  });

  it('shows the new total when the price changed meanwhile, and asks to confirm it', async () => {
    const { checkout, api } = await open();
    api.failNext(/\/order$/, { code: 'total_changed' });
    await checkout.order('marie@voorbeeld.be');
    await checkout.until(() => checkout.text.includes('De prijs is intussen veranderd'), 'the reason');
    expect(checkout.visited).to.deep.equal([]);
  });

  it('confirms a free order without any payment', async () => {
    const { checkout, shop } = await open({ programme: [FREE_EVENING] });
    expect(checkout.button).to.equal('Bevestig gratis bestelling');
    await checkout.order('marie@voorbeeld.be');
    await checkout.until(() => shop.order.get().state === 'ready', 'the order');
    const order = shop.order.get();
    expect(order.state === 'ready' && order.order.state).to.equal('paid');
    expect(checkout.visited).to.deep.equal([]);
  });

  it('takes no room while nothing is chosen, or while there is an order', async () => {
    const empty = await CheckoutObject.show(createScene());
    expect(empty.isVisible).to.equal(false);
    const ordered = await CheckoutObject.show(createScene({ order: 'failed' }));
    await ordered.until(() => ordered.is('aside'), 'it to step aside');
    expect(ordered.isVisible).to.equal(false);
  });

  describe('with more than places', () => {
    async function beside(choose: (cart: CartStore) => Promise<unknown>, cart?: Choice) {
      const scene = createScene({ ...PRICED, timers: createManualTimers(), ...(cart && { cart }) });
      scene.shop.cart.subscribe(() => {});
      await choose(scene.shop.cart);
      return await CheckoutObject.show(scene);
    }

    it('orders vouchers alone, by a button that says that it means paying', async () => {
      const checkout = await beside((cart) => cart.setProducts([{ product: 'cadeaubon', quantity: 1, cents: 5000 }]));
      await checkout.until(() => checkout.can('Bestel en betaal € 50,00'), 'the button');
    });

    it('does not call free what a voucher pays', async () => {
      const checkout = await beside((cart) => cart.addCode('BON-5000'), TWO_SEATS);
      await checkout.until(() => checkout.can('Bestel en betaal met uw bon'), 'the button');
    });

    it('has nothing to order for who only gave a code', async () => {
      const checkout = await beside((cart) => cart.addCode('KIJK-1'));
      await checkout.until(() => checkout.is('empty'), 'it to be empty');
      expect(checkout.isVisible).to.equal(false);
    });
  });
});
