/** Time, given to what counts it, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since epoch. */
  now(): number;
  /** Calls `action` once after so many milliseconds; gives the way to prevent it. */
  after(milliseconds: number, action: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
