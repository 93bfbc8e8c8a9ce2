import type { SeatChange, SeatStatus } from '../../../sdk/contract/seat-status.ts';
import type { PlanIndex } from '../catalogue/index.ts';
import type { Follower, LiveEvent } from './hub.ts';
import { toChange, toStatus } from './wire.ts';

const ENCODER = new TextEncoder();

/**
 * Writes a follower's news as server-sent events, one at a time: the next is asked for only when the last was taken, so
 * a slow reader gets fewer and larger events and no memory is used for waiting ones.
 * @param plan In whose order seats are counted.
 * @param ended Called once, when either side has closed.
 */
export function eventStream(
  follower: Follower,
  plan: PlanIndex,
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
        if (event) return controller.enqueue(ENCODER.encode(write(event, plan)));
        end();
        return controller.close();
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
}

function write(event: LiveEvent, plan: PlanIndex): string {
  if (event.type === 'alive') return ': alive\n\n';
  const { cursor } = event.data;
  const data: SeatChange | SeatStatus =
    event.type === 'change' ? toChange(plan, cursor, event.data) : toStatus(plan, cursor, event.data);
  return `id: ${cursor}\nevent: ${event.type}\ndata: ${JSON.stringify(data)}\n\n`;
}
