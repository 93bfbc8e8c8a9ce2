import { createClient } from '../client/client.ts';
import type { Centre, Performance } from '../contract/index.ts';
import { isSameProduction, similar } from '../model/programme/index.ts';
import type { ProgrammeItem } from '../model/programme/types.ts';
import { completePlatform, createController, type Network } from '../platform.ts';
import { createObservable } from './observable.ts';
import { createProgramme } from './programme.ts';
import type { PerformanceState, PerformanceStore, Result } from './types.ts';

/** Which performance, at which centre. */
export interface PerformanceOptions extends Partial<Network> {
  /** Base URL of the API of the centre that sells it. */
  readonly centre: string;
  /** As that centre names it. */
  readonly performance: string;
}

/** So many others are told of. */
const MOST_ALIKE = 3;

/**
 * All that a page about one performance shows: the performance, its other dates and what is like it. While a partner
 * cannot be asked it tells what the programme knows.
 * @throws TypeError when `centre` is not an http(s) address.
 */
export function createPerformance({ centre, performance: reference, ...given }: PerformanceOptions): PerformanceStore {
  const client = createClient({ baseUrl: centre, ...completePlatform(given) });
  const programme = createProgramme({ centres: [centre], ...given });
  let found: Result<Performance> | undefined;
  let seller: Result<Centre> | undefined;
  let current = createController();

  const state = createObservable<PerformanceState>({ state: 'idle' }, () => {
    const stop = programme.subscribe(tell);
    void load();
    return () => {
      stop();
      current.abort();
    };
  });

  async function load(): Promise<void> {
    current.abort();
    const asking = createController();
    current = asking;
    const { signal } = asking;
    const answers = await Promise.all([client.performance(reference, { signal }), client.centre({ signal })]);
    if (signal.aborted) return;
    [found, seller] = answers;
    tell();
  }

  function tell(): void {
    const listed = programme.get();
    const items = listed.state === 'ready' ? listed.items : [];
    const item = items.find((one) => one.reference === reference);
    const isWaiting = listed.state === 'idle' || listed.state === 'loading';
    if (!found || !seller || (found.error?.retryable && isWaiting)) state.set({ state: 'loading' });
    else if (seller.error) state.set({ state: 'failed', failure: seller.error });
    else if (found.data) show(found.data, seller.data, items, isWaiting);
    else if (item && found.error.retryable) show(item.performance, seller.data, items, isWaiting);
    else state.set({ state: 'failed', failure: found.error });
  }

  function show(
    performance: (PerformanceState & { state: 'ready' })['performance'],
    of: Centre,
    items: Items,
    waiting: boolean,
  ): void {
    const { id, name, website, timeZone } = of;
    const owner = performance.owner ?? { id, name, website };
    const isOwn = owner.id === id;
    const item: ProgrammeItem = { ...{ reference, owner, isOwn, day: '', timeZone }, performance };
    const dates = items.filter((one) => isSameProduction(one, item));
    const alike = similar(items, item, MOST_ALIKE);
    state.set({ state: 'ready', performance, centre: of, owner, dates, alike, waiting });
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    reload() {
      programme.reload();
      void load();
    },
  };
}

type Items = readonly ProgrammeItem[];
