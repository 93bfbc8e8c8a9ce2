import type { TooSlow, Visit } from './measure.ts';
import { median, quantile } from './statistics.ts';

/** p50 and p95 of frames, in milliseconds. */
export interface Frames {
  readonly p50: number;
  readonly p95: number;
}

/** An engine with a hall over all rounds: medians of what each visit gave. */
export interface Measured {
  readonly shown: number;
  readonly usable: number;
  readonly blocked: number;
  readonly far: Frames;
  readonly near: Frames;
  readonly zoom: Frames;
  readonly pointer: number;
  readonly changes: number;
  readonly heap: number;
  readonly memory: number;
  readonly data: number;
}

/** One slow visit is enough to be too slow; medians of the rounds otherwise. */
export function summarise(visits: readonly (Visit | TooSlow)[]): Measured | TooSlow {
  const slow = visits.find((one): one is TooSlow => 'seconds' in one);
  if (slow) return slow;
  const done = visits as readonly Visit[];
  const number = (of: (visit: Visit) => number) => median(done.map(of));
  const frames = (of: (visit: Visit) => readonly number[]): Frames => ({
    p50: number((visit) => median(of(visit))),
    p95: number((visit) => quantile(of(visit), 0.95)),
  });
  return {
    shown: number(({ shown }) => shown),
    usable: number(({ usable }) => usable),
    blocked: number(({ blocked }) => blocked),
    far: frames(({ far }) => far),
    near: frames(({ near }) => near),
    zoom: frames(({ zoom }) => zoom),
    pointer: number(({ pointer }) => median(pointer)),
    changes: number(({ changes }) => median(changes)),
    heap: number(({ heap }) => heap),
    memory: number(({ memory }) => memory),
    data: number(({ data }) => data),
  };
}
