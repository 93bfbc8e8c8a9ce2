import { type Camera, type Dot, HEIGHT, type Spot, WIDTH } from './camera.ts';
import type { Room } from './room.ts';

/** Tones of the picture: a house in the dark and a stage in the light. */
export const TONE = {
  house: '#23212f',
  wall: '#2e2b3d',
  floor: '#2a2738',
  wood: '#5b4a48',
  back: '#6d5a52',
  light: '#f1dcb1',
  glow: '#c9a97c',
  people: '#191722',
  seats: '#2f2b42',
  front: '#4a4560',
} as const;

const pathOf = (dots: readonly Dot[]) =>
  dots.length > 2 ? `M${dots.map((dot) => dot.map(Math.round).join(' ')).join('L')}z` : '';

/** Whether something with these corners touches the picture. */
const touches = (dots: readonly Dot[]) =>
  dots.some(([x]) => x > 0) &&
  dots.some(([x]) => x < WIDTH) &&
  dots.some(([, y]) => y > 0) &&
  dots.some(([, y]) => y < HEIGHT);

/** A closed shape in one colour; nothing when it is not in the picture. */
export const fill = (camera: Camera, spots: readonly Spot[], colour: string, more = '') => {
  const dots = camera.shape(spots);
  const path = touches(dots) ? pathOf(dots) : '';
  return path && `<path fill="${colour}"${more} d="${path}"/>`;
};

/** An upright wall between two spots on the ground. */
const wall = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], low: number, high: number) =>
  [
    [ax, ay, low],
    [bx, by, low],
    [bx, by, high],
    [ax, ay, high],
  ] as const;

/** The stage with what stands around it, and two people on it to measure it by. */
export function drawStage(camera: Camera, room: Room): string[] {
  const { kind, stage: height } = room.heights;
  const around = { theatre: drawTheatre, concert: drawConcert, studio: drawStudio }[kind];
  const edge = room.stage.filter(([, y]) => y > -500).toSorted((a, b) => a[0] - b[0]);
  const face: Spot[] = [...edge, ...edge.toReversed().map(([x, y]): Spot => [x, y, 0])];
  return [
    ...around(camera, room),
    height > 0 ? fill(camera, face, TONE.wood) : '',
    ...people(
      camera,
      height,
      kind === 'concert'
        ? [[0, -420]]
        : [
            [-95, -560],
            [70, -600],
          ],
    ),
  ];
}

const flat = (outline: readonly Spot[], z: number): Spot[] => outline.map(([x, y]) => [x, y, z]);
const circle = (x: number, y: number, radius: number, z: number): Spot[] =>
  Array.from({ length: 20 }, (_, step) => {
    const angle = (step / 20) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * 0.7 * Math.sin(angle), z];
  });

/** A picture frame: an opening in a wall, curtains at its sides, a cloth behind. */
function drawTheatre(camera: Camera, { stage, heights }: Room): string[] {
  const z = heights.stage;
  const [half, line, top] = [560, -440, z + 620];
  const opening = camera.shape(wall([-half, line], [half, line], z, top));
  const around = camera.shape(wall([-2200, line], [2200, line], 0, 1500));
  return [
    fill(camera, wall([-half, -900], [half, -900], z, top + 100), TONE.back),
    fill(camera, wall([-half, line], [-half, -900], z, top + 100), TONE.wood),
    fill(camera, wall([half, line], [half, -900], z, top + 100), TONE.wood),
    fill(
      camera,
      circle(0, -880, 420, z + 260).map(([x, , y]) => [x, -890, y] as const),
      TONE.glow,
      ' opacity=".25"',
    ),
    fill(camera, stage, TONE.glow),
    fill(camera, circle(0, -590, 330, z), TONE.light),
    `<path fill="${TONE.wall}" fill-rule="evenodd" d="${pathOf(around)}${pathOf(opening)}"/>`,
    ...[-1, 1].map((side) => fill(camera, wall([side * half, line], [side * 440, line], z, top), '#7c3a3f')),
    fill(camera, wall([-half, line], [half, line], top - 90, top), '#8a4246'),
    fill(
      camera,
      stage
        .filter(([, y]) => y > line)
        .concat([
          [430, line, z],
          [-430, line, z],
        ])
        .toSorted(byAngle),
      TONE.light,
    ),
  ];
}

/** Around the middle, so that added corners come where they belong. */
const byAngle = ([ax, ay]: Spot, [bx, by]: Spot) => Math.atan2(ay + 380, ax) - Math.atan2(by + 380, bx);

/** Open on all sides: a shell of wood, an organ, and chairs for an orchestra. */
function drawConcert(camera: Camera, { stage, heights }: Room): string[] {
  const z = heights.stage;
  const pipes = Array.from({ length: 17 }, (_, pipe) => {
    const x = (pipe - 8) * 52;
    return wall([x - 17, -1045], [x + 17, -1045], z + 330, z + 640 + 150 * Math.abs(Math.sin(pipe * 0.58)));
  });
  const arc = (radius: number) =>
    Array.from({ length: Math.round(radius / 26) }, (_, step, all = Math.round(radius / 26) - 1) => {
      const angle = Math.PI * (1.12 + (0.76 * step) / all);
      return [radius * Math.cos(angle), -400 + radius * 0.85 * Math.sin(angle), z + 110] as const;
    });
  return [
    fill(camera, wall([-2400, -1060], [2400, -1060], 0, 1800), TONE.wall),
    fill(camera, wall([-700, -1050], [700, -1050], z, z + 900), TONE.back),
    ...[-1, 1].map((side) => fill(camera, wall([side * 880, -350], [side * 700, -1050], z, z + 900), TONE.wood)),
    `<path fill="${TONE.glow}" d="${pipes.map((pipe) => pathOf(camera.shape(pipe))).join('')}"/>`,
    fill(camera, stage, TONE.light),
    ...[560, 440, 320].map((radius) => heads(camera, arc(radius), TONE.back)),
  ];
}

/** A black box: a lit floor, lamps above it. */
function drawStudio(camera: Camera, { stage }: Room): string[] {
  const lamps = [-420, -140, 140, 420];
  return [
    fill(camera, wall([-2200, -1060], [2200, -1060], 0, 900), TONE.wall),
    fill(camera, flat(stage, 0), TONE.glow),
    fill(camera, circle(0, -620, 420, 0), TONE.light),
    fill(camera, wall([-760, -500], [760, -500], 545, 557), TONE.front),
    ...lamps.map((x) => fill(camera, wall([x - 16, -500], [x + 16, -500], 505, 545), TONE.light)),
    ...lamps.map((x) =>
      fill(
        camera,
        [
          [x - 12, -500, 505],
          [x + 12, -500, 505],
          [x * 0.5 + 190, -620, 0],
          [x * 0.5 - 190, -620, 0],
        ],
        TONE.light,
        ' opacity=".1"',
      ),
    ),
  ];
}

/** People who stand, 1.75 metres. */
function people(camera: Camera, z: number, where: readonly (readonly [number, number])[]): string[] {
  return where.map(([x, y]) => {
    const body: Spot[] = [
      [x - 14, y, z],
      [x - 25, y, z + 140],
      [x + 25, y, z + 140],
      [x + 14, y, z],
    ];
    return fill(camera, body, TONE.people) + heads(camera, [[x, y, z + 160]], TONE.people);
  });
}

/** The colour of people is the picture's own, because most lines are people. */
export const strokeOf = (colour: string) => (colour === TONE.people ? '' : ` stroke="${colour}"`);

/** Of a head, with its hair. */
export const HEAD = 23;
const isSeen = ([x, y]: Dot) => x > -30 && x < WIDTH + 30 && y < HEIGHT + 30;

/** Heads as dots, each as large as its distance makes it. */
export function heads(camera: Camera, spots: readonly Spot[], colour: string): string {
  const dots = spots.flatMap((spot) => {
    const dot = camera.dot(spot);
    return dot && isSeen(dot) ? [{ dot, width: HEAD * camera.scale(camera.depth(spot)) }] : [];
  });
  const groups = Map.groupBy(dots, ({ width }) =>
    Math.max(1, Math.round(width < 8 ? width : width / 2) * (width < 8 ? 1 : 2)),
  );
  return [...groups]
    .map(([width, some]) => {
      const path = some.map(({ dot }) => `M${dot.map((at) => Math.round(at)).join(' ')}h0`).join('');
      return `<path${strokeOf(colour)} stroke-width="${width}" d="${path}"/>`;
    })
    .join('');
}
