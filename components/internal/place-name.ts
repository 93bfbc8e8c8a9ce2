import type { Place } from '../../sdk/contract/index.ts';
import type { Localize } from './localize.ts';

/** A place the way people say it: `Parterre, rij F, stoel 12`. */
export function placeName(localize: Localize, place: Place): string {
  const { common } = localize.translation;
  return joined(whereabouts(localize, place), place.seat && unbroken(common.seat(place.seat)), common.kind[place.kind]);
}

/** Several places in one breath: `Parterre, rij F, stoelen 12 en 13; Balkon, rij A, stoel 4`. */
export function placeNames(localize: Localize, places: readonly Place[]): string {
  const { common } = localize.translation;
  const rows = Map.groupBy(places, (place) => `${whereabouts(localize, place)} ${place.kind}`);
  return [...rows.values()]
    .map((row) => {
      const [first] = row;
      const seats = row.flatMap(({ seat }) => seat ?? []);
      if (!first) return '';
      if (row.length === 1) return placeName(localize, first);
      const which = seats.length > 0 ? common.seats(localize.list(seats)) : common.places(row.length);
      return joined(whereabouts(localize, first), which, common.kind[first.kind]);
    })
    .join('; ');
}

function whereabouts(localize: Localize, { section, row }: Place): string {
  return joined(localize.text(section), row && unbroken(localize.translation.common.row(row)));
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');

/** A word and its number stay on one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
