import type { AgreementTerms, PriceType, Text } from '../../../sdk/contract/index.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { PriceTypeRow } from '../catalogue/store.ts';
import type { Wanted } from './capabilities.ts';
import { localTime } from './local-time.ts';
import { type Pricing, pricingOf } from './pricing.ts';
import { type Dated, type Product, pricesOf, type ZoneOption } from './programme.ts';

/** What a product is told with. */
export interface ProductContext {
  readonly config: CentreRuntime['config'];
  readonly terms: AgreementTerms;
  readonly priceTypes: readonly PriceTypeRow[];
  readonly wanted: Wanted;
}

/** A product in OCTO's words. Nobody's name is asked: contact fields are required of nobody. */
export function describeProduct(product: Product, context: ProductContext) {
  const { config, wanted } = context;
  return {
    id: product.id,
    internalName: product.title.nl,
    reference: null,
    locale: config.language,
    timeZone: config.timeZone,
    ...{ allowFreesale: false, instantConfirmation: true, instantDelivery: true, availabilityRequired: true },
    availabilityType: 'START_TIME',
    deliveryFormats: ['QRCODE'],
    deliveryMethods: ['TICKET'],
    redemptionMethod: 'DIGITAL',
    options: product.options.map((option, index) => describeOption(product, option, index === 0, context)),
    ...(wanted.pricing && { defaultCurrency: 'EUR', availableCurrencies: ['EUR'], pricingPer: 'UNIT' }),
  };
}

function describeOption(product: Product, option: ZoneOption, isFirst: boolean, context: ProductContext) {
  const { time } = localTime(context.config.timeZone);
  const dates = product.dates.filter((date) => pricesOf(date).some(({ zone }) => zone === option.id));
  const starts = dates.map(({ offer }) => time(offer.performance.starts_at));
  return {
    id: option.id,
    default: isFirst,
    internalName: option.name.nl,
    reference: null,
    availabilityLocalStartTimes: [...new Set(starts)].sort(),
    ...{ cancellationCutoff: '0 hours', cancellationCutoffAmount: 0, cancellationCutoffUnit: 'hour' },
    requiredContactFields: [],
    restrictions: {
      minUnits: 1,
      maxUnits: Math.min(...dates.map(({ offer }) => offer.performance.max_places_per_cart)),
    },
    units: context.priceTypes.flatMap((type) => describeUnit(type, option, dates, context)),
  };
}

/** Nothing for a price type that is not sold in this zone. */
function describeUnit(
  { id, name }: { readonly id: PriceType['id']; readonly name: Text },
  option: ZoneOption,
  dates: readonly Dated[],
  { terms, wanted }: ProductContext,
) {
  const prices = dates.flatMap((date): Pricing[] => {
    const price = pricesOf(date).find((one) => one.zone === option.id && one.priceType === id);
    return price ? [pricingOf(price, terms, date.offer.performance.vat)] : [];
  });
  if (prices.length === 0) return [];
  const cheapest = prices.reduce((least, price) => (price.retail < least.retail ? price : least));
  return [
    {
      ...{ id, internalName: name.nl, reference: id, type: unitType(id) },
      restrictions: {
        ...{ minAge: 0, maxAge: 120, idRequired: false, minQuantity: null, maxQuantity: null },
        ...{ paxCount: 1, accompaniedBy: [] },
      },
      requiredContactFields: [],
      ...(wanted.pricing && { pricingFrom: [cheapest] }),
    },
  ];
}

/** OCTO knows nine kinds of visitors; who a centre's own price types are for is told by their names. */
const UNIT_TYPES: readonly [RegExp, string][] = [
  [/adult|volwassen|adulte|erwachsen|standaard/, 'ADULT'],
  [/kind|child|enfant/, 'CHILD'],
  [/under|-26|jong|jeugd|jeune|youth/, 'YOUTH'],
  [/65|senior|plus/, 'SENIOR'],
  [/student|etudiant/, 'STUDENT'],
  [/gezin|famil/, 'FAMILY'],
];
const unitType = (id: string): string => UNIT_TYPES.find(([words]) => words.test(id))?.[1] ?? 'OTHER';
