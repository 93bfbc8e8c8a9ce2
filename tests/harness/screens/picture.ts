import { PNG } from 'pngjs';
import { palettePng } from '../png.ts';

/** Pixels in rows, four bytes each: red, green, blue, opacity. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Colours that a kept picture has at most: enough for a poster, few enough for a small file. */
const COLOURS = 128;

export const readPicture = (bytes: Uint8Array): Picture => PNG.sync.read(bytes);

/** The picture smaller, so many times: each pixel is the mean of a square of them. */
export function shrink({ width, height, data }: Picture, times: number): Picture {
  const [columns, rows] = [Math.floor(width / times), Math.floor(height / times)];
  const small = new Uint8Array(columns * rows * 4);
  for (let at = 0; at < columns * rows * 4; at += 1) {
    const [x, y] = [((at >> 2) % columns) * times, Math.floor((at >> 2) / columns) * times];
    let sum = 0;
    for (let down = 0; down < times; down += 1) {
      for (let right = 0; right < times; right += 1) sum += data[((y + down) * width + x + right) * 4 + (at & 3)] ?? 0;
    }
    small[at] = Math.round(sum / (times * times));
  }
  return { width: columns, height: rows, data: small };
}

/** A PNG with the colours that are there most; the others become the nearest of them. */
export function writeSmall({ width, height, data }: Picture): Buffer {
  const bucketAt = (at: number) =>
    (((data[at] ?? 0) >> 3) << 10) | (((data[at + 1] ?? 0) >> 3) << 5) | ((data[at + 2] ?? 0) >> 3);
  const buckets = new Map<number, { count: number; readonly sums: [number, number, number] }>();
  for (let at = 0; at < data.length; at += 4) {
    const id = bucketAt(at);
    const bucket = buckets.get(id) ?? { count: 0, sums: [0, 0, 0] };
    bucket.count += 1;
    for (const channel of [0, 1, 2] as const) bucket.sums[channel] += data[at + channel] ?? 0;
    buckets.set(id, bucket);
  }
  const colours = [...buckets].map(([id, { count, sums }]) => ({
    ...{ id, count },
    mean: sums.map((sum) => Math.round(sum / count)),
  }));
  const kept = colours.sort((one, other) => other.count - one.count).slice(0, COLOURS);
  const nearest = new Map(
    colours.map(({ id, mean }) => {
      const distances = kept.map((colour) =>
        colour.mean.reduce((sum, value, channel) => sum + (value - (mean[channel] ?? 0)) ** 2, 0),
      );
      return [id, distances.indexOf(Math.min(...distances))];
    }),
  );
  const indices = Uint8Array.from({ length: width * height }, (_, pixel) => nearest.get(bucketAt(pixel * 4)) ?? 0);
  return palettePng(width, height, Uint8Array.from(kept.flatMap(({ mean }) => mean)), indices);
}

/** Side of the squares whose mean colours are compared: finer than a line of text, coarser than how one is smoothed. */
const SQUARE = 4;
/** What a mean colour may differ, of 255: more than another smoothing of the same letters makes. */
const NEAR = 28;
/** Part of the squares that may differ by more: less than half of what a word in another colour makes on a wide screen. */
const FEW = 0.001;

export interface Comparison {
  readonly same: boolean;
  /** One sentence, for people. */
  readonly difference: string;
  /** Squares that differ in red, on the picture that was expected. */
  readonly marked: Picture;
}

/** Compares as somebody does who steps back: what moved, went or changed colour is seen, how letters are smoothed is not. */
export function compare(expected: Picture, actual: Picture): Comparison {
  const [one, other] = [shrink(expected, SQUARE), shrink(actual, SQUARE)];
  const marked = { ...expected, data: Uint8Array.from(expected.data) };
  if (expected.width !== actual.width || expected.height !== actual.height) {
    const [was, is] = [expected, actual].map(({ width, height }) => `${width} × ${height}`);
    return { same: false, difference: `it was ${was} and is ${is}`, marked };
  }
  let differing = 0;
  for (let square = 0; square < one.width * one.height; square += 1) {
    const apart = [0, 1, 2].map((channel) =>
      Math.abs((one.data[square * 4 + channel] ?? 0) - (other.data[square * 4 + channel] ?? 0)),
    );
    if (Math.max(...apart) <= NEAR) continue;
    differing += 1;
    mark(marked, (square % one.width) * SQUARE, Math.floor(square / one.width) * SQUARE);
  }
  const part = differing / (one.width * one.height);
  const [percent, allowed] = [part, FEW].map((share) => `${(share * 100).toFixed(2)} %`);
  return { same: part <= FEW, difference: `${percent} of it differs, where ${allowed} may`, marked };
}

function mark({ width, data }: Picture, x: number, y: number): void {
  for (let row = y; row < y + SQUARE; row += 1) {
    for (let column = x; column < x + SQUARE; column += 1) data.set([214, 0, 40, 255], (row * width + column) * 4);
  }
}
