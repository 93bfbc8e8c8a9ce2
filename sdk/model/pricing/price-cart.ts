import { workingCodes } from './codes.ts';
import { trueRules } from './conditions.ts';
import { orderFees } from './fees.ts';
import { groupsOf } from './groups.ts';
import { peopleOf } from './limits.ts';
import { sumOf } from './places.ts';
import { pricedProducts } from './products.ts';
import { priceLine, savedOn } from './reasons.ts';
import { standingsOf } from './stacking.ts';
import { membershipsOf, stateOf } from './subscriptions.ts';
import type { PricedCart, PricingRequest } from './types.ts';
import { vatOf } from './vat.ts';
import { placesOf } from './visits.ts';

/**
 * Decides what a cart costs: the same function in the browser, which previews, and in the server of the centre whose
 * price list it is, which decides. In cents; nothing is below zero, and the reasons of every price add up to it.
 *
 * 1. A place starts at the price of its price type. What a partner or UiTPAS decided, and a visit on a pass, has its
 *    price already: no rule changes it, though it counts where a rule counts places.
 * 2. A complete subscription offers its places a price of its own. How that goes with the rules, the formula says
 *    (`rules`): whichever is cheaper for a place (the default), the rules after it, or never a rule. On a price by the
 *    subscription, only fees and the rules that ask for this subscription work.
 * 3. Groups of rules follow each other; in each, a place gets at most one rule: the one that makes it cheapest, or the
 *    first that is true. Where there is no choice but a dearer price (a fee), it gets that.
 * 4. What a rule gives to a limited number of places goes where the buyer has most of it. Ties are settled by id, so
 *    that the order of lines never matters.
 *
 * Fees of a rule once for the order, products and the fee part of a price (never above the price) complete it. What is
 * not in the list (a product, a formula) is passed over: who asks for it is answered before.
 */
export function priceCart(request: PricingRequest): PricedCart {
  const { list, at } = request;
  const places = placesOf(request);
  const members = membershipsOf(request, places);
  const groups = groupsOf(list, trueRules(list, request, places, members));
  const { standings, offers } = standingsOf(places, members, groups, peopleOf(request.passes), list.rounding);
  const priced = new Map(
    standings.map((standing) => {
      const { line } = standing.place;
      return [line.id, priceLine(standing, offers.get(standing.place.index), vatOf(list, line.performance, at))];
    }),
  );
  const lines = request.lines.flatMap(({ id }) => priced.get(id) ?? []);
  const products = pricedProducts(list, request.products);
  const fees = orderFees(groups);
  const byId = new Map(members.flatMap((member) => (member.id === null ? [] : [[member.id, member] as const])));
  return {
    lines,
    products,
    subscriptions: request.subscriptions.flatMap(({ id }) => {
      const member = byId.get(id);
      if (!member) return [];
      const own = member.places.flatMap(({ line }) => priced.get(line.id) ?? []);
      return [{ ...stateOf(id, member), savedCents: sumOf(own, (line) => savedOn(line, ['subscription'])) }];
    }),
    fees,
    workingCodes: workingCodes(request, standings),
    savedCents: sumOf(lines, (line) => savedOn(line, ['rule', 'subscription', 'pass'])),
    totalCents:
      sumOf(lines, ({ cents }) => cents) +
      sumOf(products, ({ cents, quantity }) => cents * quantity) +
      sumOf(fees, ({ cents }) => cents),
  };
}
