import type { Holder, Offer } from './types.ts';

/**
 * Where people like to sit at a performance: beside those of their party who have their places there already, or else on
 * the seats that they have on the last evening in the same hall.
 */
export function likeFor(
  { holders, offers }: { readonly holders: readonly Holder[]; readonly offers: readonly Offer[] },
  reference: string,
  people: readonly Holder[],
): readonly string[] {
  const seatsAt = (party: readonly Holder[], performance: string) =>
    party.flatMap(({ chosen }) => chosen.flatMap((one) => (one.reference === performance ? one.line.place.id : [])));
  const party = seatsAt(holders, reference);
  if (party.length > 0) return party;
  const offer = offers.find((one) => one.reference === reference);
  const inHall = people
    .flatMap(({ chosen }) => chosen)
    .filter(
      ({ line: { performance } }) =>
        performance.hall.id === offer?.performance.hall.id && performance.owner?.id === offer.performance.owner?.id,
    )
    .sort((a, b) => Date.parse(a.line.performance.startsAt) - Date.parse(b.line.performance.startsAt));
  const last = inHall.at(-1);
  return last ? seatsAt(people, last.reference) : [];
}
