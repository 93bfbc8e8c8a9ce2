import { expect, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { FoyerPerformanceOpenEvent } from '../../components/programme/programme.events.ts';
import { createCluster } from '../../stories/fixtures/cluster.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { PARTNER_SEASON, SEASON, SHARED_SEASON, SOLD_OUT_SEASON } from '../../stories/fixtures/season.ts';
import { createScene, type SceneOptions } from '../../stories/fixtures/shops.ts';
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
import { ProgrammeObject } from '../harness/elements/programme.ts';

const open = async (options: SceneOptions = {}, looks = {}) => {
  const scene = createScene({ timers: createManualTimers(), programme: SHARED_SEASON, ...options });
  return { ...scene, programme: await ProgrammeObject.show(scene, looks) };
};
const make = async () => (await open()).programme.element;

const together = () => createCluster({ timers: createManualTimers() });

async function withPartnerAway() {
  const cluster = together();
  cluster.partner.failNext(/./, { code: 'internal' }, 2);
  return { cluster, programme: await ProgrammeObject.showTogether(cluster) };
}

async function withNobody() {
  const cluster = together();
  for (const api of [cluster.own, cluster.partner]) api.failNext(/./, { code: 'internal' }, 2);
  return { cluster, programme: await ProgrammeObject.showTogether(cluster) };
}

describe('foyer-programme', () => {
  describe('keeps what every element promises', () => {
    accessible(make, 'in a shop');
    accessible(
      async () => (await open({}, { ownFirst: true, layout: 'list' })).programme.element,
      'as a list, own first',
    );
    accessible(async () => {
      await setViewport({ width: 360, height: 740 });
      const { programme } = await open();
      await programme.press('Filters');
      await programme.filter('genre', 'familie');
      return programme.element;
    }, 'with its filters open on a phone');
    accessible(async () => (await withPartnerAway()).programme.element, 'while a centre is away');
    accessible(async () => (await withNobody()).programme.element, 'when nobody answers');
    accessible(async () => (await open({ programme: [] })).programme.element, 'when nothing is on');
    fits(make);
    fits(async () => (await open({}, { layout: 'list' })).programme.element, 'as a list');
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(make);
    silent(make);
    themed(make, ['--foyer-color-accent', '--foyer-color-accent-quiet']);
  });

  it('shows what a shop’s centre sells by start, partners among its own and named', async () => {
    const { programme } = await open();
    expect(programme.titles.slice(0, 3)).to.deep.equal(['De zoutweg', 'Nachttrein', 'Wie het laatst lacht']);
    expect(programme.about('Nachttrein')).to.contain('Speelt in Muziekcentrum De Brug');
    expect(programme.about('De zoutweg')).not.to.contain('Speelt in');
    expect(programme.headings).to.deep.equal(['December 2026', 'Januari 2027']);
  });

  it('names no house where there is only one', async () => {
    const { programme } = await open({ programme: SEASON });
    expect(programme.text).not.to.contain('Speelt in');
    expect(programme.has('centre')).to.equal(false);
  });

  it('puts the house’s own evenings first when the page asks so', async () => {
    const { programme } = await open({}, { ownFirst: true });
    expect(programme.titles).to.deep.equal([...SEASON, ...PARTNER_SEASON].map(({ title }) => title.nl));
    expect(programme.headings).to.include.members(['Cultuurcentrum De Lantaarn', 'Bij onze partners']);
  });

  for (const [title, note] of [
    ['De zoutweg', 'vanaf € 11'],
    ['Wie het laatst lacht', 'uitverkocht'],
    ['Zeven muizen en een tuba', 'laatste plaatsen'],
    ['Open repetitie', 'gratis'],
    ['De ontdekking van de soep', 'gaat niet door'],
    ['Een huis van papier', 'in verkoop vanaf di 1 dec'],
  ] as const) {
    it(`says what it costs, or why not: ${note}`, async () => {
      const { programme } = await open();
      expect(programme.about(title)).to.contain(note);
    });
  }

  describe('lets a visitor look', () => {
    it('while typing, and says how many are left', async () => {
      const { programme } = await open();
      await programme.search('noordkaap');
      expect(programme.titles).to.deep.equal(['De zoutweg', 'Een huis van papier']);
      expect(programme.spoken.polite).to.equal('2 voorstellingen');
    });

    it('with a slip of the hand: what it may have been stands under a heading that says so', async () => {
      const { programme } = await open();
      await programme.search('nachtrein');
      expect(programme.titles).to.deep.equal(['Nachttrein']);
      expect(programme.headings).to.deep.equal(['Lijkt op wat u typt', 'December 2026']);
      expect(programme.spoken.polite).to.equal('1 voorstelling');
      await programme.search('nachttrein');
      expect(programme.headings).to.deep.equal(['December 2026']);
    });

    it('without headings over what was not found', async () => {
      const { programme } = await open({}, { ownFirst: true });
      await programme.filter('genre', 'jazz');
      expect(programme.headings).to.deep.equal(['Bij onze partners', 'December 2026']);
    });

    it('by genre, by house and by day', async () => {
      const { programme } = await open();
      await programme.filter('genre', 'familie');
      expect(programme.titles).to.have.length(3);
      await programme.filter('centre', 'de-brug');
      expect(programme.titles).to.deep.equal(['Zingende zaag']);
      await programme.filter('genre', '');
      await programme.filter('from', '2027-01-01');
      expect(programme.titles).to.deep.equal(['Stroomopwaarts']);
    });

    it('among houses and genres that there are, by their names', async () => {
      const { programme } = await open();
      expect(programme.options('centre')).to.deep.equal([
        'Alle huizen',
        'Cultuurcentrum De Lantaarn',
        'Muziekcentrum De Brug',
      ]);
      expect(programme.options('genre')).to.include.members(['Familie', 'Jazz', 'Theater']);
    });

    it('for free places only, behind a button where there is little room', async () => {
      await setViewport({ width: 360, height: 740 });
      const { programme } = await open();
      expect(programme.can('Alleen waar nog plaats is')).to.equal(false);
      await programme.press('Filters');
      await programme.press('Alleen waar nog plaats is');
      expect(programme.titles).not.to.include.members(['Wie het laatst lacht']);
      expect(programme.titles).to.include.members(['Nachttrein']);
    });

    it('behind a button that says how much is chosen there, and out again by one that says how much is left', async () => {
      await setViewport({ width: 360, height: 740 });
      const { programme } = await open();
      await programme.search('e');
      await programme.press('Filters');
      expect(programme.can(`Toon ${programme.titles.length} voorstellingen`)).to.equal(true);
      await programme.filter('genre', 'familie');
      await programme.filter('from', '2026-12-01');
      expect(programme.can('Filters 2 ingesteld')).to.equal(true);
      await programme.press('Toon 3 voorstellingen');
      expect(programme.can('Alleen waar nog plaats is')).to.equal(false);
      expect(programme.focused).to.equal('Filters 2 ingesteld');
      await programme.key('Enter');
      await programme.filter('centre', 'de-brug');
      expect(programme.can('Toon 1 voorstelling')).to.equal(true);
      await programme.filter('from', '2027-02-01');
      await programme.press('Sluit de filters');
      expect(programme.focused).to.equal('Filters 3 ingesteld');
    });

    it('by what somebody needs, and by language', async () => {
      const { programme } = await open();
      expect(programme.options('accessibility')).to.deep.equal([
        'Voor iedereen',
        'Ringleiding',
        'Prikkelarm',
        'Boventiteling',
        'Rolstoelplaatsen',
      ]);
      expect(programme.options('language')).to.deep.equal(['Alle talen', 'Nederlands', 'Zonder woorden']);
      await programme.filter('accessibility', 'wheelchair');
      await programme.filter('language', 'nl');
      expect(programme.titles).to.deep.equal([
        ...['De zoutweg', 'Nachttrein', 'Wie het laatst lacht', 'Zeven muizen en een tuba'],
      ]);
      await programme.filter('accessibility', 'relaxed');
      expect(programme.titles).to.deep.equal(['Zeven muizen en een tuba']);
    });

    it('by the name of a genre in the visitor’s language', async () => {
      document.documentElement.lang = 'en';
      const { programme } = await open();
      await programme.search('comedy');
      expect(programme.titles).to.deep.equal(['Wie het laatst lacht']);
    });

    it('and hears which wish to let go when nothing is left', async () => {
      const { programme } = await open();
      await programme.filter('genre', 'jazz');
      await programme.filter('from', '2027-01-01');
      expect(programme.titles).to.deep.equal([]);
      expect(programme.can('Zonder de begindatum: 1 voorstelling')).to.equal(true);
      await programme.press('Zonder het genre: 3 voorstellingen');
      expect(programme.titles).to.have.length(3);
      expect(programme.focused).to.equal('Zoek op titel, genre of huis');
    });

    it('and find the way back from nothing', async () => {
      const { programme } = await open();
      await programme.search('bestaat niet');
      expect(programme.titles).to.deep.equal([]);
      expect(programme.spoken.polite).to.contain('Niets gevonden');
      await programme.press('Wis alle filters');
      await programme.until(() => programme.titles.length === SHARED_SEASON.length, 'everything to be back');
      expect(programme.focused).to.equal('Zoek op titel, genre of huis');
    });
  });

  describe('opens a performance', () => {
    it('as a link to the page’s own address, named as the shop names it', async () => {
      const { programme } = await open();
      expect(programme.leadsTo('Nachttrein')).to.equal('/voorstelling?id=de-brug.nachttrein');
      expect(programme.leadsTo('De zoutweg')).to.equal('/voorstelling?id=de-zoutweg');
    });

    it('or as the page likes, which hears what is meant', async () => {
      const { programme } = await open();
      const before = location.href;
      document.addEventListener('foyer-performance-open', (event) => event.preventDefault(), { once: true });
      const opened = oneEvent<FoyerPerformanceOpenEvent>(document, 'foyer-performance-open');
      await programme.open('Nachttrein');
      const { performance, owner, href } = await opened;
      expect([performance, owner.id, href]).to.deep.equal([
        'de-brug.nachttrein',
        'de-brug',
        '/voorstelling?id=de-brug.nachttrein',
      ]);
      expect(location.href).to.equal(before);
    });

    it('without an address by a button', async () => {
      const { programme } = await open({}, { link: '' });
      const opened = oneEvent<FoyerPerformanceOpenEvent>(document, 'foyer-performance-open');
      programme.focus('De zoutweg');
      await programme.key('Enter');
      expect((await opened).href).to.equal(null);
    });
  });

  describe('helps who comes too late', () => {
    it('to another evening of the same', async () => {
      const { programme } = await open({ programme: SOLD_OUT_SEASON });
      expect(programme.about('Wie het laatst lacht')).to.contain('uitverkocht Nog plaats op: vr 18 dec');
      expect(programme.leadsTo('vr 18 dec')).to.equal('/voorstelling?id=wie-het-laatst-lacht-2');
    });

    it('or to something alike, and to nothing where there is neither', async () => {
      const { programme } = await open({ programme: SOLD_OUT_SEASON });
      expect(programme.about('Zeven muizen en een tuba')).to.match(/uitverkocht Ook iets voor u: Zingende zaag$/);
      expect(programme.about('De ontdekking van de soep')).to.match(/gaat niet door$/);
    });
  });

  describe('with several centres', () => {
    it('merges what each of them plays', async () => {
      const programme = await ProgrammeObject.showTogether(together());
      await programme.until(() => programme.titles.length === SEASON.length + PARTNER_SEASON.length, 'both centres');
      expect(programme.leadsTo('Nachttrein')).to.equal('/voorstelling?id=de-brug.nachttrein');
    });

    it('is busy for as long as one of them has yet to answer, and no longer', async () => {
      const cluster = together();
      cluster.partner.failNext(/./, 'hang', Number.POSITIVE_INFINITY);
      const waiting = await ProgrammeObject.showTogether(cluster);
      expect([waiting.titles.length, waiting.isBusy]).to.deep.equal([SEASON.length, true]);
      const complete = await ProgrammeObject.showTogether(together());
      await complete.until(() => complete.titles.length === SEASON.length + PARTNER_SEASON.length, 'both centres');
      expect(complete.isBusy).to.equal(false);
    });

    it('goes on with the rest when one is away, says who, and has it back when asked again', async () => {
      const { programme } = await withPartnerAway();
      await programme.until(() => programme.is('partly'), 'the news');
      expect(programme.titles).to.have.length(SEASON.length);
      const news = 'De Brug is op dit moment niet bereikbaar. Al de rest kunt u gewoon boeken.';
      expect(programme.text).to.contain(news);
      expect(programme.spoken.polite).to.equal(news);
      await programme.press('Probeer opnieuw');
      await programme.until(() => programme.is('ready'), 'the other centre');
      expect(programme.titles).to.have.length(SEASON.length + PARTNER_SEASON.length);
    });

    it('says so when nobody answers, and can be asked again', async () => {
      const { programme } = await withNobody();
      expect(programme.is('failed')).to.equal(true);
      expect(programme.text).to.contain('Het programma laat zich nu niet tonen.');
      await programme.press('Probeer opnieuw');
      await programme.until(() => programme.titles.length > 0, 'the programme');
    });
  });

  it('says that nothing is on', async () => {
    const { programme } = await open({ programme: [] });
    expect(programme.is('empty')).to.equal(true);
    expect(programme.text).to.contain('Er staat nu niets op het programma.');
  });
});
