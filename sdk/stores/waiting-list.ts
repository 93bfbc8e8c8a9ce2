import { createClient } from '../client/client.ts';
import type { Waiting, WaitingRequest } from '../contract/index.ts';
import { completePlatform, type Network } from '../platform.ts';
import { createObservable } from './observable.ts';
import type { Failure, Readable, Result } from './types.ts';

/** Which performance, at which centre. */
export interface WaitingListOptions extends Partial<Network> {
  /** Base URL of the API of the centre that plays it. */
  readonly centre: string;
  readonly performance: string;
}

/** `joined`: in line; places will be held for so many `minutes` once it is their turn. */
export type WaitingListState =
  | { readonly state: 'idle' | 'busy' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'joined'; readonly minutes: number };

/** The line for one performance, as who comes to it sees it: nobody learns who else waits. */
export interface WaitingListStore extends Readable<WaitingListState> {
  /** Takes a place in line. Who had one keeps it. A second call while one is under way waits for the same answer. */
  join(request: WaitingRequest): Promise<Result<Waiting>>;
}

/**
 * Lets a visitor wait for places of a performance that is sold out. Nothing is fetched before somebody joins.
 * @throws TypeError when `centre` is not an http(s) address.
 */
export function createWaitingList({ centre, performance, ...given }: WaitingListOptions): WaitingListStore {
  const client = createClient({ baseUrl: centre, ...completePlatform(given) });
  const state = createObservable<WaitingListState>({ state: 'idle' }, () => () => {});
  let underWay: Promise<Result<Waiting>> | undefined;

  async function ask(body: WaitingRequest): Promise<Result<Waiting>> {
    state.set({ state: 'busy' });
    const result = await client.joinWaitingList(performance, body);
    underWay = undefined;
    state.set(result.error ? { state: 'failed', failure: result.error } : { state: 'joined', ...result.data });
    return result;
  }

  return { get: state.get, subscribe: state.subscribe, join: (request) => (underWay ??= ask(request)) };
}
