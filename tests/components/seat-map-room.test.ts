import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import '../../components/seat-map/seat-map.ts';
import type { FoyerSeatMap } from '../../components/seat-map/seat-map.ts';
import type { PlanSource } from '../../sdk/model/seating-plan/index.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { createScene } from '../../stories/fixtures/shops.ts';
import { THEATRE } from '../../stories/fixtures/theatre.ts';
import { pricesFor, SMALL_HALL } from '../../stories/fixtures/world.ts';
import { accessible, fits } from '../contracts/index.ts';
import { SeatMapObject } from '../harness/elements/seat-map.ts';

/** One pixel, as an address that any page may show. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const [stalls, ...others] = THEATRE.sections ?? [];
const WITH_VIEW = (image: string): PlanSource => ({
  ...THEATRE,
  sections: [...(stalls ? [{ ...stalls, view: { image, text: { nl: 'Recht voor het podium.' } } }] : []), ...others],
});
/** Forty blocks around a pitch. */
const STADIUM: PlanSource = {
  ...SMALL_HALL,
  floors: SMALL_HALL.floors.slice(0, 1),
  areas: [],
  sections: Array.from({ length: 40 }, (_, index) => ({
    id: `V${index}`,
    name: { nl: `Vak ${101 + index}` },
    zone: 'rang-1',
    blocks: [{ rows: 'A..D', seats: 6, at: [(index % 8) * 500, Math.floor(index / 8) * 700] as const }],
  })),
};

async function show(plan: PlanSource, selected: string[] = []): Promise<SeatMapObject> {
  const element = await fixture<FoyerSeatMap>(html`
    <foyer-seat-map .plan=${plan} .prices=${pricesFor(plan, 22)} .selected=${selected}></foyer-seat-map>
  `);
  return SeatMapObject.of(element);
}

const withSections = async () => {
  const map = await show(STADIUM);
  await map.press('Kies een deel');
  await map.until(() => map.dialog !== '', 'the parts');
  return map.element;
};

describe('the room around the picture of the hall', () => {
  beforeEach(async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    await setViewport({ width: 1000, height: 800 });
  });

  accessible(withSections, 'with the list of all parts');
  fits(withSections, 'with the list of all parts');

  describe('a list of all parts of a large hall', () => {
    it('finds a part by what is typed, says what it has, and goes there', async () => {
      const map = await show(STADIUM);
      const far = map.pitch;
      await map.press('Kies een deel');
      await map.until(() => map.dialog.includes('Vak 140'), 'all parts');
      await map.type('12');
      await map.until(() => !map.dialog.includes('Vak 140'), 'fewer parts');
      expect(map.dialog).to.contain('Vak 112 24 vrij · € 11 – € 22');
      await map.key('Enter');
      await map.until(() => map.dialog === '', 'the list to close');
      await map.rest();
      expect(map.pitch).to.be.greaterThan(far);
      expect(map.seats[0]?.dataset.seat).to.match(/^V11-/);
      expect(map.isInView('V11-A-1')).to.equal(true);
    });

    it('says when no part has that name, and leaves by Escape', async () => {
      const map = await show(STADIUM);
      await map.press('Kies een deel');
      await map.until(() => map.dialog !== '', 'the list');
      await map.type('loge');
      await map.until(() => map.dialog.includes('Geen deel met die naam'), 'it to be said');
      // The first one empties the field.
      await map.key('Escape');
      await map.key('Escape');
      await map.until(() => map.dialog === '', 'the list to close');
      expect(map.focused).to.equal('Kies een deel');
    });
  });

  describe('the view from a part', () => {
    it('is shown with its words when one is near', async () => {
      const map = await show(WITH_VIEW(PIXEL));
      expect(map.can('Zicht: Parterre')).to.equal(false);
      await map.press('Parterre');
      await map.rest();
      await map.press('Zicht: Parterre');
      await map.until(() => map.dialog.includes('Recht voor het podium.'), 'the view');
      expect(map.dialog).to.contain('Zicht vanaf Parterre');
    });

    it('leaves the words when the image cannot be had', async () => {
      const map = await show(WITH_VIEW('data:image/gif;base64,AAAA'));
      await map.press('Parterre');
      await map.rest();
      await map.press('Zicht: Parterre');
      await map.until(() => map.dialog.includes('laat zich nu niet tonen'), 'the failure to be told');
      expect(map.dialog).to.contain('Recht voor het podium.');
    });

    it('is read by the shop where the page cannot show it by its address', async () => {
      const scene = createScene({ hall: WITH_VIEW('/views/balcony.svg'), timers: createManualTimers() });
      const map = await SeatMapObject.show(scene);
      await map.press('Parterre');
      await map.rest();
      await map.press('Zicht: Parterre');
      await map.until(() => map.pictures.some((src) => src.startsWith('data:image/svg+xml')), 'the sketch');
      expect(scene.api.requests.at(-1)?.path).to.equal('/views/balcony.svg');
    });

    it('is offered in the list too', async () => {
      const map = await show(WITH_VIEW(PIXEL));
      await map.press('Lijst');
      await map.until(() => map.can('Zicht: Parterre'), 'the button');
      await map.press('Zicht: Parterre');
      await map.until(() => map.dialog.includes('Recht voor het podium.'), 'the view');
    });
  });

  describe('a small map of the whole hall', () => {
    it('comes when one is near, and leads where it is clicked', async () => {
      const map = await show(THEATRE);
      expect(map.minimap).to.equal(null);
      await map.press('Parterre');
      await map.press('Zoom in');
      await map.until(() => map.minimap !== null, 'the small map');
      await map.rest();
      await map.pressMinimap(0.2, 0.05);
      await map.rest();
      const { x, y } = map.offset;
      await map.pressMinimap(0.8, 0.9);
      await map.rest();
      expect(map.offset.x).to.be.lessThan(x);
      expect(map.offset.y).to.be.lessThan(y);
    });

    it('stays away where it would cover the hall', async () => {
      await setViewport({ width: 320, height: 640 });
      const map = await show(THEATRE);
      for (let times = 0; times < 4; times += 1) await map.press('Zoom in');
      await map.rest();
      expect(map.minimap).to.equal(null);
    });
  });

  it('fills the screen, and leaves it by Escape', async () => {
    const map = await show(THEATRE);
    await map.press('Volledig scherm');
    await map.until(() => map.can('Sluit volledig scherm'), 'full screen');
    await map.until(() => map.height === innerHeight, 'all of the screen');
    await map.key('Escape');
    if (document.fullscreenElement) await document.exitFullscreen();
    await map.until(() => map.can('Volledig scherm'), 'the page');
  });

  it('brings a place to the middle by a click, for whom dragging is hard', async () => {
    const map = await show(SMALL_HALL);
    await map.press('Gelijkvloers');
    for (let times = 0; times < 4; times += 1) await map.press('Zoom in');
    await map.rest();
    const before = map.placeOf('P-C-3');
    await map.clickBeside('P-C-3', 0.5, -0.5);
    const after = map.placeOf('P-C-3');
    expect([after.x - before.x, after.y - before.y]).not.to.deep.equal([0, 0]);
    expect(map.element.selected ?? []).to.deep.equal([]);
  });

  it('prints a sharp plan and a list of the own places', async () => {
    const map = await show(SMALL_HALL, ['P-B-5', 'B-A-4']);
    await map.until(() => {
      dispatchEvent(new Event('beforeprint'));
      return map.printed.length > 0;
    }, 'the printed plan');
    await emulateMedia({ media: 'print' });
    expect(map.printedHeight / innerHeight, 'there is room for the head of a page').to.be.within(0.2, 0.63);
    expect(map.printed).to.deep.equal(['Rij B, stoel 5, Parterre', 'Rij A, stoel 4, Balkon']);
    await emulateMedia({ media: 'screen' });
    dispatchEvent(new Event('afterprint'));
    expect(map.printed).to.deep.equal([]);
  });

  it('prints the names of the hall with the plan', async () => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    const written: string[] = [];
    const map = await show(THEATRE, ['P-F-12']);
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      if (!this.canvas.isConnected) written.push(text);
      fillText.call(this, text, ...rest);
    };
    try {
      await map.until(() => {
        dispatchEvent(new Event('beforeprint'));
        return map.printed.length > 0;
      }, 'the printed plan');
    } finally {
      CanvasRenderingContext2D.prototype.fillText = fillText;
      dispatchEvent(new Event('afterprint'));
    }
    expect(written).to.include.members(['Podium', 'Parterre']);
  });

  it('covers nothing of the hall with its buttons on a phone, and still zooms by them', async () => {
    await setViewport({ width: 360, height: 780 });
    const map = await show(THEATRE);
    expect(map.uncovered).to.equal(1);
    const far = map.pitch;
    await map.press('Zoom in');
    await map.rest();
    expect(map.pitch).to.be.greaterThan(far);
  });

  it('shows the hall together with a wish for good seats, and with what was found, on a phone', async () => {
    await setViewport({ width: 360, height: 780 });
    const map = await show(THEATRE);
    await map.press('Beste plaatsen');
    await map.until(() => map.can('Zoek plaatsen'), 'the wish');
    window.scrollTo(0, 0);
    expect(map.inSight).to.be.greaterThan(200);
    await map.press('Zoek plaatsen');
    await map.rest();
    expect(map.suggestedSeats.every((seat) => map.placeOf(seat).y < innerHeight)).to.equal(true);
  });

  it('leaves most of a very small screen to the hall', async () => {
    await setViewport({ width: 320, height: 256 });
    const map = await show(SMALL_HALL);
    expect(map.height).to.be.greaterThan(0);
    expect(map.uncovered).to.be.greaterThan(0.5);
  });
});
