import type { Chance } from './chance.ts';

/** The process died here; whatever was being done is never finished. */
export class Crash extends Error {}

/**
 * A server process that can die between any two awaits. What it was doing then stays undone for ever: its promises neither
 * resolve nor reject, as nobody is left to hear them.
 */
export interface Process {
  readonly alive: boolean;
  /** Something the process waits for. It may die before it, or after it and before it hears of it. */
  step<T>(work: () => Promise<T>): Promise<T>;
  /** The same inside a transaction, which is taken back when the process dies. */
  inside<T>(work: () => Promise<T>): Promise<T>;
  kill(): void;
  restart(): void;
}

export interface ProcessOptions {
  readonly chance: Chance;
  /** Of dying at a step; asked again at each. */
  readonly risk: () => number;
  readonly died: () => void;
}

const never = <T>() => new Promise<T>(() => {});

export function createProcess({ chance, risk, died }: ProcessOptions): Process {
  let life = 0;
  let alive = true;
  const kill = () => {
    if (!alive) return;
    alive = false;
    life += 1;
    died();
  };
  const dies = () => {
    if (!chance.happens(risk())) return false;
    kill();
    return true;
  };
  return {
    get alive() {
      return alive;
    },
    async step(work) {
      const own = life;
      if (!alive || dies()) return never();
      let result: Awaited<ReturnType<typeof work>>;
      try {
        result = await work();
      } catch (error) {
        if (error instanceof Crash || own !== life) return never();
        throw error;
      }
      return own !== life || dies() ? never() : result;
    },
    async inside(work) {
      const own = life;
      const result = await work();
      if (own !== life || dies()) throw new Crash('The process died in a transaction.');
      return result;
    },
    kill,
    restart() {
      alive = true;
    },
  };
}
