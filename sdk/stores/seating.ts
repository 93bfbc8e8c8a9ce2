import type { Client } from '../client/client.ts';
import type { LiveStream } from '../client/live.ts';
import type { Performance, SeatChange, SeatStatus } from '../contract/index.ts';
import { applyChanges, type HallStatus, readStatus } from '../model/seat-status/index.ts';
import type { SeatingPlan } from '../model/seating-plan/types.ts';
import { type Controller, createController, type Signal, type Timers } from '../platform.ts';
import { createObservable } from './observable.ts';
import { createPace } from './pace.ts';
import type { Failure, Result, SeatingState, SeatingStore } from './types.ts';

/** A performance's seats as the shop keeps them. */
export interface ShopSeating extends SeatingStore {
  sleep(): void;
  wake(): void;
}

export interface SeatingSurroundings {
  readonly client: Client;
  /** The laid-out plan; shared by the performances of one hall. */
  plan(id: string, version: number, signal: Signal): Promise<Result<SeatingPlan>>;
  readonly timers: Timers;
  /** Somebody began, or ended, to look at the hall. */
  lookedAt(isLookedAt: boolean): void;
}

interface Choice {
  readonly performance: Performance;
  readonly plan: SeatingPlan;
  readonly status: HallStatus;
}

/** Between two times that everything is asked for because what came made no sense, in milliseconds. */
const BETWEEN_HEALINGS = 15_000;
/** An answer that makes no sense, or of which one part is of another plan than the other. Perhaps not for long. */
const NO_SENSE: Failure = { code: 'unavailable', retryable: true };

/** Keeps what can be chosen for one performance: plan, prices and live status, from the first subscriber to the last. */
export function createSeatingStore(
  performance: string,
  { client, plan, timers, lookedAt }: SeatingSurroundings,
): ShopSeating {
  let loading: Controller | undefined;
  let stream: LiveStream | undefined;
  let awake = true;
  /** Changes that were heard of and are not told yet. */
  let heard: SeatChange[] = [];
  const telling = createPace(timers, tell);
  let cancelHealing: (() => void) | undefined;
  let healedAt = Number.NEGATIVE_INFINITY;

  const state = createObservable<SeatingState>({ state: 'idle' }, () => {
    lookedAt(true);
    start();
    return () => {
      lookedAt(false);
      stop();
    };
  });

  function start(): void {
    const now = state.get();
    if (now.state === 'ready') follow(now.status.cursor);
    else void load();
  }

  function stop(): void {
    loading?.abort();
    loading = undefined;
    leave();
  }

  /** Follows no more. Changes that were not told yet are behind the cursor, so that they are heard of again. */
  function leave(): void {
    stream?.close();
    stream = undefined;
    telling.cancel();
    cancelHealing?.();
    cancelHealing = undefined;
    heard = [];
  }

  /** @param how `again`: what is shown stays, as old as it is, until there is something better. */
  async function load(how: 'afresh' | 'again' = 'afresh'): Promise<void> {
    stop();
    const current = createController();
    loading = current;
    if (how === 'afresh') state.set({ state: 'loading' });
    else update({ stale: true });
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

  async function read(current: Controller): Promise<Result<Choice>> {
    try {
      // A new version of the plan may come between the answers; the second time they are of the same.
      const first = await readOnce(current);
      return first ?? (await readOnce(current)) ?? { error: NO_SENSE };
    } catch {
      // The answer was no performance: something other than the centre answered in its name.
      return { error: NO_SENSE };
    }
  }

  async function readOnce({ signal }: Controller): Promise<Result<Choice> | undefined> {
    const [about, told] = await Promise.all([
      client.performance(performance, { signal }),
      client.status(performance, { signal }),
    ]);
    if (about.error) return about;
    if (told.error) return told;
    const drawn = await plan(about.data.plan.id, about.data.plan.version, signal);
    if (drawn.error) return drawn;
    const status = readStatus(drawn.data, told.data);
    return status && { data: { performance: about.data, plan: drawn.data, status } };
  }

  function follow(cursor: string): void {
    leave();
    stream = client.live(performance, cursor, {
      onChange: hear,
      onReset: restart,
      onStale: (stale) => update({ stale }),
    });
  }

  function hear(change: SeatChange): void {
    heard.push(change);
    telling.ask();
  }

  function tell(): void {
    const changes = heard;
    heard = [];
    const now = state.get();
    if (now.state === 'ready' && changes.length > 0) take(applyChanges(now.plan, now.status, changes));
  }

  function restart(told: SeatStatus): void {
    heard = [];
    const now = state.get();
    if (now.state === 'ready') take(readStatus(now.plan, told));
  }

  function take(status: HallStatus | undefined): void {
    if (status) update({ status });
    else heal();
  }

  /** What cannot be read is of a newer plan, or damaged: everything is asked for, but not over and over at once. */
  function heal(): void {
    leave();
    update({ stale: true });
    const wait = healedAt + BETWEEN_HEALINGS - timers.now();
    healedAt = timers.now() + Math.max(0, wait);
    if (wait <= 0) void load('again');
    else cancelHealing = timers.after(wait, () => void load('again'));
  }

  function update(part: { readonly status?: HallStatus; readonly stale?: boolean }): void {
    const now = state.get();
    if (now.state === 'ready') state.set({ ...now, ...part });
  }

  return {
    performance,
    get: state.get,
    subscribe: state.subscribe,
    reload: () => void load(),
    sleep() {
      awake = false;
      leave();
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
