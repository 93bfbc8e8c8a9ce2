import type { ReservationItem, ReservationRequest } from '../../../../sdk/contract/network/index.ts';
import type { PriceList } from '../../../../sdk/contract/prices/index.ts';
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
  /** By what our own subscribers may book early. */
  readonly list: Pick<PriceList, 'subscriptions'>;
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
    const { offer, early } = partnerOffer(request, item, field, context);
    const wish = (wanted: ReservationItem, at: At) => ({ ...wishFor(wanted, offer, context, at), ...early });
    const { performance, seats = [], areas = [] } = item;
    const declared = seats.map((one) => ({
      ...one,
      ...(context.has(performance, one.seat) && { wheelchairUser: true }),
    }));
    return [
      ...(seats.length > 0 ? [wish({ performance, seats: declared }, { from: '', to: field })] : []),
      ...areas.map((area, at) => wish({ performance, areas: [area] }, { from: 'areas.0', to: `${field}.areas.${at}` })),
    ];
  });
  return wishes.sort((a, b) => (a.performance < b.performance ? -1 : a.performance > b.performance ? 1 : 0));
}

/** The performance with only what the partner may sell of it, and whether that is before its sale begins. */
function partnerOffer(
  request: ReservationRequest,
  item: ReservationItem,
  field: string,
  context: WishContext,
): { readonly offer: Offer; readonly early?: { readonly early: true } } {
  const { agreement, offers, now } = context;
  const [{ channel }, { performance }] = [request, item];
  const offer = offers.get(performance);
  const partner = offer && offerUnder(agreement.terms, factsOf(offer), { now, channel });
  if (!offer || !partner) throw new FoyerError('performance_unknown', { field: `${field}.performance` });
  const isEarly = partner.state === 'not-yet-on-sale' && isForSubscribers(request, item, context);
  if (partner.state !== 'on-sale' && !isEarly) throw new FoyerError('not_on_sale', { field: `${field}.performance` });
  const prices = offer.prices.all.filter(({ priceType }) => partner.priceTypes.includes(priceType));
  return { offer: { ...offer, prices: priceTable(prices) }, ...(isEarly && { early: { early: true } }) };
}

/**
 * Whether subscribers of the partner may have all these places before its sale begins: when the agreement lets them, and a
 * formula of ours that each place is a part of lets our own. That the formula can be booked now is known by then.
 */
function isForSubscribers(
  { bundles = [] }: ReservationRequest,
  { performance, seats = [], areas = [] }: ReservationItem,
  { agreement: { terms }, list, now }: WishContext,
): boolean {
  const isOn = terms.validFrom === undefined || Date.parse(terms.validFrom) <= now.getTime();
  if (!terms.sale.subscribersEarly || !isOn) return false;
  const early = new Set(list.subscriptions.filter(({ bookFrom }) => bookFrom !== undefined).map(({ id }) => id));
  const places = bundles
    .filter(({ formula, kind }) => kind === 'subscription' && early.has(formula))
    .flatMap((bundle) => bundle.places.filter((place) => place.performance === performance));
  const wanted = areas.reduce((sum, { quantity }) => sum + quantity, seats.length);
  // A place is in one bundle at most, and only when it is wanted.
  return places.reduce((sum, { quantity }) => sum + quantity, 0) === wanted;
}

/** Where in the request something is, for errors: what begins with `from` stands at `to`. */
interface At {
  readonly from: string;
  readonly to: string;
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

function wishFor(item: ReservationItem, offer: Offer, { agreement, cart, random }: WishContext, at: At): HoldWish {
  try {
    return toWish(item, offer, { cart, key: null, maxHeld: agreement.terms.caps.heldPlaces, random });
  } catch (error) {
    if (!(error instanceof FoyerError) || error.detail.field === undefined) throw error;
    const inner = error.detail.field.slice(at.from.length).replace(/^\./, '');
    throw new FoyerError(error.code, { ...error.detail, field: `${at.to}.${inner}` });
  }
}
