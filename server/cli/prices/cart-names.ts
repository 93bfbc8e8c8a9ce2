import type { PriceList } from '../../../sdk/contract/prices/price-list.ts';
import type { CartFile } from './cart-file.ts';
import { idsOf, priceOf } from './cart-places.ts';

/** Something in a cart file that is not there, with its path. */
export interface CartProblem {
  readonly path: string;
  readonly message: string;
}

/** Everything a cart file names that neither it nor the price list has. */
export function unknownNames(list: PriceList, cart: CartFile): CartProblem[] {
  const problems: CartProblem[] = [];
  const known: Known = (path, kind, id, there) => {
    if (there.includes(id)) return;
    const names = there.length === 0 ? 'there are none' : `there are: ${there.slice(0, 8).join(', ')}`;
    problems.push({ path, message: `no ${kind} is called “${id}” (${names})` });
  };
  for (const [at, place] of cart.places.entries()) {
    checkPlace(cart, place, `places.${at}`, known);
    if (cart.places.findIndex(({ id }) => id === place.id) < at) {
      problems.push({ path: `places.${at}.id`, message: `“${place.id}” is there already; give it another id` });
    }
  }
  checkChosen(list, cart, known);
  for (const [at, { formula }] of cart.passes.entries())
    known(`passes.${at}.formula`, 'pass', formula, ids(list.passes));
  for (const [at, { product }] of cart.products.entries()) {
    known(`products.${at}.product`, 'product', product, ids(list.products));
  }
  return problems;
}

type Known = (path: string, kind: string, id: string, there: readonly string[]) => void;

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

function checkPlace(cart: CartFile, place: CartFile['places'][number], path: string, known: Known): void {
  known(`${path}.performance`, 'performance', place.performance, Object.keys(cart.performances));
  const prices = cart.performances[place.performance]?.prices;
  if (!prices) return;
  const { priceType, zone } = priceOf(cart, place);
  known(`${path}.zone`, 'zone', zone, Object.keys(prices));
  if (prices[zone]) known(`${path}.priceType`, 'price type', priceType, Object.keys(prices[zone]));
}

function checkChosen(list: PriceList, cart: CartFile, known: Known): void {
  const lines = cart.places.flatMap((place) => [place.id, ...idsOf(place)]);
  const all = [
    ...cart.subscriptions.map((one, at) => ({ ...one, kind: 'subscription' as const, path: `subscriptions.${at}` })),
    ...cart.bundles.map((one, at) => ({ ...one, path: `bundles.${at}` })),
  ];
  for (const { formula, kind, path, places } of all) {
    known(`${path}.formula`, kind, formula, ids(kind === 'pass' ? list.passes : list.subscriptions));
    for (const [index, place] of places.entries()) known(`${path}.places.${index}`, 'place', place, lines);
  }
}
