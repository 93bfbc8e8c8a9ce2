import { type Rgb, toLight } from './colour.ts';

/** A linear map of three numbers, row by row. */
type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * What is left of red, green and blue light for people who lack one kind of cone, and for who sees no colour.
 *
 * The three dichromacies are the matrices at severity 1.0 of Machado, Oliveira & Fernandes, “A Physiologically-based
 * Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15(6), 2009; browsers emulate deficiencies with the same.
 * Without any colour the luminance is left.
 */
export const VISIONS = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  achromatopsia: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
} as const satisfies Record<string, Matrix>;

export type Vision = keyof typeof VISIONS;

/** OKLab (Björn Ottosson, 2020): light to cone responses, and their cube roots to lightness, green–red and blue–yellow. */
const TO_CONES: Matrix = [
  [0.41222, 0.53633, 0.05145],
  [0.2119, 0.6807, 0.1074],
  [0.0883, 0.28172, 0.62998],
];
const TO_LAB: Matrix = [
  [0.21045, 0.79362, -0.00407],
  [1.978, -2.42859, 0.45059],
  [0.0259, 0.78277, -0.80868],
];

/** A colour as it is seen: lightness 0–1, green–red and blue–yellow. */
export type Lab = readonly [lightness: number, greenRed: number, blueYellow: number];

const times = (matrix: Matrix, [x, y, z]: Rgb): Rgb =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Rgb;

/** The light that somebody with this vision cannot tell from that of the colour, each channel 0–1. */
export const simulate = (colour: Rgb, vision: Vision): Rgb =>
  times(VISIONS[vision], toLight(colour)).map((part) => Math.min(1, Math.max(0, part))) as unknown as Rgb;

/** A colour in OKLab, in which equal distances look equally large. */
export const toLab = (colour: Rgb, vision: Vision = 'full'): Lab =>
  times(TO_LAB, times(TO_CONES, simulate(colour, vision)).map(Math.cbrt) as unknown as Rgb);

/** A colour as everybody sees it. */
export type Looks = readonly Lab[];

export const looksOf = (colour: Rgb): Looks =>
  (Object.keys(VISIONS) as Vision[]).map((vision) => toLab(colour, vision));

/** Distance of two colours in OKLab to whoever tells them apart least: 0 (the same to somebody) to 1 (black and white). */
export const leastDistance = (a: Looks, b: Looks): number =>
  Math.min(...a.map((seen, vision) => Math.hypot(...seen.map((part, at) => part - (b[vision]?.[at] ?? 0)))));
