import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cornerOf } from '../../../../components/seat-map/drawing/cut.ts';
import { createGround } from '../../../../components/seat-map/drawing/ground.ts';
import { createInks } from '../../../../components/seat-map/drawing/inks.ts';
import { createRaster } from '../../../../components/seat-map/drawing/raster.ts';
import { createSeatPress } from '../../../../components/seat-map/drawing/seats.ts';
import type { Words } from '../../../../components/seat-map/drawing/words.ts';
import { type Camera, SeatState } from '../../../../sdk/model/scene/index.ts';
import { THEATRE } from '../../../../stories/fixtures/theatre.ts';
import { compare, createEasel, prepare, VIEW } from './pictures.ts';

const hall = prepare(THEATRE);
const { scene, fit } = hall;

/** Anywhere in the hall, from all of it to one seat. */
const cameras = fc
  .record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    zoom: fc.nat(60),
  })
  .map(
    ({ x, y, zoom }): Camera => ({
      x: scene.bounds.x + scene.bounds.width * x,
      y: scene.bounds.y + scene.bounds.height * y,
      scale: fit.scale * 1.06 ** zoom,
    }),
  );

const seats = fc.array(fc.record({ seat: fc.nat(scene.count - 1), state: fc.nat(5) }), { maxLength: 40 });

type Step =
  | { readonly go: Camera }
  | { readonly pan: readonly [number, number] }
  | { readonly changes: readonly { readonly seat: number; readonly state: number }[] };

const steps = fc.array(
  fc.oneof(
    cameras.map((go): Step => ({ go })),
    fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 })).map((pan): Step => ({ pan })),
    seats.map((changes): Step => ({ changes })),
  ),
  { maxLength: 12 },
);

/** Writes nothing. */
const SILENCE: Words = { write: () => {}, sign: () => {}, changed: () => [] };

describe('the painter of the hall', () => {
  it('shows in squares what is drawn in one piece, to within 2 of 255 levels', () => {
    const [ground, press] = [createGround(scene, createInks()), createSeatPress()];
    fc.assert(
      fc.property(cameras, (camera) => {
        const frame = hall.frame(camera);
        const whole = createRaster(VIEW.width, VIEW.height);
        const cut = { raster: whole, scale: camera.scale, ...cornerOf(frame) };
        ground.draw(cut, frame, 4);
        press.draw(cut, frame);
        const easel = createEasel();
        easel.painter.teach(() => SILENCE);
        expect(compare(easel.settle(frame), whole.image.data).most).to.be.at.most(2);
      }),
      { numRuns: 25 },
    );
  });

  it('shows the same after any way there as somebody who has just come', () => {
    fc.assert(
      fc.property(steps, (way) => {
        const easel = createEasel();
        let [camera, states] = [fit, hall.frame(fit).states];
        easel.settle(hall.frame(camera, states));
        for (const step of way) {
          if ('go' in step) camera = step.go;
          else if ('pan' in step) {
            const [dx, dy] = step.pan;
            camera = { ...camera, x: camera.x + dx / camera.scale, y: camera.y + dy / camera.scale };
          } else {
            states = states.slice();
            for (const { seat, state } of step.changes) states[seat] = state;
          }
          easel.paint(hall.frame(camera, states));
        }
        const frame = hall.frame(camera, states);
        expect(compare(easel.settle(frame), createEasel().settle(frame)).most).to.equal(0);
      }),
      { numRuns: 40 },
    );
  });

  it('draws only around a seat that changed', () => {
    const camera = { ...fit, scale: fit.scale * 4 };
    const seat = scene.count >> 1;
    const at = { x: scene.x[seat] ?? 0, y: scene.y[seat] ?? 0 };
    const [easel, before] = [createEasel(), hall.frame({ ...camera, ...at })];
    const picture = easel.settle(before);
    const states = before.states.slice();
    states[seat] = SeatState.sold;
    const { places } = compare(easel.paint(hall.frame(before.camera, states)), picture);
    expect(places).not.to.have.length(0);
    const reach = scene.radius * camera.scale * 1.5 + 2;
    for (const [x, y] of places) {
      expect(Math.abs(x - VIEW.width / 2)).to.be.at.most(reach);
      expect(Math.abs(y - VIEW.height / 2)).to.be.at.most(reach);
    }
  });

  it('moves the hall by whole pixels, so that nothing in it trembles', () => {
    const easel = createEasel();
    easel.painter.teach(() => SILENCE);
    const camera = { ...fit, scale: fit.scale * 3 };
    const picture = easel.settle(hall.frame(camera));
    const moved = easel.settle(hall.frame({ ...camera, x: camera.x + 7.3 / camera.scale }));
    let same = 0;
    for (let at = 0; at < VIEW.height * VIEW.width; at += 1) {
      if (at % VIEW.width < VIEW.width - 8 && picture[(at + 7) * 4] === moved[at * 4]) same += 1;
    }
    expect(same).to.equal(VIEW.height * (VIEW.width - 8));
  });

  it('draws again what the browser has lost', () => {
    const [easel, frame] = [createEasel(), hall.frame(fit)];
    const picture = easel.settle(frame);
    easel.wipe();
    easel.painter.forget();
    expect(compare(easel.settle(frame), picture).most).to.equal(0);
  });

  it('bears a hall of one point, an empty one, and a view without room', () => {
    const block = { rows: '1..100', seats: 200, at: [0, 0], spacing: 0, rowSpacing: 0 } as const;
    const zones = [{ id: 'z', name: { nl: 'Z' } }];
    const floors = [{ id: 'f', name: { nl: 'F' } }];
    const base = { format: 'foyer-plan/1', id: 'p', version: 1, name: { nl: 'P' }, zones, floors } as const;
    const section = { id: 'S', name: { nl: 'S' }, zone: 'z', blocks: [block] };
    for (const source of [base, { ...base, sections: [section] }]) {
      const odd = prepare(source);
      expect(createEasel().settle(odd.frame(odd.fit))).to.have.length(VIEW.width * VIEW.height * 4);
    }
    createEasel().settle(hall.frame(fit, undefined, { view: { width: 0, height: 0 } }));
  });
});
