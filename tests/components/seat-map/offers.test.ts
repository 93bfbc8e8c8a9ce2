import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { TONIGHT, theatreTonight } from '../../../stories/fixtures/seatings.ts';
import { createScene, type SceneOptions } from '../../../stories/fixtures/shops.ts';
import { accessible, fits } from '../../contracts/index.ts';
import { SeatMapObject } from '../../harness/elements/seat-map.ts';

/** The small hall: stalls A to E of ten seats, and a balcony. */
async function open(options: SceneOptions = {}) {
  const scene = createScene({ timers: createManualTimers(), ...options });
  const map = await SeatMapObject.show(scene);
  return { ...scene, map };
}

async function openBest(options: SceneOptions = {}) {
  const opened = await open(options);
  await opened.map.press('Beste plaatsen');
  await opened.map.until(() => opened.map.can('Zoek plaatsen'), 'the wish to be asked for');
  return opened;
}

const heldBy = ({ shop }: { readonly shop: ReturnType<typeof createScene>['shop'] }): string[] => {
  const cart = shop.cart.get();
  return cart.state === 'open' ? cart.cart.lines.map(({ place }) => place.id) : [];
};

describe('foyer-seat-map offers', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));
  afterEach(() => setViewport({ width: 1280, height: 900 }));

  describe('the best places to who asks for some', () => {
    accessible(async () => (await openBest()).map.element, 'before anything is found');
    fits(async () => (await openBest()).map.element, 'with the wish');
    accessible(async () => {
      const { map } = await openBest();
      await map.press('Zoek plaatsen');
      return map.element;
    }, 'with a suggestion');

    it('says which seats, together and what they cost, and holds them by one press', async () => {
      const scene = await openBest();
      const { map } = scene;
      await map.press('Zoek plaatsen');
      expect(map.suggestion).to.match(/^Rij \w, stoelen \d+ en \d+, Parterre\. Samen € 44/);
      await map.until(() => map.spoken.polite.includes(map.suggestion), 'the suggestion to be said');
      await map.press('Neem deze 2 plaatsen');
      await map.until(() => heldBy(scene).length === 2, 'two seats to be held');
      expect(map.suggestion).to.equal('');
    });

    for (const width of [360, 1280]) {
      it(`says what was found where who asked by a key still sees it, at ${width} pixels`, async () => {
        await setViewport({ width, height: 740 });
        const map = await SeatMapObject.show(theatreTonight({ timers: createManualTimers() }));
        map.element.style.marginBlockStart = '40vh';
        await map.press('Beste plaatsen');
        await map.until(() => map.can('Zoek plaatsen'), 'the wish to be asked for');
        map.focus('Zoek plaatsen');
        await map.keys('Enter');
        const [first = ''] = map.suggestedSeats;
        expect(map.isFocusInSight, 'the button').to.equal(true);
        expect(map.isSuggestionInSight, 'the answer').to.equal(true);
        expect(map.placeOf(first).y, 'the seats').to.be.within(0, innerHeight);
      });
    }

    it('makes room for what one has got, and says what that is, on a phone', async () => {
      await setViewport({ width: 360, height: 740 });
      const map = await SeatMapObject.show(theatreTonight({ timers: createManualTimers() }));
      const whole = map.pitch * 1.5;
      await map.press('Beste plaatsen');
      await map.until(() => map.can('Zoek plaatsen'), 'the wish to be asked for');
      await map.press('Zoek plaatsen');
      const [first = ''] = map.suggestedSeats;
      await map.press('Neem deze 2 plaatsen');
      await map.until(() => map.isChosen(first), 'the seats to be chosen');
      expect(map.can('Zoek plaatsen'), 'the form').to.equal(false);
      expect(map.message).to.match(
        /^Rij \w, stoelen \d+ en \d+, Parterre: voor u vastgehouden\. U hebt nu 2 plaatsen\.$/,
      );
      await map.rest();
      expect(map.isInView(first)).to.equal(true);
      expect(map.pitch, 'near, though the map is higher and its floors may stand in another way').to.be.greaterThan(
        whole,
      );
      expect(map.isMessageInSight).to.equal(true);
      await map.press('Beste plaatsen');
      await map.until(() => map.can('Zoek plaatsen'), 'the wish to be asked for again');
      expect(map.suggestion).to.equal('');
    });

    it('leads on to what one has got in the list, too', async () => {
      const { map } = await open();
      await map.showList();
      await map.press('Beste plaatsen');
      await map.until(() => map.can('Zoek plaatsen'), 'the wish to be asked for');
      await map.press('Zoek plaatsen');
      map.focus('Neem deze 2 plaatsen');
      await map.key('Enter');
      await map.until(() => /door u gekozen$/.test(map.focused), 'the focus to be on a chosen seat');
    });

    it('brings along as many as are wanted', async () => {
      const scene = await openBest();
      await scene.map.press('Eén plaats meer');
      await scene.map.press('Zoek plaatsen');
      await scene.map.press('Neem deze 3 plaatsen');
      await scene.map.until(() => heldBy(scene).length === 3, 'three seats to be held');
    });

    it('shows others to who does not want these', async () => {
      const { map } = await openBest();
      await map.press('Zoek plaatsen');
      const first = map.suggestion;
      await map.press('Toon andere');
      expect(map.suggestion).to.not.equal(first);
    });

    it('takes the next best when somebody was ahead', async () => {
      const scene = await openBest();
      const { map } = scene;
      await map.press('Zoek plaatsen');
      const [first] = map.suggestedSeats;
      scene.api.take(TONIGHT, [first ?? ''], 'sold');
      await map.until(() => !map.suggestedSeats.includes(first ?? ''), 'something else to be suggested');
      await map.press('Neem deze 2 plaatsen');
      await map.until(() => heldBy(scene).length === 2, 'two seats to be held');
      expect(heldBy(scene)).to.not.include(first);
    });

    it('keeps wheelchair places for who asks for one, with the companion beside it', async () => {
      const scene = theatreTonight({ timers: createManualTimers() });
      const map = await SeatMapObject.show(scene);
      await map.press('Beste plaatsen');
      await map.until(() => map.can('Eén rolstoelplaats'), 'the wish to be asked for');
      await map.press('Eén rolstoelplaats');
      await map.press('Met een begeleider ernaast');
      await map.press('Zoek plaatsen');
      await map.press('Neem deze 2 plaatsen');
      await map.until(() => heldBy(scene).length === 2, 'two places to be held');
      const cart = scene.shop.cart.get();
      const kinds = cart.state === 'open' ? cart.cart.lines.map(({ place }) => place.kind).sort() : [];
      expect(kinds).to.deep.equal(['companion', 'wheelchair']);
    });
  });

  describe('a hand to who points for several people', () => {
    it('takes the free seats around the one that is pointed at', async () => {
      const scene = await openBest();
      const { map } = scene;
      await map.press('Of kies zelf op het plan, met 2 naast elkaar');
      await map.pick('P-C-5');
      await map.until(() => heldBy(scene).length === 2, 'two seats to be held');
      expect(heldBy(scene)).to.include('P-C-5');
    });
  });

  describe('a better choice where one leaves a seat alone', () => {
    it('says so kindly, and mends it by one press', async () => {
      const scene = await open();
      const { map } = scene;
      // Row C runs from 1 to 10: seat 1 would be left alone at the wall.
      await map.pick('P-C-2');
      await map.until(() => map.advice !== '', 'the advice');
      expect(map.advice).to.contain(
        'Zo blijft er één stoel alleen over: rij C, stoel 1, Parterre. Die kiest niemand nog, dus zo kunt u niet bestellen: schuif op, of neem ze erbij.',
      );
      await map.until(() => map.spoken.polite.includes('Zo blijft er één stoel alleen over'), 'the advice to be said');
      await map.pressFirst(/^Neem/);
      await map.until(() => map.advice === '', 'the advice to be done with');
      expect(heldBy(scene)).to.not.deep.equal(['P-C-2']);
    });

    it('says so to who comes back to such a choice', async () => {
      const { map } = await open({ cart: ['P-C-2'] });
      await map.until(() => map.advice !== '', 'the advice');
      expect(map.advice).to.contain('rij C, stoel 1');
    });

    it('says last which place one has now, not which was given back for it', async () => {
      const { map } = await open();
      await map.pick('P-C-2');
      await map.until(() => map.advice !== '', 'the advice');
      await map.pressFirst(/^Neem liever/);
      await map.until(() => map.advice === '', 'the advice to be done with');
      expect(map.message).to.contain('voor u vastgehouden. U hebt nu 1 plaats');
    });
  });
});
