import { Locale, type MollieClient } from '@mollie/api-client';
import type { Language } from '../../../sdk/contract/text.ts';
import {
  type PaymentProvider,
  ProviderError,
  type ProviderPayment,
  type ProviderRefund,
} from '../../features/payments/provider.ts';
import { toMollieAmount } from './amounts.ts';
import { readPayment, readRefund } from './answers.ts';
import { type AttemptOptions, attempt, jitteredPause } from './attempts.ts';
import { createLastingClient } from './client.ts';
import { itemsOf, PAGE } from './pages.ts';

export interface MollieOptions {
  /** `test_…` or `live_…` of the centre's own profile. */
  readonly apiKey: string;
  /** Says to Mollie who calls: name, slash, version, no spaces, such as `Foyer/0.1.0`. */
  readonly versionString: string;
  /** How long a call may take, in milliseconds, its attempts together; the short pauses between them come on top. */
  readonly timeoutMs: number;
  /** Told of every attempt that failed, in one line; carries no personal data and no key. */
  readonly log: (message: string) => void;
  /** How often a call with an unknown outcome is tried at most. Default 2; each attempt gets an equal part of the time. */
  readonly attempts?: number;
  /** Waits between two attempts. Default: a jittered quarter of a second. */
  readonly pause?: AttemptOptions['pause'];
}

/** Mollie's nearest to what Belgians read; the client knows no Belgian English or German. */
const LOCALES: Record<Language, Locale> = {
  nl: Locale.nl_BE,
  fr: Locale.fr_BE,
  en: Locale.en_GB,
  de: Locale.de_DE,
};

/** The client checks no more than the prefix and puts the id in the address as it is: `tr_1/../../methods` would leave. */
const PAYMENT_ID = /^tr_[A-Za-z0-9]{4,64}$/;
/** Mollie's clock is not ours. */
const CLOCK_DIFFERENCE_MS = 60_000;
/** Mollie cuts longer descriptions off without a word. */
const LONGEST_DESCRIPTION = 255;

const shorten = (description: string) => [...description].slice(0, LONGEST_DESCRIPTION).join('');

function checked(id: string): string {
  if (!PAYMENT_ID.test(id)) throw new ProviderError('refused', 'not_found', 'No payment has such an id.');
  return id;
}

/**
 * Takes payments through Mollie for one centre. Every call has a deadline, which the client itself has not, and is
 * repeated with the same idempotency key only while its outcome is unknown. Only our own reference is given as
 * metadata: nothing about a person.
 * @throws TypeError when the key is not Mollie's.
 */
export function createMollieProvider(options: MollieOptions): PaymentProvider {
  const mode = /^(test|live)_\w+$/.exec(options.apiKey)?.[1];
  if (mode !== 'test' && mode !== 'live') throw new TypeError('A Mollie key starts with test_ or live_.');
  const client: MollieClient = createLastingClient({ apiKey: options.apiKey, versionStrings: options.versionString });
  const call = <T>(verb: string, work: () => Promise<T>) =>
    attempt(work, {
      timeoutMs: options.timeoutMs,
      attempts: options.attempts ?? 2,
      pause: options.pause ?? jitteredPause,
      onFailure: (error, number) => options.log(`${verb}: ${error.code}, outcome ${error.outcome}, attempt ${number}`),
    });
  const read = (id: string) => call('read', async () => readPayment(await client.payments.get(checked(id))));

  return {
    mode,
    read,
    create: ({ reference, idempotencyKey, amount, description, redirectUrl, webhookUrl, language }) =>
      call('create', async () =>
        readPayment(
          await client.payments.create({
            amount: toMollieAmount(amount),
            description: shorten(description),
            redirectUrl,
            webhookUrl,
            locale: LOCALES[language],
            metadata: { payment: reference },
            idempotencyKey,
          }),
        ),
      ),
    async find(reference, since): Promise<ProviderPayment | null> {
      const first = () => client.payments.page({ limit: PAGE });
      for await (const payment of itemsOf(first, (page) => call('find', page))) {
        if (Date.parse(payment.createdAt) < since.getTime() - CLOCK_DIFFERENCE_MS) return null;
        if (isOurs(payment.metadata, reference)) return readPayment(payment);
      }
      return null;
    },
    async cancel(id) {
      try {
        return await call('cancel', async () => readPayment(await client.payments.cancel(checked(id))));
      } catch (error) {
        if (error instanceof ProviderError && error.code === 'invalid') return read(id);
        throw error;
      }
    },
    refund: ({ paymentId, reference, idempotencyKey, amount, description }) =>
      call('refund', async () =>
        readRefund(
          await client.paymentRefunds.create({
            paymentId: checked(paymentId),
            amount: toMollieAmount(amount),
            description: shorten(description),
            metadata: { refund: reference },
            idempotencyKey,
          }),
        ),
      ),
    async refunds(paymentId) {
      const found: ProviderRefund[] = [];
      const first = async () => client.paymentRefunds.page({ paymentId: checked(paymentId), limit: PAGE });
      for await (const refund of itemsOf(first, (page) => call('refunds', page))) found.push(readRefund(refund));
      return found;
    },
  };
}

const isOurs = (metadata: unknown, reference: string) =>
  typeof metadata === 'object' && metadata !== null && 'payment' in metadata && metadata.payment === reference;
