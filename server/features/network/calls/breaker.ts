import type { Timers } from '../../../../sdk/platform.ts';

/** Failures in a row after which a partner is left alone, and for how many milliseconds. */
const FAILURES = 5;
const PAUSE = 5_000;

/** Keeps calls away from a partner that does not answer, and lets one try from time to time. */
export interface Breaker {
  /** Seconds until it makes sense to call, or 0: call now, and tell how it went. */
  enter(): number;
  /** How a call went; undefined when it was ended before anybody could know. */
  leave(healthy: boolean | undefined): void;
}

export function createBreaker(timers: Pick<Timers, 'now'>): Breaker {
  let failures = 0;
  let openedAt: number | undefined;
  let trying = false;
  return {
    enter() {
      if (openedAt === undefined) return 0;
      const left = openedAt + PAUSE - timers.now();
      if (left > 0) return Math.ceil(left / 1000);
      if (trying) return 1;
      trying = true;
      return 0;
    },
    leave(healthy) {
      trying = false;
      if (healthy === undefined) return;
      failures = healthy ? 0 : failures + 1;
      openedAt = failures < FAILURES ? undefined : timers.now();
    },
  };
}
