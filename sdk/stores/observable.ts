import { atom } from 'nanostores';
import { createController, type Signal, webTimers } from '../platform.ts';
import type { Readable } from './types.ts';

/** A store's own end of what others read: every state is frozen, and replaced rather than changed. */
export interface Observable<T> extends Readable<T> {
  set(value: T): void;
  /** True from the first subscriber until a second after the last. */
  readonly followed: boolean;
  /** Of those who follow now: aborts when the last has gone, so that nothing is read for nobody. */
  readonly signal: Signal;
}

/** Between two elements that show the same, or while one is moved on the page, nothing is begun anew. In milliseconds. */
const PATIENCE = 1000;

/** `start` runs when the first subscriber comes and gives what to do a second after the last has gone. */
export function createObservable<T extends object>(initial: T, start: () => () => void): Observable<T> {
  const state = atom<T>(Object.freeze(initial));
  let followers = 0;
  let followed = false;
  let following = createController();
  let stop: (() => void) | undefined;

  function rest(): void {
    if (followers > 0 || !followed) return;
    followed = false;
    following.abort();
    following = createController();
    stop?.();
  }

  return {
    get followed() {
      return followed;
    },
    get signal() {
      return following.signal;
    },
    // Not state.get(): reading alone must not start work.
    get: () => state.value,
    set: (value) => state.set(Object.freeze(value)),
    subscribe(listener) {
      followers += 1;
      if (!followed) {
        followed = true;
        stop = start();
      }
      const leave = state.subscribe((value) => listener(value as T));
      let hasLeft = false;
      return () => {
        if (hasLeft) return;
        hasLeft = true;
        leave();
        followers -= 1;
        if (followers === 0) webTimers.after(PATIENCE, rest);
      };
    },
  };
}
