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

/** Reads `rgb(1, 2, 3)` and `rgb(1 2 3)`, as browsers write colours and `toCss` does; null for anything else. */
export function parseRgb(text: string): Rgb | null {
  const [, red, green, blue] = /^rgb\((\d+),? (\d+),? (\d+)\)$/.exec(text) ?? [];
  return red && green && blue ? [Number(red), Number(green), Number(blue)] : null;
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
  const { hue, saturation, lightness } = toHsl(colour);
  const step = luminance(background) > 0.18 ? -0.02 : 0.02;
  for (let at = lightness; at > 0 && at < 1; at += step) {
    const candidate = at === lightness ? colour : fromHsl(hue, saturation, at);
    if (contrast(candidate, background) >= ratio) return candidate;
  }
  return step < 0 ? [0, 0, 0] : [255, 255, 255];
}

/** Black or white, whichever reads better on the colour. */
export function inkOn(colour: Rgb): Rgb {
  const white: Rgb = [255, 255, 255];
  const black: Rgb = [17, 17, 20];
  return contrast(colour, white) >= contrast(colour, black) ? white : black;
}

/** Share of the light, 0–1, each channel gives off: sRGB without its gamma. */
export function toLight(colour: Rgb): Rgb {
  return colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
}

/** The way back from {@link toLight}; what no screen can show becomes the nearest that it can. */
export function fromLight(light: Rgb): Rgb {
  return light.map((part) => {
    const share = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
    return Math.min(255, Math.max(0, share * 255));
  }) as unknown as Rgb;
}

/** How light a colour is to the eye, 0 (black) to 1 (white), as WCAG 2 defines it. */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = toLight(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toHsl(colour: Rgb) {
  const [red, green, blue] = colour.map((channel) => channel / 255) as [number, number, number];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const span = most - least;
  const lightness = (most + least) / 2;
  if (span === 0) return { hue: 0, saturation: 0, lightness };
  const sector =
    most === red ? (green - blue) / span : most === green ? 2 + (blue - red) / span : 4 + (red - green) / span;
  return { hue: (sector * 60 + 360) % 360, saturation: span / (1 - Math.abs(2 * lightness - 1)), lightness };
}

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}
