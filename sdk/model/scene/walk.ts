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
 * nobody has to guess what lies between. Forward is towards the stage, to the seat straight ahead.
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
      return row.seats[position + ((step === 'right') === runsToTheRight(scene, row.seats) ? 1 : -1)] ?? seat;
    case 'forward':
      return rowAt > 0 ? nearestOfRow(scene, section.rows[rowAt - 1], seat) : seat;
    case 'back':
      return nearestOfRow(scene, section.rows[rowAt + 1], seat);
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

function nearestOfRow(scene: Scene, row: number | undefined, from: number): number {
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
