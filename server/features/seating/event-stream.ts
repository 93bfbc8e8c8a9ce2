import type { SeatChange, SeatStatus } from '../../../sdk/contract/seat-status.ts';
import type { PlanIndex } from '../catalogue/index.ts';
import type { Follower } from './hub.ts';
import { toChange, toStatus } from './wire.ts';

const ENCODER = new TextEncoder();

/** News of a performance as it travels; `alive` only says that the line is open. */
export type WireEvent =
  | { readonly type: 'change'; readonly data: SeatChange }
  | { readonly type: 'reset'; readonly data: SeatStatus }
  | { readonly type: 'alive' };

/** Somebody who watches a performance and is told in the contract's words. */
export interface WireFollower {
  /** Waits for news. Null when it is over. */
  next(): Promise<WireEvent | null>;
  close(): void;
}

/** @param plan In whose order seats are counted. */
export const onTheWire = (follower: Follower, plan: PlanIndex): WireFollower => ({
  async next() {
    const event = await follower.next();
    if (event === null || event.type === 'alive') return event;
    const { cursor } = event.data;
    return event.type === 'change'
      ? { type: 'change', data: toChange(plan, cursor, event.data) }
      : { type: 'reset', data: toStatus(plan, cursor, event.data) };
  },
  close: () => follower.close(),
});

/**
 * Writes a follower's news as server-sent events, one at a time: the next is asked for only when the last was taken, so
 * a slow reader gets fewer and larger events and no memory is used for waiting ones.
 * @param ended Called once, when either side has closed.
 */
export function eventStream(
  follower: WireFollower,
  signal: AbortSignal,
  ended: () => void,
): ReadableStream<Uint8Array> {
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    follower.close();
    ended();
  };
  // A visitor who left before we got here is told of no more.
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // Says at once that the stream is there, and when to come back if it breaks.
        controller.enqueue(ENCODER.encode('retry: 2000\n\n'));
      },
      async pull(controller) {
        const event = over ? null : await follower.next();
        if (event) return controller.enqueue(ENCODER.encode(write(event)));
        end();
        return controller.close();
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
}

const write = (event: WireEvent): string =>
  event.type === 'alive'
    ? ': alive\n\n'
    : `id: ${event.data.cursor}\nevent: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`;
