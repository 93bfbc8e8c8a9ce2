/** Something that is to happen at an instant, in milliseconds since epoch. */
export interface Due {
  readonly at: number;
}

/** What is to happen when, earliest first; equal instants keep the order in which they were added. A binary heap. */
export interface Agenda<T extends Due> {
  add(item: T): void;
  /** Takes out the earliest item if it is due by now. */
  take(now: number): T | undefined;
  /** When the earliest item is due; Infinity when there is none. */
  next(): number;
  /** Everything that waits, in order. */
  list(): readonly T[];
  clear(): void;
}

interface Entry<T> {
  readonly item: T;
  readonly order: number;
}

export function createAgenda<T extends Due>(): Agenda<T> {
  const heap: Entry<T>[] = [];
  let added = 0;
  const before = (a: Entry<T>, b: Entry<T>) => a.item.at - b.item.at || a.order - b.order;

  function rise(entry: Entry<T>, from: number) {
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || before(parent, entry) <= 0) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = entry;
  }

  function sink(entry: Entry<T>) {
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      let child = heap[below];
      const other = heap[below + 1];
      if (child && other && before(other, child) < 0) {
        child = other;
        below += 1;
      }
      if (!child || before(entry, child) <= 0) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = entry;
  }

  return {
    add(item) {
      added += 1;
      rise({ item, order: added }, heap.length);
    },
    take(now) {
      const first = heap[0];
      if (!first || first.item.at > now) return undefined;
      const last = heap.pop();
      if (last && heap.length > 0) sink(last);
      return first.item;
    },
    next: () => heap[0]?.item.at ?? Number.POSITIVE_INFINITY,
    list: () => heap.toSorted(before).map(({ item }) => item),
    clear: () => {
      heap.length = 0;
    },
  };
}
