import type { SubscriptionFormula } from '../../contract/prices/formulas.ts';
import type { Place } from './places.ts';
import { isReduced } from './subscriptions.ts';

/** A formula for one holder, and how many performances it is to have at least. */
export interface Aim {
  readonly formula: SubscriptionFormula;
  readonly from: number;
}

/** The places of one performance, and the aims whose formulas they can be part of. */
export interface Tickets {
  readonly places: readonly Place[];
  readonly formulas: ReadonlySet<SubscriptionFormula>;
}

/**
 * Gives the places of every performance to different holders, so that as many aims as possible are reached: always to
 * those who lack most (Gale and Ryser: if any division reaches all aims, this one does, as long as all may have every
 * performance). What is left goes to who has room. Returns the places of every aim, in their order.
 */
export function shareOut(aims: readonly Aim[], performances: readonly Tickets[]): Place[][] {
  const given = aims.map((): Place[] => []);
  const count = (holder: number) => given[holder]?.length ?? 0;
  const lacks = (holder: number) => (aims[holder]?.from ?? 0) - count(holder);
  const left = performances.map(({ places, formulas }) => {
    const able = aims.flatMap(({ formula }, holder) => (formulas.has(formula) && lacks(holder) > 0 ? [holder] : []));
    able.sort((one, other) => lacks(other) - lacks(one) || one - other);
    return { places: give(able, places), formulas, had: new Set(able.slice(0, places.length)) };
  });
  for (const { places, formulas, had } of left) {
    const able = aims.flatMap(({ formula }, holder) => {
      const hasRoom = count(holder) < (formula.most ?? Number.POSITIVE_INFINITY);
      return formulas.has(formula) && !had.has(holder) && hasRoom && lacks(holder) <= 0 ? [holder] : [];
    });
    give(able, places);
  }
  return given;

  /** One place each, as far as they go: those that the formula reduces first. Returns what is left. */
  function give(holders: readonly number[], places: readonly Place[]): readonly Place[] {
    const waiting = [...places];
    for (const holder of holders) {
      const formula = aims[holder]?.formula;
      const fit = formula ? waiting.findIndex((place) => isReduced(formula, place)) : -1;
      const [place] = waiting.splice(Math.max(0, fit), 1);
      if (place) given[holder]?.push(place);
    }
    return waiting;
  }
}
