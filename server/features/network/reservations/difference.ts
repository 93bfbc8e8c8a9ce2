import { claimedPlace } from '../../catalogue/index.ts';
import type { ClaimState, HoldWish } from '../../holds/index.ts';

/** What must be done to what a cart holds so that it holds what is wanted. */
export interface Difference {
  /** Lines to give back. */
  readonly release: readonly string[];
  readonly reprice: readonly { readonly line: string; readonly priceType: string }[];
  /** Seats the cart has already are still among them, so that the rules for companions see all that is wanted. */
  readonly hold: readonly HoldWish[];
}

/** Keeps every place that is wanted again, under its own line, and of an area as many as are wanted again. */
export function differenceOf(claims: readonly ClaimState[], wishes: readonly HoldWish[]): Difference {
  const left = new Map(claims.map((claim) => [claim.id, claim]));
  const kept: { readonly claim: ClaimState; readonly priceType: string }[] = [];
  /** Takes up to `most` of what is left out for a wish. */
  const keep = (most: number, priceType: string, fits: (claim: ClaimState) => boolean): number => {
    const found = [...left.values()].filter(fits).slice(0, most);
    for (const claim of found) {
      left.delete(claim.id);
      kept.push({ claim, priceType });
    }
    return found.length;
  };

  for (const { performance, seats } of wishes) {
    for (const { place, priceType } of seats) {
      keep(1, priceType, (claim) => claim.performance === performance && claim.place === place);
    }
  }
  const keepArea = (wishes: readonly HoldWish[], also: (claim: ClaimState, priceType: string) => boolean) =>
    wishes.map((wish) => ({
      ...wish,
      areas: wish.areas.map(({ ids, ...area }) => {
        const of = (claim: ClaimState) => claim.performance === wish.performance && isIn(claim, area.area);
        const count = keep(ids.length, area.priceType, (claim) => of(claim) && also(claim, area.priceType));
        return { ...area, ids: ids.slice(count) };
      }),
    }));
  // Those of the same price type first: they need no change.
  const rest = keepArea(wishes, (claim, priceType) => claim.priceType === priceType);
  const hold = keepArea(rest, () => true).map((wish) => ({
    ...wish,
    areas: wish.areas.filter(({ ids }) => ids.length > 0),
  }));
  return {
    release: [...left.keys()],
    reprice: kept
      .filter(({ claim, priceType }) => claim.priceType !== priceType)
      .map(({ claim, priceType }) => ({ line: claim.id, priceType })),
    hold: hold.filter(({ seats, areas }) => seats.length + areas.length > 0),
  };
}

const isIn = ({ place }: ClaimState, area: string): boolean => place.includes('#') && claimedPlace(place) === area;
