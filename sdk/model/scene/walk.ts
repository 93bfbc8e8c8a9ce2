import type { Scene } from './scene.ts';

/** A step of somebody who walks through the hall with keys. */
export type Step =
  | 'left'
  | 'right'
  | 'forward'
  | 'back'
  | 'row-start'
  | 'row-end'
  | 'section-start'
  | 'section-end'
  | 'previous-section'
  | 'next-section';

/**
 * The seat one step further; the same seat where the hall ends. Taken seats are stepped on like free ones, so that
 * nobody has to guess what lies between. Forward is towards the stage, to the seat straight ahead. Where a section
 * ends, arrows go on to what lies beyond it on the same floor, so that nobody is locked in a part of the hall.
 */
export function walk(scene: Scene, seat: number, step: Step): number {
  const { plan } = scene;
  const rowIndex = scene.row[seat] ?? 0;
  const row = plan.rows[rowIndex];
  const section = row && plan.sections[row.section];
  if (!row || !section) return seat;
  const position = scene.place[seat] ?? 0;
  const rowAt = section.rows.indexOf(rowIndex);

  switch (step) {
    case 'left':
    case 'right':
      return (
        row.seats[position + ((step === 'right') === runsToTheRight(scene, row.seats) ? 1 : -1)] ??
        beyond(scene, seat, step)
      );
    case 'forward':
      return rowAt > 0 ? nearestOfRow(scene, section.rows[rowAt - 1], seat) : beyond(scene, seat, step);
    case 'back':
      return rowAt + 1 < section.rows.length
        ? nearestOfRow(scene, section.rows[rowAt + 1], seat)
        : beyond(scene, seat, step);
    case 'row-start':
      return row.seats[0] ?? seat;
    case 'row-end':
      return row.seats.at(-1) ?? seat;
    case 'section-start':
      return firstSeat(scene, row.section) ?? seat;
    case 'section-end':
      return plan.rows[section.rows.at(-1) ?? -1]?.seats.at(-1) ?? seat;
    case 'previous-section':
      return firstSeat(scene, row.section - 1) ?? seat;
    case 'next-section':
      return firstSeat(scene, row.section + 1) ?? seat;
  }
}

/** The seat in front on the left of a section, where walking through it begins. */
export function firstSeat({ plan }: Scene, section: number): number | undefined {
  return plan.rows[plan.sections[section]?.rows[0] ?? -1]?.seats[0];
}

/** Some rows are numbered from the right; the arrow keys still go where they point. */
function runsToTheRight({ x }: Scene, seats: readonly number[]): boolean {
  return (x[seats.at(-1) ?? 0] ?? 0) >= (x[seats[0] ?? 0] ?? 0);
}

/** The seat of a row that is nearest to another; that one itself where there is no such row. */
export function nearestOfRow(scene: Scene, row: number | undefined, from: number): number {
  let best = from;
  let least = Infinity;
  for (const seat of scene.plan.rows[row ?? -1]?.seats ?? []) {
    const distance = Math.hypot(
      (scene.x[seat] ?? 0) - (scene.x[from] ?? 0),
      (scene.y[seat] ?? 0) - (scene.y[from] ?? 0),
    );
    if (distance >= least) continue;
    least = distance;
    best = seat;
  }
  return best;
}

const TOWARDS = { left: [-1, 0], right: [1, 0], forward: [0, -1], back: [0, 1] } as const;
/** Straight ahead counts for more than near: an aisle may be wide, a block may stand at an angle. */
const ASIDE_COSTS = 2;

/** The seat of another section of this floor that an arrow points at: within 45 degrees, rather straight than near. */
function beyond(scene: Scene, from: number, towards: keyof typeof TOWARDS): number {
  const { plan, x, y, row } = scene;
  const sectionOf = (seat: number) => plan.rows[row[seat] ?? 0]?.section ?? 0;
  const section = sectionOf(from);
  const floor = plan.sections[section]?.floor;
  const [ahead, down] = TOWARDS[towards];
  let best = from;
  let least = Infinity;
  for (let seat = 0; seat < scene.count; seat += 1) {
    const dx = (x[seat] ?? 0) - (x[from] ?? 0);
    const dy = (y[seat] ?? 0) - (y[from] ?? 0);
    const along = dx * ahead + dy * down;
    const aside = Math.abs(ahead ? dy : dx);
    const cost = along + aside * ASIDE_COSTS;
    if (along <= 0 || aside > along || cost >= least) continue;
    const other = sectionOf(seat);
    if (other === section || plan.sections[other]?.floor !== floor) continue;
    least = cost;
    best = seat;
  }
  return best;
}

/**
 * The next seat that `isOpen`, in the order in which one reads a hall: along the row, then row after row, section after
 * section. Undefined when there is none any more.
 */
export function nextOpen(
  { plan, row, place }: Scene,
  seat: number,
  by: 1 | -1,
  isOpen: (seat: number) => boolean,
): number | undefined {
  const order = plan.sections.flatMap(({ rows }) => rows);
  const start = order.indexOf(row[seat] ?? 0);
  for (let at = start; at >= 0 && at < order.length; at += by) {
    const seats = plan.rows[order[at] ?? 0]?.seats ?? [];
    const first = at === start ? (place[seat] ?? 0) + by : by === 1 ? 0 : seats.length - 1;
    for (let position = first; position >= 0 && position < seats.length; position += by) {
      const candidate = seats[position] ?? 0;
      if (isOpen(candidate)) return candidate;
    }
  }
  return undefined;
}
