import type { Place } from '../../sdk/contract/index.ts';
import type { Localize } from './localize.ts';

/** A place the way people say it: `Parterre, rij F, stoel 12`. */
export function placeName(localize: Localize, place: Place): string {
  const { common } = localize.translation;
  return [
    localize.text(place.section),
    place.row && common.row(place.row),
    place.seat && common.seat(place.seat),
    common.kind[place.kind],
  ]
    .filter(Boolean)
    .join(', ');
}
