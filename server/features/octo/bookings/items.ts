import type { OctoItem } from '../../../adapters/postgres/tables.ts';
import type { Randomness } from '../../../ports.ts';
import type { Wanted } from '../capabilities.ts';
import { OctoError } from '../errors.ts';
import { type Dated, pricesOf } from '../programme.ts';
import type { UnitItemRequest } from '../requests.ts';
import type { Unplaced } from './places.ts';

/** What is booked: tickets of one zone of one performance. */
export interface Target {
  readonly date: Dated;
  readonly zone: string;
}

/**
 * Refuses tickets that cannot be: none at all, of a kind that is not sold there, or on a seat of another zone.
 * @throws OctoError `UNPROCESSABLE_ENTITY`, `INVALID_UNIT_ID`, `BAD_REQUEST`.
 */
export function checkItems(items: readonly UnitItemRequest[], { date, zone }: Target, wanted: Wanted): void {
  if (items.length === 0) throw new OctoError('UNPROCESSABLE_ENTITY', 'unitItems names no ticket.');
  const units = new Set(pricesOf(date).flatMap((price) => (price.zone === zone ? [price.priceType] : [])));
  for (const { unitId, seat } of items) {
    if (!units.has(unitId)) throw new OctoError('INVALID_UNIT_ID', unitId);
    if (seat === undefined) continue;
    if (!wanted.seats) throw new OctoError('BAD_REQUEST', 'A seat needs the capability foyer/seats.');
    if (date.offer.plan.place(seat)?.zone !== zone) {
      throw new OctoError('UNPROCESSABLE_ENTITY', `There is no seat ${seat} in this option.`);
    }
  }
  const uuids = items.flatMap(({ uuid }) => uuid ?? []);
  if (new Set(uuids).size < uuids.length) throw new OctoError('UNPROCESSABLE_ENTITY', 'Two unitItems have one uuid.');
}

/**
 * The tickets of a booking as a request wants them. One that is known, by its uuid or else by its kind, keeps its name;
 * and its place, when its reseller named that or when no more and no fewer have to be found by us than before.
 * @param before None of a new booking, and none when it is about another performance or zone.
 */
export function mergeItems(
  asked: readonly UnitItemRequest[],
  before: readonly OctoItem[],
  random: Pick<Randomness, 'uuid'>,
): readonly Unplaced[] {
  const left = [...before];
  const take = (fits: (item: OctoItem) => boolean) => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const byUuid = asked.map(({ uuid }) => (uuid === undefined ? undefined : take((item) => item.uuid === uuid)));
  const byKind = asked.map(({ unitId }, index) => byUuid[index] ?? take((item) => item.unitId === unitId));
  const known = asked.map((_, index) => byKind[index] ?? take(() => true));
  const isChosen = asked.map(({ seat }, index) => seat === undefined && known[index]?.chosen !== false);
  const stay = left.length === 0 && isChosen.every((chosen, index) => !chosen || known[index]?.chosen === true);
  return asked.map(({ uuid, unitId, resellerReference, seat }, index) => ({
    uuid: uuid ?? known[index]?.uuid ?? random.uuid(),
    unitId,
    resellerReference: resellerReference ?? known[index]?.resellerReference ?? null,
    place: seat ?? (isChosen[index] && !stay ? null : (known[index]?.place ?? null)),
    chosen: isChosen[index] ?? true,
  }));
}

/** Whether the same places are booked for the same kinds of tickets. */
export const isSameWish = (one: readonly Unplaced[], other: readonly OctoItem[]): boolean =>
  one.length === other.length &&
  one.every(({ place, unitId }, index) => place === other[index]?.place && unitId === other[index]?.unitId);
