import { emulateMedia } from '@web/test-runner-commands';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { soldOutTonight, theatreTonight } from '../../../stories/fixtures/seatings.ts';
import { failedShop, type Scene } from '../../../stories/fixtures/shops.ts';
import { SeatMapObject } from '../../harness/elements/seat-map.ts';
import { expectTranscript, Listener } from '../../harness/screen-reader.ts';

async function listenTo(scene: Scene, language: string, state = '') {
  document.documentElement.lang = language;
  const map = await SeatMapObject.show(scene, state);
  return { map, listener: await Listener.before(map) };
}

const WORDS = {
  nl: { list: /^button, Lijst/, seat: /^gridcell, Rij/, held: /voor u vastgehouden/, two: /U hebt nu 2 plaatsen/ },
  en: { list: /^button, List/, seat: /^gridcell, Row/, held: /held for you/, two: /You now have 2 places/ },
} as const;

/** What people with a screen reader hear, word for word; `expectTranscript` says how to renew it. */
describe('what a screen reader says of the seat map', () => {
  let listener: Listener | undefined;
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));
  afterEach(async () => {
    await listener?.leave();
    document.documentElement.removeAttribute('lang');
  });

  for (const language of ['nl', 'en'] as const) {
    const { list, seat, held, two } = WORDS[language];

    it(`in ${language}, while two seats are chosen on the map`, async () => {
      ({ listener } = await listenTo(theatreTonight({ timers: createManualTimers() }), language));
      await listener.readUntil(seat);
      await listener.pressUntil('Tab', seat);
      await listener.press('Enter');
      await listener.hear(held);
      await listener.press('f', 'Enter');
      await listener.hear(two);
      await expectTranscript(`map.${language}`, listener.transcript);
    });

    it(`in ${language}, while two seats are chosen in the list`, async () => {
      const shown = await listenTo(theatreTonight({ timers: createManualTimers() }), language);
      listener = shown.listener;
      await listener.press('Tab');
      await listener.pressUntil('ArrowRight', list);
      await listener.press('Enter');
      await listener.wait(() => shown.map.isList, 'the list');
      await listener.press('Tab', 'Tab', 'Enter');
      await listener.hear(held);
      await listener.press('f', 'Enter');
      await listener.hear(two);
      await expectTranscript(`list.${language}`, listener.transcript);
    });
  }

  it('when all is sold', async () => {
    ({ listener } = await listenTo(soldOutTonight(), 'nl'));
    await listener.readUntil(/^gridcell/);
    await expectTranscript('sold-out.nl', listener.transcript);
  });

  it('when the hall cannot be had', async () => {
    ({ listener } = await listenTo(failedShop(), 'nl', 'failed'));
    await listener.readUntil(/^end of group, Zaalplan/);
    await expectTranscript('failed.nl', listener.transcript);
  });
});
