import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { FoyerSeatsChangeEvent } from '../../components/seat-map/seat-map.events.ts';
import type { FoyerSeatMap } from '../../components/seat-map/seat-map.ts';
import { createSeatChoice } from '../../sdk/index.ts';
import { layOutPlan } from '../../sdk/model/seating-plan/index.ts';
import { pricesFor, SMALL_HALL } from '../../stories/fixtures/world.ts';
import { accessible, leavesNothingBehind } from '../contracts/index.ts';
import { SeatMapObject } from '../harness/elements/seat-map.ts';

type Given = Partial<Pick<FoyerSeatMap, 'plan' | 'status' | 'prices' | 'selected' | 'store'>>;

const PRICES = pricesFor(SMALL_HALL, 22);

async function show({ plan, status, prices = PRICES, selected, store }: Given, state = '') {
  const element = await fixture<FoyerSeatMap>(html`
    <foyer-seat-map
      performance="vanavond"
      .plan=${plan}
      .status=${status}
      .prices=${prices}
      .selected=${selected}
      .store=${store}
    ></foyer-seat-map>
  `);
  return SeatMapObject.of(element, state);
}

const make = async () =>
  (await show({ plan: SMALL_HALL, status: { seats: { 'P-C-4': 'sold' } }, selected: ['P-B-5'] })).element;

describe('foyer-seat-map without a server', () => {
  let fetched: string[] = [];
  const { fetch } = window;

  beforeEach(async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    fetched = [];
    window.fetch = (input, init) => {
      fetched.push(String(input));
      return fetch(input, init);
    };
  });
  afterEach(() => {
    window.fetch = fetch;
    expect(fetched).to.deep.equal([]);
  });

  accessible(make, 'with a hall of its own');
  leavesNothingBehind(make);

  it('shows plan, status, prices and own seats as they are given', async () => {
    const map = await show({ plan: SMALL_HALL, status: { seats: { 'P-C-4': 'sold' } }, selected: ['P-B-5'] });
    expect(map.is('ready')).to.equal(true);
    expect(map.spokenName('P-C-3')).to.match(/^Rij C, stoel 3, Parterre, € 22.*, vrij$/);
    expect(map.spokenName('P-C-4')).to.contain('niet meer vrij');
    expect(map.isChosen('P-B-5')).to.equal(true);
  });

  it('takes a plan that is laid out already, without prices', async () => {
    const map = await show({ plan: layOutPlan(SMALL_HALL), prices: [] });
    expect(map.spokenName('P-C-3')).to.equal('Rij C, stoel 3, Parterre, vrij');
    expect(map.text).not.to.contain('·');
  });

  it('makes a seat the visitor’s when it is picked, and tells the page', async () => {
    const map = await show({ plan: SMALL_HALL });
    const changed = oneEvent(map.element, 'foyer-seats-change') as Promise<FoyerSeatsChangeEvent>;
    await map.pick('P-C-3');
    const { performance, seats } = await changed;
    expect([performance, seats]).to.deep.equal(['vanavond', ['P-C-3']]);
    expect(map.element.selected).to.deep.equal(['P-C-3']);
    expect(map.isChosen('P-C-3')).to.equal(true);
    await map.click('P-C-3');
    await map.until(() => !map.isChosen('P-C-3'), 'the seat to be free');
    expect(map.element.selected).to.deep.equal([]);
  });

  it('leaves everything as it is when the page says no', async () => {
    const map = await show({ plan: SMALL_HALL });
    map.element.addEventListener('foyer-seat-pick', (event) => event.preventDefault());
    await map.pick('P-C-3');
    expect(map.isChosen('P-C-3')).to.equal(false);
    expect(map.element.selected ?? []).to.deep.equal([]);
  });

  it('counts places without number', async () => {
    const map = await show({ plan: SMALL_HALL, status: { areas: { STAAN: { free: 1 } } } });
    await map.until(() => map.inArea !== '', 'the standing places to be offered');
    await map.press('Eén plaats meer: Staanplaatsen');
    await map.until(() => map.inArea === '1', 'one place');
    expect(map.text).to.contain('volzet');
  });

  it('follows what the page gives later', async () => {
    const map = await show({ plan: SMALL_HALL });
    map.element.status = { seats: { 'P-C-4': 'held' } };
    await map.until(() => map.spokenName('P-C-4').includes('iemand anders'), 'the seat to be held');
    map.element.selected = ['P-D-5'];
    await map.until(() => map.isChosen('P-D-5'), 'the seat to be chosen');
  });

  it('shows a choice that the page made itself', async () => {
    const store = createSeatChoice({ plan: SMALL_HALL, prices: PRICES });
    const map = await show({ store });
    await map.pick('P-C-3');
    expect(store.selected).to.deep.equal(['P-C-3']);
    store.release('P-C-3');
    await map.until(() => !map.isChosen('P-C-3'), 'the seat to be free');
  });

  it('throws at once when a property can only be a mistake', async () => {
    const { element } = await show({ plan: SMALL_HALL });
    const set = (value: unknown) => Object.assign(element, { status: value });
    expect(() => set('sold')).to.throw(TypeError, 'foyer-seat-map: expected `status` to be an object, got string');
    set(undefined);
  });

  it('says that there is no plan when what is given is none, and shows the next one', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => void warnings.push(text);
    const map = await show({ plan: { ...SMALL_HALL, zones: [] } }, 'failed');
    console.warn = warn;
    expect(map.text).to.contain('laat zich nu niet tonen');
    expect(warnings.join()).to.contain('zone "rang-1"');
    map.element.plan = SMALL_HALL;
    await map.until(() => map.is('ready'), 'the hall');
  });
});
