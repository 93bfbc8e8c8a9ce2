import type { Timers } from '../platform.ts';

/** Lets something happen at once as long as it is asked for now and then, and only so often when it is asked for often. */
export interface Pace {
  /** Asks for it: it happens now, or soon together with whatever else asks until then. */
  ask(): void;
  /** Forgets what was asked for and did not happen yet. */
  cancel(): void;
}

/** Between two of a flood, in milliseconds: no eye and no screen is quicker. */
const PAUSE = 40;
/** So many may come at once before it is a flood. */
const AT_ONCE = 20;

export function createPace(timers: Timers, act: () => void): Pace {
  let credit = AT_ONCE;
  let at = timers.now();
  let cancelWait: (() => void) | undefined;

  const happen = () => {
    cancelWait = undefined;
    credit -= 1;
    act();
  };

  return {
    ask() {
      if (cancelWait) return;
      const now = timers.now();
      credit = Math.min(AT_ONCE, credit + (now - at) / PAUSE);
      at = now;
      if (credit >= 1) happen();
      else cancelWait = timers.after((1 - credit) * PAUSE, happen);
    },
    cancel() {
      cancelWait?.();
      cancelWait = undefined;
    },
  };
}
