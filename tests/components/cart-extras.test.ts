import { expect } from '@open-wc/testing';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { PRICED } from '../../stories/fixtures/prices.ts';
import { createScene, type SceneOptions, TWO_SEATS } from '../../stories/fixtures/shops.ts';
import { accessible, fits, leavesNothingBehind, localised, rightToLeft, silent } from '../contracts/index.ts';
import { CartObject } from '../harness/elements/cart.ts';

const SUBSCRIPTION = '6f1c2a50-7d4e-4d0c-9f3b-1d2e3f405162';

async function open(options: SceneOptions = { cart: TWO_SEATS }) {
  const timers = createManualTimers();
  const scene = createScene({ ...PRICED, ...options, timers });
  const cart = await CartObject.show(scene);
  if (options.cart) await cart.until(() => cart.partsOf('offers').length > 0, 'the offers');
  return { ...scene, timers, cart };
}

/** With a bit of everything, and the field for a code in sight. */
async function makeFull() {
  const { cart, shop } = await open();
  const state = shop.cart.get();
  const lines = state.state === 'open' ? state.cart.lines.map(({ id }) => id) : [];
  await shop.cart.choose({
    codes: ['LENTE26', 'BON-1000', 'VRIEND-1'],
    products: [
      { product: 'pauzedrankje', quantity: 2 },
      { product: 'cadeaubon', quantity: 1, cents: 2500 },
    ],
    subscriptions: [{ id: SUBSCRIPTION, formula: 'keuze-vijf', holder: 'An Peeters', lines }],
  });
  await cart.until(() => cart.partsOf('product').length === 2, 'the products');
  await cart.unfold(/Hebt u een code/);
  return cart.element;
}

describe('foyer-cart and what takes no seat', () => {
  accessible(makeFull, 'with all that a cart may have');
  fits(makeFull, 'with all that a cart may have');
  leavesNothingBehind(makeFull);
  localised(makeFull);
  rightToLeft(makeFull);
  silent(makeFull);

  it('offers what goes with the places, with prices, and adds nothing by itself', async () => {
    const { cart, shop } = await open();
    expect(cart.partsOf('offer').slice(0, 2)).to.deep.equal([
      'Drankje in de pauze € 3,00 Voeg toe',
      'Cultuurbus € 6,00 Vertrekt om 19.15 uur aan het station van Wolvegem, en brengt u terug. Voeg toe',
    ]);
    const state = shop.cart.get();
    expect(state.state === 'open' && state.cart.extras?.products).to.deep.equal([]);
  });

  it('adds by one press, counts with the keys of a stepper, and removes', async () => {
    const { cart } = await open();
    await cart.press('Voeg toe: Drankje in de pauze');
    await cart.until(() => cart.partsOf('product').length === 1, 'the drink');
    expect(cart.spoken.polite).to.equal('Drankje in de pauze: 1. Totaal € 48,50.');
    await cart.press('Eén meer: Drankje in de pauze');
    await cart.until(() => cart.partsOf('product')[0]?.includes('€ 6,00') ?? false, 'two drinks');
    await cart.press('Verwijder Drankje in de pauze');
    await cart.until(() => cart.partsOf('product').length === 0, 'none');
    expect(cart.spoken.polite).to.equal('Drankje in de pauze is verwijderd. Totaal € 45,50.');
  });

  it('keeps to one a place', async () => {
    const { cart, shop } = await open({ cart: ['P-B-5'] });
    await cart.press('Voeg toe: Drankje in de pauze');
    await cart.until(() => cart.partsOf('product').length === 1, 'the drink');
    expect(cart.can('Eén meer: Drankje in de pauze')).to.equal(false);
    const state = shop.cart.get();
    expect(state.state === 'open' && state.cart.extras?.products[0]?.quantity).to.equal(1);
  });

  it('rounds the total up for who wants to give', async () => {
    const { cart, shop } = await open();
    await cart.press('Een gift: Rond af naar € 50');
    await cart.until(() => cart.partsOf('product').length === 1, 'the gift');
    const state = shop.cart.get();
    expect(state.state === 'open' && state.cart.total.cents).to.equal(5000);
  });

  it('shows the fees of the order from the first screen, and the total with them', async () => {
    const { cart } = await open();
    expect(cart.partsOf('sums')[0]).to.contain('Bestelkosten € 1,50');
    expect(cart.total).to.contain('€ 45,50');
  });

  it('takes a code and shows what each rule gave, and what was saved', async () => {
    const { cart } = await open();
    await cart.unfold(/Hebt u een code/);
    cart.focus('Code');
    await cart.type('lente26');
    await cart.key('Enter');
    await cart.until(() => cart.partsOf('used-code').length === 1, 'the code');
    expect(cart.partsOf('used-code')[0]).to.equal('Lenteactie LENTE26');
    expect(cart.partsOf('steps')).to.deep.equal(['Lenteactie € -3,00', 'Lenteactie € -3,00']);
    expect(cart.partsOf('saved')).to.deep.equal(['U bespaart € 6,00']);
  });

  it('lets a voucher pay, says what stays on it, and what is left to pay', async () => {
    const { cart, shop } = await open();
    await shop.cart.addCode('BON-5000');
    await cart.until(() => cart.partsOf('used-code').length === 1, 'the voucher');
    expect(cart.partsOf('used-code')[0]).to.contain('betaalt € 45,50, daarna staat er nog € 4,50 op');
    expect(cart.partsOf('sums')[0]).to.contain('Al betaald met uw bon € -45,50');
    expect(cart.total).to.contain('Totaal € 0,00');
    await cart.press('Neem Cadeaubon BON-5000 weg');
    await cart.until(() => cart.total.includes('€ 45,50'), 'the whole price again');
  });

  it('groups subscriptions by who holds them, with how far each is', async () => {
    const { cart, shop } = await open();
    const state = shop.cart.get();
    const lines = state.state === 'open' ? state.cart.lines.map(({ id }) => id) : [];
    const [first = '', second = ''] = lines;
    const other = '7a1c2a50-7d4e-4d0c-9f3b-1d2e3f405163';
    await shop.cart.setSubscriptions([
      { id: SUBSCRIPTION, formula: 'keuze-vijf', holder: 'An', lines: [first] },
      { id: other, formula: 'keuze-vijf', holder: '', lines: [second] },
    ]);
    await cart.until(() => cart.partsOf('subscription').length === 2, 'the subscriptions');
    expect(cart.partsOf('subscriptions')[0]).to.equal(
      'Abonnementen Voor An Keuzeabonnement 1 voorstelling · kies er nog 1 Voor u Keuzeabonnement 1 voorstelling · kies er nog 1',
    );
  });

  it('is a basket without an end when there are only products in it', async () => {
    const { cart, shop } = await open({});
    await shop.cart.setProducts([{ product: 'cadeaubon', quantity: 1, cents: 5000 }]);
    await cart.until(() => cart.partsOf('product').length === 1, 'the voucher');
    expect(cart.text).to.match(/^Uw mandje/);
    expect(cart.timeLeft).to.equal('');
    expect(cart.text).not.to.contain('nog geen plaatsen');
    expect(cart.partsOf('offers')).to.deep.equal([]);
  });

  it('says that nothing is chosen yet to who only gave a code, and keeps the code', async () => {
    const { cart, shop } = await open({});
    await shop.cart.addCode('KIJK-1');
    await cart.until(() => cart.partsOf('used-code').length === 1, 'the pass');
    expect(cart.text).to.contain('U hebt nog geen plaatsen gekozen.');
  });

  it('says what is wrong when a product may not be added, and changes nothing', async () => {
    const { cart, api } = await open();
    api.failNext(/^PUT/, { code: 'product_not_offered' });
    await cart.press('Voeg toe: Cultuurbus');
    await cart.until(() => cart.spoken.assertive !== '', 'the reason');
    expect(cart.spoken.assertive).to.equal('Dit hoort bij een ander ticket, of het zijn er te veel.');
    expect(cart.partsOf('product')).to.deep.equal([]);
  });
});
