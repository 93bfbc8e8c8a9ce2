import type { SubscriptionFormula } from '../../contract/prices/formulas.ts';
import { divide } from './divide.ts';
import { sumOf } from './places.ts';
import { priceCart } from './price-cart.ts';
import { membershipsOf } from './subscriptions.ts';
import type { PricingRequest } from './types.ts';
import { placesOf } from './visits.ts';

/** What a place has cost so far: its price, and what earlier returns of others kept back for it. */
export interface PaidPlace {
  readonly id: string;
  readonly cents: number;
}

export interface ReturnToPrice {
  /** The cart as it was bought, by the list of then; without the places that were given back before. */
  readonly bought: PricingRequest;
  readonly paid: readonly PaidPlace[];
  /** Places that are given back now. */
  readonly lines: readonly string[];
}

export interface Refund {
  /** What goes back, of all places together. */
  readonly cents: number;
  /** Of each place that is taken back; adds up to `cents`. */
  readonly lines: readonly PaidPlace[];
  /** What the rest has now cost: give it as `paid` to the next return. */
  readonly rest: readonly PaidPlace[];
  /** Of what was paid for the returned places, what the rest costs more without them. */
  readonly keptCents: number;
  /** Places that are not taken back: parts of a subscription that is returned as a whole or not at all. */
  readonly refused: readonly string[];
}

/** What happens to a place when others are given back. */
type Policy = SubscriptionFormula['onReturn'];

/** The policy of every place, and the places it shares a subscription with. */
function policies(request: PricingRequest) {
  const found = new Map<string, { readonly policy: Policy; readonly together: readonly string[] }>();
  for (const { complete, formula, places } of membershipsOf(request, placesOf(request))) {
    if (!complete) continue;
    const together = places.map(({ line }) => line.id);
    for (const id of together) found.set(id, { policy: formula.onReturn, together });
  }
  return {
    of: (id: string): Policy => found.get(id)?.policy ?? request.list.onReturn,
    together: (id: string): readonly string[] => found.get(id)?.together ?? [id],
  };
}

/** The bought cart as if the returned places had never been in it. */
function without(request: PricingRequest, returned: ReadonlySet<string>): PricingRequest {
  const stays = (id: string) => !returned.has(id);
  const bundles = request.bundles?.map((bundle) => {
    const lines = bundle.lines.filter(stays);
    return { ...bundle, lines, size: Math.max(1, bundle.size - (bundle.lines.length - lines.length)) };
  });
  return {
    ...request,
    lines: request.lines.filter(({ id }) => stays(id)),
    subscriptions: request.subscriptions.map((one) => ({ ...one, lines: one.lines.filter(stays) })),
    ...(bundles && { bundles }),
  };
}

/**
 * What goes back when places of an order are returned. By the formula’s `onReturn` for the places of a complete
 * subscription, by the list’s for the others: either what was paid for them, or that less what the rest costs more now
 * that it is fewer. Never more than was paid, never less than nothing, and what goes back and what the rest has then
 * cost are together what was paid. Fees of the order and products are not in it.
 */
export function refundFor({ bought, paid, lines }: ReturnToPrice): Refund {
  const amounts = new Map(paid.map(({ id, cents }) => [id, cents]));
  const asked = new Set(lines.filter((id) => amounts.has(id)));
  const policy = policies(bought);
  const isWhole = (id: string) => policy.together(id).every((other) => asked.has(other) || !amounts.has(other));
  const refused = [...asked].filter((id) => policy.of(id) === 'none' && !isWhole(id));
  const returned = new Set([...asked].filter((id) => !refused.includes(id)));

  const now = new Map(priceCart(without(bought, returned)).lines.map(({ id, cents }) => [id, cents]));
  const stays = paid.filter(({ id }) => !returned.has(id));
  const repriced = stays.filter(({ id }) => policy.of(id) === 'reprice');
  const adds = repriced.map(({ id, cents }) => (now.get(id) ?? cents) - cents);
  const back = paid.filter(({ id }) => returned.has(id));
  const paidBack = sumOf(back, ({ cents }) => cents);
  const kept = Math.max(
    0,
    Math.min(
      sumOf(adds, (cents) => cents),
      paidBack,
    ),
  );

  const refunds = divide(
    paidBack - kept,
    back.map(({ cents }) => cents),
  );
  const dearer = adds.map((cents) => Math.max(0, cents));
  const added = new Map((kept > 0 ? divide(kept, dearer) : []).map((cents, index) => [repriced[index]?.id, cents]));
  return {
    cents: paidBack - kept,
    lines: back.map(({ id }, index) => ({ id, cents: refunds[index] ?? 0 })),
    rest: stays.map(({ id, cents }) => ({ id, cents: cents + (added.get(id) ?? 0) })),
    keptCents: kept,
    refused,
  };
}
