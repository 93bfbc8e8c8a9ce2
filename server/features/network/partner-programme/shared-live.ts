import type { SeatStatus } from '../../../../sdk/contract/index.ts';
import { FoyerError } from '../../../errors.ts';
import { type WireEvent, type WireFollower, woken } from '../../seating/index.ts';
import { createHallNow, type HallNow } from './hall-now.ts';
import { readUpstream, type UpstreamEvent } from './upstream.ts';

/** Opens a partner's stream from its beginning: its first event is a reset. Rejects when there is none. */
export type OpenUpstream = (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;

/** One stream of a partner for each performance, for all who follow it here. It is open while somebody follows. */
export interface SharedLive {
  /**
   * @param since Cursor that the follower has; one that we still know is followed on from, any other starts with a reset.
   * @throws What `open` rejects with; FoyerError `partner_unavailable` when the stream does not begin as it must.
   */
  follow(performance: string, since: string | undefined, open: OpenUpstream): Promise<WireFollower>;
  /** What is taken, when somebody follows the performance. */
  status(performance: string): SeatStatus | undefined;
  close(): void;
}

/** Between two signs of life when nothing happens, in milliseconds. */
const HEARTBEAT = 15_000;
/** Events kept for who comes back or is slow; who is further behind starts again. */
const KEPT_EVENTS = 200;

interface Follower {
  /** Number of the event it is to hear next; a reset when that is kept no more. */
  next: number;
  wake: () => void;
}

interface Topic {
  hall: HallNow;
  /** The newest events, and the number of the first. */
  events: UpstreamEvent[];
  first: number;
  over: boolean;
  readonly followers: Set<Follower>;
  readonly stop: () => void;
}

export function createSharedLive(): SharedLive {
  const topics = new Map<string, Promise<Topic>>();
  const open = new Map<string, Topic>();
  let closed = false;

  const end = (performance: string, topic: Topic) => {
    topic.over = true;
    topic.stop();
    if (open.get(performance) === topic) {
      open.delete(performance);
      topics.delete(performance);
    }
    for (const { wake } of topic.followers) wake();
  };

  const start = async (performance: string, openUpstream: OpenUpstream): Promise<Topic> => {
    const controller = new AbortController();
    const stop = () => controller.abort();
    const upstream = readUpstream(await openUpstream(controller.signal), stop);
    const first = (await upstream.next()).value;
    const hall = first?.type === 'reset' ? createHallNow(first.data) : undefined;
    if (!hall || closed) {
      await upstream.return();
      throw new FoyerError('partner_unavailable', { retryAfter: 5 });
    }
    const topic: Topic = { hall, events: [], first: 0, over: false, followers: new Set(), stop };
    open.set(performance, topic);
    void pump(topic, upstream).finally(() => end(performance, topic));
    return topic;
  };

  /** Shared by all who open the same performance at once. */
  const topicOf = (performance: string, openUpstream: OpenUpstream): Promise<Topic> => {
    const known = topics.get(performance);
    if (known) return known;
    const starting = start(performance, openUpstream);
    topics.set(performance, starting);
    starting.catch(() => topics.delete(performance));
    return starting;
  };

  return {
    async follow(performance, since, openUpstream) {
      const found = await topicOf(performance, openUpstream);
      // The last one who followed may have left while we came.
      const topic = found.over ? await topicOf(performance, openUpstream) : found;
      const follower: Follower = { next: positionOf(topic, since), wake: () => {} };
      topic.followers.add(follower);
      return {
        next: () => nextFor(topic, follower),
        close() {
          topic.followers.delete(follower);
          follower.wake();
          if (topic.followers.size === 0) end(performance, topic);
        },
      };
    },
    status: (performance) => open.get(performance)?.hall.status(),
    close() {
      closed = true;
      for (const [performance, topic] of open) end(performance, topic);
    },
  };
}

/** Takes over what the partner tells, until it tells no more or something that cannot be. */
async function pump(topic: Topic, upstream: AsyncGenerator<UpstreamEvent, void>): Promise<void> {
  for await (const event of upstream) {
    if (event.type === 'change' && !topic.hall.apply(event.data)) return;
    if (event.type === 'reset') {
      const hall = createHallNow(event.data);
      if (!hall) return;
      topic.hall = hall;
    }
    topic.events.push(event);
    if (topic.events.length > KEPT_EVENTS) topic.first += topic.events.splice(0, KEPT_EVENTS / 2).length;
    for (const { wake } of topic.followers) wake();
  }
}

/** A follower who knows all there is, or what we heard since, hears on from there; anybody else starts before all that is kept. */
function positionOf({ events, first, hall }: Topic, since: string | undefined): number {
  if (since !== undefined && since === hall.status().cursor) return first + events.length;
  const known = events.findLastIndex(({ data }) => data.cursor === since);
  return known < 0 ? -1 : first + known + 1;
}

async function nextFor(topic: Topic, follower: Follower): Promise<WireEvent | null> {
  const isUpToDate = () => follower.next === topic.first + topic.events.length;
  if (isUpToDate() && isFollowed(topic, follower)) await woken(follower, HEARTBEAT);
  if (!isFollowed(topic, follower)) return null;
  if (isUpToDate()) return { type: 'alive' };
  const event = topic.events[follower.next - topic.first];
  if (event && follower.next >= topic.first) {
    follower.next += 1;
    return event;
  }
  follower.next = topic.first + topic.events.length;
  return { type: 'reset', data: topic.hall.status() };
}

const isFollowed = ({ over, followers }: Topic, follower: Follower) => !over && followers.has(follower);
