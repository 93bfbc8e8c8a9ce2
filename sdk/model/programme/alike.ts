import { isBookable } from './filter.ts';
import type { ProgrammeItem } from './types.ts';

/** Other moments at which the same is played by the same centre and can be booked, by start. */
export const otherDates = (items: readonly ProgrammeItem[], item: ProgrammeItem): readonly ProgrammeItem[] =>
  items.filter((other) => other.reference !== item.reference && isSameProduction(other, item) && isBookable(other));

/** What is played more than once bears the same title at the same centre. */
export const isSameProduction = (one: ProgrammeItem, other: ProgrammeItem): boolean =>
  one.owner.id === other.owner.id && one.performance.title.nl === other.performance.title.nl;

/**
 * Something else of the same genre that can be booked, nearest in time first, each production once.
 * @param most How many at most.
 */
export function similar(items: readonly ProgrammeItem[], item: ProgrammeItem, most: number): readonly ProgrammeItem[] {
  const at = Date.parse(item.performance.startsAt);
  const away = ({ performance }: ProgrammeItem) => Math.abs(Date.parse(performance.startsAt) - at);
  const others = items
    .filter(({ performance }) => performance.genre === item.performance.genre)
    .filter((other) => !isSameProduction(other, item) && isBookable(other))
    .sort((one, other) => away(one) - away(other));
  return others
    .filter((other, index) => others.findIndex((first) => isSameProduction(first, other)) === index)
    .slice(0, most);
}
