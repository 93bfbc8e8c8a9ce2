import type { PriceRule } from '../../contract/prices/price-list.ts';
import type { Reason } from '../../contract/prices/reasons.ts';
import type { Text } from '../../contract/text.ts';
import type { LineToPrice } from './types.ts';

/** A place of the cart while it is being priced. */
export interface Place {
  /** Its rank among the places by id: what settles every tie, so that the order of lines never matters. */
  readonly index: number;
  readonly line: LineToPrice;
  /** Its price is decided: by a partner, by UiTPAS or as a visit on a pass. */
  readonly fixed: boolean;
  /** Before any rule, in cents. */
  readonly base: number;
  readonly why: readonly Reason[];
}

/** One change a rule made. */
export interface Step {
  readonly rule: PriceRule;
  readonly cents: number;
}

/** What a place costs so far. */
export interface Standing {
  readonly place: Place;
  readonly start: number;
  cents: number;
  feeCents: number;
  /** By a subscription that other rules do not work on. */
  readonly subscribed: boolean;
  readonly steps: Step[];
}

export const reason = (kind: Reason['kind'], id: string, name: Text, cents: number): Reason => ({
  kind,
  id,
  name,
  amount: { cents, currency: 'EUR' },
});

export const sumOf = <Item>(items: readonly Item[], cents: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + cents(item), 0);

/** Order by id, the same in every language and on every platform. */
export const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : Number(one.id > other.id);
