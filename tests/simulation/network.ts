import type { Chance } from './chance.ts';
import type { VirtualTime } from './time.ts';

/** No answer came: nobody knows whether the request arrived. Not an error of anybody's code, so it has no stack to make. */
export class NoAnswer {}

/** How bad the connections are, in probabilities a message. */
export interface Weather {
  readonly lose: number;
  readonly duplicate: number;
  /** Milliseconds a message may take, at most. */
  readonly delay: number;
}

/**
 * Connections that lose, delay, duplicate and so reorder messages. A request that arrives twice is carried out twice; the
 * first answer that comes back counts.
 */
export interface SimulatedNetwork {
  call<T>(from: string, to: string, carryOut: () => Promise<T>): Promise<T>;
  /** Cuts two off from each other, or lets them meet again. */
  cut(one: string, other: string, isCut: boolean): void;
}

const DEADLINE = 5_000;

export function createNetwork(time: VirtualTime, chance: Chance, weather: () => Weather): SimulatedNetwork {
  const cuts = new Set<string>();
  const key = (one: string, other: string) => [one, other].sort().join(' ');
  const travel = (from: string, to: string, arrive: () => void) => {
    const { lose, delay } = weather();
    if (cuts.has(key(from, to)) || chance.happens(lose)) return;
    time.after(1 + chance.whole(delay), () => {
      if (!cuts.has(key(from, to))) arrive();
    });
  };
  return {
    call: (from, to, carryOut) =>
      new Promise((resolve, reject) => {
        time.after(DEADLINE, () => reject(new NoAnswer()));
        const send = () =>
          travel(from, to, () => {
            carryOut().then(
              (answer) => travel(to, from, () => resolve(answer)),
              (error: unknown) => travel(to, from, () => reject(error)),
            );
          });
        send();
        if (chance.happens(weather().duplicate)) time.after(chance.whole(3 * DEADLINE), send);
      }),
    cut(one, other, isCut) {
      if (isCut) cuts.add(key(one, other));
      else cuts.delete(key(one, other));
    },
  };
}
