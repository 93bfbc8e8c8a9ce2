import { expect } from '@open-wc/testing';
import { drawZoneSigns } from '../../../../components/seat-map/drawing/zone-signs.ts';
import type { PlanSource } from '../../../../sdk/model/seating-plan/index.ts';
import { compare, createEasel, prepare, VIEW } from './pictures.ts';

/** Two sections beside each other, alike but for their zone, so large that one sees no seats of them at once. */
const section = (id: string, zone: string, x: number) => ({
  id,
  name: { nl: id },
  zone,
  blocks: [{ rows: '1..60', seats: 60, at: [x, 0] as const }],
});
const ARENA: PlanSource = {
  format: 'foyer-plan/1',
  id: 'arena',
  version: 1,
  name: { nl: 'Arena' },
  zones: [
    { id: 'one', name: { nl: 'Rang 1' } },
    { id: 'two', name: { nl: 'Rang 2' } },
  ],
  floors: [{ id: 'ground', name: { nl: 'Vloer' } }],
  sections: [section('West', 'one', 0), section('Oost', 'two', 4000)],
};

const hall = prepare(ARENA);
const seen = hall.frame(hall.fit);
/** As where colours are forced: all zones look alike. */
const paintWith = (zoneSigns: readonly number[], frame = seen) => {
  const alike = { zones: ['#000', '#000'], zoneInks: ['#fff', '#fff'], zoneWashes: ['#fff', '#fff'], zoneSigns };
  return createEasel().paint({ ...frame, drawSigns: drawZoneSigns, palette: { ...frame.palette, ...alike } });
};

describe('a hall seen from afar, where colours do not tell zones apart', () => {
  it('has the sign of its zone in each section, and in no two the same', () => {
    const { places } = compare(paintWith([0, 1]), paintWith([0, 0]));
    const inHalf = (from: number, to: number) => places.filter(([x]) => x >= from && x < to).length;
    expect(inHalf(0, VIEW.width / 2), 'a section whose zone has the plain sign').to.be.greaterThan(50);
    expect(inHalf(VIEW.width / 2, VIEW.width), 'a section whose zone has a notched one').to.be.greaterThan(50);
    const notches = compare(paintWith([0, 1]), paintWith([0, 2])).places;
    expect(notches.length).to.be.greaterThan(4);
    expect(notches.every(([x]) => x >= VIEW.width / 2)).to.equal(true);
  });

  it('has none where nothing is left', () => {
    const full = hall.frame(hall.fit, new Uint8Array(hall.scene.count).fill(2));
    expect(compare(paintWith([0, 1], full), paintWith([0, 0], full)).places).to.deep.equal([]);
  });

  it('leaves the signs to the seats as soon as those are seen', () => {
    // From here they are dots.
    const near = hall.frame({ ...hall.fit, scale: 2 / hall.scene.radius });
    const dots = compare(paintWith([0, 1], near), paintWith([0, 0], near));
    expect(dots.places).to.deep.equal([]);
  });
});
