import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { Line } from '../../../sdk/contract/cart.ts';
import type { SeatRules } from '../../../sdk/contract/performance.ts';
import type { Text } from '../../../sdk/contract/text.ts';

/** A moment the database sets by itself. */
type Stamp = ColumnType<Date, Date | string | undefined, Date | string>;
type When = ColumnType<Date, Date | string, Date | string>;
type MaybeWhen = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

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
    single_seat_rule: Generated<SeatRules['singleSeat']>;
    wheelchair_rule: Generated<SeatRules['wheelchair']>;
  };
  price: { performance_id: string; zone: string; price_type: string; cents: number; fee_cents: Generated<number> };
  cart: {
    id: string;
    address: string;
    created_at: Stamp;
    hold_started_at: MaybeWhen;
    expires_at: MaybeWhen;
    order_id: Maybe<string>;
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
    email: string;
    name: Maybe<string>;
    language: string;
    return_url: string;
    total_cents: number;
    idempotency_key: Maybe<string>;
    request_hash: string;
    created_at: Stamp;
    hold_ends_at: When;
    paid_at: MaybeWhen;
    cancelled_at: MaybeWhen;
  };
  order_line: {
    id: string;
    order_id: string;
    position: number;
    performance_id: string;
    place: string;
    price_type: string;
    cents: number;
    fee_cents: number;
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
    payment_id: string;
    order_id: string;
    cents: number;
    reason: string;
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
    issued_at: Stamp;
  };
  ledger_entry: {
    id: Generated<number>;
    at: Stamp;
    kind: 'sale' | 'payment' | 'refund' | 'chargeback';
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
  idempotency: { cart_id: string; key: string; request_hash: string; created_at: Stamp };
}

/** A centre's database, logged in as the centre's own role. */
export type Database = Kysely<Tables>;
/** The same inside a transaction. */
export type DatabaseTransaction = Transaction<Tables>;
