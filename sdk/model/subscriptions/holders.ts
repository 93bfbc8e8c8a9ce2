import type { Cart, Line } from '../../contract/cart.ts';
import type { ChosenSubscription } from '../../contract/prices/choices.ts';
import type { SubscriptionFormula } from '../../contract/prices/formulas.ts';
import { clashesIn } from './clash.ts';
import { eveningOfLine } from './propose.ts';
import type { Chosen, Holder, Offer, Progress } from './types.ts';

/** Somebody for whom a subscription is chosen, before a place is held. */
export interface NewHolder {
  readonly id: string;
  readonly name: string;
}

/** The holders of a formula: those the cart knows, then those of whom it has not heard yet. */
export function holdersOf(
  formula: SubscriptionFormula,
  offers: readonly Offer[],
  cart: Cart | null,
  added: readonly NewHolder[],
): readonly Holder[] {
  const known = (cart?.extras?.subscriptions ?? []).filter((one) => one.formula === formula.id);
  const fresh = added.filter(({ id }) => !known.some((one) => one.id === id));
  return [
    ...known.map((one): Holder => {
      const chosen = chosenFrom(cart?.lines ?? [], one.lines);
      const clashes = clashesIn(chosen, ({ line }) => eveningOfLine(line.performance, offers));
      return { id: one.id, name: one.holder, chosen, clashes, progress: one, saved: one.saved };
    }),
    ...fresh.map(
      (one): Holder => ({
        ...{ ...one, chosen: [], clashes: [], saved: { cents: 0, currency: 'EUR' } },
        progress: progressOfNone(formula),
      }),
    ),
  ];
}

function chosenFrom(lines: readonly Line[], ids: readonly string[]): readonly Chosen[] {
  return lines
    .filter(({ id }) => ids.includes(id))
    .map((line) => ({ reference: line.performance.id, line }))
    .sort((a, b) => Date.parse(a.line.performance.startsAt) - Date.parse(b.line.performance.startsAt));
}

/** How far a subscription is in which nothing was chosen yet. */
export function progressOfNone({ tiers, parts }: SubscriptionFormula): Progress {
  const inParts = parts.reduce((sum, { from }) => sum + from, 0);
  return {
    complete: false,
    missing: Math.max(tiers[0]?.from ?? 1, inParts),
    missingParts: parts.map(({ name, from }) => ({ name, count: from })),
    next: null,
  };
}

/** Places in the cart that are in no subscription and could be in this one: the buyer may have chosen them before. */
export function looseLines(offers: readonly Offer[], cart: Cart | null, reference?: string): readonly Line[] {
  const taken = new Set((cart?.extras?.subscriptions ?? []).flatMap(({ lines }) => lines));
  return (cart?.lines ?? []).filter(
    ({ id, performance }) =>
      !taken.has(id) &&
      (reference === undefined || performance.id === reference) &&
      offers.some((offer) => offer.reference === performance.id),
  );
}

/** The subscriptions of a cart after these lines were given to these holders; those of other formulas stay as they are. */
export function withLines(
  formula: SubscriptionFormula,
  holders: readonly Holder[],
  before: readonly ChosenSubscription[],
  given: readonly (readonly [holder: string, line: string])[],
): ChosenSubscription[] {
  const others = before.filter((one) => one.formula !== formula.id || !holders.some(({ id }) => id === one.id));
  const own = holders.map(({ id, name, chosen }): ChosenSubscription => {
    const more = given.flatMap(([holder, line]) => (holder === id ? line : []));
    // As another tab may have left it; lines that are gone are passed over.
    const had = before.find((one) => one.id === id)?.lines ?? chosen.map(({ line }) => line.id);
    const lines = [...new Set([...had, ...more])];
    return { id, formula: formula.id, holder: name, lines };
  });
  return [...others, ...own];
}

/** Who gets which of the lines: whoever sat on the same seat on another evening first, then in order. */
export function shareOut(holders: readonly Holder[], lines: readonly Line[]): readonly (readonly [string, string])[] {
  const left = new Set(lines);
  const same = holders.flatMap(({ id, chosen }): [string, string][] => {
    const seats = chosen.map(({ line }) => line.place.id);
    const line = [...left].find(({ place }) => seats.includes(place.id));
    if (!line) return [];
    left.delete(line);
    return [[id, line.id]];
  });
  const waiting = holders.filter(({ id }) => !same.some(([holder]) => holder === id));
  const rest = [...left].flatMap((line, at): [string, string][] => {
    const holder = waiting[at];
    return holder ? [[holder.id, line.id]] : [];
  });
  return [...same, ...rest];
}
