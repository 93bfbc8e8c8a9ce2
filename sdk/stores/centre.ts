import type { Client } from '../client/client.ts';
import { createObservable } from './observable.ts';
import type { CentreState, Readable } from './types.ts';

export interface ShopCentre extends Readable<CentreState> {
  wake(): void;
}

/** Keeps what the centre tells about itself; read once, and again after a failure when the page is looked at again. */
export function createCentreStore(client: Client): ShopCentre {
  const state = createObservable<CentreState>({ state: 'idle' }, () => {
    void load();
    return () => {};
  });

  async function load(): Promise<void> {
    const now = state.get().state;
    if (now === 'ready' || now === 'loading') return;
    state.set({ state: 'loading' });
    const { data, error } = await client.centre();
    state.set(data ? { state: 'ready', centre: data } : { state: 'failed', failure: error });
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    wake() {
      if (state.followed) void load();
    },
  };
}
