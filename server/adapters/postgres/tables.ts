import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { Line } from '../../../sdk/contract/cart.ts';
import type {
  Agreement,
  AgreementTerms,
  BundleLines,
  EntryKind,
  NetworkCentre,
  NetworkChange,
} from '../../../sdk/contract/network/index.ts';
import type { Accessibility, SeatRules } from '../../../sdk/contract/performance.ts';
import type {
  CartChoices,
  CartExtras,
  Entitlement,
  PriceList,
  ProductLine,
} from '../../../sdk/contract/prices/index.ts';
import type { Language, Text } from '../../../sdk/contract/text.ts';
import type { VatCode } from '../../../sdk/contract/vat.ts';
import type { Account } from '../../../sdk/model/ledger/index.ts';

/** A moment the database sets by itself. */
type Stamp = ColumnType<Date, Date | string | undefined, Date | string>;
type When = ColumnType<Date, Date | string, Date | string>;
type MaybeWhen = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** A partner as we keep it: with the ids of keys that we revoked, so that announcing them again does not bring them back. */
export interface StoredCentre extends NetworkCentre {
  readonly revoked?: readonly string[];
}

/** One ticket of an OCTO booking. `chosen`: the reseller left the place to us. */
export interface OctoItem {
  readonly uuid: string;
  readonly unitId: string;
  readonly resellerReference: string | null;
  /** A seat or an area. */
  readonly place: string;
  readonly chosen: boolean;
}

/** What a buyer is given once an item of an order is paid, as the price list had it when it was ordered. */
export interface Promised {
  /** Of a pass. */
  readonly formula?: string;
  readonly people?: number;
  readonly months?: number;
  readonly from?: string;
  readonly until?: string;
  readonly withdrawalDays: number;
}

/** One centre's tables, as migrations/*.sql make them. Moments of `infinity` read as {@link FOREVER}. */
export interface Tables {
  seating_plan: { id: string; version: number; source: Json<unknown>; created_at: Stamp };
  price_type: { id: string; position: number; name: Json<Text>; explanation: MaybeJson<Text> };
  performance: {
    id: string;
    title: Json<Text>;
    subtitle: MaybeJson<Text>;
    description: MaybeJson<Text>;
    genre: string;
    image: Maybe<string>;
    hall_id: string;
    hall_name: Json<Text>;
    plan_id: string;
    plan_version: number;
    starts_at: When;
    ends_at: MaybeWhen;
    on_sale_at: Stamp;
    sale_ends_at: MaybeWhen;
    cancelled: Generated<boolean>;
    capacity: number;
    max_places_per_cart: Generated<number>;
    tags: Generated<string[]>;
    accessibility: Generated<Accessibility[]>;
    languages: Generated<string[]>;
    vat: Generated<VatCode>;
    /** When it was last moved to another moment, and when it was to start at first. */
    moved_at: MaybeWhen;
    first_starts_at: MaybeWhen;
    single_seat_rule: Generated<SeatRules['singleSeat']>;
    wheelchair_rule: Generated<SeatRules['wheelchair']>;
    /** Id of the event of UiTdatabank that it is. */
    uitpas_event: Maybe<string>;
  };
  price: { performance_id: string; zone: string; price_type: string; cents: number; fee_cents: Generated<number> };
  cart: {
    id: string;
    address: string;
    created_at: Stamp;
    hold_started_at: MaybeWhen;
    expires_at: MaybeWhen;
    lease: Maybe<string>;
    lease_until: MaybeWhen;
    order_id: Maybe<string>;
    /** With every code sealed; null while nothing was chosen beside places. */
    choices: MaybeJson<CartChoices>;
  };
  given_back: { cart_id: string; performance_id: string; at: When };
  claim: {
    performance_id: string;
    place: string;
    id: string;
    state: 'held' | 'sold' | 'blocked';
    until: When;
    cart_id: Maybe<string>;
    order_id: Maybe<string>;
    price_type: Maybe<string>;
    address: Maybe<string>;
    taken_at: Stamp;
  };
  seat_change: {
    id: Generated<number>;
    xid: Generated<string>;
    performance_id: string;
    places: Json<Record<string, { state: 'free' | 'held' | 'sold' | 'blocked'; until: number | null }>>;
    created_at: Stamp;
  };
  orders: {
    id: string;
    number: string;
    cart_id: string;
    state: 'open' | 'paid' | 'closed' | 'refund';
    reason: Maybe<string>;
    /** Of a sale by a partner, of which we know no buyer; email, name and return address are then null. */
    agreement_id: Maybe<string>;
    email: Maybe<string>;
    /** How often the buyer corrected it. */
    email_changes: Generated<number>;
    /** Who has yet to be told that it was corrected. */
    email_before: Maybe<string>;
    name: Maybe<string>;
    language: Maybe<string>;
    return_url: Maybe<string>;
    total_cents: number;
    idempotency_key: Maybe<string>;
    request_hash: string;
    created_at: Stamp;
    hold_ends_at: When;
    paid_at: MaybeWhen;
    cancelled_at: MaybeWhen;
    extras: MaybeJson<CartExtras>;
  };
  order_item: {
    id: string;
    order_id: string;
    position: number;
    kind: ProductLine['kind'] | 'fee';
    /** The product, or the rule that asks the fee. */
    reference: string;
    name: Json<Text>;
    quantity: number;
    /** Of one. */
    cents: number;
    vat: Maybe<VatCode>;
    promise: MaybeJson<Promised>;
  };
  entitlement: {
    id: string;
    kind: Entitlement['kind'];
    order_id: string;
    item_id: string;
    number: number;
    code_hash: string;
    product: string;
    name: Json<Text>;
    cents: number;
    formula: Maybe<string>;
    people: Maybe<number>;
    valid_from: Stamp;
    valid_until: MaybeWhen;
    withdrawable_until: MaybeWhen;
    state: Generated<Entitlement['state']>;
  };
  entitlement_use: { entitlement_id: string; order_id: string; why: string; cents: number; at: Stamp };
  pass_visit: { line_id: string; entitlement_id: string; freed_at: MaybeWhen };
  price_list: { version: number; list: Json<PriceList>; created_at: Stamp };
  order_line: {
    id: string;
    order_id: string;
    position: number;
    performance_id: string;
    place: string;
    price_type: string;
    cents: number;
    fee_cents: number;
    /** What a partner plays: `performance_id` is then `owner.performance`. */
    leg_id: Maybe<string>;
    partner_line: Maybe<string>;
    moved_at: MaybeWhen;
    /** On the day of sale; null for a partner's. */
    vat: Maybe<VatCode>;
    snapshot: Json<Line>;
  };
  payment: {
    id: string;
    order_id: string;
    attempt: number;
    provider_id: Maybe<string>;
    webhook_token: string;
    return_code_hash: string;
    return_code_used_at: MaybeWhen;
    status:
      | 'creating'
      | 'open'
      | 'pending'
      | 'authorized'
      | 'paid'
      | 'failed'
      | 'canceled'
      | 'expired'
      | 'refused'
      | 'suspect';
    cents: number;
    refunded_cents: Generated<number>;
    charged_back_cents: Generated<number>;
    checkout_url: Maybe<string>;
    provider_expires_at: MaybeWhen;
    created_at: Stamp;
    check_at: MaybeWhen;
    checks: Generated<number>;
    asked_at: MaybeWhen;
  };
  refund: {
    id: string;
    /** Null for what came back onto a voucher. */
    payment_id: Maybe<string>;
    entitlement_id: Maybe<string>;
    order_id: string;
    cents: number;
    reason: string;
    /** Which part of the payment, when not all of it goes back for this reason. */
    part: Generated<string>;
    provider_id: Maybe<string>;
    state: 'queued' | 'pending' | 'refunded' | 'failed';
    created_at: Stamp;
    updated_at: Stamp;
  };
  ticket: {
    id: string;
    order_id: string;
    line_id: string;
    performance_id: string;
    place: string;
    code: string;
    state: 'valid' | 'blocked' | 'refunded';
    leg_id: Maybe<string>;
    issued_at: Stamp;
    mailed_at: MaybeWhen;
  };
  ledger_entry: {
    id: Generated<number>;
    at: Stamp;
    kind: 'sale' | 'payment' | 'refund' | 'chargeback' | 'voucher';
    order_id: string;
    reference: string;
    cents: number;
  };
  alarm: {
    id: Generated<number>;
    at: Stamp;
    code: string;
    order_id: Maybe<string>;
    detail: Json<unknown>;
    seen_at: MaybeWhen;
  };
  agreement: {
    id: string;
    role: Agreement['role'];
    state: Agreement['state'];
    partner: MaybeJson<StoredCentre>;
    partner_id: ColumnType<string | null, never, never>;
    terms: Json<AgreementTerms>;
    version: Generated<number>;
    offer_code_hash: Maybe<string>;
    offer_expires_at: MaybeWhen;
    created_at: Stamp;
    accepted_at: MaybeWhen;
    ended_at: MaybeWhen;
    ended_by: Maybe<'owner' | 'seller'>;
    feed_cursor: Generated<number>;
    /** Of an outside reseller's bearer key. */
    octo_key_hash: Maybe<string>;
  };
  network_nonce: { key_id: string; nonce: string; seen_at: Stamp };
  reservation: {
    agreement_id: string;
    id: string;
    cart_id: string;
    state: 'held' | 'replaced' | 'cancelled' | 'confirmed';
    request_hash: string;
    channel: string;
    lines: Json<Line[]>;
    places: Json<Record<string, string>>;
    total_cents: number;
    replaced_by: Maybe<string>;
    order_id: Maybe<string>;
    created_at: Stamp;
    confirmed_at: MaybeWhen;
    ended_at: MaybeWhen;
    expiry_told: Generated<boolean>;
  };
  octo_booking: {
    agreement_id: string;
    uuid: string;
    reservation_id: string;
    reference: string;
    reseller_reference: Maybe<string>;
    product_id: string;
    option_id: string;
    performance_id: string;
    request_hash: string;
    items: Json<OctoItem[]>;
    created_at: Stamp;
    updated_at: Stamp;
    expires_at: MaybeWhen;
    cancelled_at: MaybeWhen;
  };
  network_change: {
    id: Generated<number>;
    agreement_id: string;
    kind: NetworkChange['kind'];
    reservation_id: Maybe<string>;
    performance_id: Maybe<string>;
    starts_at: MaybeWhen;
    created_at: Stamp;
  };
  leg: {
    id: string;
    cart_id: string;
    agreement_id: string;
    reservation_id: string;
    previous_reservation_id: Maybe<string>;
    state: 'held' | 'confirming' | 'confirmed' | 'lost' | 'cancelling' | 'cancelled';
    order_id: Maybe<string>;
    lines: Json<Line[]>;
    bundles: ColumnType<BundleLines[] | null, string | undefined, string>;
    total_cents: number;
    expires_at: When;
    extendable: Generated<boolean>;
    cancel_reason: Maybe<'released' | 'unpaid' | 'returned'>;
    created_at: Stamp;
    decided_at: MaybeWhen;
    check_at: MaybeWhen;
    checks: Generated<number>;
  };
  entry: {
    agreement_id: string;
    id: string;
    role: Agreement['role'];
    reservation_id: string;
    line_id: string;
    performance_id: string;
    place: string;
    kind: EntryKind;
    cents: number;
    vat: VatCode;
    at: When;
    period: string;
    hash: string;
    booked_at: Stamp;
  };
  posting: {
    kind: 'entry' | 'share' | 'sale' | 'return' | 'payment' | 'refund' | 'chargeback' | 'voucher';
    reference: string;
    position: number;
    account: Account;
    cents: number;
    vat: Maybe<VatCode>;
    agreement_id: Maybe<string>;
    order_id: Maybe<string>;
    at: Stamp;
  };
  uitpas_tariff: {
    line_id: string;
    cart_id: string;
    price_type: string;
    event: string;
    tariff: string;
    name: Json<Text>;
    regular_cents: number;
    cents: number;
    /** A card number, sealed. */
    proof: Maybe<string>;
    line_before: MaybeJson<Line>;
    taken_at: Stamp;
  };
  uitpas_sale: {
    id: string;
    cart_id: string;
    line_id: string;
    event: string;
    tariff: string;
    cents: number;
    label: string;
    state: 'registering' | 'registered' | 'ending';
    provider_id: Maybe<string>;
    lease_until: MaybeWhen;
    order_id: Maybe<string>;
    order_line_id: Maybe<string>;
    created_at: Stamp;
    check_at: Stamp;
    checks: Generated<number>;
  };
  waiting: {
    id: string;
    number: Generated<number>;
    performance_id: string;
    email: string;
    places: number;
    language: Language;
    return_url: Maybe<string>;
    joined_at: Stamp;
    cart_id: Maybe<string>;
    offered_until: MaybeWhen;
    told_at: MaybeWhen;
  };
  idempotency: { cart_id: string; key: string; request_hash: string; created_at: Stamp };
}

/** A centre's database, logged in as the centre's own role. */
export type Database = Kysely<Tables>;
/** The same inside a transaction. */
export type DatabaseTransaction = Transaction<Tables>;
