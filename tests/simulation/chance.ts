/** Chance that can be had again: the same seed gives the same answers in the same order. */
export interface Chance {
  /** From 0 up to 1. */
  number(): number;
  /** From 0 up to `below`. */
  whole(below: number): number;
  happens(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  uuid(): string;
}

/** Mulberry32: small, fast, and even enough to choose among faults. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(number() * below);
  const hex = (digits: number) =>
    whole(16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return {
    number,
    whole,
    happens: (probability) => number() < probability,
    pick(from) {
      const chosen = from[whole(from.length)];
      if (chosen === undefined) throw new Error('There is nothing to pick from.');
      return chosen;
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
