import type { Cart, ChosenSubscription, Line } from '../../contract/index.ts';
import { looseLines, type NewHolder, shareOut, withLines } from '../../model/subscriptions/holders.ts';
import { likeFor } from '../../model/subscriptions/like.ts';
import { isFull } from '../../model/subscriptions/propose.ts';
import type { Holder, Offer } from '../../model/subscriptions/types.ts';
import type { Failure, Result, Shop } from '../types.ts';
import { holdPlaces, keepTime } from './places.ts';
import type { Added, Choosing } from './types.ts';

/** What is being chosen, once there is a formula. */
export type Ready = Choosing & { readonly formula: NonNullable<Choosing['formula']> };

/** Which line goes to which holder. */
export type Given = readonly (readonly [holder: string, line: string])[];

/** What the verbs need of the store they belong to. */
export interface Desk {
  readonly shop: Shop;
  /** As it is at this moment; null while there is nothing to choose. */
  now(): Ready | null;
  /** Tells which performance something went wrong with. */
  fail(performance: string, failure: Failure): { readonly error: Failure };
  /** These places are no longer lost. */
  found(performance: string): void;
}

export const NOT_READY: Failure = { code: 'unavailable', retryable: true };
export const DONE: Result<unknown> = { data: null };
const NOTHING: Added = { lines: [], overtaken: false };

/** The cart, while there is one to choose in. */
export function cartOf(shop: Shop): Cart | null {
  const now = shop.cart.get();
  return now.state === 'open' ? now.cart : null;
}

/** The subscriptions of the cart go as a whole; those of other formulas, and of other tabs, stay. */
export const chooseAll = (
  { shop }: Desk,
  change: (before: readonly ChosenSubscription[]) => ChosenSubscription[],
): Promise<Result<Cart>> => shop.cart.choose(({ subscriptions }) => ({ subscriptions: change(subscriptions) }));

/** Tells the cart who has which lines; who has none comes along, with the name of this moment. */
export function give(desk: Desk, given: Given, renamed: readonly NewHolder[] = []): Promise<Result<Cart>> {
  const now = desk.now();
  if (!now) return Promise.resolve({ error: NOT_READY });
  const holders = now.holders.map((holder) => ({ ...holder, ...renamed.find(({ id }) => id === holder.id) }));
  return chooseAll(desk, (before) => withLines(now.formula.formula, holders, before, given));
}

/** Holds places together for those of these holders who lack the performance and have room for it. */
export async function addFor(
  desk: Desk,
  reference: string,
  ids?: readonly string[],
  like?: readonly string[],
): Promise<Result<Added>> {
  const now = desk.now();
  if (!now) return { error: NOT_READY };
  const people = lacking(now, reference, ids);
  if (people.length === 0) return { data: NOTHING };
  // Who books before the others does so by the subscription: the cart must know of it first.
  const early = isEarly(now.offers, reference) ? await give(desk, []) : undefined;
  if (early?.error) return desk.fail(reference, early.error);
  const held = await holdPlaces(desk.shop, {
    ...{ performance: reference, places: people.length, formula: now.formula.formula, prefer: now.prefer },
    like: like ?? likeFor(now, reference, people),
  });
  if ('refused' in held) return desk.fail(reference, held.refused);
  const told = await give(desk, shareOut(people, held.lines));
  if (told.error) return desk.fail(reference, told.error);
  desk.found(reference);
  await keepTime(desk.shop.cart, told.data);
  return { data: held };
}

/** One performance after the other; on a failure goes on with the rest, or stops. */
async function addEach(desk: Desk, references: readonly string[], ids: readonly string[] | undefined, goOn: boolean) {
  const lines: Line[] = [];
  let overtaken = false;
  let failure: Failure | undefined;
  for (const reference of references) {
    const { data, error } = await addFor(desk, reference, ids);
    if (data) lines.push(...data.lines);
    overtaken ||= data?.overtaken === true;
    failure ??= error;
    if (error && !goOn) break;
  }
  return { lines, overtaken, failure };
}

/** Every performance for every holder, or nothing of it: part of a series is no series. */
export async function addSeries(desk: Desk): Promise<Result<Added>> {
  const references = desk.now()?.offers.map(({ reference }) => reference) ?? [];
  const { lines, overtaken, failure } = await addEach(desk, references, undefined, false);
  if (!failure) return { data: { lines, overtaken } };
  await release(
    desk,
    lines.map(({ id }) => id),
  );
  return { error: failure };
}

/** For one what another has chosen; what is full is passed over, and told. */
export async function copy(desk: Desk, from: string, to: string): Promise<Result<Added>> {
  const model = desk.now()?.holders.find(({ id }) => id === from);
  const references = model?.chosen.map(({ reference }) => reference) ?? [];
  const { lines, overtaken, failure } = await addEach(desk, references, [to], true);
  return lines.length === 0 && failure ? { error: failure } : { data: { lines, overtaken } };
}

/** Places of the cart that are in no subscription go to who lacks the performance. */
export async function takeIn(
  desk: Desk,
  reference: string,
  loose = looseOf(desk, reference),
): Promise<Result<unknown>> {
  const now = desk.now();
  const people = now ? lacking(now, reference) : [];
  return loose.length > 0 && people.length > 0 ? give(desk, shareOut(people, loose)) : DONE;
}

/** Places of a performance that are in the cart and in no subscription. */
export function looseOf(desk: Desk, reference: string): readonly Line[] {
  const now = desk.now();
  return now ? looseLines(now.offers, cartOf(desk.shop), reference) : [];
}

/** Gives lines back, where there are any. */
export async function release({ shop }: Desk, lines: readonly string[]): Promise<Result<unknown>> {
  return lines.length > 0 ? shop.cart.release(lines) : DONE;
}

/** Lines of all holders, or of one; of all performances, or of one. */
export const linesOf = (now: Ready | null, holder?: string, reference?: string): readonly string[] =>
  (now?.holders ?? [])
    .filter(({ id }) => holder === undefined || id === holder)
    .flatMap(({ chosen }) => chosen)
    .filter((one) => reference === undefined || one.reference === reference)
    .map(({ line }) => line.id);

/** Who of these, or of all, has not got the performance and has room for it. */
export const lacking = ({ holders, formula }: Ready, reference: string, ids?: readonly string[]): readonly Holder[] =>
  holders.filter(
    (one) =>
      (ids === undefined || ids.includes(one.id)) &&
      !one.chosen.some((chosen) => chosen.reference === reference) &&
      !isFull(formula.formula, one),
  );

const isEarly = (offers: readonly Offer[], reference: string): boolean =>
  offers.some((offer) => offer.reference === reference && offer.isEarly);
