/** Of the hall, in centimetres: to the right hand of who faces the stage, away from it, and up. */
export type Spot = readonly [x: number, y: number, z: number];
/** On the picture. */
export type Dot = readonly [x: number, y: number];

export const WIDTH = 480;
export const HEIGHT = 300;
/** What one eye sees at a glance: about 70 degrees. */
const FOCUS = 343;
/** The stage stands a little above the picture's middle, because there are people below it. */
const MIDDLE = HEIGHT * 0.44;
const NEAR = 45;

/** An eye in the hall. */
export interface Camera {
  /** How far away a spot is along the line of sight; not above 0 behind the eye. */
  depth(spot: Spot): number;
  /** How long a centimetre is on the picture at that distance. */
  scale(depth: number): number;
  /** A closed shape on the picture, cut off where it passes the eye; empty when all of it is behind. */
  shape(spots: readonly Spot[]): Dot[];
  /** A spot on the picture; undefined behind the eye. */
  dot(spot: Spot): Dot | undefined;
}

const minus = (a: Spot, b: Spot): Spot => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const times = (a: Spot, b: Spot) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Spot, b: Spot): Spot => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Spot): Spot => {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};

/** Looks from one spot at another, upright. */
export function lookFrom(eye: Spot, at: Spot): Camera {
  const ahead = unit(minus(at, eye));
  const right = unit(cross([0, 0, 1], ahead));
  const up = cross(ahead, right);
  const depth = (spot: Spot) => times(minus(spot, eye), ahead);
  const project = (spot: Spot): Dot => {
    const from = minus(spot, eye);
    const scale = FOCUS / times(from, ahead);
    return [WIDTH / 2 + scale * times(from, right), MIDDLE - scale * times(from, up)];
  };
  return {
    depth,
    scale: (distance) => FOCUS / distance,
    shape: (spots) => cut(spots, depth).map(project),
    dot: (spot) => (depth(spot) > NEAR ? project(spot) : undefined),
  };
}

/** The part of a closed shape that lies before the eye. */
function cut(spots: readonly Spot[], depth: (spot: Spot) => number): Spot[] {
  return spots.flatMap((spot, index) => {
    const next = spots[(index + 1) % spots.length] ?? spot;
    const [here, there] = [depth(spot) - NEAR, depth(next) - NEAR];
    const kept = here >= 0 ? [spot] : [];
    if (here >= 0 === there >= 0) return kept;
    const part = here / (here - there);
    const between = (axis: 0 | 1 | 2) => spot[axis] + (next[axis] - spot[axis]) * part;
    return [...kept, [between(0), between(1), between(2)] as const];
  });
}
