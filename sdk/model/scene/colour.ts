/** Red, green and blue, each 0–255. */
export type Rgb = readonly [number, number, number];

/** Contrast WCAG 1.4.11 asks of a drawing that carries meaning. */
export const GRAPHIC_CONTRAST = 3;
/** Contrast WCAG 1.4.3 asks of text. */
export const TEXT_CONTRAST = 4.5;

/** Reads `#rrggbb`; null for anything else. */
export function parseHex(text: string): Rgb | null {
  const digits = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (!digits) return null;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export const toCss = ([red, green, blue]: Rgb): string =>
  `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;

/** Contrast ratio of two colours as WCAG 2 defines it: 1 (the same) to 21 (black on white). */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((first, second) => second - first) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `part` of 0 gives `a`, 1 gives `b`. */
export function mix(a: Rgb, b: Rgb, part: number): Rgb {
  const channel = (at: 0 | 1 | 2) => a[at] + (b[at] - a[at]) * part;
  return [channel(0), channel(1), channel(2)];
}

/** The colour itself, or as little darker or lighter as it takes to stand out from the background by `ratio`. */
export function readableOn(colour: Rgb, background: Rgb, ratio: number): Rgb {
  const towards: Rgb = luminance(background) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  for (let part = 0; part < 1; part += 0.04) {
    const candidate = mix(colour, towards, part);
    if (contrast(candidate, background) >= ratio) return candidate;
  }
  return towards;
}

/** Black or white, whichever reads better on the colour. */
export function inkOn(colour: Rgb): Rgb {
  const white: Rgb = [255, 255, 255];
  const black: Rgb = [17, 17, 20];
  return contrast(colour, white) >= contrast(colour, black) ? white : black;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
