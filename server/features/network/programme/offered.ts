import type { Performance, PerformanceSummary, PriceType } from '../../../../sdk/contract/index.ts';
import { offerUnder, type PartnerOffer } from '../../../../sdk/model/agreement/index.ts';
import { priceTable } from '../../../../sdk/model/pricing/index.ts';
import { type Listed, type Offer, toAvailability, toPerformance, toSummary } from '../../catalogue/index.ts';
import type { PartnerAgreement } from '../require-partner.ts';
import { factsOf } from '../reservations/wishes.ts';

/** A performance as a partner may see it. */
export interface Offered extends Listed {
  readonly sale: PartnerOffer;
  /** What the partner may have of the places, and how much of it is left; undefined when that is whatever is free. */
  readonly share: { readonly places: number; readonly left: number } | undefined;
}

/** What an agreement makes of a performance; undefined when it is none of the partner's. */
export const saleOf = ({ terms }: Pick<PartnerAgreement, 'terms'>, offer: Offer, now: Date): PartnerOffer | undefined =>
  offerUnder(terms, factsOf(offer), { now });

/** @param had Places that the partner has held and sold. */
export function offeredUnder(
  agreement: Pick<PartnerAgreement, 'terms'>,
  listed: Listed,
  had: number,
  now: Date,
): Offered | undefined {
  const sale = saleOf(agreement, listed.offer, now);
  if (!sale) return undefined;
  const { stock } = agreement.terms;
  const share = stock.kind === 'quota' ? { places: stock.places, left: Math.max(0, stock.places - had) } : undefined;
  return { ...withPrices(listed, sale), sale, share };
}

/** Only in the price types that the partner may sell. */
function withPrices({ offer, taken }: Listed, { priceTypes }: PartnerOffer): Listed {
  const prices = offer.prices.all.filter(({ priceType }) => priceTypes.includes(priceType));
  return { taken, offer: { ...offer, prices: priceTable(prices) } };
}

export const summaryFor = (offered: Offered, now: Date): PerformanceSummary => ({
  ...toSummary(offered.offer, offered.taken, now),
  ...partOf(offered),
});

/** @param types Every price type of ours, in our order. */
export const performanceFor = (offered: Offered, types: readonly PriceType[], now: Date): Performance => ({
  ...toPerformance(offered.offer, offered.taken, now),
  ...partOf(offered),
  priceTypes: types.filter(({ id }) => offered.sale.priceTypes.includes(id)),
});

/** What is the partner's own in it: its sale, and its share of the places. */
function partOf({ offer, sale, taken, share }: Offered): Partial<PerformanceSummary> {
  const { capacity } = offer.performance;
  const free = Math.max(0, capacity - taken);
  const availability = share
    ? toAvailability(Math.min(free, share.left), Math.min(capacity, share.places))
    : toAvailability(free, capacity);
  return { onSaleAt: sale.from.toISOString(), state: sale.state, availability };
}
