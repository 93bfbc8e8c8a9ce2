import { membershipsOf } from './subscriptions.ts';
import type { PricingRequest } from './types.ts';
import { placesOf } from './visits.ts';

/** What one holder has of one subscription, at whatever centres it is played. */
export interface HeldSubscription {
  readonly id: string;
  readonly formula: string;
  /** Performances of it: of each one place counts. */
  readonly size: number;
  /** Below so many it is never complete. */
  readonly least: number;
  readonly complete: boolean;
  /** The places that count. */
  readonly lines: readonly string[];
}

/** Which places of a cart count as parts of its subscriptions, our own and partners' alike. */
export const heldSubscriptions = (request: PricingRequest): readonly HeldSubscription[] =>
  membershipsOf(request, placesOf(request)).flatMap(({ complete, formula, id, places, size }) => {
    if (id === null) return [];
    const lines = places.map(({ line }) => line.id);
    return [{ id, formula: formula.id, size, least: formula.tiers[0]?.from ?? 1, complete, lines }];
  });
