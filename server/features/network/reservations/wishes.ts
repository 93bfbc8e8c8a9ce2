import type { ReservationItem, ReservationRequest } from '../../../../sdk/contract/network/index.ts';
import { offerUnder, type PerformanceFacts } from '../../../../sdk/model/agreement/index.ts';
import { priceTable } from '../../../../sdk/model/pricing/index.ts';
import { FoyerError } from '../../../errors.ts';
import type { Offer } from '../../catalogue/index.ts';
import { type HoldWish, toWish } from '../../holds/index.ts';
import type { OwnerAgreement, OwnerParts } from './parts.ts';

export interface WishContext extends Pick<OwnerParts, 'random'> {
  readonly agreement: OwnerAgreement;
  /** By performance, as it is in the tables. */
  readonly offers: ReadonlyMap<string, Offer>;
  readonly cart: string;
  readonly now: Date;
  /** Whether the reservation that is replaced has this place already: nothing is asked about it again. */
  readonly has: (performance: string, place: string) => boolean;
}

/**
 * What a reservation asks, checked as any hold is and by the agreement besides; by performance, as places are locked.
 * The seats of a performance are one wish and each area another, because an area may be asked for in several price types.
 * @throws FoyerError with the field that is wrong.
 */
export function wishesOf(request: ReservationRequest, context: WishContext): readonly HoldWish[] {
  const wishes = request.items.flatMap((item, index) => {
    const field = `items.${index}`;
    const offer = partnerOffer(request, item, field, context);
    const { performance, seats = [], areas = [] } = item;
    const declared = seats.map((one) => ({
      ...one,
      ...(context.has(performance, one.seat) && { wheelchairUser: true }),
    }));
    return [
      ...(seats.length > 0 ? [wishFor({ performance, seats: declared }, offer, context, { from: '', to: field })] : []),
      ...areas.map((area, at) =>
        wishFor({ performance, areas: [area] }, offer, context, { from: 'areas.0', to: `${field}.areas.${at}` }),
      ),
    ];
  });
  return wishes.sort((a, b) => (a.performance < b.performance ? -1 : a.performance > b.performance ? 1 : 0));
}

/** The performance with only what the partner may sell of it. */
function partnerOffer(
  { channel }: ReservationRequest,
  { performance }: ReservationItem,
  field: string,
  { agreement, offers, now }: WishContext,
): Offer {
  const offer = offers.get(performance);
  const partner = offer && offerUnder(agreement.terms, factsOf(offer), { now, channel });
  if (!offer || !partner) throw new FoyerError('performance_unknown', { field: `${field}.performance` });
  if (partner.state !== 'on-sale') throw new FoyerError('not_on_sale', { field: `${field}.performance` });
  const prices = offer.prices.all.filter(({ priceType }) => partner.priceTypes.includes(priceType));
  return { ...offer, prices: priceTable(prices) };
}

/** What agreements look at of a performance. */
export const factsOf = ({ performance, prices }: Offer): PerformanceFacts => ({
  id: performance.id,
  tags: performance.tags,
  startsAt: performance.starts_at,
  onSaleAt: performance.on_sale_at,
  saleEndsAt: performance.sale_ends_at,
  cancelled: performance.cancelled,
  priceTypes: [...new Set(prices.all.map(({ priceType }) => priceType))],
});

/** @param at Where in the request this is, for errors: what begins with `from` stands at `to`. */
function wishFor(
  item: ReservationItem,
  offer: Offer,
  { agreement, cart, random }: WishContext,
  at: { readonly from: string; readonly to: string },
): HoldWish {
  try {
    return toWish(item, offer, { cart, key: null, maxHeld: agreement.terms.caps.heldPlaces, random });
  } catch (error) {
    if (!(error instanceof FoyerError) || error.detail.field === undefined) throw error;
    const inner = error.detail.field.slice(at.from.length).replace(/^\./, '');
    throw new FoyerError(error.code, { ...error.detail, field: `${at.to}.${inner}` });
  }
}
