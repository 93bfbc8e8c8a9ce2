import type { HoldRequest, Line } from '../../../sdk/contract/cart.ts';
import type { ReservationItem } from '../../../sdk/contract/network/index.ts';

type Seat = NonNullable<ReservationItem['seats']>[number];
type Area = NonNullable<ReservationItem['areas']>[number];

/** What has to be asked of the owner so that these lines stay as they are. */
export function itemsOf(lines: readonly Line[]): readonly ReservationItem[] {
  return [...Map.groupBy(lines, ({ performance }) => performance.id)].map(([performance, own]) => {
    const [areas, seats] = [own.filter(isArea), own.filter((line) => !isArea(line))];
    return itemOf(
      performance,
      seats.map(({ place, priceType }) => ({
        seat: place.id,
        priceType,
        // It was said when the place was chosen; what is held now is only kept.
        ...(place.kind === 'wheelchair' && { wheelchairUser: true }),
      })),
      areas.map(({ place, priceType }) => ({ area: place.id, quantity: 1, priceType })),
    );
  });
}

/** Items with more places of one performance. A seat that is there already is not named twice. */
export function withMore(
  items: readonly ReservationItem[],
  performance: string,
  { seats = [], areas = [] }: Pick<HoldRequest, 'seats' | 'areas'>,
): readonly ReservationItem[] {
  const known = items.find((item) => item.performance === performance);
  const named = new Set(seats.map(({ seat }) => seat));
  const more = itemOf(
    performance,
    [...(known?.seats ?? []).filter(({ seat }) => !named.has(seat)), ...seats],
    [...(known?.areas ?? []), ...areas],
  );
  return [...items.filter((item) => item !== known), more];
}

function itemOf(performance: string, seats: readonly Seat[], areas: readonly Area[]): ReservationItem {
  return {
    performance,
    ...(seats.length > 0 && { seats: [...seats] }),
    ...(areas.length > 0 && { areas: together(areas) }),
  };
}

/** Places of one area for one price type are one wish. */
function together(areas: readonly Area[]): Area[] {
  return [...Map.groupBy(areas, ({ area, priceType }) => `${area} ${priceType ?? ''}`).values()].map((same) => ({
    ...(same[0] as Area),
    quantity: same.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}

const isArea = ({ place }: Line) => place.kind === 'area';
