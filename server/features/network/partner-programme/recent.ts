import type { Clock } from '../../../ports.ts';

/** Keeps answers for a moment, so that a crowd asks a partner as often as one visitor would. */
export interface Recent<T> {
  /** What `ask` gave under this key lately, or gives now. What it rejected with is not kept. */
  get(key: string, ask: () => Promise<T>): Promise<T>;
}

/**
 * @param milliseconds How long an answer is good for, from when it was asked; Infinity for what never changes.
 * @param most Answers kept; the oldest make way.
 */
export function createRecent<T>(clock: Clock, milliseconds: number, most: number): Recent<T> {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();
  return {
    get(key, ask) {
      const now = clock.now().getTime();
      const known = kept.get(key);
      if (known && now - known.at < milliseconds) return known.answer;
      kept.delete(key);
      if (kept.size >= most) kept.delete(kept.keys().next().value ?? '');
      const entry = { at: now, answer: ask() };
      kept.set(key, entry);
      entry.answer.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return entry.answer;
    },
  };
}
