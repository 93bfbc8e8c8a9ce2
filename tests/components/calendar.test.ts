import { expect, oneEvent } from '@open-wc/testing';
import type { FoyerCalendarChangeEvent } from '../../components/calendar/calendar.events.ts';
import type { FoyerPerformanceOpenEvent } from '../../components/programme/programme.events.ts';
import { createCluster } from '../../stories/fixtures/cluster.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { PARTNER_SEASON, SHARED_SEASON } from '../../stories/fixtures/season.ts';
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
import { addedToAddress, goBack, goTo, openAt } from '../harness/elements/address.ts';
import { type CalendarLooks, CalendarObject } from '../harness/elements/calendar.ts';

const open = async (looks: CalendarLooks = {}, options: SceneOptions = {}) => {
  const timers = createManualTimers();
  const scene = createScene({ timers, programme: SHARED_SEASON, ...options });
  return { ...scene, timers, calendar: await CalendarObject.show(scene, looks) };
};
const make = async () => (await open()).calendar.element;
const inView = (view: 'week' | 'agenda') => async () => (await open({ view, day: '2026-12-13' })).calendar.element;
const together = () => createCluster({ timers: createManualTimers() });

async function withNobody() {
  const cluster = together();
  for (const api of [cluster.own, cluster.partner]) api.failNext(/./, { code: 'internal' }, 2);
  return CalendarObject.showTogether(cluster);
}

describe('foyer-calendar', () => {
  describe('keeps what every element promises', () => {
    accessible(make, 'as a month');
    accessible(inView('week'), 'as a week');
    accessible(inView('agenda'), 'as an agenda');
    accessible(async () => (await withNobody()).element, 'when nobody answers');
    accessible(async () => (await open({}, { programme: [] })).calendar.element, 'when nothing is on');
    fits(make);
    fits(inView('week'), 'as a week');
    fits(inView('agenda'), 'as an agenda');
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(make);
    silent(make);
    themed(make, ['--foyer-color-accent', '--foyer-color-surface-sunken']);
  });

  it('begins where something is on, with the day of today when that is this month', async () => {
    expect((await open()).calendar.period).to.equal('December 2026');
    const { calendar } = await open(
      {},
      { programme: [{ ...PARTNER_SEASON[0]!, startsAt: '2026-11-25T20:00:00+01:00' }] },
    );
    expect([calendar.period, calendar.day]).to.deep.equal(['November 2026', '2026-11-22']);
  });

  it('begins its weeks on Monday', async () => {
    const { calendar } = await open();
    expect(calendar.weekdays).to.deep.equal(['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']);
  });

  for (const [day, name] of [
    ['2026-12-13', 'zondag 13 december, 2 voorstellingen, vanaf € 2'],
    ['2026-12-11', 'vrijdag 11 december, 1 voorstelling, uitverkocht'],
    ['2026-12-15', 'dinsdag 15 december, 1 voorstelling, gratis'],
    ['2026-12-14', 'maandag 14 december, niets op het programma'],
  ] as const) {
    it(`tells of a day what is on and what it costs: ${name}`, async () => {
      expect((await open()).calendar.about(day)).to.equal(name);
    });
  }

  it('shows the performances of the day that is looked at, partners named', async () => {
    const { calendar } = await open();
    await calendar.pick('2026-12-13');
    expect(calendar.titles).to.deep.equal(['Zingende zaag', 'Zeven muizen en een tuba']);
    expect(calendar.text).to.contain('Speelt in Muziekcentrum De Brug');
    expect(calendar.text).not.to.contain('Speelt in Cultuurcentrum De Lantaarn');
    await calendar.pick('2026-12-14');
    expect(calendar.text).to.contain('Op deze dag staat er niets op het programma.');
  });

  describe('is walked through by keys', () => {
    for (const [keys, day] of [
      [['ArrowRight'], '2026-12-04'],
      [['ArrowLeft'], '2026-12-02'],
      [['ArrowDown'], '2026-12-10'],
      [['Home'], '2026-11-30'],
      [['End'], '2026-12-06'],
      [['PageDown'], '2027-01-03'],
      [['Shift+PageDown'], '2027-12-03'],
      [['Shift+PageDown', 'Shift+PageUp'], '2026-12-03'],
    ] as const) {
      it(`${keys.join(', ')} leads from 3 December to ${day}`, async () => {
        const { calendar } = await open({ day: '2026-12-03' });
        calendar.focusGrid();
        for (const key of keys) {
          if (key.startsWith('Shift+')) await calendar.shiftKey(key.slice('Shift+'.length));
          else await calendar.key(key);
        }
        expect([calendar.day, calendar.focusedDay]).to.deep.equal([day, day]);
      });
    }

    it('Enter goes to what is on that day', async () => {
      const { calendar } = await open({ day: '2026-12-03' });
      calendar.focusGrid();
      await calendar.key('Enter');
      expect(calendar.focused).to.equal('De zoutweg');
    });

    it('the arrow to the left goes on where a page runs from right to left', async () => {
      document.documentElement.dir = 'rtl';
      const { calendar } = await open({ day: '2026-12-03' });
      calendar.focusGrid();
      await calendar.key('ArrowLeft');
      expect(calendar.day).to.equal('2026-12-04');
    });

    it('stays, focus and all, where there is no further to go', async () => {
      const { calendar } = await open({ day: '2026-11-01' });
      calendar.focusGrid();
      await calendar.key('ArrowLeft');
      expect([calendar.day, calendar.focusedDay]).to.deep.equal(['2026-11-01', '2026-11-01']);
    });
  });

  describe('turns its pages', () => {
    it('by buttons, and says what is on them', async () => {
      const { calendar } = await open();
      await calendar.press('Volgende maand');
      expect(calendar.period).to.equal('Januari 2027');
      expect(calendar.spoken.polite).to.equal('januari 2027: 3 voorstellingen');
      await calendar.press('Vandaag');
      expect(calendar.period).to.equal('November 2026');
    });

    it('by a swipe, not by a finger that scrolls', async () => {
      const { calendar } = await open();
      await calendar.swipe('left');
      expect(calendar.period).to.equal('Januari 2027');
      await calendar.swipe('right');
      await calendar.swipe('right', 200);
      expect(calendar.period).to.equal('December 2026');
    });

    it('week by week', async () => {
      const { calendar } = await open({ view: 'week', day: '2026-12-03' });
      expect(calendar.period).to.equal('30 november – 6 december 2026');
      await calendar.press('Volgende week');
      expect(calendar.period).to.equal('7–13 december 2026');
    });

    it('and tells the page, for its address', async () => {
      const { calendar } = await open({ day: '2026-12-03' });
      const heard = oneEvent<FoyerCalendarChangeEvent>(document, 'foyer-calendar-change');
      await calendar.press('Week');
      const { day, view } = await heard;
      expect([day, view]).to.deep.equal(['2026-12-03', 'week']);
    });
  });

  it('lists as an agenda the days on which something is on', async () => {
    const { calendar } = await open({ view: 'agenda', day: '2027-01-01' });
    expect(calendar.headings).to.deep.equal(['Woensdag 13 januari', 'Vrijdag 15 januari', 'Donderdag 21 januari']);
    expect(calendar.titles).to.include.members(['Stroomopwaarts', 'Een huis van papier']);
  });

  it('leads from an empty month to the next performance, and takes the focus along', async () => {
    const { calendar } = await open({ day: '2026-11-24' });
    expect(calendar.is('empty')).to.equal(true);
    await calendar.press('Volgende voorstelling: donderdag 3 december');
    expect([calendar.day, calendar.focused]).to.deep.equal(['2026-12-03', 'Donderdag 3 december']);
  });

  it('leads back from behind the last performance', async () => {
    const { calendar } = await open({ day: '2027-05-01' });
    await calendar.press('Vorige voorstelling: donderdag 21 januari');
    expect(calendar.titles).to.deep.equal(['Een huis van papier']);
  });

  it('opens a performance by the event of the programme', async () => {
    const { calendar } = await open({ day: '2026-12-05' });
    document.addEventListener('foyer-performance-open', (event) => event.preventDefault(), { once: true });
    const heard = oneEvent<FoyerPerformanceOpenEvent>(document, 'foyer-performance-open');
    await calendar.open('Nachttrein');
    const { performance, owner, href } = await heard;
    expect([performance, owner.id, href]).to.deep.equal([
      'de-brug.nachttrein',
      'de-brug',
      '/voorstelling?id=de-brug.nachttrein',
    ]);
  });

  it('merges several centres, and goes on without one that is away', async () => {
    const cluster = together();
    cluster.partner.failNext(/./, { code: 'internal' }, 2);
    const calendar = await CalendarObject.showTogether(cluster);
    await calendar.until(() => calendar.is('partly'), 'the news');
    expect(calendar.about('2026-12-13')).to.contain('1 voorstelling');
    await calendar.press('Probeer opnieuw');
    await calendar.until(() => calendar.is('ready'), 'the other centre');
    expect(calendar.about('2026-12-13')).to.contain('2 voorstellingen');
  });

  it('is busy for as long as one of them has yet to answer, and no longer', async () => {
    const cluster = together();
    cluster.partner.failNext(/./, 'hang', Number.POSITIVE_INFINITY);
    expect((await CalendarObject.showTogether(cluster)).isBusy).to.equal(true);
    const complete = await CalendarObject.showTogether(together());
    await complete.until(() => !complete.isBusy, 'both centres');
  });

  it('follows the day and what is for sale by itself, where it hangs on a wall', async () => {
    const { calendar, api, timers } = await open({ day: '2026-12-03' });
    const asked = api.requests.length;
    timers.advance(300_000);
    await calendar.until(() => api.requests.length > asked, 'the next question');
    expect(calendar.is('ready')).to.equal(true);
  });

  describe('in the address of its page', () => {
    afterEach(() => openAt());

    it('keeps where a visitor is, where the page asks for it', async () => {
      const { calendar } = await open({ inAddress: '' });
      expect(addedToAddress()).to.equal('');
      await calendar.press('Volgende maand');
      expect(addedToAddress()).to.equal(`date=${calendar.day}`);
      await calendar.press('Week');
      expect(addedToAddress()).to.equal(`date=${calendar.day}&view=week`);
      const { calendar: other } = await open();
      await other.press('Week');
      expect(addedToAddress()).to.equal(`date=${calendar.day}&view=week`);
    });

    it('begins where it says, and follows the visitor who goes back', async () => {
      openAt({ 'k-date': '2027-01-13', 'k-view': 'week' });
      const { calendar } = await open({ inAddress: 'k-', day: '2026-12-03' });
      expect(calendar.day).to.equal('2027-01-13');
      goTo({});
      await calendar.pick('2027-01-15');
      expect(addedToAddress()).to.equal('k-date=2027-01-15&k-view=week');
      await goBack();
      await calendar.until(() => calendar.day === '2027-01-13', 'the day before');
    });

    it('begins as the page says where it makes no sense', async () => {
      openAt({ date: '2027-02-30', view: 'decade' });
      const { calendar } = await open({ inAddress: '', day: '2026-12-03' });
      expect([calendar.day, calendar.period]).to.deep.equal(['2026-12-03', 'December 2026']);
    });
  });
});
