import { z } from 'zod';
import { ProviderError, type ProviderPayment, type ProviderRefund } from '../../features/payments/provider.ts';
import { fromMollieAmount } from './amounts.ts';

const ZERO = { cents: 0, currency: 'EUR' } as const;

const amountSchema = z.object({ currency: z.string(), value: z.string() }).transform((amount, context) => {
  try {
    return fromMollieAmount(amount);
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
});

/** Our reference inside Mollie's metadata; whatever else may stand there is not ours to read. */
const referenceSchema = (key: 'payment' | 'refund') =>
  z
    .object({ [key]: z.string() })
    .transform((metadata) => metadata[key] ?? null)
    .or(z.unknown().transform(() => null));

const paymentSchema = z.object({
  resource: z.literal('payment'),
  id: z.string().regex(/^tr_[A-Za-z0-9]{4,64}$/),
  mode: z.enum(['test', 'live']),
  status: z.enum(['open', 'pending', 'authorized', 'paid', 'failed', 'canceled', 'expired']),
  createdAt: z.iso.datetime({ offset: true }),
  amount: amountSchema,
  amountRefunded: amountSchema.optional(),
  amountChargedBack: amountSchema.optional(),
  metadata: referenceSchema('payment').optional(),
  method: z.string().nullish(),
  isCancelable: z.boolean().nullish(),
  expiresAt: z.iso.datetime({ offset: true }).nullish(),
  _links: z.object({ checkout: z.object({ href: z.url({ protocol: /^https?$/ }) }).nullish() }),
});

const refundSchema = z.object({
  resource: z.literal('refund'),
  id: z.string().regex(/^re_[A-Za-z0-9]{4,64}$/),
  status: z.enum(['queued', 'pending', 'processing', 'refunded', 'failed', 'canceled']),
  amount: amountSchema,
  metadata: referenceSchema('refund').optional(),
});

function read<T>(schema: z.ZodType<T>, answer: unknown): T {
  const { data, error } = schema.safeParse(answer);
  if (error) {
    // It may well have been done: only the answer to it is not understood (the client gives `true` for an empty one).
    throw new ProviderError('unknown', 'failed', `Mollie’s answer is not understood: ${z.prettifyError(error)}`);
  }
  return data;
}

/**
 * Makes our payment of Mollie's answer.
 * @throws ProviderError with outcome `unknown` when the answer is not a payment in euro as Mollie documents it.
 */
export function readPayment(answer: unknown): ProviderPayment {
  const { _links, metadata, method, isCancelable, expiresAt, amountRefunded, amountChargedBack, ...payment } = read(
    paymentSchema,
    answer,
  );
  return {
    id: payment.id,
    mode: payment.mode,
    status: payment.status,
    amount: payment.amount,
    amountRefunded: amountRefunded ?? ZERO,
    amountChargedBack: amountChargedBack ?? ZERO,
    reference: metadata ?? null,
    method: method ?? null,
    checkoutUrl: _links.checkout?.href ?? null,
    cancelable: isCancelable ?? false,
    expiresAt: expiresAt ? new Date(expiresAt) : null,
  };
}

/** Mollie's six states in the four that matter: `processing` is still on its way, `canceled` never arrives. */
const REFUND_STATES = {
  queued: 'queued',
  pending: 'pending',
  processing: 'pending',
  refunded: 'refunded',
  failed: 'failed',
  canceled: 'failed',
} as const satisfies Record<string, ProviderRefund['state']>;

/** Makes our refund of Mollie's answer. @throws ProviderError with outcome `unknown` when it is not one. */
export function readRefund(answer: unknown): ProviderRefund {
  const { id, status, amount, metadata } = read(refundSchema, answer);
  return { id, state: REFUND_STATES[status], amount, reference: metadata ?? null };
}
