/** Time as the kit goes by it. Tests give one that passes at once. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number;
  pause(milliseconds: number): Promise<void>;
}

export const realTime: Time = {
  now: () => Date.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Between two looks at a server that changes by itself. */
const STEP = 250;

/**
 * Looks at the server's own state until it is as wanted.
 * @returns what was wanted; undefined when it did not come within `seconds`.
 */
export async function until<T>(
  time: Time,
  seconds: number,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = time.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined || time.now() >= end) return found;
    await time.pause(STEP);
  }
}
