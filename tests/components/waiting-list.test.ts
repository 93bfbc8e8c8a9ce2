import { expect, oneEvent } from '@open-wc/testing';
import type { FoyerWaitingJoinEvent } from '../../components/waiting-list/waiting-list.events.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { SOLD_OUT_SEASON } from '../../stories/fixtures/season.ts';
import { createScene } from '../../stories/fixtures/shops.ts';
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
import { WaitingListObject } from '../harness/elements/waiting-list.ts';

const SOLD_OUT = 'zeven-muizen';

async function open() {
  const scene = createScene({ timers: createManualTimers(), programme: SOLD_OUT_SEASON });
  return { ...scene, list: await WaitingListObject.show(scene, SOLD_OUT) };
}

const make = async () => (await open()).list.element;

async function makeWrong() {
  const { list } = await open();
  await list.join('geen adres');
  await list.until(() => list.wrong !== '', 'what is wrong');
  return list.element;
}

async function makeJoined() {
  const { list } = await open();
  await list.join('an@wolvegem.example');
  await list.until(() => list.is('joined'), 'the visitor to wait');
  return list.element;
}

async function makeFailed() {
  const { api, list } = await open();
  api.failNext(/waiting-list/, { code: 'places_available' });
  await list.join('an@wolvegem.example');
  await list.until(() => list.is('failed') && list.wrong.includes('toch plaatsen'), 'it to fail');
  return list.element;
}

describe('foyer-waiting-list', () => {
  describe('keeps what every element promises', () => {
    accessible(make);
    accessible(makeWrong, 'when something is wrong');
    accessible(makeJoined, 'for who waits');
    accessible(makeFailed, 'when there are places after all');
    fits(make);
    fits(makeJoined, 'for who waits');
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(make);
    silent(make);
    themed(make, ['--foyer-color-accent', '--foyer-color-on-accent']);
  });

  it('takes an address and a number of places, says what happens now, and tells the page', async () => {
    const { api, list } = await open();
    const joined = oneEvent<FoyerWaitingJoinEvent>(document, 'foyer-waiting-join');
    await list.join('an@wolvegem.example', 4);
    const { performance, places } = await joined;
    expect([performance, places]).to.deep.equal([SOLD_OUT, 4]);
    await list.until(() => list.is('joined'), 'the visitor to wait');
    expect(list.title).to.equal('U staat op de wachtlijst.');
    expect(list.text).to.contain('60 minuten');
    expect(list.spoken.polite).to.contain('U staat op de wachtlijst.');
    expect(api.requests.filter(({ path }) => path.includes('waiting-list')).length).to.equal(1);
  });

  for (const [typed, wrong] of [
    ['', 'Vul uw e-mailadres in, dan kunnen we u verwittigen.'],
    ['an bij wolvegem', 'Dit lijkt geen e-mailadres. Kijk het even na, bijvoorbeeld naam@voorbeeld.be.'],
  ] as const) {
    it(`says what is wrong with “${typed}”, stays at it, and asks nothing`, async () => {
      const { api, list } = await open();
      await list.join(typed);
      await list.until(() => list.wrong !== '', 'what is wrong');
      expect(list.wrong).to.equal(wrong);
      expect(list.focused).to.equal('E-mailadres');
      expect(api.requests.some(({ method }) => method === 'POST')).to.equal(false);
    });
  }

  it('leads who could have places now to them', async () => {
    const { api, list } = await open();
    api.failNext(/waiting-list/, { code: 'places_available' });
    await list.join('an@wolvegem.example');
    await list.until(() => list.wrong.includes('Er zijn nu toch plaatsen'), 'the way out');
    expect(list.spoken.assertive).to.contain('u hoeft niet te wachten');
    await list.join('');
    await list.until(() => list.is('joined'), 'the second attempt');
  });
});
