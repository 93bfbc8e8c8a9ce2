import type { Client } from '../client/client.ts';
import type { LiveStream } from '../client/live.ts';
import type { Performance, SeatChange, SeatStatus } from '../contract/index.ts';
import type { SeatingPlan } from '../model/seating-plan/types.ts';
import { type Controller, createController } from '../platform.ts';
import { createObservable } from './observable.ts';
import type { Result, SeatingState, SeatingStore } from './types.ts';

/** A performance's seats as the shop keeps them. */
export interface ShopSeating extends SeatingStore {
  sleep(): void;
  wake(): void;
}

export interface SeatingSurroundings {
  readonly client: Client;
  /** The laid-out plan; shared by the performances of one hall. */
  plan(id: string, version: number): Promise<Result<SeatingPlan>>;
}

interface Choice {
  readonly performance: Performance;
  readonly plan: SeatingPlan;
  readonly status: SeatStatus;
}

/** Keeps what can be chosen for one performance: plan, prices and live status, from the first subscriber to the last. */
export function createSeatingStore(performance: string, { client, plan }: SeatingSurroundings): ShopSeating {
  let loading: Controller | undefined;
  let stream: LiveStream | undefined;
  let awake = true;

  const state = createObservable<SeatingState>({ state: 'idle' }, () => {
    start();
    return stop;
  });

  function start(): void {
    const now = state.get();
    if (now.state === 'ready') follow(now.status.cursor);
    else void load();
  }

  function stop(): void {
    loading?.abort();
    loading = undefined;
    stream?.close();
    stream = undefined;
  }

  async function load(): Promise<void> {
    stop();
    const current = createController();
    loading = current;
    state.set({ state: 'loading' });
    const loaded = await read(current);
    if (current.signal.aborted) return;
    loading = undefined;
    if (loaded.error) {
      state.set({ state: 'failed', failure: loaded.error });
      return;
    }
    state.set({ state: 'ready', ...loaded.data, stale: false });
    if (state.followed && awake) follow(loaded.data.status.cursor);
  }

  async function read({ signal }: Controller): Promise<Result<Choice>> {
    const [about, status] = await Promise.all([
      client.performance(performance, { signal }),
      client.status(performance, { signal }),
    ]);
    if (about.error) return about;
    if (status.error) return status;
    const drawn = await plan(about.data.plan.id, about.data.plan.version);
    if (drawn.error) return drawn;
    return { data: { performance: about.data, plan: drawn.data, status: Object.freeze(status.data) } };
  }

  function follow(cursor: string): void {
    stream?.close();
    stream = client.live(performance, cursor, {
      onChange: (change) => update({ status: merged(change) }),
      onReset: (status) => update({ status: Object.freeze(status) }),
      onStale: (stale) => update({ stale }),
    });
  }

  function update(part: { readonly status?: SeatStatus; readonly stale?: boolean }): void {
    const now = state.get();
    if (now.state === 'ready') state.set({ ...now, ...part });
  }

  function merged(change: SeatChange): SeatStatus {
    const now = state.get();
    return mergeChange(now.state === 'ready' ? now.status : { cursor: '', seats: {}, areas: {} }, change);
  }

  return {
    performance,
    get: state.get,
    subscribe: state.subscribe,
    reload: () => void load(),
    sleep() {
      awake = false;
      stream?.close();
      stream = undefined;
    },
    wake() {
      awake = true;
      const now = state.get();
      if (!state.followed || loading) return;
      if (stream) stream.hurry();
      else if (now.state === 'ready') follow(now.status.cursor);
      else void load();
    },
  };
}

/** Status after a change: seats that became free are named no more. */
export function mergeChange(status: SeatStatus, { cursor, seats, areas }: SeatChange): SeatStatus {
  const after = { ...status.seats };
  for (const [seat, taken] of Object.entries(seats)) {
    if (taken === 'free') delete after[seat];
    else after[seat] = taken;
  }
  return Object.freeze({ cursor, seats: after, areas: { ...status.areas, ...areas } });
}
