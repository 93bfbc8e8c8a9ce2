import { fixture, html } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { FoyerSeatMap } from '../../../components/seat-map/seat-map.ts';
import type { ErrorCode } from '../../../sdk/contract/index.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { closedTonight, TONIGHT, theatreTonight } from '../../../stories/fixtures/seatings.ts';
import { createScene, type SceneOptions } from '../../../stories/fixtures/shops.ts';
import { THEATRE } from '../../../stories/fixtures/theatre.ts';
import { pricesFor } from '../../../stories/fixtures/world.ts';
import { accessible, type Make } from '../../contracts/index.ts';
import { SeatMapObject } from '../../harness/elements/seat-map.ts';

type Scene = ReturnType<typeof createScene> & { readonly timers: ReturnType<typeof createManualTimers> };
type Act = (map: SeatMapObject, scene: Scene) => Promise<void>;

/** The small hall, and what a visitor and others do in it. */
const after =
  (act: Act, options: SceneOptions = {}): Make =>
  async () => {
    const timers = createManualTimers();
    const scene = { ...createScene({ timers, ...options }), timers };
    const map = await SeatMapObject.show(scene);
    await act(map, scene);
    return map.element;
  };

/** A theatre with a balcony, whose stalls have a view to show. */
const inTheatre =
  (image: string, act: Act): Make =>
  async () => {
    const [stalls, ...others] = THEATRE.sections ?? [];
    const view = { image, text: { nl: 'Recht voor het podium.' } };
    const plan = { ...THEATRE, sections: [...(stalls ? [{ ...stalls, view }] : []), ...others] };
    const element = await fixture<FoyerSeatMap>(
      html`<foyer-seat-map .plan=${plan} .prices=${pricesFor(plan, 22)}></foyer-seat-map>`,
    );
    const map = await SeatMapObject.of(element);
    const timers = createManualTimers();
    await act(map, { ...createScene({ timers }), timers });
    return element;
  };

const SKETCH = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"/>')}`;

const lookFromStalls: Act = async (map) => {
  await map.press('Parterre');
  await map.until(() => map.can('Zicht: Parterre'), 'the way to the view');
  await map.rest();
  await map.press('Zicht: Parterre');
  await map.until(() => map.dialog.includes('Recht voor het podium.'), 'the view');
};

const refused =
  (code: ErrorCode, told: RegExp): Act =>
  async (map, { api }) => {
    for (const request of [/^POST .*\/lines/, /^POST \/carts/]) api.failNext(request, { code });
    await map.pick('P-C-3');
    await map.until(() => told.test(map.message), 'the refusal to be told');
  };

/** Every state of the map that others do not already ask axe about. */
const STATES: Readonly<Record<string, Make>> = {
  'while it asks on the map, after a pointer': after(async (map) => {
    await map.pick('P-E-1');
    await map.until(() => map.question !== '', 'the question');
  }),
  'while it asks on the map, after a key': after(async (map) => {
    await map.enterSeats();
    await map.keys('PageUp', 'Control+End', 'Home', 'Enter');
    await map.until(() => map.question !== '', 'the question');
  }),
  'with a seat under the pointer': after((map) => map.hover('P-C-3')),
  'with a seat that has the focus': after(async (map) => {
    await map.enterSeats();
    await map.keys('ArrowRight');
  }),
  'with a hint about the wheel': after(async (map) => {
    map.element.style.setProperty('animation-play-state', 'paused');
    await map.wheel(-100);
  }),
  'while a choice is under way': after(async (map, { api }) => {
    api.failNext(/^POST /, 'hang');
    await map.pick('P-C-3');
  }),
  'when a seat is just taken': after(refused('seats_taken', /net door iemand anders/)),
  'when there may be no more places': after(refused('too_many_places', /zoveel plaatsen/)),
  'when something goes wrong': after(refused('internal', /./)),
  'when there is no connection': after(async (map, { api, timers }) => {
    api.failNext(/^POST /, 'network', Number.POSITIVE_INFINITY);
    await map.pick('P-C-3');
    await map.until(() => {
      timers.advance(1000);
      return map.message.includes('geen verbinding');
    }, 'the failure to be told');
  }),
  'while it is stale': after(async (map, { api, timers }) => {
    api.failNext(/\/live/, 'network', Number.POSITIVE_INFINITY);
    api.drop();
    await map.until(() => {
      timers.advance(1000);
      return map.is('stale');
    }, 'the map to know');
  }),
  'with advice about a seat alone': after((map) => map.until(() => map.advice !== '', 'the advice'), {
    cart: ['P-C-2'],
  }),
  'with another seat for one that was lost': after(async (map, { api }) => {
    await map.enterSeats();
    await map.keys('ArrowRight');
    api.take(TONIGHT, ['P-A-2']);
    await map.until(() => map.advice !== '', 'another seat to be offered');
  }),
  'while a party is pointed for': after(async (map) => {
    await map.press('Beste plaatsen');
    await map.until(() => map.can('Zoek plaatsen'), 'the wish');
    await map.press('Of kies zelf op het plan, met 2 naast elkaar');
  }),
  'with places without number, all taken': after(async (map, { api }) => {
    api.take(
      TONIGHT,
      Array.from({ length: 20 }, (_, index) => `STAAN#${index + 1}`),
      'sold',
    );
    await map.until(() => map.text.includes('volzet'), 'the area to be full');
  }),
  'before the sale': async () => (await SeatMapObject.show(closedTonight('not-yet-on-sale'))).element,
  'with the view from a part': inTheatre(SKETCH, lookFromStalls),
  'when a view cannot be shown': inTheatre('data:image/gif;base64,AAAA', async (map, scene) => {
    await lookFromStalls(map, scene);
    await map.until(() => map.dialog.includes('laat zich nu niet tonen'), 'that to be told');
  }),
  'with the small map': inTheatre(SKETCH, async (map) => {
    await map.press('Parterre');
    await map.press('Zoom in');
    await map.until(() => map.minimap !== null, 'the small map');
  }),
  'on the full screen': inTheatre(SKETCH, async (map) => {
    await map.press('Volledig scherm');
    await map.until(() => map.can('Sluit volledig scherm'), 'full screen');
  }),
};

describe('foyer-seat-map, in every state', () => {
  beforeEach(async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    await setViewport({ width: 1000, height: 800 });
  });
  afterEach(async () => {
    if (document.fullscreenElement) await document.exitFullscreen();
  });

  for (const [state, make] of Object.entries(STATES)) accessible(make, state);
  accessible(async () => (await SeatMapObject.show(theatreTonight())).element, 'with a whole theatre, wide');
});
