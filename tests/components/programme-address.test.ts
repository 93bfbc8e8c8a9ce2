import { expect } from '@open-wc/testing';
import { createCluster } from '../../stories/fixtures/cluster.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { SHARED_SEASON } from '../../stories/fixtures/season.ts';
import { createScene } from '../../stories/fixtures/shops.ts';
import { leavesNothingBehind } from '../contracts/index.ts';
import { addedToAddress, goBack, goTo, openAt } from '../harness/elements/address.ts';
import { type ProgrammeLooks, ProgrammeObject } from '../harness/elements/programme.ts';

const open = (looks: ProgrammeLooks = { inAddress: '' }) =>
  ProgrammeObject.show(createScene({ timers: createManualTimers(), programme: SHARED_SEASON }), looks);

describe('foyer-programme in the address of its page', () => {
  afterEach(() => openAt());

  leavesNothingBehind(async () => (await open()).element);

  it('leaves the address alone unless the page asks for it', async () => {
    openAt({ genre: 'familie' });
    const programme = await open({});
    expect(programme.titles).to.have.length(SHARED_SEASON.length);
    await programme.filter('genre', 'jazz');
    expect(addedToAddress()).to.equal('genre=familie');
  });

  it('keeps there what a visitor looks for, and takes it away with the wish', async () => {
    history.replaceState({ kept: 'by the host' }, '', '#programma');
    const { length } = history;
    const programme = await open();
    expect(addedToAddress()).to.equal('');
    await programme.search('noord kaap');
    expect(addedToAddress()).to.equal('q=noord+kaap');
    await programme.filter('genre', 'theater');
    await programme.filter('from', '2026-12-01');
    expect(addedToAddress()).to.equal('q=noord+kaap&genre=theater&from=2026-12-01');
    await programme.filter('genre', '');
    expect(addedToAddress()).to.equal('q=noord+kaap&from=2026-12-01');
    await programme.search('bestaat niet');
    await programme.press('Wis alle filters');
    expect(addedToAddress()).to.equal('');
    expect([location.hash, history.length, history.state]).to.deep.equal([
      '#programma',
      length,
      { kept: 'by the host' },
    ]);
  });

  it('shows at once what stands there', async () => {
    openAt({ genre: 'familie', centre: 'de-brug', free: '1' });
    const programme = await open();
    expect(programme.titles).to.deep.equal(['Zingende zaag']);
    expect([programme.chosen('genre'), programme.chosen('centre')]).to.deep.equal(['familie', 'de-brug']);
    expect(programme.spoken.polite).to.equal('');
  });

  it('is not misled by what makes no sense there, and clears it away with the next wish', async () => {
    openAt({ genre: 'opera', centre: '<b>', from: 'gisteren', language: 'xx', q: '%' });
    const programme = await open();
    expect([programme.chosen('genre'), programme.chosen('from'), programme.chosen('search')]).to.deep.equal([
      ...['', '', '%'],
    ]);
    await programme.search('noordkaap');
    expect(programme.titles).to.deep.equal(['De zoutweg', 'Een huis van papier']);
    expect(addedToAddress()).to.equal('q=noordkaap');
  });

  it('follows the visitor who goes back', async () => {
    openAt({ genre: 'jazz' });
    const programme = await open();
    expect(programme.titles).to.deep.equal(['Nachttrein']);
    goTo({});
    await programme.filter('genre', 'familie');
    expect([addedToAddress(), programme.titles.length]).to.deep.equal(['genre=familie', 3]);
    await goBack();
    await programme.until(() => programme.titles.join() === 'Nachttrein', 'what was there before');
    expect([addedToAddress(), programme.chosen('genre')]).to.deep.equal(['genre=jazz', 'jazz']);
  });

  it('reads anew what was changed while it was away from the page', async () => {
    const programme = await open();
    const { element } = programme;
    const { parentElement } = element;
    element.remove();
    openAt({ genre: 'jazz' });
    parentElement?.append(element);
    await programme.until(() => programme.titles.join() === 'Nachttrein', 'what the address says');
  });

  it('does not quarrel with another programme of the page that has its own names', async () => {
    openAt({ 'b-genre': 'jazz' });
    const one = await open({ inAddress: 'a-' });
    const other = await open({ inAddress: 'b-' });
    await one.filter('genre', 'familie');
    await other.filter('centre', 'de-brug');
    expect(addedToAddress()).to.equal('a-genre=familie&b-genre=jazz&b-centre=de-brug');
    expect([one.titles.length, other.titles.length]).to.deep.equal([3, 1]);
  });

  it('waits with what nobody has for who has yet to answer', async () => {
    openAt({ genre: 'jazz' });
    const cluster = createCluster({ timers: createManualTimers() });
    cluster.partner.failNext(/./, 'hang', Number.POSITIVE_INFINITY);
    const programme = await ProgrammeObject.showTogether(cluster, { inAddress: '' });
    expect([programme.isBusy, programme.titles.length]).to.deep.equal([true, 0]);
    const whole = await ProgrammeObject.showTogether(createCluster({ timers: createManualTimers() }), {
      inAddress: '',
    });
    await whole.until(() => whole.titles.join() === 'Nachttrein', 'the other centre');
    expect(whole.chosen('genre')).to.equal('jazz');
  });
});
