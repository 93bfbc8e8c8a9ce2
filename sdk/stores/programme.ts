import { type Client, createClient } from '../client/client.ts';
import type { Centre, Owner, PerformanceSummary } from '../contract/index.ts';
import { dayIn } from '../model/calendar/days.ts';
import { AT_A_TIME } from '../model/programme/first-paint.ts';
import type { ProgrammeItem } from '../model/programme/types.ts';
import { completePlatform, createController, type Network, type Signal } from '../platform.ts';
import { createObservable } from './observable.ts';
import type { Failure, ProgrammeState, ProgrammeStore, Result } from './types.ts';

/** Which centres' programmes to merge, and through which network: that of the surroundings where nothing is given. */
export interface ProgrammeOptions extends Partial<Network> {
  /**
   * Base URLs of centres' APIs. One gives all that this centre sells, its partners' performances too. Several give what
   * each of them plays itself.
   */
  readonly centres: readonly string[];
  /** Base URL of the centre that sells, by which performances are named; the only one of `centres` without it. */
  readonly seller?: string | undefined;
}

/** A centre that answers no question in this time does not keep the others from being shown. */
const DEADLINE = 5000;
/** Centres that were away are asked again after so long. */
const AGAIN = 30_000;
const MOST_PAGES = 50;

interface Answered {
  readonly centre: Centre;
  readonly performances: readonly PerformanceSummary[];
}

interface Source {
  readonly baseUrl: string;
  readonly client: Client;
  state: 'waiting' | 'here' | 'away';
  failure: Failure | null;
  /** What it told last. */
  told: Answered | null;
}

/**
 * Merges the programmes of centres by start. Each centre is asked by itself: one that is slow or away takes nothing from
 * what the others play, is named, and is asked again as long as somebody looks.
 * @throws TypeError when one of `centres` is not an http(s) address.
 */
export function createProgramme({ centres, seller, ...given }: ProgrammeOptions): ProgrammeStore {
  const platform = completePlatform(given);
  const { timers } = platform;
  const addresses = [...new Set(centres.map(trimmed))];
  const only = addresses.length === 1 ? addresses[0] : undefined;
  const selling = seller === undefined ? only : trimmed(seller);
  const sources = addresses.map(
    (baseUrl): Source => ({
      ...{ baseUrl, client: createClient({ baseUrl, ...platform }) },
      ...{ state: 'waiting', failure: null, told: null },
    }),
  );
  let cancelAgain: (() => void) | undefined;
  let current = createController();

  const state = createObservable<ProgrammeState>({ state: 'idle' }, () => {
    ask(sources);
    return () => {
      current.abort();
      cancelAgain?.();
    };
  });

  const isWaiting = () => sources.some((one) => one.state === 'waiting');

  /** Asks centres anew; what is shown of them stays until they answer. */
  function ask(asked: readonly Source[]): void {
    current.abort();
    cancelAgain?.();
    const asking = createController();
    current = asking;
    for (const source of asked) if (source.state !== 'here') source.state = 'waiting';
    if (state.get().state === 'idle' || isWaiting()) tell();
    for (const source of asked) void read(source, asking.signal);
  }

  async function read(source: Source, signal: Signal): Promise<void> {
    const { data, error } = await readInTime(source, signal);
    if (signal.aborted) return;
    // Who is told the same again has nothing to draw anew.
    const isNews = source.state !== 'here' || JSON.stringify(data) !== JSON.stringify(source.told);
    source.state = data ? 'here' : 'away';
    source.failure = error ?? null;
    source.told = data ?? source.told;
    if (isNews) tell();
    if (isWaiting()) return;
    const away = sources.filter((one) => one.state === 'away');
    if (away.length > 0) cancelAgain = timers.after(AGAIN, () => ask(away));
  }

  async function readInTime(source: Source, signal: Signal): Promise<Result<Answered>> {
    const attempt = createController();
    const abort = () => attempt.abort();
    signal.addEventListener('abort', abort);
    let cancelDeadline = timers.after(DEADLINE, abort);
    // A long programme on a slow line comes in many pages: with each of them the centre has shown that it is there.
    const heard = () => {
      cancelDeadline();
      cancelDeadline = timers.after(DEADLINE, abort);
    };
    const [centre, listed] = await Promise.all([
      source.client.centre({ signal: attempt.signal }),
      readAll(source.client, attempt.signal, heard),
    ]);
    cancelDeadline();
    signal.removeEventListener('abort', abort);
    if (centre.error) return { error: centre.error };
    return listed.error ? { error: listed.error } : { data: { centre: centre.data, performances: listed.data } };
  }

  function tell(): void {
    const here = sources.flatMap(({ baseUrl, told }) => (told ? [{ baseUrl, ...told }] : []));
    const [failed] = sources.filter((one) => one.state === 'away');
    const waiting = isWaiting();
    const items = here.flatMap(itemsOf).sort(byStart);
    if (here.length === 0 && waiting) state.set({ state: 'loading' });
    else if (here.length === 0 && failed?.failure) state.set({ state: 'failed', failure: failed.failure });
    else state.set({ state: 'ready', items, away: namesOfAway(items), waiting });
  }

  /** Centres of our own list that do not answer, and partners of whom a selling centre says so. */
  function namesOfAway(items: readonly ProgrammeItem[]): readonly string[] {
    const ours = sources
      .filter((one) => one.state === 'away')
      .map(({ told, baseUrl }) => told?.centre.name ?? nameFrom(baseUrl));
    const theirs = items
      .filter(({ performance }) => performance.state === 'unavailable')
      .map(({ owner }) => owner.name);
    return [...new Set([...ours, ...theirs])];
  }

  /** Of a centre that never answered: as another centre names its partner, or else as it is called in its address. */
  function nameFrom(baseUrl: string): string {
    const id = baseUrl.replace(/^.*\//, '');
    const owners = sources.flatMap(({ told }) => told?.performances.flatMap(({ owner }) => owner ?? []) ?? []);
    return (
      owners.find((owner) => owner.id === id)?.name ?? id.replace(/(^|-)(\w)/g, (_, gap, first) => spaced(gap, first))
    );
  }

  function itemsOf({ baseUrl, centre, performances }: Answered & { readonly baseUrl: string }): ProgrammeItem[] {
    const own: Owner = { id: centre.id, name: centre.name, website: centre.website };
    const { timeZone } = centre;
    return performances.flatMap((performance) => {
      if (performance.owner && only === undefined) return [];
      const owner = performance.owner ?? own;
      const isOwn = performance.owner === undefined && baseUrl === selling;
      const isNamedAlready = isOwn || performance.owner !== undefined;
      const reference = isNamedAlready ? performance.id : `${owner.id}.${performance.id}`;
      return [{ reference, owner, isOwn, day: dayIn(performance.startsAt, timeZone), timeZone, performance }];
    });
  }

  return { get: state.get, subscribe: state.subscribe, reload: () => ask(sources) };
}

/** Page by page: the next one begins where the last one ended. */
async function readAll(
  client: Client,
  signal: Signal,
  heard: () => void,
): Promise<Result<readonly PerformanceSummary[]>> {
  const found = new Map<string, PerformanceSummary>();
  let from: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { data, error } = await client.performances({
      limit: AT_A_TIME,
      signal,
      ...(from !== undefined && { from }),
    });
    if (error) return { error };
    heard();
    const before = found.size;
    for (const performance of data.performances) found.set(performance.id, performance);
    if (data.performances.length < AT_A_TIME || found.size === before) break;
    from = data.performances.at(-1)?.startsAt;
  }
  return { data: [...found.values()] };
}

const trimmed = (address: string): string => address.replace(/\/+$/, '');

const spaced = (gap: string, first: string): string => `${gap && ' '}${first.toUpperCase()}`;

const byStart = (a: ProgrammeItem, b: ProgrammeItem): number =>
  Date.parse(a.performance.startsAt) - Date.parse(b.performance.startsAt) || a.reference.localeCompare(b.reference);
