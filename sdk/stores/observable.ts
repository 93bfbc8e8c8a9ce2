import { atom, onMount } from 'nanostores';
import type { Readable } from './types.ts';

/** A store's own end of what others read: every state is frozen, and replaced rather than changed. */
export interface Observable<T> extends Readable<T> {
  set(value: T): void;
  /** True from the first subscriber until a second after the last. */
  readonly followed: boolean;
}

/** `start` runs when the first subscriber comes and gives what to do when the last has gone. */
export function createObservable<T extends object>(initial: T, start: () => () => void): Observable<T> {
  const state = atom<T>(Object.freeze(initial));
  let followed = false;
  onMount(state, () => {
    followed = true;
    const stop = start();
    return () => {
      followed = false;
      stop();
    };
  });
  return {
    get followed() {
      return followed;
    },
    // Not state.get(): reading alone must not start work.
    get: () => state.value,
    set: (value) => state.set(Object.freeze(value)),
    subscribe: (listener) => state.subscribe((value) => listener(value as T)),
  };
}
