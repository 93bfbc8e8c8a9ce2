/** Keeps the calls to one partner from taking everything: so many at once, some that wait, no more. */
export interface Bulkhead {
  /** A place, as the way to give it back; undefined when there is none, or the signal came first. */
  enter(signal: AbortSignal): Promise<(() => void) | undefined>;
}

export function createBulkhead(places: number, queue: number): Bulkhead {
  let taken = 0;
  const waiting = new Set<() => void>();

  const leave = () => {
    const [next] = waiting;
    // The place goes from hand to hand, so that nobody who comes just now can slip in between.
    if (next) next();
    else taken -= 1;
  };
  /** Every place is given back once, however often it is tried. */
  const place = () => {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      leave();
    };
  };

  return {
    async enter(signal) {
      if (signal.aborted) return undefined;
      if (taken < places) {
        taken += 1;
        return place();
      }
      if (waiting.size >= queue) return undefined;
      const turn = Promise.withResolvers<boolean>();
      const end = (entered: boolean) => {
        waiting.delete(enter);
        turn.resolve(entered);
      };
      const enter = () => end(true);
      const giveUp = () => end(false);
      waiting.add(enter);
      signal.addEventListener('abort', giveUp, { once: true });
      const entered = await turn.promise.finally(() => signal.removeEventListener('abort', giveUp));
      return entered ? place() : undefined;
    },
  };
}
