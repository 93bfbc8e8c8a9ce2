import type { Amount } from './amounts.ts';
import { write } from './amounts.ts';
import { invalid } from './errors.ts';

export type MethodId =
  | 'bancontact'
  | 'kbc'
  | 'belfius'
  | 'ideal'
  | 'creditcard'
  | 'paypal'
  | 'banktransfer'
  | 'giftcard'
  | 'voucher'
  | 'applepay';

export interface Issuer {
  readonly id: string;
  readonly name: string;
}

export interface Method {
  readonly id: MethodId;
  readonly description: string;
  /** Cents; only cards and wallets take other currencies than euro. */
  readonly minimum: number;
  readonly maximum: number | null;
  readonly anyCurrency: boolean;
  /** How long the buyer has, in minutes. */
  readonly minutes: number;
  readonly issuers: readonly Issuer[];
  readonly refundable: boolean;
  /** Whether the shop may still end a payment that was begun with it. */
  readonly cancelable: boolean;
  /** Offered unless a profile says otherwise. */
  readonly enabled: boolean;
}

type Differences = Partial<Omit<Method, 'id' | 'description'>>;
const method = (id: MethodId, description: string, differences: Differences = {}): Method => ({
  minimum: 2,
  maximum: 5_000_000,
  anyCurrency: false,
  minutes: 60,
  issuers: [],
  refundable: true,
  cancelable: false,
  enabled: true,
  id,
  description,
  ...differences,
});

const DAY = 24 * 60;

/** What a Belgian profile can have, in the order in which it is offered. Limits and lives as Mollie documents them. */
export const METHODS: readonly Method[] = [
  method('bancontact', 'Bancontact'),
  method('kbc', 'KBC/CBC', {
    minimum: 1,
    issuers: [
      { id: 'kbc', name: 'KBC' },
      { id: 'cbc', name: 'CBC' },
    ],
  }),
  method('belfius', 'Belfius'),
  method('ideal', 'iDEAL | Wero', { minimum: 1, minutes: 15 }),
  method('creditcard', 'Card', { minimum: 1, maximum: 1_000_000, anyCurrency: true, minutes: 15 }),
  method('paypal', 'PayPal', { maximum: null, anyCurrency: true, minutes: 3 * 60, enabled: false }),
  method('banktransfer', 'Bank transfer', {
    maximum: 100_000_000,
    minutes: 12 * DAY,
    cancelable: true,
    enabled: false,
  }),
  method('giftcard', 'Gift cards', { maximum: null, refundable: false, enabled: false }),
  method('voucher', 'Vouchers', { minimum: 100, minutes: 4 * 60, refundable: false, enabled: false }),
  method('applepay', 'Apple Pay', { minimum: 1, maximum: 1_000_000, anyCurrency: true, minutes: 15, enabled: false }),
];

const byId = new Map<string, Method>(METHODS.map((one) => [one.id, one]));

/** How long a buyer may take who has not chosen a method yet, in minutes. */
export const MINUTES_TO_CHOOSE = 15;

export const findMethod = (id: string): Method | undefined => byId.get(id);

/** @throws Refusal 422 for a method that Mollie does not have. */
export function methodOf(id: unknown, field = 'method'): Method {
  const found = typeof id === 'string' ? byId.get(id) : undefined;
  if (!found) throw invalid(field, 'The payment method is invalid');
  return found;
}

export const takesCurrency = (one: Method, currency: string) => one.anyCurrency || currency === 'EUR';

/** Limits are in euro; for another currency they are taken as its own units, which is near enough for a test account. */
const limit = (cents: number, { currency }: Amount) => (currency === 'JPY' || currency === 'ISK' ? cents / 100 : cents);

export function takes(one: Method, amount: Amount): 'yes' | 'currency' | 'too-low' | 'too-high' {
  if (!takesCurrency(one, amount.currency)) return 'currency';
  if (amount.minor < limit(one.minimum, amount)) return 'too-low';
  if (one.maximum !== null && amount.minor > limit(one.maximum, amount)) return 'too-high';
  return 'yes';
}

/** One method as the API describes it. */
export const methodDocument = (one: Method, urls: { api: string; checkout: string }, withIssuers: boolean) => ({
  resource: 'method',
  id: one.id,
  description: one.description,
  minimumAmount: write({ currency: 'EUR', minor: one.minimum }),
  maximumAmount: one.maximum === null ? null : write({ currency: 'EUR', minor: one.maximum }),
  image: imageOf(`${urls.checkout}/icons/${one.id}`),
  status: one.enabled ? 'activated' : null,
  ...(withIssuers && one.issuers.length > 0
    ? {
        issuers: one.issuers.map(({ id, name }) => ({
          resource: 'issuer',
          id,
          name,
          image: imageOf(`${urls.checkout}/icons/${id}`),
        })),
      }
    : {}),
  _links: { self: { href: `${urls.api}/methods/${one.id}`, type: 'application/hal+json' } },
});

const imageOf = (base: string) => ({ size1x: `${base}.svg`, size2x: `${base}.svg`, svg: `${base}.svg` });
