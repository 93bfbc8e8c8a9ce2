import type { PriceTypeAccess } from '../../contract/prices/price-list.ts';
import type { Text } from '../../contract/text.ts';
import { isAge } from './conditions.ts';
import { peopleOf } from './limits.ts';
import { byId } from './places.ts';
import { priceCart } from './price-cart.ts';
import type { LineToPrice, PricingRequest } from './types.ts';

/** A price type that is sold for a place. */
export interface PriceOption {
  readonly priceType: string;
  readonly priceTypeName: Text;
  /** All-in, in cents. */
  readonly cents: number;
  readonly feeCents: number;
}

export interface CheapestRequest {
  /** The cart as it is. */
  readonly request: PricingRequest;
  /** By line: every price type its place is sold for. A line without keeps what it has. */
  readonly options: ReadonlyMap<string, readonly PriceOption[]>;
}

export interface Cheapest {
  /** Lines that would have another price type, by id; empty when the cart is as cheap as it can be. */
  readonly changes: readonly { readonly line: string; readonly priceType: string }[];
  readonly totalCents: number;
  /** What the changes take off. */
  readonly savedCents: number;
}

/** Lines by the same key can take each other's place: a change of one is as good as of the other. */
const kindOf = ({ performance, zone, priceType, cents, birthYear }: LineToPrice) =>
  [performance.id, zone, priceType, cents, birthYear ?? ''].join(' ');

/** Search for the cheapest: what it is now, and what may be changed. */
interface Search {
  request: PricingRequest;
  totalCents: number;
  readonly options: CheapestRequest['options'];
  readonly access: ReadonlyMap<string, PriceTypeAccess>;
  readonly people: ReadonlyMap<string, number>;
  /** Lines of subscriptions: each is a holder’s. */
  readonly subscribed: ReadonlySet<string>;
}

/** Whether a price type may be proposed for a place without asking who comes. */
function mayPropose({ access, request: { timeZone } }: Search, line: LineToPrice, priceType: string): boolean {
  const asks = access.get(priceType);
  if (!asks || asks.uitpas) return false;
  if (asks.age && (line.birthYear === undefined || !isAge(asks.age, line, timeZone))) return false;
  return asks.pass !== undefined || asks.age !== undefined || asks.anybody === true;
}

/** Whether the shown passes have people enough for the price types that ask for them, in every performance. */
function passesSuffice({ access, people }: Search, lines: readonly LineToPrice[]): boolean {
  const used = new Map<string, number>();
  return lines.every(({ priceType, performance, settled }) => {
    const pass = access.get(priceType)?.pass;
    if (pass === undefined || settled) return true;
    const key = `${pass} ${performance.id}`;
    used.set(key, (used.get(key) ?? 0) + 1);
    return (used.get(key) ?? 0) <= (people.get(pass) ?? 0);
  });
}

/** Tries other price types for some lines, and keeps them when the cart is cheaper and every pass suffices. */
function attempt(search: Search, types: ReadonlyMap<string, string>): boolean {
  const lines = search.request.lines.map((line): LineToPrice => {
    const priceType = types.get(line.id);
    const option = search.options.get(line.id)?.find((one) => one.priceType === priceType);
    return option ? { ...line, ...option } : line;
  });
  if (!passesSuffice(search, lines)) return false;
  const request = { ...search.request, lines };
  const { totalCents } = priceCart(request);
  if (totalCents >= search.totalCents) return false;
  search.request = request;
  search.totalCents = totalCents;
  return true;
}

const isSold = ({ options }: Search, { id }: LineToPrice, priceType: string) =>
  options.get(id)?.some((one) => one.priceType === priceType) === true;

/** Lines that may change, by kind, in the order of ids. */
function kinds({ request, options, subscribed }: Search): Map<string, LineToPrice[]> {
  const free = request.lines.filter(
    ({ id, settled, visit }) => !settled && visit === undefined && !subscribed.has(id) && options.has(id),
  );
  return Map.groupBy(free.sort(byId), kindOf);
}

/** All places of a kind take another price type, or one of them where all cannot or need not. */
function proposeTypes(search: Search): boolean {
  let better = false;
  for (const lines of kinds(search).values()) {
    const [first] = lines;
    const types = first ? (search.options.get(first.id) ?? []).map(({ priceType }) => priceType) : [];
    for (const type of types) {
      const able = lines.filter((line) => mayPropose(search, line, type) && isSold(search, line, type));
      if (able.length === 0) continue;
      const all = attempt(search, new Map(able.map(({ id }) => [id, type])));
      better = all || better;
      // A pass has so many people: then one after another, as long as it helps.
      for (const { id } of all ? [] : able) {
        if (!attempt(search, new Map([[id, type]]))) break;
        better = true;
      }
    }
  }
  return better;
}

/** Who was told to come to a performance sits where that is cheapest: two places exchange their price types. */
function exchange(search: Search): boolean {
  let better = false;
  const firsts = [...kinds(search).values()].flatMap(([first]) =>
    first && first.birthYear === undefined ? first : [],
  );
  for (const [rank, one] of firsts.entries()) {
    for (const other of firsts.slice(rank + 1)) {
      const [type, otherType] = [one, other].map(
        ({ id }) => search.request.lines.find((line) => line.id === id)?.priceType ?? '',
      ) as [string, string];
      if (one.performance.id !== other.performance.id || type === otherType) continue;
      if (!isSold(search, one, otherType) || !isSold(search, other, type)) continue;
      better =
        attempt(
          search,
          new Map([
            [one.id, otherType],
            [other.id, type],
          ]),
        ) || better;
    }
  }
  return better;
}

/**
 * The cheapest price types the places of a cart may have, for a proposal that is one click away. Honest: nothing is
 * assumed of who comes. Proposed are price types that ask nothing (`anybody` in the list's access), that a shown pass
 * opens for as many places as it has people, that fit a birth year told for the place; and price types the visitor gave
 * to places of one performance, on those of its places where they take off most. What asks for one's own word is never
 * proposed, and UiTPAS, visits, settled places and what a subscription's holder has are left alone.
 *
 * Changes are tried one kind of place after the other as long as they help: enough for real lists, not a proof that
 * nothing cheaper exists.
 */
export function cheapest({ request, options }: CheapestRequest): Cheapest {
  const before = priceCart(request).totalCents;
  const search: Search = {
    request,
    totalCents: before,
    options,
    access: new Map(request.list.access.map((entry) => [entry.priceType, entry])),
    people: peopleOf(request.passes),
    subscribed: new Set(request.subscriptions.flatMap(({ lines }) => lines)),
  };
  // Every round makes the cart cheaper; most carts need two.
  for (let round = 0; round <= request.lines.length; round++) {
    const [proposed, exchanged] = [proposeTypes(search), exchange(search)];
    if (!proposed && !exchanged) break;
  }
  const had = new Map(request.lines.map(({ id, priceType }) => [id, priceType]));
  const changes = [...search.request.lines]
    .sort(byId)
    .flatMap(({ id, priceType }) => (had.get(id) === priceType ? [] : [{ line: id, priceType }]));
  return { changes, totalCents: search.totalCents, savedCents: before - search.totalCents };
}
