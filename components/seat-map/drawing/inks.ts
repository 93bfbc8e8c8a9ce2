/** Turns CSS colours into the numbers a raster is made of. */
export type Inks = (colour: string) => number;

/** Any CSS colour, system colours of forced colours too: the browser paints a dot with it. Each is asked for once. */
export function createInks(): Inks {
  const known = new Map<string, number>();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (colour) => {
    let ink = known.get(colour);
    if (ink === undefined && context) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      ink = new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
      known.set(colour, ink);
    }
    return ink ?? 0xff808080;
  };
}
