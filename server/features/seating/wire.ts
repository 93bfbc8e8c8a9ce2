import type { SeatChange, SeatStatus } from '../../../sdk/contract/seat-status.ts';
import { writeSeats } from '../../../sdk/model/seat-status/index.ts';
import type { PlanIndex } from '../catalogue/index.ts';
import type { Delta, Snapshot } from './board.ts';

/** Everything that is taken, as it travels. Places that the plan does not have, or has no more, are nobody's to choose. */
export function toStatus(plan: PlanIndex, cursor: string, { seats, areas }: Snapshot): SeatStatus {
  return { cursor, plan: versionOf(plan), seats: writeSeats(counted(plan, seats)), areas };
}

/** What changed, as it travels. */
export function toChange(plan: PlanIndex, cursor: string, { seats, areas }: Delta): SeatChange {
  return { cursor, plan: versionOf(plan), seats: writeSeats(counted(plan, seats)), areas };
}

const versionOf = ({ source: { id, version } }: PlanIndex) => ({ id, version });

/** Seats by their number in the order of the plan instead of by their id. */
function counted<State>(plan: PlanIndex, seats: Readonly<Record<string, State>>): [index: number, state: State][] {
  const { indexOf } = plan.scene();
  return Object.entries(seats).flatMap(([id, state]): [number, State][] => {
    const index = indexOf.get(id);
    return index === undefined ? [] : [[index, state]];
  });
}
