import type { Text } from '../../../sdk/contract/text.ts';
import { offerUnder, type PartnerOffer } from '../../../sdk/model/agreement/index.ts';
import type { Database } from '../../adapters/postgres/index.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { Offer } from '../catalogue/index.ts';
import { listPerformances } from '../catalogue/store.ts';
import type { OwnerAgreement } from '../network/reservations/parts.ts';
import { factsOf } from '../network/reservations/wishes.ts';
import { OctoError } from './errors.ts';

/** A performance as a reseller may sell it: what OCTO calls an availability. */
export interface Dated {
  readonly offer: Offer;
  readonly sale: PartnerOffer;
}

/** What OCTO calls a product: a title in a hall, whenever it is played. Correcting the title makes it another one. */
export interface Product {
  readonly id: string;
  readonly title: Text;
  /** By start. */
  readonly dates: readonly Dated[];
  /** A price zone each, the best first: in one every price type has one price, as OCTO wants it. */
  readonly options: readonly ZoneOption[];
}

export interface ZoneOption {
  readonly id: string;
  readonly name: Text;
}

const MOST = 1_000;

/**
 * What an agreement lets a reseller sell from now on, by product.
 * @param db Reads inside this transaction when given.
 */
export async function productsFor(
  runtime: CentreRuntime,
  agreement: OwnerAgreement,
  db: Database = runtime.db,
): Promise<readonly Product[]> {
  const rows = await listPerformances(db, { limit: MOST });
  const offers = await runtime.catalogue.offers(
    rows.map(({ id }) => id),
    db,
  );
  const dated = rows.flatMap(({ id }) => dateUnder(runtime, agreement, offers.get(id)) ?? []);
  return [...Map.groupBy(dated, ({ offer }) => productId(offer))].map(([id, dates]) => toProduct(id, dates));
}

/** A performance as an agreement lets a reseller sell it; undefined when it does not. */
export function dateUnder(
  { clock }: Pick<CentreRuntime, 'clock'>,
  { terms }: OwnerAgreement,
  offer: Offer | undefined,
): Dated | undefined {
  const sale = offer && offerUnder(terms, factsOf(offer), { now: clock.now(), channel: 'web' });
  return offer && sale && { offer, sale };
}

function toProduct(id: string, dates: readonly Dated[]): Product {
  const zones = new Map(dates.flatMap(({ offer }) => offer.plan.source.zones.map((zone) => [zone.id, zone.name])));
  const sold = new Set(dates.flatMap((date) => pricesOf(date).map(({ zone }) => zone)));
  return {
    ...{ id, dates },
    title: dates[0]?.offer.performance.title ?? { nl: id },
    options: [...zones].filter(([zone]) => sold.has(zone)).map(([zone, name]) => ({ id: zone, name })),
  };
}

/** The prices a reseller may ask. */
export const pricesOf = ({ offer, sale }: Dated) =>
  offer.prices.all.filter(({ priceType }) => sale.priceTypes.includes(priceType));

/** Of the Dutch title, which is always there, and the hall. */
export function productId({ performance: { title, hall_id } }: Offer): string {
  const words =
    title.nl
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [...words, hall_id].join('-');
}

/** @throws OctoError `INVALID_PRODUCT_ID`, `INVALID_OPTION_ID`. */
export function findOption(products: readonly Product[], productId: string, optionId: string) {
  const product = products.find(({ id }) => id === productId);
  if (!product) throw new OctoError('INVALID_PRODUCT_ID', productId);
  const option = product.options.find(({ id }) => id === optionId);
  if (!option) throw new OctoError('INVALID_OPTION_ID', optionId);
  return { product, option };
}
