import { expect, oneEvent } from '@open-wc/testing';
import type { FoyerPassAddEvent } from '../../components/pass/pass.events.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { PRICED, PRICES } from '../../stories/fixtures/prices.ts';
import { createScene, failedShop, type SceneOptions } from '../../stories/fixtures/shops.ts';
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
import { PassObject } from '../harness/elements/pass.ts';

async function open(options: SceneOptions = {}, formula = '') {
  const scene = createScene({ ...PRICED, timers: createManualTimers(), ...options });
  return { ...scene, pass: await PassObject.show(scene, formula) };
}

const make = async () => (await open()).pass.element;

async function makeShown() {
  const { pass } = await open({ cart: ['P-B-5'] });
  await pass.showCode('KIJK-1');
  await pass.until(() => pass.shown.length === 1, 'the pass');
  return pass.element;
}

describe('foyer-pass', () => {
  describe('keeps what every element promises', () => {
    accessible(make);
    accessible(makeShown, 'with a pass that was shown');
    fits(make);
    fits(makeShown, 'with a pass that was shown');
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(makeShown);
    silent(make);
    themed(make, ['--foyer-color-accent', '--foyer-color-on-accent', '--foyer-color-success']);
  });

  it('says of every pass what it opens, for whom, how long, what it costs and how it is given back', async () => {
    const { pass } = await open();
    const [friends = '', open_ = ''] = pass.sold;
    expect(friends).to.contain('€ 25,00');
    for (const fact of [
      'Geeft recht op: Vrienden',
      'Eén jaar geldig vanaf vandaag',
      'Voor 2 personen van één gezin',
      'Binnen 14 dagen terug te geven',
    ]) {
      expect(friends).to.contain(fact);
    }
    for (const fact of [
      'Gratis naar binnen',
      'Tot 2 reservaties tegelijk per persoon',
      'Te reserveren vanaf 30 dagen vooraf',
      'dan betaalt u € 5,00',
      'Eén maand geldig',
    ]) {
      expect(open_).to.contain(fact);
    }
  });

  it('shows the one pass a page is about', async () => {
    const { pass } = await open({}, 'kijkpas');
    expect(pass.sold).to.have.length(1);
    expect(pass.sold[0]).to.contain('Kijkpas');
  });

  it('puts a pass in the cart, says so, tells the page, and sells no more than may be', async () => {
    const { pass, shop } = await open();
    const added = oneEvent<FoyerPassAddEvent>(document, 'foyer-pass-add');
    await pass.press('Koop Vriendenpas: € 25,00');
    const { product, formula } = await added;
    expect([product, formula]).to.deep.equal(['vriendenpas', 'vriendenpas']);
    await pass.until(() => pass.text.includes('Ligt in uw mandje.'), 'the news');
    expect(pass.spoken.polite).to.equal('Vriendenpas ligt in uw mandje.');
    await pass.press('Koop Vriendenpas: € 25,00');
    await pass.until(() => shop.cart.get().busy === false, 'the second');
    await pass.press('Koop Vriendenpas: € 25,00');
    const cart = shop.cart.get();
    expect(cart.state === 'open' && cart.cart.extras?.products[0]?.quantity).to.equal(2);
  });

  it('takes the code of a pass: until when it is valid, whom it serves, and what is used of it here', async () => {
    const { pass } = await open({ cart: ['P-B-5'] });
    await pass.showCode('kijk-1');
    await pass.until(() => pass.shown.length === 1, 'the pass');
    expect(pass.shown[0]).to.equal('Kijkpas KIJK-1 voor 1 persoon · geldig tot en met 20 december 2026');
    expect(pass.text).to.contain('0 bezoeken in dit mandje');
  });

  it('says what is wrong with a code', async () => {
    const { pass } = await open();
    await pass.showCode('ZOMAAR');
    await pass.until(() => pass.wrong !== '', 'what is wrong');
    expect(pass.wrong).to.equal('Deze code kennen we niet. Kijk ze na, of vraag het ons.');
    expect(pass.focused).to.equal('Code');
  });

  it('still takes passes at a centre that sells none, and where the list cannot be read', async () => {
    const { pass } = await open({ prices: { ...PRICES, products: [] } });
    expect(pass.text).to.contain('We verkopen nu geen passen.');
    const failed = await PassObject.show(failedShop({ timers: createManualTimers() }));
    expect(failed.text).to.contain('De passen laten zich nu niet tonen');
    for (const one of [pass, failed]) expect(one.can('Code')).to.equal(true);
  });
});
