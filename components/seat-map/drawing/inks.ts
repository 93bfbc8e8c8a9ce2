import { parseRgb, type Rgb } from '../../../sdk/model/colour/colour.ts';

/** Turns CSS colours into the numbers a raster is made of. */
export type Inks = (colour: string) => number;

/** Any CSS colour, system colours of forced colours too. Each is asked for once. */
export function createInks(): Inks {
  const known = new Map<string, number>();
  return (colour) => {
    let ink = known.get(colour);
    if (ink === undefined) {
      const [red, green, blue] = rgbOf(colour);
      ink = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
      known.set(colour, ink);
    }
    return ink;
  };
}

/** The numbers of any CSS colour; one that is not written in numbers the browser paints as a dot. */
export function rgbOf(colour: string): Rgb {
  const known = parseRgb(colour);
  if (known) return known;
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
