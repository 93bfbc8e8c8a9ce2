import { NO_FILTER } from './filter.ts';
import { filterProgramme } from './look-through.ts';
import type { ProgrammeFilter, ProgrammeItem } from './types.ts';

/** One thing that a visitor looks for, and how much would be found without it. */
export interface Loosened {
  readonly name: keyof ProgrammeFilter;
  readonly count: number;
}

/** Which wish to let go when nothing is found: each that helps by itself, the one that helps most first. */
export function loosened(
  items: readonly ProgrammeItem[],
  filter: ProgrammeFilter,
  genreName?: (genre: string) => string,
): readonly Loosened[] {
  return (Object.keys(NO_FILTER) as (keyof ProgrammeFilter)[])
    .filter((name) => filter[name] !== NO_FILTER[name])
    .map((name) => ({
      name,
      count: filterProgramme(items, { ...filter, [name]: NO_FILTER[name] }, genreName).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
