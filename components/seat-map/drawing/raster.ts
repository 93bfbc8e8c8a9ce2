/** Pixels in memory. Thousands of seats cost less here than as many calls of a canvas, and all can be put on one at once. */
export interface Raster {
  readonly image: ImageData;
  /** The same pixels, one number each: alpha, blue, green, red from the highest byte to the lowest. */
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
}

/** A small picture, to be pressed on a raster again and again. */
export interface Stamp {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** Where it begins, seen from the pixel it is pressed on. */
  readonly left: number;
  readonly top: number;
  /** How its soft pixels look on the colour it was pressed on last. */
  soft?: Soft;
}

interface Soft {
  readonly under: number;
  readonly mixed: Uint32Array;
}

export function createRaster(width: number, height: number): Raster {
  const image = new ImageData(Math.max(1, width), Math.max(1, height));
  return { image, pixels: new Uint32Array(image.data.buffer), width: image.width, height: image.height };
}

/** What one sees where a colour of this opacity (0 to 255) lies on an opaque one. */
export function blend(under: number, colour: number, opacity: number): number {
  const rest = 255 - opacity;
  const redBlue = Math.imul(colour & 0xff00ff, opacity) + Math.imul(under & 0xff00ff, rest) + 0x800080;
  const green = Math.imul((colour >>> 8) & 0xff, opacity) + Math.imul((under >>> 8) & 0xff, rest) + 0x80;
  // Sums over 255 instead of 256 keep white white.
  const mixed = ((redBlue + ((redBlue >>> 8) & 0xff00ff)) >>> 8) & 0xff00ff;
  return (0xff000000 | mixed | ((green + (green >>> 8)) & 0xff00)) >>> 0;
}

/** Presses a stamp with its middle at a pixel; what falls outside is cut off. */
export function press(raster: Raster, stamp: Stamp, x: number, y: number): void {
  const { pixels, width, height } = raster;
  const source = stamp.pixels;
  const left = x + stamp.left;
  const top = y + stamp.top;
  const from = left < 0 ? -left : 0;
  const to = left + stamp.width > width ? width - left : stamp.width;
  const last = top + stamp.height > height ? height - top : stamp.height;
  // Seats of one section lie on one colour, and most pixels of small ones are soft: each is mixed once for all of them.
  const { under, mixed } = softOn(stamp, pixels[y * width + x]);
  for (let line = top < 0 ? -top : 0; line < last; line += 1) {
    const row = line * stamp.width;
    const target = (top + line) * width + left;
    for (let column = from; column < to; column += 1) {
      const colour = source[row + column] as number;
      if (colour >>> 24 === 255) pixels[target + column] = colour;
      else if (colour >>> 24 > 0) {
        const below = pixels[target + column] as number;
        pixels[target + column] =
          below === under ? (mixed[row + column] as number) : blend(below, colour, colour >>> 24);
      }
    }
  }
}

function softOn(stamp: Stamp, under: number | undefined): Soft {
  const { soft, pixels } = stamp;
  if (soft && (under === undefined || soft.under === under)) return soft;
  const below = under ?? 0;
  const mixed = new Uint32Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) {
    const colour = pixels[at] as number;
    mixed[at] = blend(below, colour, colour >>> 24);
  }
  stamp.soft = { under: below, mixed };
  return stamp.soft;
}
