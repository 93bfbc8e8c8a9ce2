import { expect } from '@open-wc/testing';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { PRICED, UITPAS } from '../../stories/fixtures/prices.ts';
import { createScene, type SceneOptions, TWO_SEATS } from '../../stories/fixtures/shops.ts';
import { accessible, fits, leavesNothingBehind, localised, rightToLeft, silent } from '../contracts/index.ts';
import { TicketTypesObject } from '../harness/elements/ticket-types.ts';

const SEAT = 'Parterre, rij B, stoel 5';
const OTHER = 'Parterre, rij B, stoel 6';

async function open(options: SceneOptions = {}) {
  const scene = createScene({ ...PRICED, cart: TWO_SEATS, timers: createManualTimers(), ...options });
  const types = await TicketTypesObject.show(scene);
  await types.until(() => types.partsOf('codes').length > 0, 'the rules');
  const state = scene.shop.cart.get();
  const lines = state.state === 'open' ? state.cart.lines.map(({ id }) => id) : [];
  return { ...scene, types, lines };
}

/** With passes, something cheaper, a birth year and UiTPAS, all of it in sight. */
async function makeFull() {
  const { types, shop, lines } = await open({ uitpas: UITPAS });
  await shop.cart.choose({ codes: ['VRIEND-1', 'KIJK-1'], birthYears: [{ line: lines[0] ?? '', year: 2016 }] });
  await types.until(() => types.partsOf('cheapest').length === 1, 'something cheaper');
  for (const summary of [/Waarom deze prijs/, /Hebt u een code/, /UiTPAS/]) await types.unfold(summary);
  return types.element;
}

const totalOf = ({ shop }: { shop: { cart: { get(): unknown } } }) =>
  (shop.cart.get() as { cart?: { total: { cents: number } } }).cart?.total.cents;

describe('foyer-ticket-types and the rules of a centre', () => {
  accessible(makeFull, 'with all that rules may bring');
  fits(makeFull, 'with all that rules may bring');
  leavesNothingBehind(makeFull);
  localised(makeFull);
  rightToLeft(makeFull);
  silent(makeFull);

  it('shows a price type that needs a pass, with what it needs, and not to be chosen without', async () => {
    const { types } = await open();
    expect(types.choices(SEAT)).to.include('Vrienden · met Vriendenpas · € 17,60');
    expect(types.isLocked(SEAT, 'Vrienden')).to.equal(true);
    await types.unfold(/Hebt u een code/);
    expect(types.text).to.contain('Vrienden is voor wie een Vriendenpas heeft.');
  });

  it('opens it once the code of the pass was given here', async () => {
    const scene = await open();
    const { types } = scene;
    await types.unfold(/Hebt u een code/);
    types.focus('Code');
    await types.type('vriend-1');
    await types.key('Enter');
    await types.until(() => !types.isLocked(SEAT, 'Vrienden'), 'the price type');
    expect(types.partsOf('used-code')[0]).to.contain('voor 2 personen');
    await types.choose(SEAT, 'Vrienden');
    await types.until(() => totalOf(scene) === 1760 + 2200 + 150, 'the price of friends');
  });

  it('previews what rules make of every price type, not only of the chosen one', async () => {
    const scene = createScene({ ...PRICED, timers: createManualTimers() });
    await scene.shop.cart.hold({ performance: 'zeven-muizen', seats: [{ seat: 'P-B-5' }] });
    const types = await TicketTypesObject.show(scene);
    await types.until(() => types.partsOf('why').length > 0, 'the rules');
    await types.until(() => types.choices(SEAT)[1]?.includes('7,20') ?? false, 'the preview');
    expect(types.choices(SEAT).slice(0, 3)).to.deep.equal(['Volwassene € 14,40', '-26 jaar € 7,20', '65+ € 12,96']);
  });

  it('tells the reason of a price to who wants to know', async () => {
    const { types, shop } = await open();
    expect(types.partsOf('why')).to.deep.equal([]);
    await shop.cart.addCode('LENTE26');
    await types.until(() => types.partsOf('why').length === 2, 'the reasons');
    await types.unfold(/Waarom deze prijs/);
    expect(types.partsOf('why')[0]).to.equal('Waarom deze prijs? Volwassene € 22,00 Lenteactie € -3,00 Prijs € 19,00');
  });

  it('asks a birth year where a rule needs it, and shows the price it makes', async () => {
    const scene = await open();
    const { types } = scene;
    await types.fillYear(SEAT, '2018');
    await types.until(() => totalOf(scene) === 600 + 2200 + 150, 'the price of a child');
    expect(types.spoken.polite).to.equal(`${SEAT}: € 6,00.`);
    await types.fillYear(SEAT, '');
    await types.until(() => totalOf(scene) === 4400 + 150, 'the usual price again');
  });

  it('says what is wrong with a year, and asks nothing of the centre', async () => {
    const { types, api } = await open();
    await types.fillYear(SEAT, '18');
    await types.until(() => types.spoken.assertive !== '', 'what is wrong');
    expect(types.spoken.assertive).to.equal('Vul een jaar met vier cijfers in, zoals 2014.');
    expect(api.requests.some(({ method }) => method === 'PUT')).to.equal(false);
  });

  it('asks no birth year where no rule needs it', async () => {
    const { types } = await open({ prices: { ...PRICED.prices, rules: [] } });
    expect(types.yearsAsked).to.equal(0);
  });

  it('offers the cheapest combination by one press, only when it saves, and says what it is', async () => {
    const scene = await open();
    const { types, shop } = scene;
    expect(types.partsOf('cheapest')).to.deep.equal([]);
    await shop.cart.addCode('VRIEND-1');
    await types.until(() => types.partsOf('cheapest').length === 1, 'something cheaper');
    expect(types.partsOf('cheapest')[0]).to.contain('Het kan € 8,80 goedkoper');
    expect(types.partsOf('cheapest')[0]).to.contain(`${SEAT}: Vrienden ${OTHER}: Vrienden`);
    await types.press('Neem de laagste prijzen');
    await types.until(() => totalOf(scene) === 2 * 1760 + 150, 'the lowest prices');
    await types.until(() => types.partsOf('cheapest').length === 0, 'no more to offer');
    expect(types.spoken.polite).to.equal('U hebt nu de laagste prijzen. Totaal € 36,70.');
  });

  it('takes a place on a pass that was shown, and gives it back', async () => {
    const scene = await open();
    const { types, shop } = scene;
    await shop.cart.addCode('KIJK-1');
    await types.until(() => types.can(`${SEAT} op Kijkpas`), 'the pass');
    await types.press(`${SEAT} op Kijkpas`);
    await types.until(() => totalOf(scene) === 2200 + 150, 'a free place');
    await types.press(`${SEAT} op Kijkpas`);
    await types.until(() => totalOf(scene) === 4400 + 150, 'the usual price');
  });

  describe('with UiTPAS', () => {
    async function asked() {
      const scene = await open({ uitpas: UITPAS });
      const { types } = scene;
      await types.unfold(/UiTPAS/);
      types.focus('UiTPAS-nummer');
      await types.type('0900 0000 9590 2');
      await types.key('Enter');
      await types.until(() => types.partsOf('tariffs').length === 1, 'the tariffs');
      return scene;
    }

    it('shows the tariffs of a card and all that UiTPAS says', async () => {
      const { types } = await asked();
      expect(types.partsOf('tariffs')[0]).to.equal(
        `${SEAT} Neem UiTPAS kansentarief: € 4,40 Neem Cultuurbon: € 2,00 UiTPAS zegt: Deze UiTPAS is nog geldig tot eind december. Verleng ze in uw gemeente.`,
      );
      expect(types.spoken.polite).to.contain('UiTPAS zegt: Deze UiTPAS');
    });

    it('takes a tariff, and gives it back', async () => {
      const scene = await asked();
      const { types } = scene;
      await types.press('Neem UiTPAS kansentarief: € 4,40');
      await types.until(() => totalOf(scene) === 440 + 2200 + 150, 'the tariff');
      expect(types.spoken.polite).to.equal(`${SEAT}: UiTPAS kansentarief.`);
      await types.press(`Zonder UiTPAS: ${SEAT}`);
      await types.until(() => totalOf(scene) === 4400 + 150, 'the usual price');
    });

    it('never sends a number that is none, and says what is wrong', async () => {
      const { types, api } = await open({ uitpas: UITPAS });
      await types.unfold(/UiTPAS/);
      types.focus('UiTPAS-nummer');
      await types.type('123');
      await types.key('Enter');
      await types.until(() => types.spoken.assertive !== '', 'what is wrong');
      expect(types.spoken.assertive).to.contain('Kijk de 13 cijfers op uw kaart na.');
      expect(api.requests.some(({ path }) => path.endsWith('/uitpas'))).to.equal(false);
    });

    it('says so when a card has no tariff here', async () => {
      const { types } = await open({ uitpas: { tariffs: [], message: null } });
      await types.unfold(/UiTPAS/);
      types.focus('UiTPAS-nummer');
      await types.type('0900000095902');
      await types.key('Enter');
      await types.until(() => types.partsOf('tariffs').length === 1, 'the answer');
      expect(types.partsOf('tariffs')[0]).to.contain('UiTPAS geeft voor deze plaats geen voordeel.');
    });
  });
});
