import { expect } from '@open-wc/testing';
import { TONIGHT } from '../../../stories/fixtures/seatings.ts';
import { createScene, type SceneOptions } from '../../../stories/fixtures/shops.ts';
import { accessible, fits } from '../../contracts/index.ts';
import { CheckoutObject } from '../../harness/elements/checkout.ts';
import { SeatMapObject } from '../../harness/elements/seat-map.ts';

const NAMED =
  'Zo blijft er één stoel alleen over: Parterre, rij C, stoel 1. Die kiest niemand nog, dus zo kunt u niet bestellen';
const ALONG = 'Neem liever Parterre, rij C, stoel 1';

/** Row C runs from 1 to 10: seat 1 is left alone at the wall. */
async function refused(options: SceneOptions = {}, text = 'stoel 1') {
  const scene = createScene({ cart: ['P-C-2'], ...options });
  const checkout = await CheckoutObject.show(scene);
  await checkout.order('marie@voorbeeld.be');
  await checkout.until(() => checkout.text.includes(text), 'the refusal to be told');
  return { ...scene, checkout };
}

async function withCart(cart: readonly string[]) {
  const scene = createScene({ cart });
  return { ...scene, checkout: await CheckoutObject.show(scene) };
}

async function giveBack(shop: ReturnType<typeof createScene>['shop'], seat: string): Promise<void> {
  const cart = shop.cart.get();
  const lines = cart.state === 'open' ? cart.cart.lines.filter(({ place }) => place.id === seat) : [];
  await shop.cart.release(lines.map(({ id }) => id));
}

const held = ({ shop }: Pick<ReturnType<typeof createScene>, 'shop'>): string[] => {
  const cart = shop.cart.get();
  return cart.state === 'open' ? cart.cart.lines.map(({ place, priceType }) => `${place.id} ${priceType}`) : [];
};

const make = async () => (await refused()).checkout.element;

describe('foyer-checkout, when an order would leave a seat alone', () => {
  accessible(make);
  accessible(async () => {
    const { checkout, shop } = await withCart(['P-C-1', 'P-C-2']);
    await giveBack(shop, 'P-C-1');
    await checkout.until(() => checkout.text.includes(NAMED), 'the seat to be named');
    return checkout.element;
  }, 'before it is made');
  fits(make);

  it('names the seat, and says what to do, aloud too', async () => {
    const { checkout } = await refused();
    expect(checkout.text).to.include(NAMED);
    expect(checkout.can(ALONG)).to.equal(true);
    await checkout.until(() => checkout.spoken.polite.includes(NAMED), 'it to be said');
  });

  for (const [lang, text] of Object.entries({
    en: 'This leaves one seat on its own: Stalls, row C, seat 1. Nobody would choose it any more, so you cannot order like this: move along, or take it too. Take Stalls, row C, seat 1 instead',
    fr: 'un siège isolé : Parterre, rang C, siège 1. Plus personne ne le choisirait, et vous ne pouvez pas commander ainsi : décalez-vous, ou prenez-le aussi. Prendre plutôt Parterre, rang C, siège 1',
    de: 'ein einzelner Platz übrig: Parterre, Reihe C, Platz 1. Den wählt niemand mehr, deshalb können Sie so nicht bestellen: Rücken Sie weiter, oder nehmen Sie ihn dazu. Lieber Parterre, Reihe C, Platz 1 nehmen',
  })) {
    it(`does so in ${lang}`, async () => {
      const { checkout } = await refused();
      document.documentElement.lang = lang;
      await checkout.until(() => checkout.text.includes(text), text);
    });
  }

  it('names all seats, when there are more', async () => {
    const { checkout } = await refused({ cart: ['P-C-2', 'P-D-3', 'P-D-2'] });
    expect(checkout.text).to.include('alleen over: Parterre, rij C, stoel 1; Parterre, rij D, stoel 1, beperkt zicht.');
  });

  it('leads to the seat on the plan, where the page has one', async () => {
    const { checkout, ...scene } = await refused();
    expect(checkout.can('Toon op het plan')).to.equal(false);
    const map = await SeatMapObject.show(scene);
    await map.showList();
    await checkout.order('marie@voorbeeld.be');
    await checkout.until(() => checkout.can('Toon op het plan'), 'the way to the plan');
    await checkout.press('Toon op het plan');
    await map.until(() => map.focused.startsWith('Rij C, stoel 1,'), 'the seat to have the focus');
    await map.rest();
    expect(map.tooltip, 'for who came by a pointer, too').to.include('Rij C, stoel 1');
    expect(map.isInView('P-C-1')).to.equal(true);
  });

  it('mends the choice by one press, and the order can be made', async () => {
    const scene = await refused();
    const { checkout } = scene;
    await checkout.press(ALONG);
    await checkout.until(() => held(scene).join() === 'P-C-1 volwassene', 'the other seat to be held');
    await checkout.until(() => checkout.focused === 'Bestel en betaal € 22,00', 'the button to have the focus');
    expect(checkout.text).not.to.include(NAMED);
    expect(checkout.spoken.polite).to.include('In orde');
    await checkout.key('Enter');
    await checkout.until(() => checkout.visited.length > 0, 'the way to the payment page');
  });

  it('moves along by one press, at the price that was chosen', async () => {
    const scene = await refused({ cart: { seats: [{ seat: 'P-C-2', priceType: 'onder-26' }] } });
    await scene.checkout.press(ALONG);
    await scene.checkout.until(() => held(scene).join() === 'P-C-1 onder-26', 'the other seat to be held');
  });

  it('moves along even when no more places may be held', async () => {
    const row = Array.from({ length: 11 }, (_, index) => (index < 9 ? `P-A-${index + 1}` : `P-B-${index - 8}`));
    const scene = await refused({ cart: [...row, 'P-C-2'] });
    await scene.checkout.press(ALONG);
    await scene.checkout.until(() => held(scene).join().includes('P-C-1'), 'the other seat to be held');
    expect(held(scene)).to.have.length(12);
  });

  it('says why not when somebody was ahead, and everything stays as it was', async () => {
    const scene = await refused();
    const { checkout, api } = scene;
    api.failNext(/^POST .*\/lines/, { code: 'seats_taken' });
    await checkout.press(ALONG);
    await checkout.until(() => checkout.text.includes('Iemand was u net voor'), 'the refusal');
    expect(held(scene)).to.deep.equal(['P-C-2 volwassene']);
  });

  it('says so as soon as a place is given back, not only when ordering', async () => {
    const { checkout, shop } = await withCart(['P-C-1', 'P-C-2', 'P-B-5']);
    await giveBack(shop, 'P-C-1');
    await checkout.until(() => checkout.text.includes(NAMED), 'the seat to be named');
    await checkout.until(() => checkout.spoken.polite.includes(NAMED), 'it to be said');
    await checkout.press(ALONG);
    await checkout.until(() => !checkout.text.includes(NAMED), 'it to be mended');
    await giveBack(shop, 'P-B-5');
    await checkout.until(() => !checkout.text.includes('€ 44'), 'the rest to be shown');
    expect(checkout.text).not.to.include('alleen over');
  });

  it('says so while the hall beside it does not know yet, and leaves it to the map to say it aloud', async () => {
    const { checkout, api, ...scene } = await withCart(['P-C-5', 'P-C-6', 'P-C-7']);
    const map = await SeatMapObject.show({ api, ...scene });
    api.failNext(/\/live/, 'hang', Number.POSITIVE_INFINITY);
    api.drop();
    await giveBack(scene.shop, 'P-C-6');
    const named = 'alleen over: Parterre, rij C, stoel 6.';
    await checkout.until(() => checkout.text.includes(named), 'the seat to be named');
    await map.rest();
    expect(checkout.spoken.polite).not.to.include(named);
  });

  it('is silent as soon as the choice is another one', async () => {
    const { checkout, shop } = await refused();
    await shop.cart.hold({ performance: TONIGHT, seats: [{ seat: 'P-C-1' }] });
    await checkout.until(() => !checkout.text.includes('alleen over'), 'the refusal to go');
  });

  it('names the seat of the performance it is about', async () => {
    const scene = createScene({ cart: ['P-B-5', 'P-B-6'] });
    await scene.shop.cart.hold({ performance: 'zeven-muizen', seats: [{ seat: 'P-C-2' }] });
    const checkout = await CheckoutObject.show(scene);
    await checkout.order('marie@voorbeeld.be');
    await checkout.until(() => checkout.text.includes(NAMED), 'the seat to be named');
    await checkout.press(ALONG);
    await checkout.until(() => held(scene).some((place) => place.startsWith('P-C-1 ')), 'the seat to be held');
    const cart = scene.shop.cart.get();
    const moved = cart.state === 'open' ? cart.cart.lines.find(({ place }) => place.id === 'P-C-1') : undefined;
    expect(moved?.performance.id).to.equal('zeven-muizen');
  });

  it('leaves the sentence without a name when the plan cannot be had', async () => {
    const scene = createScene({ cart: ['P-C-2'] });
    const checkout = await CheckoutObject.show(scene);
    scene.api.failNext(/^GET .*\/(status|plans)/, { code: 'not_found' }, Number.POSITIVE_INFINITY);
    await checkout.order('marie@voorbeeld.be');
    await checkout.until(() => checkout.text.includes('Zo blijft er één stoel alleen over.'), 'the refusal');
    expect(checkout.can(ALONG)).to.equal(false);
  });
});
