import type { ChosenProduct, ChosenSubscription } from '../../contract/prices/choices.ts';
import type { Conditions } from '../../contract/prices/conditions.ts';
import type { PriceList } from '../../contract/prices/price-list.ts';
import type { Reason } from '../../contract/prices/reasons.ts';
import type { Text } from '../../contract/text.ts';
import type { VatCode } from '../../contract/vat.ts';

/** What prices need to know of a performance. */
export interface PricedPerformance {
  /** As the selling centre names it: `owner.slug` of a partner's. */
  readonly id: string;
  /** Null for the centre whose price list it is. */
  readonly owner: string | null;
  /** Who plays it, by its slug: the owner, or the centre whose price list it is. */
  readonly centre: string;
  readonly genre: string;
  readonly tags: readonly string[];
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly onSaleAt: number;
}

/** A place to be priced. */
export interface LineToPrice {
  readonly id: string;
  readonly performance: PricedPerformance;
  readonly zone: string;
  readonly priceType: string;
  readonly priceTypeName: Text;
  /** Of the price type in this zone, all-in, in cents. */
  readonly cents: number;
  /** The part of it that is service cost. */
  readonly feeCents: number;
  readonly birthYear?: number;
  /** The pass by whose code it is a visit. */
  readonly visit?: string;
  /** Decided elsewhere, by the partner that plays or by UiTPAS, adding up to its price: no rule changes it. */
  readonly settled?: readonly Reason[];
}

/** A pass the buyer showed and that is valid now. */
export interface ShownPass {
  readonly code: string;
  readonly formula: string;
  readonly people: number;
}

export interface PricingRequest {
  readonly list: PriceList;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The centre's zone, for years and days. */
  readonly timeZone: string;
  readonly channel: NonNullable<Conditions['channels']>[number];
  readonly lines: readonly LineToPrice[];
  readonly subscriptions: readonly ChosenSubscription[];
  readonly products: readonly ChosenProduct[];
  /** Promotion codes, in capitals. */
  readonly codes: readonly string[];
  readonly passes: readonly ShownPass[];
  /** What another centre sells as part of a bundle. Empty for a cart of our own. */
  readonly bundles?: readonly BundleToPrice[];
}

/** Places that are part of a bundle another centre sells: priced by our own formula of the same id. */
export interface BundleToPrice {
  readonly formula: string;
  readonly kind: 'subscription' | 'pass';
  /** How many performances the whole of it has, at all centres together. */
  readonly size: number;
  readonly lines: readonly string[];
}

export interface PricedLine {
  readonly id: string;
  readonly cents: number;
  readonly feeCents: number;
  /** Adds up to `cents`. The first is the price type's. */
  readonly why: readonly Reason[];
  /** Null where no VAT rule names it, and of a partner's place, whose tax is the partner's. */
  readonly vat: VatCode | null;
  /** The complete subscription it is part of. */
  readonly subscription: string | null;
}

export interface PricedProduct {
  readonly product: string;
  readonly quantity: number;
  /** Of one. */
  readonly cents: number;
  readonly vat: VatCode | null;
}

/** Where a subscription stands. */
export interface PricedSubscription {
  readonly id: string;
  readonly formula: string;
  readonly complete: boolean;
  readonly missing: number;
  readonly missingParts: readonly { readonly name: Text; readonly count: number }[];
  readonly next: { readonly more: number; readonly from: number } | null;
  readonly savedCents: number;
}

export interface PricedCart {
  /** In the order they were asked. */
  readonly lines: readonly PricedLine[];
  readonly products: readonly PricedProduct[];
  readonly subscriptions: readonly PricedSubscription[];
  /** Once for the order. */
  readonly fees: readonly { readonly rule: string; readonly name: Text; readonly cents: number }[];
  /** Codes that made something cheaper, and of passes that opened a price type of a line. */
  readonly workingCodes: readonly string[];
  readonly savedCents: number;
  readonly totalCents: number;
}
