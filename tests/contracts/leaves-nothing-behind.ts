import { expect } from '@open-wc/testing';
import { type Make, settled } from './subject.ts';

/**
 * After it was taken off the page nothing of it goes on: no listener on the page, no timer, no observer, and no request,
 * which has a timer of its own. `state` names what is shown, for elements with more than one.
 */
export function leavesNothingBehind(make: Make, state = ''): void {
  it(`leaves nothing behind when it is removed${state && ` ${state}`}`, async () => {
    const watch = watchPage();
    try {
      // Once before counting, so that what a page has only once is not mistaken for a leak.
      await comeAndGo(make);
      await watch.quiet();
      const before = watch.counts();
      for (let time = 0; time < 5; time += 1) await comeAndGo(make);
      await watch.quiet();
      expect(watch.counts()).to.deep.equal(before);
    } finally {
      watch.stop();
    }
  });
}

async function comeAndGo(make: Make): Promise<void> {
  const element = await make();
  await settled(element);
  element.remove();
}

interface Counts {
  readonly listeners: number;
  readonly intervals: number;
  /** In milliseconds, so that a failure says which they are. */
  readonly timeouts: readonly number[];
  readonly observers: number;
}

/** Counts what is alive on the page, by standing in for the page's own functions. */
function watchPage() {
  const restore: (() => void)[] = [];
  const listeners = new Set<string>();
  const timeouts = new Map<number, number>();
  const intervals = new Set<number>();
  const observers = new Set<object>();

  function replace<T extends object, K extends keyof T>(owner: T, name: K, by: (own: T[K]) => T[K]): void {
    const own = owner[name];
    owner[name] = by(own);
    restore.push(() => {
      owner[name] = own;
    });
  }

  const names = new Map<unknown, number>();
  const nameOf = (listener: unknown) => names.get(listener) ?? names.set(listener, names.size).size;

  for (const target of [window, document, document.documentElement, document.body]) {
    const keyOf = (type: string, listener: unknown) => `${target.constructor.name} ${type} ${nameOf(listener)}`;
    replace(
      target as EventTarget,
      'addEventListener',
      (own) =>
        function addEventListener(this: EventTarget, type, listener, options) {
          const key = keyOf(type, listener);
          listeners.add(key);
          if (typeof options === 'object') options.signal?.addEventListener('abort', () => listeners.delete(key));
          own.call(this ?? target, type, listener, options);
        },
    );
    replace(
      target as EventTarget,
      'removeEventListener',
      (own) =>
        function removeEventListener(this: EventTarget, type, listener, options) {
          listeners.delete(keyOf(type, listener));
          own.call(this ?? target, type, listener, options);
        },
    );
  }

  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  Object.assign(window, {
    setTimeout(handler: () => void, delay?: number, ...values: unknown[]) {
      const id = setTimeout(() => {
        timeouts.delete(id);
        (handler as (...values: unknown[]) => void)(...values);
      }, delay);
      timeouts.set(id, delay ?? 0);
      return id;
    },
    clearTimeout(id: number) {
      timeouts.delete(id);
      clearTimeout(id);
    },
    setInterval(handler: () => void, delay?: number) {
      const id = setInterval(handler, delay);
      intervals.add(id);
      return id;
    },
    clearInterval(id: number) {
      intervals.delete(id);
      clearInterval(id);
    },
  });
  restore.push(() => Object.assign(window, { setTimeout, clearTimeout, setInterval, clearInterval }));

  for (const { prototype } of [ResizeObserver, MutationObserver, IntersectionObserver]) {
    const observing: { observe(...values: never[]): void; disconnect(): void } = prototype;
    replace(
      observing,
      'observe',
      (own) =>
        function observe(this: object, ...values) {
          observers.add(this);
          own.apply(this, values);
        },
    );
    replace(
      observing,
      'disconnect',
      (own) =>
        function disconnect(this: object) {
          observers.delete(this);
          own.call(this);
        },
    );
  }

  return {
    counts: (): Counts => ({
      listeners: listeners.size,
      intervals: intervals.size,
      timeouts: [...timeouts.values()],
      observers: observers.size,
    }),
    /** Timeouts that end by themselves may do so (a store rests a second after its last reader); others fail the test. */
    async quiet(): Promise<void> {
      const until = performance.now() + 5000;
      while (timeouts.size > 0 && performance.now() < until) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    stop() {
      for (const undo of restore.reverse()) undo();
    },
  };
}
