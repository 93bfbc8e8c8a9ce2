import { MARK_REACH, penFor, penForNumber, type SeatMark } from './marks.ts';
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
  context: CanvasRenderingContext2D,
): Stamps {
  const places = radius < 6 ? 4 : 2;
  const reach = Math.ceil(radius * MARK_REACH) + 1;
  const numbers = new Map<string, readonly Stamp[]>();
  return {
    places,
    reach,
    of(mark) {
      const pen = penFor(mark, palette);
      return cast(context, reach, places, (on) => {
        on.globalAlpha = opacity;
        pen(on, radius);
      });
    },
    number(mark, number) {
      const key = `${mark.zone} ${mark.kind} ${number}`;
      let stamps = numbers.get(key);
      if (!stamps) {
        if (numbers.size > MOST_NUMBERS) numbers.clear();
        stamps = cast(context, reach, places, (on) => penForNumber(mark, palette)(on, radius, number));
        numbers.set(key, stamps);
      }
      return stamps;
    },
  };
}

/** Draws the same thing at all places within a pixel, side by side, and takes the pictures. */
function cast(context: CanvasRenderingContext2D, reach: number, places: number, draw: Draw): Stamp[] {
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
