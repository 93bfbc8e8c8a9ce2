import type { Money } from '../../../sdk/contract/money.ts';
import type { Language } from '../../../sdk/contract/text.ts';

export type ProviderStatus = 'open' | 'pending' | 'authorized' | 'paid' | 'failed' | 'canceled' | 'expired';

/** A payment as the provider tells it now. Only ever believed when read from the provider itself. */
export interface ProviderPayment {
  readonly id: string;
  readonly mode: 'test' | 'live';
  readonly status: ProviderStatus;
  readonly amount: Money;
  readonly amountRefunded: Money;
  readonly amountChargedBack: Money;
  /** Our own payment id, as given at creation; null when the provider shows something else. */
  readonly reference: string | null;
  readonly method: string | null;
  readonly checkoutUrl: string | null;
  readonly cancelable: boolean;
  readonly expiresAt: Date | null;
}

export interface ProviderRefund {
  readonly id: string;
  readonly state: 'queued' | 'pending' | 'refunded' | 'failed';
  readonly amount: Money;
  /** Our own refund id, as given at creation; null when the provider shows something else. */
  readonly reference: string | null;
}

/** How money comes in and goes back. Implemented by server/adapters/mollie. */
export interface PaymentProvider {
  /** Real money or play money, by the key it was made with. */
  readonly mode: 'test' | 'live';
  /**
   * Creates a payment, or gives the one that was already created under the same key.
   * @throws ProviderError
   */
  create(request: {
    readonly reference: string;
    readonly idempotencyKey: string;
    readonly amount: Money;
    readonly description: string;
    readonly redirectUrl: string;
    readonly webhookUrl: string;
    readonly language: Language;
  }): Promise<ProviderPayment>;
  /** @throws ProviderError with outcome `refused` and code `not_found` when there is no such payment for this account. */
  read(id: string): Promise<ProviderPayment>;
  /** The newest payment with this reference created since then, or null. For after a crash. */
  find(reference: string, since: Date): Promise<ProviderPayment | null>;
  /** Tries to end a payment that nobody should pay any more. Gives its state after; many methods cannot be ended. */
  cancel(id: string): Promise<ProviderPayment>;
  refund(request: {
    readonly paymentId: string;
    readonly reference: string;
    readonly idempotencyKey: string;
    readonly amount: Money;
    readonly description: string;
  }): Promise<ProviderRefund>;
  refunds(paymentId: string): Promise<readonly ProviderRefund[]>;
}

/**
 * Why the provider did not do it. `unknown`: it may have happened (timeout, 5xx, cut connection): ask again with the
 * same key. `refused`: it surely did not.
 */
export class ProviderError extends Error {
  readonly outcome: 'unknown' | 'refused';
  /** `unauthorized`, `not_found`, `rate_limited`, `duplicate_refund`, `invalid`, `unreachable` or `failed`. */
  readonly code: string;
  readonly field: string | undefined;
  constructor(outcome: 'unknown' | 'refused', code: string, message: string, field?: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ProviderError';
    this.outcome = outcome;
    this.code = code;
    this.field = field;
  }
}
