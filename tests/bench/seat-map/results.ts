import type { Measured } from './figures.ts';
import type { Keys } from './keys.ts';
import type { TooSlow } from './measure.ts';

/** Engines by name, each with what it did with one hall. */
export type Engines = ReadonlyMap<string, Measured | TooSlow>;

/** Everything one run of the bench found out. */
export interface Results {
  readonly rounds: number;
  /** By number of seats. */
  readonly halls: ReadonlyMap<number, Engines>;
  readonly phone: Engines;
  readonly keys: ReadonlyMap<number, Keys | TooSlow>;
  /** Bytes of code, gzip: engines with all they need, and ours until its first frame. */
  readonly code: Readonly<Record<string, number>>;
}

export const PHONE_SIZE = 20_000;
export const PEERS: readonly string[] = ['seatmap-canvas', 'seatchart', 'react-seat-picker'];

/** What an engine did, unless it was too slow to tell. */
export function measured(engines: Engines | undefined, name: string): Measured | undefined {
  const one = engines?.get(name);
  return one && !('seconds' in one) ? one : undefined;
}

/** The best of the peers at something; what was too slow counts as the time after which it was left. */
export function fastestPeer(engines: Engines | undefined, of: (engine: Measured) => number): number | undefined {
  const times = PEERS.flatMap((name) => {
    const one = engines?.get(name);
    return one ? ['seconds' in one ? one.seconds * 1000 : of(one)] : [];
  });
  return times.length > 0 ? Math.min(...times) : undefined;
}
