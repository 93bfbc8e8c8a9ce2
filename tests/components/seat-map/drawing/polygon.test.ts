import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createFill } from '../../../../components/seat-map/drawing/polygon.ts';
import { createRaster } from '../../../../components/seat-map/drawing/raster.ts';

const SIDE = 64;
const WHITE = 0xffffffff;
const BLACK = 0xff000000;

const corner = fc.tuple(
  fc.double({ min: -20, max: SIDE + 20, noNaN: true }),
  fc.double({ min: -20, max: SIDE + 20, noNaN: true }),
);

function filled(points: readonly (readonly [number, number])[], lines: number): Uint8ClampedArray {
  const raster = createRaster(SIDE, SIDE);
  raster.pixels.fill(WHITE);
  createFill()(raster, Float64Array.from(points.flat()), points.length, BLACK, lines);
  return raster.image.data;
}

function byCanvas(points: readonly (readonly [number, number])[]): Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SIDE, SIDE);
  context.fillStyle = '#000';
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.fill();
  return context.getImageData(0, 0, SIDE, SIDE).data;
}

/** The share of the picture that differs, in pixels that are wholly other. */
function difference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 4) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return sum / 255;
}

describe('filling a polygon', () => {
  for (const [lines, allowed] of [
    [4, 0.1],
    [1, 0.3],
  ] as const) {
    it(`with ${lines} lines a pixel looks as a canvas draws it, but for ${allowed} of a pixel along its edges`, () => {
      fc.assert(
        fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (points) => {
          const length = points.reduce((sum, [x, y], at) => {
            const [nextX, nextY] = points[(at + 1) % points.length] ?? [0, 0];
            return sum + Math.hypot(nextX - x, nextY - y);
          }, 4);
          expect(difference(filled(points, lines), byCanvas(points)) / length).to.be.below(allowed);
        }),
        { numRuns: 200 },
      );
    });
  }

  it('covers a rectangle on whole pixels exactly, and nothing beside it', () => {
    const points = [
      [3, 5],
      [20, 5],
      [20, 9],
      [3, 9],
    ] as const;
    expect(difference(filled(points, 4), byCanvas(points))).to.equal(0);
  });
});
