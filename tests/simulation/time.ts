import { setImmediate as everythingDone } from 'node:timers/promises';

/** Time that passes only when nothing is left to do at this moment; what is planned happens in one fixed order. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  now(): number;
  after(milliseconds: number, act: () => void): void;
  sleep(milliseconds: number): Promise<void>;
  /** Lets everything happen that is planned until then, one thing after another. `between` looks after each. */
  runUntil(moment: number, between: () => void): Promise<void>;
}

interface Planned {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

export function createTime(start: number): VirtualTime {
  let now = start;
  let count = 0;
  const planned: Planned[] = [];

  const after = (milliseconds: number, act: () => void) => {
    count += 1;
    const one = { at: now + Math.max(0, milliseconds), order: count, act };
    // Few are planned at a time, so that a place is found from the end.
    let index = planned.length;
    while (index > 0 && isLater(planned[index - 1] as Planned, one)) index -= 1;
    planned.splice(index, 0, one);
  };

  return {
    now: () => now,
    after,
    sleep: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    async runUntil(moment, between) {
      for (;;) {
        await everythingDone();
        between();
        const next = planned[0];
        if (!next || next.at > moment) break;
        planned.shift();
        now = next.at;
        next.act();
      }
      now = Math.max(now, moment);
    },
  };
}

const isLater = (one: Planned, other: Planned) => one.at > other.at || (one.at === other.at && one.order > other.order);
