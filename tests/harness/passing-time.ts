import type { ManualTimers } from '../../stories/fixtures/manual-timers.ts';

/** Lets whatever is under way come to rest: answers that are already there are read to their end. */
export async function atRest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets so much time pass, in steps in which whatever it sets off comes to rest. */
export async function passing(timers: ManualTimers, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 500) {
    timers.advance(Math.min(500, left));
    await atRest();
  }
}

/** Lets time pass, in steps, until the promise is settled; gives what it gives, and how long that took by the timers. */
export async function passingUntil<T>(timers: ManualTimers, promise: Promise<T>): Promise<{ value: T; took: number }> {
  const start = timers.now();
  let settled = false;
  void promise.finally(() => {
    settled = true;
  });
  await atRest();
  while (!settled) {
    timers.advance(100);
    await atRest();
  }
  return { value: await promise, took: timers.now() - start };
}
