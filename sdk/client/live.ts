import type { SeatChange, SeatStatus } from '../contract/index.ts';
import { type Answer, type Controller, createController, createDecoder, type Network } from '../platform.ts';
import { createEventReader, type ServerSentEvent } from './server-sent-events.ts';

/** Who hears of changes to the seats of a performance. */
export interface LiveListeners {
  /** Some places changed. */
  onChange(change: SeatChange): void;
  /** Forget what you knew: this is everything. */
  onReset(status: SeatStatus): void;
  /** True once what is known may be old, false when the stream runs again. Only called when it changes. */
  onStale(stale: boolean): void;
}

/** A stream that mends itself until it is closed. */
export interface LiveStream {
  close(): void;
  /** Tries again at once instead of when the pause is over: the network came back, or the page was looked at again. */
  hurry(): void;
}

const STALE_AFTER = 3000;
/** The server says something at least every 15 seconds; silence for longer than twice that is a dead connection. */
const SILENCE = 35_000;
const SHORTEST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/**
 * Follows a performance from a cursor. Reconnects after every interruption with growing, spread pauses and goes on from
 * the last cursor it saw, so nothing is missed; a cursor that is too old is answered with a reset.
 */
export function followLive(
  url: string,
  cursor: string | undefined,
  listeners: LiveListeners,
  { fetch, timers, random }: Network,
): LiveStream {
  let position = cursor;
  let failures = 0;
  let stale = false;
  let closed = false;
  let connection: Controller | undefined;
  let cancelStale: (() => void) | undefined;
  let cancelSilence: (() => void) | undefined;
  let cancelPause: (() => void) | undefined;

  const setStale = (value: boolean) => {
    cancelStale?.();
    cancelStale = undefined;
    if (value === stale) return;
    stale = value;
    listeners.onStale(value);
  };

  const interrupted = () => {
    cancelSilence?.();
    if (!stale) cancelStale ??= timers.after(STALE_AFTER, () => setStale(true));
  };

  const heard = () => {
    cancelSilence?.();
    cancelSilence = timers.after(SILENCE, () => connection?.abort());
  };

  const take = (event: ServerSentEvent) => {
    // Read before the cursor moves on: what cannot be read is asked for again.
    const told: unknown = JSON.parse(event.data);
    position = event.id ?? position;
    if (event.name === 'reset') listeners.onReset(told as SeatStatus);
    else if (event.name === 'change') listeners.onChange(told as SeatChange);
  };

  async function read(answer: Answer, current: Controller): Promise<void> {
    const reader = answer.body?.getReader();
    // A login page of a hotel's network answers everything, and never with a stream.
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (!answer.ok || !reader || !isStream) return;
    const decode = createDecoder();
    const events = createEventReader();
    heard();
    setStale(false);
    for (;;) {
      const { done, value } = await reader.read();
      if (done || current.signal.aborted || !value) return;
      heard();
      for (const event of events(decode(value))) take(event);
      failures = 0;
      setStale(false);
    }
  }

  async function connect(): Promise<void> {
    cancelPause = undefined;
    const current = createController();
    connection = current;
    cancelSilence = timers.after(SILENCE, () => current.abort());
    let pause: number | undefined;
    try {
      const answer = await fetch(position === undefined ? url : `${url}?cursor=${encodeURIComponent(position)}`, {
        method: 'GET',
        headers: { accept: 'text/event-stream' },
        signal: current.signal,
        cache: 'no-store',
        credentials: 'omit',
      });
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
      if (Number.isFinite(seconds)) pause = seconds * 1000;
      await read(answer, current);
    } catch {
      // No connection, or it broke: both are mended by connecting again.
    }
    if (closed || connection !== current) return;
    current.abort();
    interrupted();
    failures += 1;
    const growing = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** (failures - 1));
    // Spread, so that a server that was away is not met by everybody at once.
    const spread = growing * (0.5 + random.number());
    cancelPause = timers.after((pause ?? 0) + spread, () => void connect());
  }

  interrupted();
  void connect();
  return {
    close() {
      closed = true;
      connection?.abort();
      cancelStale?.();
      cancelSilence?.();
      cancelPause?.();
    },
    hurry() {
      if (closed || !cancelPause) return;
      cancelPause();
      void connect();
    },
  };
}
