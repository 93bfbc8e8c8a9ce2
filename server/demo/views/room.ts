import { layOutPlan, type PlanSource, type SeatingPlan } from '../../../sdk/model/seating-plan/index.ts';
import type { Spot } from './camera.ts';

/** What a plan does not tell: how high things are, in centimetres. */
export interface Heights {
  readonly kind: 'theatre' | 'concert' | 'studio';
  readonly stage: number;
  /** Of each floor, before its first row. */
  readonly floors: readonly number[];
  /** From row to row of each floor. */
  readonly steps: readonly number[];
}

/** How high the demo's halls are. */
export const HEIGHTS: Readonly<Record<string, Heights>> = {
  schouwburg: { kind: 'theatre', stage: 105, floors: [0, 350, 640, 930], steps: [11, 34, 42, 48] },
  concertzaal: { kind: 'concert', stage: 95, floors: [0, 620, 990], steps: [12, 36, 44] },
  'vlakke-zaal': { kind: 'studio', stage: 0, floors: [0], steps: [34] },
};

/** A row of people, as groups without an aisle between. */
export interface PeopleRow {
  readonly floor: number;
  readonly groups: readonly (readonly Spot[])[];
}

/** A hall in three dimensions. */
export interface Room {
  readonly plan: SeatingPlan;
  readonly heights: Heights;
  readonly stage: readonly Spot[];
  readonly rows: readonly PeopleRow[];
  /** Where somebody sits in the middle of a section; on a balcony in its first row. */
  seatIn(section: number): Spot;
  /** The front of each balcony's sections, seen from above, with the height of its floor. */
  readonly fronts: readonly { readonly floor: number; readonly line: readonly Spot[] }[];
}

/** Puts a plan's seats at their heights. What is drawn aside for the map, such as a balcony, goes where it really is. */
export function buildRoom(source: PlanSource): Room {
  const heights = HEIGHTS[source.id];
  if (!heights) throw new Error(`How high ${source.id} is, is not known.`);
  const plan = layOutPlan(source);
  const spotsOf = (section: number) => {
    const { floor, rows } = plan.sections[section] ?? { floor: 0, rows: [] };
    const [x, y] = source.floors[floor]?.at ?? [0, 0];
    return rows.map((row, index) =>
      (plan.rows[row]?.seats ?? []).flatMap((seat): Spot[] => {
        const found = plan.seats[seat];
        const z = (heights.floors[floor] ?? 0) + index * (heights.steps[floor] ?? 0);
        return found ? [[found.x - x, found.y - y, z + rowsBefore(plan, section) * (heights.steps[floor] ?? 0)]] : [];
      }),
    );
  };
  const sections = plan.sections.map(({ floor }, section) => ({ section, floor, rows: spotsOf(section) }));
  const loose = plan.areas.length > 0 ? [{ floor: 0, rows: looseChairs() }] : [];
  const stage = plan.decor.find(({ kind }) => kind === 'stage')?.outline ?? [];
  return {
    plan,
    heights,
    stage: stage.map(({ x, y }): Spot => [x, y, heights.stage]),
    rows: [...sections, ...loose].flatMap(({ floor, rows }) => rows.map((row) => ({ floor, groups: groupsOf(row) }))),
    seatIn(section) {
      const { rows, floor } = sections[section] ?? { rows: [], floor: 0 };
      const row = rows[floor === 0 ? rows.length >> 1 : 0] ?? [];
      return row[row.length >> 1] ?? [0, 0, 0];
    },
    fronts: sections.flatMap(({ floor, rows }) => (floor === 0 ? [] : [{ floor, line: frontOf(rows[0] ?? []) }])),
  };
}

/** Rows of sections in front on the same floor when they lie one behind the other, as front and rear stalls do. */
const rowsBefore = ({ sections }: SeatingPlan, section: number) =>
  sections[section]?.floor === 0
    ? sections.slice(0, section).reduce((sum, { floor, rows }) => sum + (floor === 0 ? rows.length : 0), 0)
    : 0;

/** Chairs as they are put for an evening, in straight rows. */
const looseChairs = (): Spot[][] =>
  [80, 200, 320, 440, 560].map((y) =>
    [-1, 1].flatMap((side) => Array.from({ length: 9 }, (_, seat): Spot => [side * (90 + seat * 62), y, 0])),
  );

function groupsOf(row: readonly Spot[]): Spot[][] {
  const groups: Spot[][] = [];
  for (const spot of row) {
    const last = groups.at(-1)?.at(-1);
    if (last && Math.hypot(spot[0] - last[0], spot[1] - last[1]) < 90) groups.at(-1)?.push(spot);
    else groups.push([spot]);
  }
  return groups;
}

/** A line of a few points before a row, on the side of the stage's middle. */
function frontOf(row: readonly Spot[]): Spot[] {
  const step = Math.max(1, Math.floor(row.length / 8));
  const chosen = row
    .map((spot, index) => [spot, index] as const)
    .filter(([, index]) => index % step === 0 || index === row.length - 1);
  return chosen.map(([[x, y, z], index]) => {
    const [before, after] = [row[Math.max(0, index - 1)], row[Math.min(row.length - 1, index + 1)]];
    const along = [(after?.[0] ?? 1) - (before?.[0] ?? 0), (after?.[1] ?? 0) - (before?.[1] ?? 0)] as const;
    const length = Math.hypot(...along) || 1;
    const [dx, dy] = [-along[1] / length, along[0] / length];
    const side = dx * -x + dy * (-300 - y) > 0 ? 65 : -65;
    return [x + side * dx, y + side * dy, z] as const;
  });
}
