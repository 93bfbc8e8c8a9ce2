import { type Placing, SEAT_RADIUS, SOLD_COLOUR, ZONE_COLOURS } from '../engine.ts';
import type { Seats } from './raw-seats.ts';

/** Discs are prepared at so many places within a pixel, each way. */
const PHASES = 4;
/** Radius in canvas pixels from which on numbers are drawn. */
const NUMBERS_FROM = 8;
const BACKGROUND = 0xff_ff_ff_ff;

/** How much of each pixel something covers, 0 to 255. */
interface Mask {
  readonly size: number;
  readonly cover: Uint8Array;
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const packed = (red = 0, green = 0, blue = 0) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** Every strength of a colour on the background, as a pixel. */
const SHADES = [...ZONE_COLOURS, SOLD_COLOUR, '#ffffff'].map((colour) =>
  Uint32Array.from({ length: 256 }, (_, cover) =>
    packed(...channels(colour).map((channel) => Math.round(255 + ((channel - 255) * cover) / 255))),
  ),
);
const SOLD = ZONE_COLOURS.length;
const INK = SOLD + 1;

/** Puts the discs of all seats in view into pixels, without a single call of the canvas. */
export function splat(seats: Seats, pixels: Uint32Array, width: number, height: number, at: Placing): void {
  pixels.fill(BACKGROUND);
  const radius = SEAT_RADIUS * at.scale;
  const discs = masksFor(radius);
  const small = masksFor(radius * 0.7);
  const labels = radius >= NUMBERS_FROM ? labelsFor(Math.round(radius * 0.95)) : undefined;
  const { x, y, zone, sold, number, rowStart, boxes } = seats;
  for (let row = 0; row < rowStart.length - 1; row += 1) {
    if (boxes[row * 4]! * at.scale + at.x > width || boxes[row * 4 + 2]! * at.scale + at.x < 0) continue;
    if (boxes[row * 4 + 1]! * at.scale + at.y > height || boxes[row * 4 + 3]! * at.scale + at.y < 0) continue;
    for (let seat = rowStart[row]!; seat < rowStart[row + 1]!; seat += 1) {
      const centreX = x[seat]! * at.scale + at.x;
      const centreY = y[seat]! * at.scale + at.y;
      const isSold = sold[seat] === 1;
      const masks = isSold ? small : discs;
      const [wholeX, wholeY] = [Math.floor(centreX), Math.floor(centreY)];
      const phase = Math.floor((centreY - wholeY) * PHASES) * PHASES + Math.floor((centreX - wholeX) * PHASES);
      const mask = masks[phase]!;
      const [left, top] = [wholeX - (mask.size >> 1), wholeY - (mask.size >> 1)];
      stamp(pixels, width, height, mask, left, top, isSold ? SOLD : zone[seat]!);
      if (!labels || isSold) continue;
      const label = labels(number[seat]!);
      stamp(pixels, width, height, label, wholeX - (label.size >> 1), wholeY - (label.size >> 1), INK);
    }
  }
}

function stamp(
  pixels: Uint32Array,
  width: number,
  height: number,
  { size, cover }: Mask,
  left: number,
  top: number,
  colour: number,
): void {
  const shades = SHADES[colour]!;
  const full = shades[255]!;
  const [fromX, toX] = [Math.max(0, -left), Math.min(size, width - left)];
  const toY = Math.min(size, height - top);
  for (let line = Math.max(0, -top); line < toY; line += 1) {
    const start = (top + line) * width + left;
    for (let column = fromX; column < toX; column += 1) {
      const strength = cover[line * size + column]!;
      if (strength === 0) continue;
      const under = pixels[start + column]!;
      pixels[start + column] =
        strength === 255 ? full : under === BACKGROUND ? shades[strength]! : mixed(under, full, strength);
    }
  }
}

function mixed(under: number, over: number, cover: number): number {
  const channel = (shift: number) => {
    const from = (under >>> shift) & 255;
    return from + ((((over >>> shift) & 255) - from) * cover) / 255;
  };
  return packed(channel(0), channel(8), channel(16));
}

const discs = new Map<number, readonly Mask[]>();

/** A disc of a radius at every place within a pixel; the radius as exact as eyes can tell. */
function masksFor(wanted: number): readonly Mask[] {
  const radius = Math.max(0.25, Math.round(wanted * 16) / 16);
  const known = discs.get(radius);
  if (known) return known;
  if (discs.size > 40) discs.clear();
  const size = (Math.ceil(radius) + 1) * 2;
  const made = Array.from({ length: PHASES * PHASES }, (_, phase) => {
    const across = size / 2 + ((phase % PHASES) + 0.5) / PHASES;
    const down = size / 2 + (Math.floor(phase / PHASES) + 0.5) / PHASES;
    const cover = new Uint8Array(size * size);
    for (let index = 0; index < cover.length; index += 1) {
      cover[index] = Math.round(255 * coverage((index % size) - across, Math.floor(index / size) - down, radius));
    }
    return { size, cover };
  });
  discs.set(radius, made);
  return made;
}

/** Share of the pixel at (x, y) that a disc around zero covers, from its distance; counted out where discs are tiny. */
function coverage(x: number, y: number, radius: number): number {
  if (radius >= 1.2) return Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(x + 0.5, y + 0.5)));
  let inside = 0;
  for (let part = 0; part < 16; part += 1) {
    const partX = x + ((part % 4) + 0.5) / 4;
    const partY = y + (Math.floor(part / 4) + 0.5) / 4;
    if (partX * partX + partY * partY < radius * radius) inside += 1;
  }
  return inside / 16;
}

let fontSize = 0;
let labels = new Map<number, Mask>();

/** Numbers as masks, each drawn once in a size. */
function labelsFor(size: number): (number: number) => Mask {
  if (size !== fontSize) labels = new Map();
  fontSize = size;
  return (number) => {
    const known = labels.get(number);
    if (known) return known;
    const mask = labelMask(String(number), size);
    labels.set(number, mask);
    return mask;
  };
}

let pen: CanvasRenderingContext2D | null | undefined;

function labelMask(text: string, fontSize: number): Mask {
  const size = fontSize * 2;
  pen ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const cover = new Uint8Array(size * size);
  if (!pen) return { size, cover };
  if (pen.canvas.width < size) pen.canvas.width = pen.canvas.height = size * 2;
  pen.clearRect(0, 0, size, size);
  pen.font = `600 ${fontSize}px sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, size / 2, size / 2);
  const { data } = pen.getImageData(0, 0, size, size);
  for (let index = 0; index < cover.length; index += 1) cover[index] = data[index * 4 + 3]!;
  return { size, cover };
}
