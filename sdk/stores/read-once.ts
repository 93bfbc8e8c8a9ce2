import type { Signal } from '../platform.ts';
import { createObservable } from './observable.ts';
import type { Loadable, Readable, Result } from './types.ts';

export interface ReadOnce<T> extends Readable<Loadable<T>> {
  wake(): void;
}

/** Keeps what the centre tells and rarely changes; read once, and again after a failure when the page is looked at again. */
export function createReadOnce<T extends object>(read: (signal: Signal) => Promise<Result<T>>): ReadOnce<T> {
  const state = createObservable<Loadable<T>>({ state: 'idle' }, () => {
    void load();
    return () => {
      if (state.get().state === 'loading') state.set({ state: 'idle' });
    };
  });

  async function load(): Promise<void> {
    const { signal } = state;
    const now = state.get().state;
    if (now === 'ready' || now === 'loading') return;
    state.set({ state: 'loading' });
    const { data, error } = await read(signal);
    if (signal.aborted) return;
    state.set(error ? { state: 'failed', failure: error } : { state: 'ready', ...data });
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    wake() {
      if (state.followed) void load();
    },
  };
}
