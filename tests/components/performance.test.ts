import { expect, oneEvent } from '@open-wc/testing';
import type { FoyerPerformanceOpenEvent } from '../../components/programme/programme.events.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { SHARED_SEASON, SOLD_OUT_SEASON, severalDates } from '../../stories/fixtures/season.ts';
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
import { PerformanceObject } from '../harness/elements/performance.ts';

const PAGE = 'https://delantaarn.example/voorstelling/de-zoutweg';

const open = async (id = 'de-zoutweg', options: SceneOptions = {}, canonical = '') => {
  const scene = createScene({ timers: createManualTimers(), programme: SHARED_SEASON, ...options });
  return { ...scene, shown: await PerformanceObject.show(scene, id, canonical) };
};
const make = async () => (await open('de-zoutweg', { programme: severalDates })).shown.element;
const cancelled = async () => (await open('de-ontdekking-van-de-soep')).shown.element;
const soldOut = async () => (await open('zeven-muizen', { programme: SOLD_OUT_SEASON })).shown.element;

describe('foyer-performance', () => {
  describe('keeps what every element promises', () => {
    accessible(make);
    accessible(soldOut, 'when it is sold out');
    accessible(cancelled, 'when it is cancelled');
    accessible(async () => (await open('is-er-niet')).shown.element, 'when there is none');
    fits(make);
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(make);
    silent(make);
    themed(make, ['--foyer-color-accent', '--foyer-color-text']);
  });

  it('tells what it is, when and where, and what it costs', async () => {
    const { shown } = await open();
    expect(shown.title).to.equal('De zoutweg');
    expect(shown.text).to.contain('Donderdag 3 december 2026 om 20:00');
    expect(shown.text).to.contain('Drie broers erven een zoutmijn');
    expect(shown.note).to.equal('vanaf € 11');
    expect(shown.facts).to.equal(
      'Zaal Kleine zaal Taal Nederlands Toegankelijkheid Rolstoelplaatsen, Boventiteling en Ringleiding',
    );
    expect(shown.leadsTo('Kies uw plaatsen')).to.equal('#tickets');
  });

  it('lists every date of the production, each with what it costs or why not', async () => {
    const { shown } = await open('de-zoutweg', { programme: severalDates });
    expect(shown.dates).to.deep.equal([
      'do 3 december om 20:00 vanaf € 11',
      'vr 4 december om 20:00 vanaf € 11 · laatste plaatsen',
      'za 5 december om 20:00 uitverkocht',
    ]);
    expect(shown.can('do 3 december om 20:00')).to.equal(false);
    expect(shown.leadsTo('vr 4 december om 20:00')).to.equal('/voorstelling?id=de-zoutweg-2');
    expect(shown.facts).to.contain('Duur ongeveer 105 minuten');
  });

  it('opens another date by the event of the programme', async () => {
    const { shown } = await open('de-zoutweg', { programme: severalDates });
    document.addEventListener('foyer-performance-open', (event) => event.preventDefault(), { once: true });
    const heard = oneEvent<FoyerPerformanceOpenEvent>(document, 'foyer-performance-open');
    await shown.press('vr 4 december om 20:00');
    expect((await heard).performance).to.equal('de-zoutweg-2');
  });

  it('leads who finds it sold out to another date', async () => {
    const { shown } = await open('wie-het-laatst-lacht', { programme: SOLD_OUT_SEASON });
    expect(shown.is('sold-out')).to.equal(true);
    expect(shown.text).to.contain('Deze datum is uitverkocht. Op een andere datum is er nog plaats.');
    expect(shown.can('Kies uw plaatsen')).to.equal(false);
    expect(shown.leadsTo('vr 18 december om 20:00')).to.equal('/voorstelling?id=wie-het-laatst-lacht-2');
  });

  it('and to something alike where there is none', async () => {
    const { shown } = await open('zeven-muizen', { programme: SOLD_OUT_SEASON });
    expect(shown.text).to.contain('Deze voorstelling is uitverkocht.');
    expect(shown.dates).to.deep.equal(['Zingende zaag vanaf € 8']);
  });

  describe('when it is cancelled', () => {
    const evenings = severalDates.map((one, at) => (at === 0 ? { ...one, state: 'cancelled' as const } : one));

    it('says what becomes of tickets, and sells none', async () => {
      const { shown } = await open('de-ontdekking-van-de-soep');
      expect(shown.is('cancelled')).to.equal(true);
      expect(shown.note).to.equal('Gaat niet door');
      expect(shown.text).to.contain('Dan krijgt u het geld vanzelf terug');
      expect(shown.can('Kies uw plaatsen')).to.equal(false);
    });

    it('leads to another date before it tells its story', async () => {
      const { shown } = await open('de-zoutweg', { programme: evenings });
      expect(shown.text).to.contain('Op een andere datum is er nog plaats.');
      expect(shown.text).not.to.contain('uitverkocht. Op');
      expect(shown.text.indexOf('vr 4 december')).to.be.lessThan(shown.text.indexOf('Drie broers'));
    });

    it('leads to something alike where there is no other', async () => {
      const { shown } = await open('de-ontdekking-van-de-soep');
      expect(shown.dates).to.deep.equal([
        'Zeven muizen en een tuba vanaf € 4 · laatste plaatsen',
        'Zingende zaag vanaf € 2',
      ]);
    });
  });

  it('lets who finds it sold out wait in line, under its own heading', async () => {
    const { shown } = await open('zeven-muizen', { programme: SOLD_OUT_SEASON });
    await shown.until(() => shown.waitingList.includes('Zet mij op de wachtlijst'), 'the waiting list');
    const { shown: other } = await open('de-zoutweg');
    expect(other.waitingList).to.equal('');
  });

  it('leads who was offered places of it to those, however sold out it is', async () => {
    const programme = SOLD_OUT_SEASON.toSorted((one) => (one.id === 'zeven-muizen' ? -1 : 1));
    const { shown } = await open('zeven-muizen', { programme, cart: ['P-B-5'] });
    await shown.until(() => shown.can('Kies uw plaatsen'), 'the way to the places');
    expect(shown.waitingList).to.equal('');
  });

  it('is the first heading of a page that is about it, with no level left out below', async () => {
    const { shown } = await open('de-zoutweg', { programme: severalDates });
    expect(shown.headings).to.deep.equal(['H2 De zoutweg', 'H3 Alle data']);
    shown.element.level = 1;
    await shown.element.updateComplete;
    expect(shown.headings).to.deep.equal(['H1 De zoutweg', 'H2 Alle data']);
  });

  it('names a partner that plays it, and leads to its site', async () => {
    const { shown } = await open('de-brug.nachttrein');
    expect(shown.text).to.contain('Speelt in Muziekcentrum De Brug');
    expect(shown.leadsTo('Muziekcentrum De Brug')).to.equal('https://debrug.example');
  });

  it('tells what the programme knows while a partner cannot be asked', async () => {
    const scene = createScene({ timers: createManualTimers(), programme: SHARED_SEASON });
    scene.api.failNext(/performances\/de-brug/, { code: 'partner_unavailable', centre: 'Muziekcentrum De Brug' }, 9);
    const shown = await PerformanceObject.show(scene, 'de-brug.nachttrein');
    expect(shown.title).to.equal('Nachttrein');
  });

  it('says so when there is none, which asking again would not mend', async () => {
    const { shown } = await open('is-er-niet');
    expect(shown.is('failed')).to.equal(true);
    expect(shown.text).to.contain('Deze voorstelling laat zich nu niet tonen.');
    expect(shown.can('Probeer opnieuw')).to.equal(false);
  });

  it('can be asked again when the centre cannot be reached', async () => {
    const scene = failedShop({ timers: createManualTimers(), programme: SHARED_SEASON });
    const shown = await PerformanceObject.show(scene, 'de-zoutweg');
    expect(shown.can('Probeer opnieuw')).to.equal(true);
  });

  describe('tells search engines', () => {
    it('of what its own centre plays, on the page that is said to be its own', async () => {
      const { shown } = await open('de-zoutweg', {}, PAGE);
      expect(shown.told).to.include({ '@type': 'TheaterEvent', url: PAGE, startDate: '2026-12-03T20:00:00+01:00' });
    });

    it('nothing on any other page, and nothing of a partner’s', async () => {
      expect((await open()).shown.told).to.equal(null);
      expect((await open('de-brug.nachttrein', {}, PAGE)).shown.told).to.equal(null);
    });

    it('in the language of the page', async () => {
      document.documentElement.lang = 'en';
      expect((await open('de-zoutweg', {}, PAGE)).shown.told?.name).to.equal('The Salt Road');
    });
  });
});
