import type { Cart } from '../../../sdk/contract/cart.ts';
import type { CartChoices, PriceList } from '../../../sdk/contract/prices/index.ts';
import { isAmong, type PricedPerformance, subscriptionBooking } from '../../../sdk/model/pricing/index.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { isValid, readCodes, type ShownCode } from '../entitlements/shown.ts';
import { legTransaction } from '../legs/index.ts';
import { isAmountOf, isNothing, mostOf, type PlacedLine, sealChoices } from '../prices/index.ts';
import { alignCart } from './align.ts';
import { type CartState, placesOf } from './cart.ts';
import { change, showCart } from './verbs.ts';

/**
 * Sets all that changes what a cart costs and takes no place. Lines that are not in the cart are passed over.
 * @throws FoyerError with the field that is wrong: `code_unknown`, `code_expired`, `voucher_empty`, `formula_unknown`,
 * `not_on_sale` (a subscription that cannot be booked now), `product_unknown`, `product_not_offered`,
 * `price_type_locked` (a visit the pass is not for); or what a partner refuses to price so, with its name
 * (`formula_unknown`, `total_changed`, `partner_unavailable`, …). Nothing is changed then.
 */
export async function chooseBeside(runtime: CentreRuntime, cartId: string, choices: CartChoices): Promise<Cart> {
  let withPartners: CartState | undefined;
  const stored = isNothing(choices) ? null : sealChoices(runtime.tokens, choices);
  const cart = await change(runtime, cartId, async (trx, state, offers) => {
    const list = await runtime.priceLists.get(state.priceList, trx);
    const places = placesOf(state, offers, runtime.config.id);
    const at = runtime.clock.now();
    const typed = [...choices.codes, ...choices.visits.map(({ code }) => code)];
    const shown = await readCodes(trx, list, typed, null);
    shown.slice(0, choices.codes.length).forEach((code, index) => {
      refuseCode(code, at, `codes.${index}`);
    });
    refuseSubscriptions(list, choices, at);
    refuseProducts(list, choices, places);
    refuseVisits(list, choices, shown.slice(choices.codes.length), places, at);
    if (state.legs.length > 0) withPartners = { ...state, choices: stored };
    else await legTransaction(runtime, trx).choose(cartId, stored);
  });
  if (!withPartners) return cart;
  await alignCart(runtime, withPartners, { keep: (trx) => trx.choose(cartId, stored) });
  return showCart(runtime, cartId);
}

function refuseCode(shown: ShownCode, at: Date, field: string): void {
  if (shown.kind === 'unknown') throw new FoyerError('code_unknown', { field });
  if (shown.kind === 'promotion') {
    const { until } = shown.rule.when;
    if (until && 'at' in until && Date.parse(until.at) <= at.getTime()) throw new FoyerError('code_expired', { field });
    return;
  }
  if (!isValid(shown.row, at)) throw new FoyerError('code_expired', { field });
  if (shown.kind === 'voucher' && shown.row.left <= 0) throw new FoyerError('voucher_empty', { field });
}

function refuseSubscriptions(list: PriceList, { subscriptions }: CartChoices, at: Date): void {
  subscriptions.forEach(({ formula, id }, index) => {
    const known = list.subscriptions.find((one) => one.id === formula);
    if (!known) throw new FoyerError('formula_unknown', { field: `subscriptions.${index}.formula` });
    if (subscriptions.findIndex((other) => other.id === id) < index) {
      throw new FoyerError('invalid_request', { field: `subscriptions.${index}.id`, message: 'The same id twice.' });
    }
    if (subscriptionBooking(known, at.getTime()) === 'open') return;
    throw new FoyerError('not_on_sale', { field: `subscriptions.${index}.formula` });
  });
}

function refuseProducts(list: PriceList, { products }: CartChoices, places: readonly PlacedLine[]): void {
  const performances = places.map(({ performance }) => performance);
  products.forEach(({ cents, product, quantity }, index) => {
    const field = (name: string) => `products.${index}.${name}`;
    const known = list.products.find(({ id }) => id === product);
    if (!known) throw new FoyerError('product_unknown', { field: field('product') });
    const sameBefore = products.slice(0, index).filter((other) => other.product === product);
    const wanted = sameBefore.reduce((sum, other) => sum + other.quantity, quantity);
    const most = mostOf(known, performances);
    if (most === 0) throw new FoyerError('product_not_offered', { field: field('product') });
    if (wanted > most) throw new FoyerError('product_not_offered', { field: field('quantity') });
    if (!isAmountOf(known, cents)) throw new FoyerError('product_not_offered', { field: field('cents') });
  });
}

/** Only what the pass itself says; how many visits are left is decided when it is ordered, under its lock. */
function refuseVisits(
  list: PriceList,
  { visits }: CartChoices,
  shown: readonly ShownCode[],
  places: readonly PlacedLine[],
  at: Date,
): void {
  visits.forEach(({ line }, index) => {
    const code = shown[index];
    const field = `visits.${index}.code`;
    if (code?.kind !== 'pass') throw new FoyerError('code_unknown', { field });
    if (!isValid(code.row, at)) throw new FoyerError('code_expired', { field });
    const formula = list.passes.find(({ id }) => id === code.row.formula);
    if (!formula?.visits) throw new FoyerError('code_unknown', { field });
    const place = places.find((one) => one.line.id === line);
    if (place && !isVisit(formula.visits, place.performance, at)) {
      throw new FoyerError('price_type_locked', { field: `visits.${index}.line` });
    }
  });
}

type Visits = NonNullable<PriceList['passes'][number]['visits']>;

/** Whether a performance is one to visit on a pass, and already near enough. */
function isVisit({ among, daysAhead }: Visits, performance: PricedPerformance, at: Date): boolean {
  const days = (performance.startsAt - at.getTime()) / 86_400_000;
  return isAmong(among, performance) && (daysAhead === undefined || days <= daysAhead);
}
