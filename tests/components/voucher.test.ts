import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { FoyerVoucherAddEvent } from '../../components/voucher/voucher.events.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { PRICED, PRICES } from '../../stories/fixtures/prices.ts';
import { createScene, failedShop, loadingShop, type SceneOptions } from '../../stories/fixtures/shops.ts';
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
import { VoucherObject } from '../harness/elements/voucher.ts';

async function open(options: SceneOptions = {}) {
  const scene = createScene({ ...PRICED, timers: createManualTimers(), ...options });
  return { ...scene, voucher: await VoucherObject.show(scene) };
}

const make = async () => (await open()).voucher.element;

async function makeGiven() {
  const { voucher } = await open({ cart: ['P-B-5'] });
  await voucher.giveCode('bon-5000');
  await voucher.until(() => voucher.given.length === 1, 'the voucher');
  return voucher.element;
}

async function makeWrong() {
  const { voucher } = await open();
  await voucher.press('Een ander bedrag');
  await voucher.press('In mijn mandje');
  await voucher.giveCode('WAT');
  await voucher.until(() => voucher.wrong.includes('kennen we niet'), 'what is wrong');
  return voucher.element;
}

const boughtIn = (scene: { shop: { cart: { get(): unknown } } }) =>
  (scene.shop.cart.get() as { cart?: { extras?: { choices: { products: unknown } } } }).cart?.extras?.choices.products;

describe('foyer-voucher', () => {
  describe('keeps what every element promises', () => {
    accessible(make);
    accessible(makeGiven, 'with a voucher that was given');
    accessible(makeWrong, 'when something is wrong');
    fits(make);
    fits(makeGiven, 'with a voucher that was given');
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(makeGiven);
    silent(make);
    themed(make, ['--foyer-color-accent', '--foyer-color-on-accent']);
  });

  it('offers the amounts of the centre, and says how long it is valid before it is bought', async () => {
    const { voucher } = await open();
    expect(voucher.amounts).to.deep.equal(['[€ 25]', '€ 50', '€ 100', 'Een ander bedrag']);
    expect(voucher.text).to.contain('2 jaar geldig.');
    expect(voucher.text).to.contain('U kunt ze binnen 14 dagen teruggeven');
  });

  it('puts what was chosen in the cart, says so, and tells the page', async () => {
    const scene = await open();
    const added = oneEvent<FoyerVoucherAddEvent>(document, 'foyer-voucher-add');
    await scene.voucher.press('€ 50');
    expect(scene.voucher.button).to.equal('In mijn mandje: € 50');
    await scene.voucher.press('In mijn mandje: € 50');
    const { product, cents } = await added;
    expect([product, cents]).to.deep.equal(['cadeaubon', 5000]);
    expect(boughtIn(scene)).to.deep.equal([{ product: 'cadeaubon', quantity: 1, cents: 5000 }]);
    expect(scene.voucher.spoken.polite).to.equal('Cadeaubon van € 50 ligt in uw mandje.');
  });

  it('counts on with another of the same, and keeps another amount apart', async () => {
    const scene = await open();
    for (const amount of ['€ 25', '€ 25', '€ 100']) {
      await scene.voucher.press(amount);
      const added = oneEvent(document, 'foyer-voucher-add');
      await scene.voucher.press(`In mijn mandje: ${amount}`);
      await added;
    }
    expect(boughtIn(scene)).to.deep.equal([
      { product: 'cadeaubon', quantity: 2, cents: 2500 },
      { product: 'cadeaubon', quantity: 1, cents: 10_000 },
    ]);
  });

  it('takes another amount, however it is written', async () => {
    const scene = await open();
    await scene.voucher.press('Een ander bedrag');
    scene.voucher.focus('Bedrag in euro');
    await scene.voucher.type('€ 35,00');
    const added = oneEvent<FoyerVoucherAddEvent>(document, 'foyer-voucher-add');
    await scene.voucher.key('Enter');
    expect((await added).cents).to.equal(3500);
  });

  for (const [typed, wrong] of [
    ['', 'Kies een bedrag van € 10 tot € 250.'],
    ['veel', 'Kies een bedrag van € 10 tot € 250.'],
    ['9', 'Kies een bedrag van € 10 tot € 250.'],
    ['251', 'Kies een bedrag van € 10 tot € 250.'],
    ['12', 'Kies een bedrag in stappen van € 5.'],
  ] as const) {
    it(`says what is wrong with “${typed}”, and asks nothing of the centre`, async () => {
      const { voucher, api } = await open();
      await voucher.press('Een ander bedrag');
      voucher.focus('Bedrag in euro');
      if (typed) await voucher.type(typed);
      await voucher.key('Enter');
      await voucher.until(() => voucher.wrong === wrong, 'what is wrong');
      expect(voucher.focused).to.equal('Bedrag in euro');
      expect(voucher.spoken.assertive).to.equal(wrong);
      expect(api.requests.some(({ method }) => method === 'PUT')).to.equal(false);
    });
  }

  it('takes a code, however it is typed: what it pays, what stays on it and until when', async () => {
    const { voucher } = await open({ cart: ['P-B-5'] });
    await voucher.giveCode('  bon-5000 ');
    await voucher.until(() => voucher.given.length === 1, 'the voucher');
    expect(voucher.given[0]).to.equal(
      'Cadeaubon BON-5000 betaalt € 23,50, daarna staat er nog € 26,50 op · geldig tot en met 31 maart 2028',
    );
    expect(voucher.spoken.polite).to.contain('betaalt € 23,50');
    await voucher.press('Neem Cadeaubon BON-5000 weg');
    await voucher.until(() => voucher.given.length === 0, 'it to be gone');
  });

  for (const [code, wrong] of [
    ['A', 'Vul eerst een code in.'],
    ['ZOMAAR', 'Deze code kennen we niet. Kijk ze na, of vraag het ons.'],
    ['BON-OUD', 'Deze code is niet meer geldig.'],
    ['BON-LEEG', 'Er staat niets meer op deze bon.'],
  ] as const) {
    it(`says what is wrong with the code ${code}, and stays at it`, async () => {
      const { voucher } = await open();
      await voucher.giveCode(code);
      await voucher.until(() => voucher.wrong === wrong, 'what is wrong');
      expect(voucher.focused).to.equal('Code');
      expect(voucher.spoken.assertive).to.equal(wrong);
    });
  }

  it('still takes codes at a centre that sells none', async () => {
    const { voucher } = await open({ prices: { ...PRICES, products: [] } });
    expect(voucher.text).to.contain('We verkopen nu geen cadeaubonnen.');
    expect(voucher.can('Code')).to.equal(true);
  });

  it('says that it waits, or that it cannot be shown', async () => {
    const loading = loadingShop({ timers: createManualTimers() });
    const element = await fixture<HTMLElement>(html`<foyer-voucher .shop=${loading.shop}></foyer-voucher>`);
    expect(element.matches(':state(loading)')).to.equal(true);
    const failed = await VoucherObject.show(failedShop({ timers: createManualTimers() }));
    expect(failed.text).to.contain('Bij ons ging iets mis.');
    expect(failed.can('Code')).to.equal(true);
  });

  it('takes no room while there is an order', async () => {
    const scene = createScene({ ...PRICED, order: 'waiting', timers: createManualTimers() });
    const voucher = await VoucherObject.show(scene);
    await voucher.until(() => voucher.is('aside'), 'it to step aside');
    expect(voucher.isVisible).to.equal(false);
  });
});
