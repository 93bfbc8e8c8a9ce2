import { expect, oneEvent } from '@open-wc/testing';
import type { FoyerPriceTypeChangeEvent } from '../../components/ticket-types/ticket-types.events.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { createScene, MANY_PLACES, type SceneOptions, SHARED, TWO_SEATS } from '../../stories/fixtures/shops.ts';
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
import { TicketTypesObject } from '../harness/elements/ticket-types.ts';

const SEAT = 'Parterre, rij B, stoel 5';
const OTHER = 'Parterre, rij B, stoel 6';
const ALL = 'Voor iedereen';

async function open(options: SceneOptions = {}) {
  const scene = createScene({ timers: createManualTimers(), cart: TWO_SEATS, ...options });
  return { ...scene, types: await TicketTypesObject.show(scene) };
}

const make = async () => (await open()).types.element;

describe('foyer-ticket-types', () => {
  describe('keeps what every element promises', () => {
    accessible(make, 'with two seats');
    accessible(async () => (await open({ cart: MANY_PLACES })).types.element, 'with many places');
    fits(make);
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(make);
    silent(make);
    themed(make, ['--foyer-color-accent', '--foyer-color-accent-quiet']);
  });

  it('offers every seat its price types with all-in prices', async () => {
    const { types } = await open();
    expect(types.seats).to.deep.equal([ALL, SEAT, OTHER]);
    expect(types.choices(SEAT)).to.deep.equal(['Volwassene · € 22,00', '-26 jaar · € 11,00', '65+ · € 19,80']);
    expect(types.chosen(SEAT)).to.equal('Volwassene · € 22,00');
  });

  it('names the zones, and no price for everybody, where seats cost differently', async () => {
    const { types } = await open({ cart: MANY_PLACES });
    const zones = types.seats.slice(1).map((seat) => seat.split(' · ')[1]);
    expect(new Set(zones)).to.deep.equal(new Set(['Rang 1', 'Rang 2']));
    expect(types.choices(ALL)).to.deep.equal(['Volwassene', '-26 jaar', '65+']);
  });

  it('folds the seats away while one choice serves all, and shows them for good once they differ', async () => {
    const { types, shop } = await open();
    expect(types.isApart).to.equal(false);
    const isTotal = (cents: number) => () => {
      const cart = shop.cart.get();
      return cart.state === 'open' && cart.cart.total.cents === cents;
    };
    await types.choose(SEAT, '-26 jaar');
    await types.until(isTotal(3300), 'the price of one');
    await types.choose(SEAT, 'Volwassene');
    await types.until(isTotal(4400), 'the same price for all');
    expect(types.isApart).to.equal(true);
  });

  it('shows seats that differ one by one from the start', async () => {
    const { types } = await open({ cart: MANY_PLACES });
    expect(types.isApart).to.equal(true);
  });

  it('offers one choice when there is one seat', async () => {
    const { types } = await open({ cart: ['P-B-5'] });
    expect(types.seats).to.deep.equal([SEAT]);
    expect(types.choices(SEAT)).to.deep.equal(['Volwassene € 22,00', '-26 jaar € 11,00', '65+ € 19,80']);
  });

  it('changes the price at once, says so, and tells the page', async () => {
    const { types, shop } = await open();
    const changed = oneEvent<FoyerPriceTypeChangeEvent>(document, 'foyer-price-type-change');
    await types.choose(SEAT, '-26 jaar');
    const { lines, priceType } = await changed;

    expect(priceType).to.equal('onder-26');
    expect(lines).to.have.length(1);
    const cart = shop.cart.get();
    expect(cart.state === 'open' && cart.cart.total.cents).to.equal(3300);
    expect(types.spoken.polite).to.equal(`${SEAT}: -26 jaar. Totaal € 33,00.`);
  });

  it('tells once what is asked of who gets a price', async () => {
    const { types } = await open();
    expect(types.reasons).to.deep.equal([]);
    await types.choose(ALL, '-26 jaar');
    await types.until(() => types.reasons.length > 0, 'the reason');
    expect(types.reasons).to.deep.equal(['-26 jaar Toon uw identiteitskaart aan de ingang.']);
  });

  for (const [group, total] of [
    [ALL, 3960],
    [SEAT, 4180],
  ] as const) {
    it(`is worked by the arrow keys: ${group}`, async () => {
      const { types, shop } = await open();
      types.enter(group);
      await types.key('ArrowDown');
      await types.key('ArrowDown');
      expect(types.chosen(SEAT)).to.equal('65+ · € 19,80');
      await types.until(() => {
        const cart = shop.cart.get();
        return cart.state === 'open' && !cart.busy && cart.cart.total.cents === total;
      }, 'the last choice to count');
      expect(types.chosen(SEAT)).to.equal('65+ · € 19,80');
    });
  }

  it('gives everybody the same by one choice', async () => {
    const { types } = await open();
    await types.choose(ALL, '65+');
    await types.until(() => types.spoken.polite !== '', 'the answer');
    expect(types.chosen(SEAT)).to.equal('65+ · € 19,80');
    expect(types.chosen(OTHER)).to.equal('65+ · € 19,80');
    expect(types.spoken.polite).to.equal('Alle plaatsen: 65+. Totaal € 39,60.');
  });

  it('shows no common choice while seats differ', async () => {
    const { types } = await open({ cart: MANY_PLACES });
    expect(types.chosen(ALL)).to.equal('');
  });

  it('goes back to what counts, and says why, when the centre refuses', async () => {
    const { types, api } = await open();
    api.failNext(/^PATCH/, { code: 'price_type_unknown' });
    await types.choose(SEAT, '-26 jaar');
    await types.until(() => types.text.includes('Dit tarief geldt niet'), 'the reason');
    expect(types.chosen(SEAT)).to.equal('Volwassene · € 22,00');
    expect(types.spoken.assertive).to.contain('Kies een ander tarief.');
  });

  it('offers a partner’s places the partner’s own price types, apart from ours', async () => {
    const { types, shop } = await open(SHARED);
    const [first, second] = ['Balkon, rij A, stoel 4', 'Balkon, rij A, stoel 5'];
    await types.until(() => types.choices(first).length === 2, 'the partner’s price types');
    expect(types.choices(first)).to.deep.equal(['Basis · € 22,00', 'Kansentarief · € 5,50']);
    expect(types.choices(SEAT)).to.deep.equal(['Volwassene · € 22,00', '-26 jaar · € 11,00', '65+ · € 19,80']);
    expect(types.chosen(second)).to.equal('Kansentarief · € 5,50');
    expect(types.text).to.contain('Speelt in Muziekcentrum De Brug');
    await types.choose(first, 'Kansentarief');
    await types.until(() => types.spoken.polite !== '', 'the answer');
    const cart = shop.cart.get();
    expect(cart.state === 'open' && cart.cart.total.cents).to.equal(4400 + 1100);
    expect(types.reasons).to.deep.equal(['Kansentarief Toon uw UiTPAS aan de ingang.']);
  });

  it('keeps to what was chosen while the partner cannot be asked', async () => {
    const scene = createScene({ timers: createManualTimers(), ...SHARED });
    scene.api.failNext(/^GET .performances.de-brug/, { code: 'partner_unavailable' }, Number.POSITIVE_INFINITY);
    const types = await TicketTypesObject.show(scene);
    expect(types.choices('Balkon, rij A, stoel 5')).to.deep.equal(['Kansentarief · € 5,50']);
    expect(types.choices(SEAT)).to.have.length(3);
  });

  it('takes no room while nothing is chosen, or while there is an order', async () => {
    const empty = await TicketTypesObject.show(createScene());
    expect(empty.is('empty')).to.equal(true);
    expect(empty.isVisible).to.equal(false);
    const ordered = await TicketTypesObject.show(createScene({ order: 'waiting' }));
    await ordered.until(() => ordered.is('aside'), 'it to step aside');
    expect(ordered.isVisible).to.equal(false);
  });
});
