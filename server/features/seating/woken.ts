/** Somebody who waits for news; whoever has it calls `wake`. */
export interface Sleeper {
  wake: () => void;
}

/** Resolves when it is woken, or after so many milliseconds. */
export function woken(sleeper: Sleeper, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    sleeper.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
