import type { HoldRequest } from '../../../sdk/contract/cart.ts';
import type { BundleLines } from '../../../sdk/contract/network/index.ts';
import type { PerformanceSummary } from '../../../sdk/contract/performance.ts';
import type { CartChoices, PriceList } from '../../../sdk/contract/prices/index.ts';
import { isAmong, type PricedPerformance, subscriptionBooking } from '../../../sdk/model/pricing/index.ts';
import { writeReference } from '../../../sdk/model/reference.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { readCart } from './cart.ts';

/** A formula of a subscription in the cart by which a performance may be booked before its sale begins. */
export function earlyFormula(
  { subscriptions }: PriceList,
  chosen: CartChoices['subscriptions'],
  performance: PricedPerformance,
  at: number,
): string | undefined {
  return chosen.find(({ formula }) => {
    const known = subscriptions.find(({ id }) => id === formula);
    if (!known?.bookFrom || subscriptionBooking(known, at) !== 'open') return false;
    return isAmong(known.among, performance);
  })?.formula;
}

/**
 * Places of a partner's performance, before its sale begins, as the part of a subscription that lets its holder book them.
 * Whether that holds there the partner decides, and before anybody pays the subscription must be complete. None for
 * everything else, of which nothing is asked.
 */
export async function earlyBundles(
  runtime: CentreRuntime,
  cart: string,
  { performance: id, seats = [], areas = [] }: HoldRequest,
  owner: string,
): Promise<readonly BundleLines[]> {
  const { clock, db, partnerProgramme, priceLists } = runtime;
  const state = await readCart(db, cart);
  const chosen = state?.choices?.subscriptions ?? [];
  const list = await priceLists.get(state?.priceList ?? null);
  if (!chosen.some(({ formula }) => list.subscriptions.find((one) => one.id === formula)?.bookFrom)) return [];
  const performance = await partnerProgramme.performance(writeReference({ owner, id }));
  if (performance.state !== 'not-yet-on-sale') return [];
  const formula = earlyFormula(list, chosen, pricedOf(performance, owner), clock.now().getTime());
  if (formula === undefined) return [];
  const places = [
    ...seats.map(({ seat }) => ({ performance: id, place: seat, quantity: 1 })),
    ...areas.map(({ area, quantity }) => ({ performance: id, place: area, quantity })),
  ];
  return [{ formula, kind: 'subscription', size: 1, places }];
}

const pricedOf = (
  { genre, id, onSaleAt, startsAt, tags = [] }: PerformanceSummary,
  owner: string,
): PricedPerformance => ({
  ...{ id, owner, centre: owner, genre, tags, startsAt: Date.parse(startsAt) },
  onSaleAt: onSaleAt === undefined ? 0 : Date.parse(onSaleAt),
});
