import type { Sabotage } from './centre.ts';
import { type Outcome, simulate } from './world.ts';

export interface Schedules {
  readonly first: number;
  readonly count: number;
  readonly sabotage?: Sabotage;
  /** Ends with the first failure. */
  readonly untilBroken?: boolean;
}

export interface Failure {
  readonly seed: number;
  readonly broken: readonly string[];
}

export interface Ran {
  readonly failures: readonly Failure[];
  readonly total: Omit<Outcome, 'broken'>;
}

/** Runs schedules one after another, from a seed on. */
export async function runSchedules(
  { first, count, sabotage, untilBroken = false }: Schedules,
  progress: (done: number) => void = () => {},
): Promise<Ran> {
  const failures: Failure[] = [];
  const total = { orders: 0, crashes: 0, parts: { confirmed: 0, lost: 0, cancelled: 0 } };
  for (let seed = first; seed < first + count; seed += 1) {
    const { broken, orders, crashes, parts } = await simulate({ seed, sabotage });
    total.orders += orders;
    total.crashes += crashes;
    for (const end of ['confirmed', 'lost', 'cancelled'] as const) total.parts[end] += parts[end];
    if (broken.length > 0) failures.push({ seed, broken });
    if (broken.length > 0 && untilBroken) break;
    progress(seed - first + 1);
  }
  return { failures, total };
}
