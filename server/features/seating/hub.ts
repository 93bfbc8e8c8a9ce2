import type { Log } from '../../adapters/log.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import { type Board, createBoard, type Delta, isEmpty, merge, type Snapshot } from './board.ts';
import { type Cursor, readChanges, readTaken, readTouched, writeCursor } from './store.ts';
import { type Sleeper, woken } from './woken.ts';

/** From where to follow on after this. */
interface Followed {
  readonly cursor: string;
}

/** What a follower gets to hear: `reset` replaces all it knew, `alive` only says that the line is open. */
export type LiveEvent =
  | { readonly type: 'change'; readonly data: Delta & Followed }
  | { readonly type: 'reset'; readonly data: Snapshot & Followed }
  | { readonly type: 'alive' };

/** Somebody who watches one performance, at a speed of their own. */
export interface Follower {
  /** Waits for news. What happens while nobody asks is told as one. Null when the hub or the follower has closed. */
  next(): Promise<LiveEvent | null>;
  close(): void;
}

/** Tells everybody who watches a performance which places come and go. Asks the database only while somebody watches. */
export interface LiveHub {
  /** @param since What the follower knows already; without it, or when it is too old, the first event is a reset. */
  follow(
    performance: string,
    areas: ReadonlyMap<string, { readonly capacity: number }>,
    since: Cursor | undefined,
  ): Promise<Follower>;
  close(): void;
}

export interface HubOptions {
  readonly db: Database;
  readonly log: Log;
  /** Between two looks at the database, and so between two events, in milliseconds; 250 by default. */
  readonly pause?: number;
  /** Between two signs of life when nothing happens, in milliseconds; 15 seconds by default. */
  readonly heartbeat?: number;
}

/** Changes are kept longer than this (see `tidy`), so a younger cursor can always be caught up with. In seconds. */
const OLDEST_CURSOR = 3_600;

interface Listener extends Sleeper {
  reset: boolean;
  pending: Delta;
}

interface Topic {
  readonly board: Board;
  /** From where its board is still to be followed; of use until the first look that asks for it. */
  readonly start: Cursor;
  readonly listeners: Set<Listener>;
}

const NOTHING: Delta = { seats: {}, areas: {} };

export function createLiveHub({ db, log, pause = 250, heartbeat = 15_000 }: HubOptions): LiveHub {
  const topics = new Map<string, Promise<Topic>>();
  const open = new Map<string, Topic>();
  let cursor: Cursor = { xid: 0n, at: 0 };
  let timer: NodeJS.Timeout | undefined;
  let polling = false;
  let closed = false;

  const tell = (topic: Topic, delta: Delta) => {
    if (isEmpty(delta)) return;
    for (const listener of topic.listeners) {
      listener.pending = merge(listener.pending, delta);
      listener.wake();
    }
  };

  const schedule = () => {
    if (open.size > 0 && !polling && !closed) timer ??= setTimeout(poll, pause);
  };

  const poll = async () => {
    timer = undefined;
    polling = true;
    const asked = new Map(open);
    try {
      const { changes, cursor: now } = await readChanges(db, [...asked.keys()], cursor);
      cursor = now;
      for (const [performance, topic] of open) {
        // What was opened meanwhile was not asked for, so this look must not count for it.
        if (asked.get(performance) !== topic) cursor = earlier(cursor, topic.start);
        else tell(topic, merge(topic.board.apply(changes.get(performance) ?? []), topic.board.expire(now.at)));
      }
    } catch (error) {
      // Followers keep what they know; the next look catches up from the same cursor.
      log.error('live-poll-failed', error);
    }
    polling = false;
    schedule();
  };

  /** Shared by all who open the same performance at once. */
  const topicOf = (performance: string, areas: ReadonlyMap<string, { readonly capacity: number }>): Promise<Topic> => {
    const known = topics.get(performance);
    if (known) return known;
    const opening = readTaken(db, performance).then(({ cursor: start, taken }) => {
      const topic: Topic = { board: createBoard(taken, areas), start, listeners: new Set() };
      // Looks for others may have gone past this start; hearing a part again ends in the same state.
      cursor = open.size === 0 ? start : earlier(cursor, start);
      open.set(performance, topic);
      schedule();
      return topic;
    });
    topics.set(performance, opening);
    opening.catch(() => topics.delete(performance));
    return opening;
  };

  const leave = (performance: string, topic: Topic, listener: Listener) => {
    topic.listeners.delete(listener);
    if (topic.listeners.size > 0 || open.get(performance) !== topic) return;
    open.delete(performance);
    topics.delete(performance);
    if (open.size === 0) {
      clearTimeout(timer);
      timer = undefined;
    }
  };

  const usable = (since: Cursor | undefined): since is Cursor =>
    since !== undefined &&
    since.at > cursor.at - OLDEST_CURSOR &&
    // A number that runs ahead of the clock is of another database, or of this one before a restore.
    (since.xid <= cursor.xid || since.at >= Math.floor(cursor.at) - 1);

  return {
    async follow(performance, areas, since) {
      const topic = await topicOf(performance, areas);
      const listener: Listener = { reset: false, pending: NOTHING, wake: () => {} };
      topic.listeners.add(listener);
      try {
        // The listener is in place already, so nothing can happen between this look and the next poll.
        if (usable(since)) {
          const touched = await readTouched(db, performance, since);
          listener.pending = merge(listener.pending, topic.board.look(touched));
        } else {
          listener.reset = true;
        }
      } catch (error) {
        leave(performance, topic, listener);
        throw error;
      }
      return {
        async next() {
          if (!listener.reset && isEmpty(listener.pending) && topic.listeners.has(listener) && !closed) {
            await woken(listener, heartbeat);
          }
          if (closed || !topic.listeners.has(listener)) return null;
          const { reset, pending } = listener;
          listener.reset = false;
          listener.pending = NOTHING;
          if (reset) return { type: 'reset', data: { cursor: writeCursor(cursor), ...topic.board.snapshot() } };
          if (isEmpty(pending)) return { type: 'alive' };
          return { type: 'change', data: { cursor: writeCursor(cursor), ...pending } };
        },
        close() {
          leave(performance, topic, listener);
          listener.wake();
        },
      };
    },
    close() {
      closed = true;
      clearTimeout(timer);
      for (const topic of open.values()) for (const listener of topic.listeners) listener.wake();
    },
  };
}

const earlier = (one: Cursor, other: Cursor): Cursor =>
  one.xid < other.xid || (one.xid === other.xid && one.at < other.at) ? one : other;
