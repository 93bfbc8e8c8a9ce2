import { expect, oneEvent } from '@open-wc/testing';
import type { FoyerOrderChangeEvent } from '../../components/order/order.events.ts';
import type { OrderState } from '../../sdk/contract/index.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { createScene, failedShop, MANY_PLACES, type SceneOptions, SHARED } from '../../stories/fixtures/shops.ts';
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
import { OrderObject } from '../harness/elements/order.ts';

async function open(state: OrderState, options: SceneOptions = {}) {
  const timers = createManualTimers();
  const scene = createScene({ timers, order: state, ...options });
  return { ...scene, timers, order: await OrderObject.show(scene) };
}

const make = (state: OrderState) => async () => (await open(state)).order.element;
const STATES: readonly OrderState[] = ['waiting', 'paid', 'failed', 'cancelled', 'expired', 'refunding', 'refunded'];

describe('foyer-order', () => {
  describe('keeps what every element promises', () => {
    for (const state of STATES) accessible(make(state), `when it is ${state}`);
    fits(make('paid'));
    hidden(make('paid'));
    leavesNothingBehind(make('paid'));
    accessible(
      async () => (await open('paid', { ...SHARED, part: 'confirming' })).order.element,
      'while a partner confirms',
    );
    accessible(async () => (await open('paid', { ...SHARED, part: 'lost' })).order.element, 'when a part is lost');
    localised(make('failed'));
    rightToLeft(make('paid'));
    silent(make('paid'));
    themed(make('paid'), ['--foyer-color-accent', '--foyer-color-success']);
  });

  it('takes no room when there is none', async () => {
    const order = await OrderObject.show(createScene());
    expect(order.is('none')).to.equal(true);
    expect(order.isVisible).to.equal(false);
  });

  describe('when it is paid', () => {
    it('shows a ticket with its code for every place', async () => {
      const { order } = await open('paid', { cart: MANY_PLACES });
      await order.until(() => order.codes.length === 6, 'the codes');
      expect(order.title).to.equal('Uw tickets zijn klaar');
      expect(order.codes[0]).to.equal('QR-code van Parterre, rij E, stoel 1, rolstoelplaats');
      expect(order.tickets[3]).to.equal('Balkon, rij A, stoel 4 65+ € 14,40');
      expect(order.total).to.equal('Betaald € 85,40');
    });

    it('still shows the tickets when a code cannot be had', async () => {
      const scene = createScene({ timers: createManualTimers(), order: 'paid' });
      scene.api.failNext(/\.svg$/, { code: 'internal' });
      const order = await OrderObject.show(scene);
      await order.until(() => order.codes.length === 1, 'the other code');
      expect(order.tickets).to.have.length(2);
    });

    it('gives the tickets as a file', async () => {
      const { order, api } = await open('paid');
      const saved = oneDownload();
      await order.press('Download de tickets (PDF)');
      expect(await saved).to.match(/^2026-.*\.pdf$/);
      await order.until(() => order.spoken.polite === 'De tickets zijn gedownload.', 'the news');
      expect(api.requests.some(({ path }) => path.endsWith('/tickets.pdf'))).to.equal(true);
    });

    it('makes room for choosing again', async () => {
      const { order } = await open('paid');
      const closed = oneEvent(document, 'foyer-order-close');
      await order.press('Koop nog tickets');
      await closed;
      await order.until(() => order.is('brief'), 'the order to step aside');
    });
  });

  describe('when partners play part of it', () => {
    it('shows every ticket under the house where it plays', async () => {
      const { order } = await open('paid', SHARED);
      await order.until(() => order.codes.length === 4, 'the codes');
      expect(order.title).to.equal('Uw tickets zijn klaar');
      expect(order.text).to.match(/Speelt in Cultuurcentrum De Lantaarn.+Speelt in Muziekcentrum De Brug/);
      expect(order.tickets[3]).to.equal('Balkon, rij A, stoel 5 Kansentarief € 5,50');
    });

    it('waits for the partner’s word by itself, and says when it is there', async () => {
      const { order, api, shop, timers } = await open('paid', { ...SHARED, part: 'confirming' });
      await order.until(() => order.codes.length === 2, 'the codes of our own');
      expect(order.title).to.equal('Uw betaling is binnen');
      expect(order.text).to.contain('Muziekcentrum De Brug bevestigt nog; uw tickets volgen.');
      const now = shop.order.get();
      if (now.state === 'ready') api.decidePart(now.order.id, 'de-brug', 'confirmed');
      timers.advance(5000);
      await order.until(() => order.codes.length === 4, 'the other codes');
      expect(order.title).to.equal('Uw tickets zijn klaar');
      expect(order.spoken.polite).to.equal('Muziekcentrum De Brug heeft bevestigd: uw tickets zijn er.');
    });

    it('offers no tickets to keep while there are none', async () => {
      const { order } = await open('paid', {
        ...SHARED,
        cart: { seats: [], areas: [] },
        part: 'confirming',
      });
      expect(order.can('Download de tickets (PDF)')).to.equal(false);
    });

    it('says which part of the money goes back, and that the rest stands', async () => {
      const { order } = await open('paid', { ...SHARED, part: 'lost' });
      await order.until(() => order.codes.length === 2, 'the codes of our own');
      expect(order.title).to.equal('Een deel van uw bestelling is gelukt');
      expect(order.text).to.contain('U krijgt € 27,50 terug; de rest blijft geldig.');
      expect(order.text).to.contain('We storten € 27,50 terug');
      expect(order.text).not.to.contain('al aan iemand anders verkocht');
    });
  });

  describe('while the payment is not decided', () => {
    it('says what to do and where to pay', async () => {
      const { order } = await open('waiting');
      expect(order.title).to.equal('Nog niet betaald');
      expect(order.text).to.contain('We houden uw plaatsen nog vast tot 12:15.');
      expect(order.text).to.contain('Betaalde u net?');
      expect(order.leadsTo('Ga verder met betalen')).to.match(/^https:\/\/betalen\.example\/checkout\//);
      expect(order.total).to.equal('Te betalen € 44,00');
    });

    it('shows the tickets, and tells the page, as soon as it is', async () => {
      const { order, api, shop, timers } = await open('waiting');
      const changed = oneEvent<FoyerOrderChangeEvent>(document, 'foyer-order-change');
      const now = shop.order.get();
      if (now.state === 'ready') api.decide(now.order.id, 'paid');
      timers.advance(5000);
      expect((await changed).order.state).to.equal('paid');
      await order.until(() => order.codes.length === 2, 'the codes');
      expect(order.spoken.polite).to.equal('Uw tickets zijn klaar');
    });

    it('is waited for once it is under way and there is nothing to do', async () => {
      const { order, api, shop, timers } = await open('waiting');
      const now = shop.order.get();
      if (now.state === 'ready') api.decide(now.order.id, 'waiting');
      timers.advance(5000);
      await order.until(() => order.title === 'We wachten op uw betaling', 'the news');
      expect(order.can('Ga verder met betalen')).to.equal(false);
    });
  });

  it('tells a cancelled payment, which can be made again, from a cancelled order', async () => {
    const { order } = await open('cancelled');
    expect(order.title).to.equal('De betaling is geannuleerd');
    expect(order.can('Probeer opnieuw te betalen')).to.equal(true);
  });

  describe('when the payment failed', () => {
    it('says that nothing was charged and until when the places stay', async () => {
      const { order } = await open('failed');
      expect(order.title).to.equal('De betaling is niet gelukt');
      expect(order.text).to.contain('Er is niets aangerekend. We houden uw plaatsen nog vast tot 12:10.');
    });

    it('goes to pay again by one press', async () => {
      const { order } = await open('failed');
      await order.press('Probeer opnieuw te betalen');
      await order.until(() => order.visited.length > 0, 'the way to the payment page');
      expect(order.visited[0]).to.match(/^https:\/\/betalen\.example\/checkout\//);
    });

    it('says why when that cannot be', async () => {
      const { order, api } = await open('failed');
      api.failNext(/\/pay$/, { code: 'order_not_payable' });
      await order.press('Probeer opnieuw te betalen');
      await order.until(() => order.text.includes('kan niet meer betaald worden'), 'the reason');
      expect(order.visited).to.deep.equal([]);
    });
  });

  it('says that time ran out, and how to go on', async () => {
    const { order } = await open('expired');
    expect(order.title).to.equal('De tijd om te betalen is om');
    expect(order.can('Kies opnieuw plaatsen')).to.equal(true);
    expect(order.total).to.equal('');
  });

  it('says why money goes back, and how much', async () => {
    const { order } = await open('refunding', { reason: 'seats-lost' });
    await order.until(() => order.text.includes('al aan iemand anders verkocht'), 'the reason');
    expect(order.text).to.contain('We storten € 44,00 terug');
  });

  it('says it in the words of the page where it has some, also of what seldom happens', async () => {
    const { order } = await open('refunding', { reason: 'seats-lost' });
    order.element.messages = { refundUnderWay: (amount: string) => `${amount} is onderweg.` };
    await order.until(() => order.text.includes('€ 44,00 is onderweg.'), 'the words of the page');
  });

  it('can be looked up again when it could not', async () => {
    const scene = failedShop({ timers: createManualTimers(), order: 'paid' });
    const order = await OrderObject.show(scene);
    await order.until(() => order.text.includes('We kunnen uw bestelling nu niet tonen'), 'the failure');
    expect(order.can('Kijk opnieuw')).to.equal(true);
  });
});

/** The name of the next file the page gives the visitor. */
function oneDownload(): Promise<string> {
  const { click } = HTMLAnchorElement.prototype;
  return new Promise((resolve) => {
    HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
      HTMLAnchorElement.prototype.click = click;
      resolve(this.download);
    };
  });
}
