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
  const [left, top] = [x + stamp.left, y + stamp.top];
  const [from, to] = [Math.max(0, -left), Math.min(stamp.width, width - left)];
  const last = Math.min(stamp.height, height - top);
  for (let line = Math.max(0, -top); line < last; line += 1) {
    const row = line * stamp.width;
    const target = (top + line) * width + left;
    for (let column = from; column < to; column += 1) {
      const colour = source[row + column] as number;
      const opacity = colour >>> 24;
      if (opacity === 0) continue;
      pixels[target + column] = opacity === 255 ? colour : blend(pixels[target + column] as number, colour, opacity);
    }
  }
}
