import type { Clock, Randomness } from '../../ports.ts';
import type { Agenda } from './agenda.ts';
import type { Amount } from './amounts.ts';
import type { MethodId } from './methods.ts';

export type PaymentStatus = 'open' | 'pending' | 'authorized' | 'paid' | 'failed' | 'canceled' | 'expired';
export type RefundStatus = 'queued' | 'pending' | 'processing' | 'refunded' | 'failed' | 'canceled';

/** Everything inside the emulator counts instants in milliseconds since epoch. */
export interface Payment {
  readonly id: string;
  /** What the checkout page is known by; says nothing about the id. */
  readonly token: string;
  readonly account: Account;
  /** Place in the account's list, from 0. */
  readonly index: number;
  readonly amount: Amount;
  readonly createdAt: number;
  status: PaymentStatus;
  /** When the present status began. */
  since: number;
  expiresAt: number;
  /** The methods the shop limits the choice to; null: all that fit. */
  choice: readonly MethodId[] | null;
  /** True while the buyer is held to one method the shop chose. */
  preset: boolean;
  method: MethodId | null;
  issuer: string | null;
  /** Why a card was refused. */
  failure: string | null;
  description: string;
  redirectUrl: string;
  cancelUrl: string | null;
  webhookUrl: string | null;
  locale: string | null;
  metadata: unknown;
  readonly refunds: Refund[];
  readonly chargebacks: Chargeback[];
  /** Parts of it that went to other organisations. */
  readonly routes: PaymentRoute[];
}

export interface PaymentRoute {
  readonly id: string;
  readonly payment: Payment;
  readonly amount: Amount;
  readonly organization: string;
  readonly description: string;
  readonly createdAt: number;
}

export interface Refund {
  readonly id: string;
  readonly payment: Payment;
  readonly amount: Amount;
  readonly createdAt: number;
  readonly description: string;
  readonly metadata: unknown;
  status: RefundStatus;
}

export interface Chargeback {
  readonly id: string;
  readonly payment: Payment;
  readonly amount: Amount;
  readonly createdAt: number;
}

/** A profile of a merchant, in test mode. Sees its own payments and nobody else's. */
export interface Account {
  readonly merchant: string;
  readonly profileId: string;
  /** Oldest first. */
  readonly payments: Payment[];
  readonly refunds: Refund[];
  /** Methods switched on or off against the default. */
  readonly methods: Map<MethodId, boolean>;
  /** What can be refunded now, in cents; null: enough. A refund beyond it is queued. */
  balance: number | null;
}

/** Something that happens by itself at its time. */
export interface Appointment {
  readonly at: number;
  readonly happen: () => void;
}

/** All that the emulator remembers. */
export interface World {
  readonly clock: Clock;
  readonly random: Randomness;
  /** Where buyers pay, without trailing slash. */
  readonly checkoutBaseUrl: string;
  /** Refuses webhook addresses that Mollie could not reach, as Mollie does. */
  readonly strictWebhooks: boolean;
  /** Leaves a method that is not chosen yet out, instead of writing null. */
  readonly omitsEmptyMethod: boolean;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly payments: Map<string, Payment>;
  readonly byToken: Map<string, Payment>;
  readonly agenda: Agenda<Appointment>;
  /** Tells the shop, at its webhook address, that something about this payment changed. */
  readonly announce: (payment: Payment) => void;
}

export const nowOf = (world: World) => world.clock.now().getTime();

/** An id as Mollie makes them: prefix and letters and digits nobody can guess. */
export function newId(world: World, prefix: string, length = 10): string {
  let letters = '';
  while (letters.length < length) letters += world.random.token(length).replace(/[-_]/g, '');
  return `${prefix}_${letters.slice(0, length)}`;
}

/** Instants as Mollie writes them: whole seconds, `+00:00`. */
export const instant = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+00:00`;
