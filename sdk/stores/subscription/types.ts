import type { Line, Money, SubscriptionFormula } from '../../contract/index.ts';
import type { Preference } from '../../model/subscriptions/pick-places.ts';
import type { Holder, Offer, Proposal } from '../../model/subscriptions/types.ts';
import type { Failure, Loadable, Readable, Result } from '../types.ts';

/** A formula to choose, and whether it can be booked now. */
export interface FormulaOffer {
  readonly formula: SubscriptionFormula;
  readonly booking: 'not-yet' | 'open' | 'over';
  /** So many performances there are to choose from. */
  readonly performances: number;
}

/** What went wrong, with which performance; the code `seats_taken` = it has not so many places left. */
export interface Trouble {
  readonly performance: string | null;
  readonly failure: Failure;
}

/** All there is to see while somebody chooses a subscription. */
export interface Choosing {
  readonly formulas: readonly FormulaOffer[];
  /** Null until one is chosen, where there are several. */
  readonly formula: FormulaOffer | null;
  readonly offers: readonly Offer[];
  readonly holders: readonly Holder[];
  /** For the first holder whose subscription can still grow. */
  readonly proposals: readonly Proposal[];
  /** Places in the cart that are in no subscription and could be in this one. */
  readonly loose: readonly Line[];
  /** Places that were lost because time was up, by holder. */
  readonly lost: readonly LostPlace[];
  readonly prefer: Preference;
  /** Centres that cannot be reached now. */
  readonly away: readonly string[];
  /** Performance whose places are being asked for or given back; `all` for several; null when nothing is. */
  readonly underWay: string | null;
  readonly trouble: Trouble | null;
  /** What all of it costs, at the prices of this moment. */
  readonly total: Money;
  readonly saved: Money;
}

/** Who lost which place. */
export interface LostPlace {
  readonly holder: string;
  readonly line: Line;
}

/** What is being chosen, as soon as the centre’s formulas are known. */
export type SubscriptionStoreState = Loadable<Choosing>;

/** What a visitor was given by `add`. */
export interface Added {
  readonly lines: readonly Line[];
  /** Somebody else was ahead: these are other places than were asked for first. */
  readonly overtaken: boolean;
}

/**
 * A subscription as it is being chosen. The selection is the hold: what is shown as chosen is in the shop's cart, where
 * the server decides its price. No verb rejects: each gives data, or the failure that `trouble` also tells.
 */
export interface SubscriptionStore extends Readable<SubscriptionStoreState> {
  /** Takes a formula, or null to choose again; what was chosen in another stays in the cart. */
  chooseFormula(formula: string | null): void;
  /** Asks for programme and prices again. */
  reload(): void;
  /** One more person; gives the id. */
  addHolder(name?: string): string;
  nameHolder(holder: string, name: string): Promise<Result<unknown>>;
  /** Gives the person's places back, too. */
  removeHolder(holder: string): Promise<Result<unknown>>;
  /** Holds places side by side for these holders, or for all who lack the performance. */
  add(performance: string, holders?: readonly string[]): Promise<Result<Added>>;
  /** Gives places back: of one holder, or of all. */
  remove(performance: string, holder?: string): Promise<Result<unknown>>;
  /** A fixed series: every performance for every holder, or nothing of it. */
  addSeries(): Promise<Result<Added>>;
  /** For one holder what another has chosen, as near to their places as can be. What is full is passed over, and told. */
  copy(from: string, to: string): Promise<Result<Added>>;
  /** Places of the cart that are in no subscription become part of it, as far as there are holders without the performance. */
  takeIn(performance: string): Promise<Result<unknown>>;
  /**
   * While a visitor chooses the places of a performance on the map, what they choose becomes part of it by itself: for
   * who lacks the performance, or else in the place of what somebody had there.
   */
  follow(performance: string | null): void;
  /** What was lost is held again: the same places where they are free, else as near as can be. */
  takeAgain(): Promise<Result<Added>>;
  /** How we choose places from now on. */
  preferPlaces(prefer: Preference): void;
}
