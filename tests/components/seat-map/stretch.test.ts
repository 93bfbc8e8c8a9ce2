import { expect, fixture, html } from '@open-wc/testing';
import { createStretch } from '../../../components/seat-map/stretch.ts';
import { toView } from '../../../sdk/model/scene/index.ts';
import { THEATRE } from '../../../stories/fixtures/theatre.ts';
import { prepare, VIEW } from './drawing/pictures.ts';

const { frame, fit } = prepare(THEATRE);

/** A surface as large as the view, painted with the whole hall, on a machine that takes so long to draw. */
async function painted(cost: number) {
  const surface = await fixture<HTMLElement>(html`<div></div>`);
  surface.style.cssText = `position: absolute; left: 0; top: 0; width: ${VIEW.width}px; height: ${VIEW.height}px`;
  const sketch = () => document.createElement('canvas');
  const stretch = createStretch(surface, { cost: () => cost, sketch });
  const first = frame(fit);
  stretch.painted(first);
  return { surface, stretch, first };
}

describe('a zoom on a slow machine', () => {
  it('stretches what is painted, so that every seat is where it would be painted', async () => {
    const { surface, stretch, first } = await painted(20);
    const camera = { x: fit.x + 40, y: fit.y - 70, scale: fit.scale * 1.3 };
    expect(stretch.show({ ...first, camera })).to.equal(true);
    const box = surface.getBoundingClientRect();
    for (const corner of [
      { x: 0, y: 0 },
      { x: 900, y: 1300 },
    ]) {
      const before = toView(fit, VIEW, corner);
      const wanted = toView(camera, VIEW, corner);
      expect(box.left + before.x * 1.3).to.be.closeTo(wanted.x, 0.01);
      expect(box.top + before.y * 1.3).to.be.closeTo(wanted.y, 0.01);
    }
    stretch.painted({ ...first, camera });
    expect(surface.getBoundingClientRect().width).to.equal(VIEW.width);
  });

  it('paints when it is fast enough, when only moved, and when it would be too coarse', async () => {
    const zoomed = (factor: number) => ({ ...fit, scale: fit.scale * factor });
    const fast = await painted(3);
    expect(fast.stretch.show({ ...fast.first, camera: zoomed(1.2) })).to.equal(false);
    const { stretch, first } = await painted(20);
    expect(stretch.show({ ...first, camera: { ...fit, x: fit.x + 20 } })).to.equal(false);
    expect(stretch.show({ ...first, camera: zoomed(1.7) })).to.equal(false);
    expect(stretch.show({ ...first, camera: zoomed(0.6) })).to.equal(false);
    expect(stretch.show({ ...first, view: { width: 200, height: 200 }, camera: zoomed(1.2) })).to.equal(false);
  });

  it('keeps a small picture of all of the hall below, where it belongs', async () => {
    const { surface, stretch, first } = await painted(20);
    stretch.prepare(first);
    const box = surface.querySelector('canvas')?.getBoundingClientRect();
    const { bounds } = first.scene;
    const corner = toView(fit, VIEW, bounds);
    expect(Number.parseFloat(surface.querySelector('canvas')?.style.left ?? '')).to.be.closeTo(corner.x, 0.01);
    expect(box?.width).to.be.closeTo(bounds.width * fit.scale, 0.01);
    const easy = await painted(3);
    easy.stretch.prepare(easy.first);
    expect(easy.surface.querySelector('canvas')).to.equal(null);
  });
});
