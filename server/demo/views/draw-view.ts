import { type Camera, type Dot, HEIGHT, lookFrom, type Spot, WIDTH } from './camera.ts';
import type { PeopleRow, Room } from './room.ts';
import { drawStage, fill, HEAD, heads, strokeOf, TONE } from './stage.ts';

/** Of who sits, above the floor: a little straighter than the others. */
const EYES = 132;
/** Nearer rows are drawn head by head; those behind them evenly. */
const FAR = 300;
/** Beyond it the backs of seats are one with the dark. */
const BLURRED = 1000;
/** On the picture, between two far rows. */
const APART = 4.5;
/** Of heads, above the floor. */
const HEADS = 124;
/** Who sits right before the eye leans aside. */
const TOO_NEAR = 140;
const PITCH = 52;

/** Something between the eye and the stage, with its distance: what is nearer is drawn over what is further. */
interface Layer {
  readonly depth: number;
  readonly svg: string;
}

/** A sketch of the stage as somebody in the middle of a section sees it, over the heads of who sits before. */
export function drawView(room: Room, section: number): string {
  const [x, y, z] = room.seatIn(section);
  const eye: Spot = [x, y, z + EYES];
  const camera = lookFrom(eye, [0, -520, room.heights.stage + 190]);
  const own = room.plan.sections[section]?.floor ?? 0;
  const layers = [
    ...room.fronts.flatMap((front) => drawFront(camera, front, eye)),
    ...thinned(
      camera,
      room.rows.filter(({ floor }) => floor <= own),
    ).flatMap((row) => drawRow(camera, row)),
  ].toSorted((a, b) => b.depth - a.depth);
  const ground: Spot[] = [
    [-1000, -280, 0],
    [1000, -280, 0],
    [1000, 2600, 0],
    [-1000, 2600, 0],
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" fill="none" stroke="${TONE.people}" stroke-width="0" stroke-linecap="round" stroke-linejoin="round">`,
    `<path fill="${TONE.house}" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>`,
    fill(camera, ground, TONE.floor),
    ...drawStage(camera, room),
    ...layers.map(({ svg }) => svg),
    '</svg>\n',
  ].join('');
}

/** The front of a balcony; for who sits under it also its ceiling, which hides what is higher. */
function drawFront(camera: Camera, { line }: Room['fronts'][number], eye: Spot): Layer[] {
  const depths = line.map((spot) => camera.depth(spot)).filter((depth) => depth > 0);
  if (depths.length === 0) return [];
  const edge = (up: number) => line.map(([x, y, z]): Spot => [x, y, z + up]);
  const depth = depths.reduce((sum, one) => sum + one, 0) / depths.length;
  const overhead = eye[2] < (line[0]?.[2] ?? 0) && (line[line.length >> 1]?.[1] ?? 0) < eye[1];
  const back = overhead
    ? edge(-40)
        .toReversed()
        .map(([x, y, z]): Spot => [x, y + 1500, z])
    : [];
  return [
    { depth, svg: fill(camera, [...edge(42), ...edge(-40).toReversed()], TONE.front) },
    ...(overhead ? [{ depth: depth - 1, svg: fill(camera, [...edge(-40), ...back], TONE.house) }] : []),
  ];
}

/** Without the far rows that would lie on top of each other. */
function thinned(camera: Camera, rows: readonly PeopleRow[]): PeopleRow[] {
  let last: Dot = [0, -HEIGHT];
  return rows.filter(({ groups }) => {
    const spots = groups.flat();
    const mean = (axis: 0 | 1 | 2) => spots.reduce((sum, spot) => sum + spot[axis], 0) / Math.max(1, spots.length);
    const middle: Spot = [mean(0), mean(1), mean(2) + HEADS];
    const dot = camera.dot(middle);
    if (!dot || camera.depth(middle) < BLURRED) return true;
    if (Math.hypot(dot[0] - last[0], dot[1] - last[1]) < APART) return false;
    last = dot;
    return true;
  });
}

/** A row of people: the backs of their seats, and their heads above them. */
function drawRow(camera: Camera, { groups }: PeopleRow): Layer[] {
  const seen = groups
    .map((spots) => spots.filter((spot) => camera.depth(spot) > TOO_NEAR))
    .filter(({ length }) => length > 0);
  const depths = seen.flat().map((spot) => camera.depth(spot));
  if (depths.length === 0) return [];
  const depth = depths.reduce((sum, one) => sum + one, 0) / depths.length;
  const dotsOf = (spots: readonly Spot[], up: number) =>
    spots.flatMap(([x, y, z]) => {
      const dot = camera.dot([x, y, z + up]);
      return dot ? [dot] : [];
    });
  if (!seen.flatMap((spots) => dotsOf(spots, 122)).some(([x, y]) => x > -40 && x < WIDTH + 40 && y < HEIGHT + 20))
    return [];
  const stroke = (up: number, width: number, colour: string, more = '') => {
    const path = seen.map((spots) => curve(dotsOf(spots, up))).join('');
    return `<path${strokeOf(colour)} stroke-width="${Math.max(1, Math.round(width * 2) / 2)}"${more} d="${path}"/>`;
  };
  const scale = camera.scale(depth);
  const seats = depth > BLURRED ? '' : stroke(78, 62 * scale, TONE.seats);
  const even = depth > FAR && Math.max(...depths) < Math.min(...depths) * 1.3;
  if (!even)
    return [
      {
        depth,
        svg:
          seats +
          heads(
            camera,
            seen.flat().map(([x, y, z]) => [x, y, z + HEADS] as const),
            TONE.people,
          ),
      },
    ];
  const gap = Math.round(PITCH * scale * 10) / 10;
  return [{ depth, svg: seats + stroke(HEADS, HEAD * scale, TONE.people, ` stroke-dasharray="0 ${gap}"`) }];
}

/** A bend through the ends and the middle of a group. */
function curve(dots: readonly Dot[]): string {
  const [first, middle, last] = [dots[0], dots[dots.length >> 1], dots.at(-1)];
  if (!first || !middle || !last) return '';
  const [x, y] = [0, 1].map((axis) =>
    Math.round(2 * (middle[axis] ?? 0) - ((first[axis] ?? 0) + (last[axis] ?? 0)) / 2),
  );
  const ends = [first, last].map((dot) => dot.map((at) => Math.round(at)).join(' '));
  return dots.length < 3 ? `M${ends.join('L')}` : `M${ends[0]}Q${x} ${y} ${ends[1]}`;
}
