import type { Chosen, Clash } from './types.ts';

/** What a clash in time is about: when it starts and ends, and where it is. */
export interface Evening {
  readonly startsAt: string;
  /** Of many performances nobody says when they end. */
  readonly endsAt?: string | undefined;
  /** Another one is somewhere else. */
  readonly where: string;
}

const MINUTE = 60_000;
/** A performance of which nobody says when it ends takes two and a half hours: two halves and an interval. */
const USUAL_LENGTH = 150 * MINUTE;
/** From one house to the other. */
const ON_THE_WAY = 30 * MINUTE;

/** Whether nobody can see both from beginning to end: they overlap, or there is no time to go from one to the other. */
export function clash(one: Evening, other: Evening): boolean {
  const way = one.where === other.where ? 0 : ON_THE_WAY;
  return start(one) < end(other) + way && start(other) < end(one) + way;
}

/** Every two chosen performances that clash, by start. `eveningOf` says when and where one is. */
export function clashesIn(chosen: readonly Chosen[], eveningOf: (one: Chosen) => Evening): readonly Clash[] {
  return chosen.flatMap((one, at) =>
    chosen.slice(at + 1).flatMap((other): Clash[] => {
      if (one.reference === other.reference || !clash(eveningOf(one), eveningOf(other))) return [];
      return start(eveningOf(one)) <= start(eveningOf(other)) ? [[one, other]] : [[other, one]];
    }),
  );
}

const start = ({ startsAt }: Evening): number => Date.parse(startsAt);

const end = ({ startsAt, endsAt }: Evening): number =>
  endsAt === undefined ? Date.parse(startsAt) + USUAL_LENGTH : Math.max(Date.parse(endsAt), Date.parse(startsAt));
