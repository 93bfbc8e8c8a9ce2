import { expect } from '@open-wc/testing';
import { drawMark, type SeatMark } from '../../components/seat-map/drawing/marks.ts';
import type { Palette } from '../../components/seat-map/drawing/palette.ts';
import { KINDS, SeatState, type SeatStateName } from '../../sdk/model/scene/index.ts';

const SIDE = 18;
const ZONES = 12;
/** Part of the seat's disc that must be black in one mark and white in the other. */
const TELLABLE = 0.08;

/** Black and white only: what differs then, differs in shape. Every zone has a sign. */
const PALETTE = {
  zones: Array(ZONES).fill('#000'),
  zoneInks: Array(ZONES).fill('#fff'),
  zoneSigns: [...Array(ZONES).keys()],
  taken: '#000',
  mine: '#000',
  mineInk: '#fff',
  floor: '#fff',
  font: 'sans-serif',
} as unknown as Palette;

/** How much ink each pixel has, 0 to 1. */
function inkOf(mark: Partial<SeatMark>, radius: number): number[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas to draw on.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SIDE, SIDE);
  context.translate(SIDE / 2, SIDE / 2);
  drawMark(context, { state: SeatState.free, kind: 0, zone: 0, detail: 'glyphs', ...mark }, radius, PALETTE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return Array.from({ length: SIDE * SIDE }, (_, pixel) => 1 - (data[pixel * 4] ?? 0) / 255);
}

/** Pairs of marks that look alike when they are drawn with this radius. */
function alike(marks: Record<string, Partial<SeatMark>>, radius: number): string[] {
  const drawn = Object.entries(marks).map(([name, mark]) => ({ name, ink: inkOf(mark, radius) }));
  return drawn.flatMap((one, index) =>
    drawn.slice(0, index).flatMap((other) => {
      const differing = one.ink.reduce((sum, ink, pixel) => sum + Math.abs(ink - (other.ink[pixel] ?? 0)), 0);
      const part = differing / (Math.PI * radius ** 2);
      return part < TELLABLE ? [`${other.name} and ${one.name}: ${part.toFixed(3)}`] : [];
    }),
  );
}

const states = Object.fromEntries(
  (Object.keys(SeatState) as SeatStateName[]).map((name) => [name, { state: SeatState[name] }]),
);
const kinds = Object.fromEntries(
  KINDS.filter((name) => name !== 'house').map((name) => [name, { kind: KINDS.indexOf(name) }]),
);

describe('marks of seats', () => {
  for (const radius of [5, 6, 7.5]) {
    it(`tell every state and kind by shape alone at ${radius} px`, () => {
      expect(alike({ ...states, ...kinds, free: {}, dimmed: { dimmed: true } }, radius)).to.deep.equal([
        // The same seat twice, so that it is seen that this test can tell what is alike.
        'free and standard: 0.000',
      ]);
    });

    it(`tell twelve zones by shape alone at ${radius} px`, () => {
      const zones = Object.fromEntries(PALETTE.zones.map((_, zone) => [`zone ${zone + 1}`, { zone }]));
      expect(alike(zones, radius)).to.deep.equal([]);
    });
  }

  it('keep the shape of a special place when it is taken or chosen', () => {
    for (const state of [SeatState.held, SeatState.sold, SeatState.mine]) {
      const special = Object.fromEntries(
        ['standard', 'wheelchair', 'restricted-view'].map((name) => [name, { ...kinds[name], state }]),
      );
      expect(alike(special, 5)).to.deep.equal([]);
    }
  });
});
