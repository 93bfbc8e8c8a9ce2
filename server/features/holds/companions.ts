import type { Offer } from '../catalogue/index.ts';
import type { ClaimState } from './cart.ts';

/**
 * The lines to give back together with some of a cart's lines: those, and every companion's seat that loses its last
 * protected wheelchair place by it. A companion's seat that never had one, from a time when places were released, stays.
 */
export function withCompanions(
  claims: readonly ClaimState[],
  lines: readonly string[],
  offers: ReadonlyMap<string, Offer>,
): readonly string[] {
  const going = claims.filter(({ id }) => lines.includes(id));
  const staying = claims.filter(({ id }) => !lines.includes(id));
  const has = (some: readonly ClaimState[], performance: string, places: readonly string[]) =>
    some.some((claim) => claim.performance === performance && places.includes(claim.place));
  const alone = staying.filter(({ performance, place }) => {
    const offer = offers.get(performance);
    if (offer?.performance.wheelchair_rule !== 'protected') return false;
    const beside = offer.plan.wheelchairsOf(place) ?? [];
    return has(going, performance, beside) && !has(staying, performance, beside);
  });
  return [...lines, ...alone.map(({ id }) => id)];
}
