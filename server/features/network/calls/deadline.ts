import type { Timers } from '../../../../sdk/platform.ts';

/** The time a call may take. */
export interface Deadline {
  /** Aborted when the time is over, or when the caller has had enough. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left. */
  left(): number;
  /** Waits; false when the call ended meanwhile. */
  sleep(milliseconds: number): Promise<boolean>;
  /** From now on only the caller ends it. */
  stop(): void;
}

export function startDeadline(timers: Timers, milliseconds: number, caller?: AbortSignal): Deadline {
  const over = new AbortController();
  const end = timers.now() + milliseconds;
  const stop = timers.after(milliseconds, () => over.abort(new Error(`No answer within ${milliseconds} ms.`)));
  const signal = caller ? AbortSignal.any([caller, over.signal]) : over.signal;
  return {
    signal,
    stop,
    left: () => Math.max(0, end - timers.now()),
    sleep(pause) {
      if (signal.aborted) return Promise.resolve(false);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const wake = (slept: boolean) => {
        cancel();
        signal.removeEventListener('abort', interrupted);
        resolve(slept);
      };
      const cancel = timers.after(pause, () => wake(true));
      const interrupted = () => wake(false);
      signal.addEventListener('abort', interrupted, { once: true });
      return promise;
    },
  };
}
