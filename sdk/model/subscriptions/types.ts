import type { Line } from '../../contract/cart.ts';
import type { Money } from '../../contract/money.ts';
import type { SubscriptionState } from '../../contract/prices/choices.ts';
import type { SubscriptionFormula } from '../../contract/prices/formulas.ts';
import type { ProgrammeItem } from '../programme/types.ts';

/** A performance that can be part of a subscription, and whether its places can be had by it now. */
export interface Offer extends ProgrammeItem {
  /** True when it is on sale with places left, or when subscribers may book it early. */
  readonly isOpen: boolean;
  /** True when only subscribers may book it already. */
  readonly isEarly: boolean;
  /** What the cheapest place would cost as part of the subscription, at the tier that is nearest; null when that depends on the whole. */
  readonly within: Money | null;
}

/** A performance somebody has chosen in a subscription, and the place that is held for it. */
export interface Chosen {
  readonly reference: string;
  readonly line: Line;
}

/** Two performances that one holder cannot both see. */
export type Clash = readonly [earlier: Chosen, later: Chosen];

/** How far a subscription is; `next` names the tier it would reach. */
export type Progress = Pick<SubscriptionState, 'complete' | 'missing' | 'missingParts' | 'next'>;

/** One person's subscription as it is being chosen. */
export interface Holder {
  /** Of the subscription. */
  readonly id: string;
  /** Empty for the buyer, or while nobody was named. */
  readonly name: string;
  /** By start. */
  readonly chosen: readonly Chosen[];
  readonly progress: Progress;
  readonly clashes: readonly Clash[];
  readonly saved: Money;
}

/** Why a performance is proposed: it is of a part that is missing, or of a kind that was not chosen yet, or simply soon. */
export interface Proposal {
  /** For whom. */
  readonly holder: string;
  readonly offer: Offer;
  readonly because: 'part' | 'genre' | 'soon';
  /** Name of the part. */
  readonly part?: SubscriptionFormula['parts'][number]['name'];
}
