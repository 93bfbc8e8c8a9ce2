import type { Text } from '../../sdk/contract/index.ts';
import type { Preference } from '../../sdk/model/subscriptions/pick-places.ts';
import type { Holder, Offer } from '../../sdk/model/subscriptions/types.ts';
import type { Choosing, FormulaOffer } from '../../sdk/stores/subscription/types.ts';
import type { Localize } from '../internal/localize.ts';
import type { SubscriptionWords } from '../translations/subscription/index.ts';

/** What a visitor can do, as the element does it: with the news of it said and shown. */
export interface Acts {
  readonly chooseFormula: (formula: string | null) => void;
  readonly addHolder: () => void;
  readonly nameHolder: (holder: Holder, name: string) => void;
  readonly removeHolder: (holder: Holder) => void;
  readonly copy: (from: Holder, to: Holder) => void;
  readonly add: (offer: Offer, holders?: readonly Holder[]) => void;
  readonly remove: (offer: Pick<Offer, 'reference'>, title: string, holder?: Holder) => void;
  readonly addSeries: () => void;
  readonly takeIn: (reference: string) => void;
  readonly takeAgain: () => void;
  readonly prefer: (prefer: Preference) => void;
  readonly openSeats: (offer: Offer) => void;
  readonly filter: (change: Partial<Filter>) => void;
  /** Shows everything; the focus goes on to the performance that was the next one. */
  readonly showAll: (next: string) => void;
}

/** What a visitor wants to see of all there is. */
export interface Filter {
  readonly genre: string;
  /** Only what can still be chosen. */
  readonly possible: boolean;
  /** Everything is shown, however much there is. */
  readonly whole: boolean;
}

/** What every part of the element needs of the whole. */
export interface Around {
  readonly localize: Localize;
  readonly words: SubscriptionWords;
  readonly now: Choosing & { readonly formula: FormulaOffer };
  readonly acts: Acts;
  readonly filter: Filter;
  /** Of the centre that sells; undefined while it is not known. */
  readonly timeZone: string | undefined;
  /** Performance whose seats are being chosen by hand. */
  readonly seatsOf: string | null;
  /** The map to choose them on. */
  readonly renderSeats: (offer: Offer) => unknown;
  readonly genreName: (genre: string) => string;
}

/** A holder's name, or which one it is while there is none. */
export function holderName({ words, now }: Pick<Around, 'words' | 'now'>, holder: Holder): string {
  return holder.name || words.holder(now.holders.findIndex(({ id }) => id === holder.id) + 1);
}

export const has = ({ chosen }: Holder, { reference }: Pick<Offer, 'reference'>): boolean =>
  chosen.some((one) => one.reference === reference);

/** Title of a chosen performance in the visitor's language. */
export const titleOf = (localize: Localize, { line }: Holder['chosen'][number]): string =>
  localize.text(line.performance.title);

/** Such as `2 dans en 1 bij een partner`. */
export function partsInWords(
  { localize, words }: Pick<Around, 'localize' | 'words'>,
  parts: readonly { readonly name: Text; readonly count: number }[],
): string {
  return localize.list(parts.map(({ name, count }) => words.progress.part(count, localize.text(name))));
}
