import type { Inks } from './inks.ts';
import { dotOf, MARK_REACH, penFor, penForNumber, type SeatMark } from './marks.ts';
import type { Palette } from './palette.ts';
import type { Stamp } from './raster.ts';

/** Stamps of the seats at one size: each mark is drawn once by a canvas, and from then on pressed. */
export interface Stamps {
  /** A seat need not stand on whole pixels: places within a pixel are told apart, so many to each side. */
  readonly places: number;
  /** Pixels from the middle of a seat to what no mark of this size reaches. */
  readonly reach: number;
  /** The stamps of a mark, one for each place within a pixel. */
  of(mark: SeatMark): readonly Stamp[];
  /** The same for the number on a mark. */
  number(mark: SeatMark, number: string): readonly Stamp[];
}

/** Beyond so many numbers at one size, those that came first are drawn again. */
const MOST_NUMBERS = 3000;

type Draw = (context: CanvasRenderingContext2D) => void;

/** The stamps for seats of this radius, in canvas pixels, and opacity (0 to 1). */
export function createStamps(
  radius: number,
  opacity: number,
  palette: Palette,
  inks: Inks,
  pencil: () => CanvasRenderingContext2D | null,
): Stamps {
  const places = radius < 6 ? 4 : 2;
  const reach = Math.ceil(radius * MARK_REACH) + 1;
  const numbers = new Map<string, readonly Stamp[]>();
  return {
    places,
    reach,
    of(mark) {
      const dot = dotOf(mark, palette);
      if (dot) return castDots(dot.radius * radius, inks(dot.colour), opacity, places);
      const pen = penFor(mark, palette);
      return cast(pencil(), reach, places, (on) => {
        on.globalAlpha = opacity;
        pen(on, radius);
      });
    },
    number(mark, number) {
      const key = `${mark.zone} ${mark.kind} ${number}`;
      let stamps = numbers.get(key);
      if (!stamps) {
        if (numbers.size > MOST_NUMBERS) numbers.clear();
        stamps = cast(pencil(), reach, places, (on) => penForNumber(mark, palette)(on, radius, number));
        numbers.set(key, stamps);
      }
      return stamps;
    },
  };
}

/** How finely each pixel is looked at, to each side, to see how much of it a disc covers. */
const FINELY = 4;
/** Larger discs are told well enough by how far a pixel is from their rim. */
const TINY = 1.2;

/**
 * Discs, as most seats are from afar: counted out at once, where a canvas would have to be asked for a hundred drawings
 * before the first picture.
 */
function castDots(radius: number, ink: number, opacity: number, places: number): Stamp[] {
  const reach = Math.ceil(radius);
  const side = 2 * reach + 1;
  const stamps: Stamp[] = [];
  for (let place = 0; place < places * places; place += 1) {
    const pixels = new Uint32Array(side * side);
    const x = reach + ((place % places) + 0.5) / places;
    const y = reach + (Math.floor(place / places) + 0.5) / places;
    for (let at = 0; at < pixels.length; at += 1) {
      const covered = coverOf((at % side) - x, Math.floor(at / side) - y, radius);
      const alpha = Math.round(255 * covered * opacity);
      if (alpha > 0) pixels[at] = ((alpha << 24) | (ink & 0xffffff)) >>> 0;
    }
    stamps.push({ pixels, width: side, height: side, left: -reach, top: -reach });
  }
  return stamps;
}

/** Share of a pixel, given by its left upper corner, that a disc around zero covers. */
function coverOf(left: number, top: number, radius: number): number {
  const x = left + 0.5;
  const y = top + 0.5;
  const distance = Math.sqrt(x * x + y * y);
  if (radius >= TINY) return Math.min(1, Math.max(0, radius + 0.5 - distance));
  if (distance >= radius + 0.71) return 0;
  if (distance <= radius - 0.71) return 1;
  let inside = 0;
  for (let part = 0; part < FINELY * FINELY; part += 1) {
    const partX = left + ((part % FINELY) + 0.5) / FINELY;
    const partY = top + (Math.floor(part / FINELY) + 0.5) / FINELY;
    if (partX * partX + partY * partY < radius * radius) inside += 1;
  }
  return inside / FINELY ** 2;
}

/** Draws the same thing at all places within a pixel, side by side, and takes the pictures. */
function cast(context: CanvasRenderingContext2D | null, reach: number, places: number, draw: Draw): Stamp[] {
  if (!context) return [];
  const side = 2 * reach + 1;
  const count = places * places;
  const { canvas } = context;
  if (canvas.width < side * count || canvas.height < side) {
    canvas.width = side * count;
    canvas.height = side;
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, side * count, side);
  for (let place = 0; place < count; place += 1) {
    const x = side * place + reach + ((place % places) + 0.5) / places;
    context.setTransform(1, 0, 0, 1, x, reach + (Math.floor(place / places) + 0.5) / places);
    draw(context);
  }
  const strip = new Uint32Array(context.getImageData(0, 0, side * count, side).data.buffer);
  return Array.from({ length: count }, (_, place) => trim(strip, side * count, side * place, side, reach));
}

/** Cuts one picture out of the strip, without the empty pixels around it. */
function trim(strip: Uint32Array, stride: number, start: number, side: number, reach: number): Stamp {
  let [left, top, right, bottom] = [side, side, -1, -1];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if ((strip[y * stride + start + x] as number) >>> 24 === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  const [width, height] = [Math.max(0, right - left + 1), Math.max(0, bottom - top + 1)];
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * stride + start + left;
    pixels.set(strip.subarray(from, from + width), y * width);
  }
  return { pixels, width, height, left: left - reach, top: top - reach };
}
