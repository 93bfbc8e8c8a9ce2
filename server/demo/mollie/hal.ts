import { write } from './amounts.ts';
import { isFinal } from './lifecycle.ts';
import { isCancelable } from './payments.ts';
import { chargedBackOf, isRefundable, refundedOf } from './refunds.ts';
import { type Chargeback, instant, type Payment, type Refund } from './world.ts';

/** How documents are written: the base addresses of their links, without trailing slash, and one open question. */
export interface Rendering {
  readonly api: string;
  readonly checkout: string;
  /** Mollie's documents disagree on whether a method not chosen yet is null or left out. */
  readonly omitsEmptyMethod: boolean;
}

const hal = (href: string) => ({ href, type: 'application/hal+json' });
const page = (href: string) => ({ href, type: 'text/html' });

/** Where the buyer goes next; depends on what is already chosen, as Mollie's does. */
export function checkoutPath({ token, preset, method, issuer }: Payment): string {
  if (!method || !preset) return `/checkout/select-method/${token}`;
  if (method === 'kbc' && !issuer) return `/checkout/select-issuer/kbc/${token}`;
  return `/checkout/test-mode?method=${method}&token=3.${token}`;
}

const DETAILS: Readonly<Partial<Record<string, Record<string, string>>>> = {
  bancontact: { cardNumber: '6703', bankTransferReference: '+++000/0000/00097+++' },
  kbc: { consumerName: 'T. TEST', consumerAccount: 'BE68539007547034', consumerBic: 'KREDBEBB' },
  belfius: { consumerName: 'T. TEST', consumerAccount: 'BE68539007547034', consumerBic: 'GKCCBEBB' },
  ideal: { consumerName: 'T. TEST', consumerAccount: 'NL53INGB0618365937', consumerBic: 'INGBNL2A' },
  creditcard: { cardHolder: 'T. TEST', cardNumber: '6787', cardAudience: 'consumer', cardLabel: 'Mastercard' },
};

/** What a payment shows only in its present state. */
function stateFields(payment: Payment) {
  const since = instant(payment.since);
  const { method, failure } = payment;
  const details = method ? DETAILS[method] : undefined;
  switch (payment.status) {
    case 'open':
    case 'pending':
      return { isCancelable: isCancelable(payment), expiresAt: instant(payment.expiresAt) };
    case 'authorized':
      return {
        isCancelable: true,
        authorizedAt: since,
        captureBefore: since.slice(0, 10),
        amountCaptured: write({ ...payment.amount, minor: 0 }),
        ...(details ? { details } : {}),
      };
    case 'paid':
      return { paidAt: since, ...paidFields(payment), ...(details ? { details } : {}) };
    case 'failed':
      return {
        failedAt: since,
        ...(failure
          ? { details: { ...details, failureReason: failure, failureMessage: 'De betaling is niet gelukt.' } }
          : {}),
      };
    case 'canceled':
      return { canceledAt: since };
    case 'expired':
      return { expiredAt: since };
  }
}

function paidFields(payment: Payment) {
  const { amount } = payment;
  const chargedBack = chargedBackOf(payment);
  const refunded = refundedOf(payment);
  return {
    ...(isRefundable(payment)
      ? {
          amountRefunded: write({ ...amount, minor: refunded }),
          amountRemaining: write({ ...amount, minor: amount.minor - refunded }),
        }
      : {}),
    ...(chargedBack > 0 ? { amountChargedBack: write({ ...amount, minor: chargedBack }) } : {}),
    ...(amount.currency === 'EUR' ? { settlementAmount: write(amount) } : {}),
    countryCode: 'BE',
  };
}

export function paymentDocument(payment: Payment, rendering: Rendering, embed: readonly string[] = []) {
  const self = `${rendering.api}/payments/${payment.id}`;
  const change = page(`${rendering.checkout}/checkout/change-payment-state/${payment.token}`);
  return {
    resource: 'payment',
    id: payment.id,
    mode: 'test',
    createdAt: instant(payment.createdAt),
    amount: write(payment.amount),
    description: payment.description,
    ...(payment.method === null && rendering.omitsEmptyMethod ? {} : { method: payment.method }),
    ...(payment.issuer ? { issuer: payment.issuer } : {}),
    metadata: payment.metadata,
    status: payment.status,
    ...stateFields(payment),
    profileId: payment.account.profileId,
    sequenceType: 'oneoff',
    ...(payment.locale ? { locale: payment.locale } : {}),
    redirectUrl: payment.redirectUrl,
    ...(payment.cancelUrl ? { cancelUrl: payment.cancelUrl } : {}),
    ...(payment.webhookUrl ? { webhookUrl: payment.webhookUrl } : {}),
    ...embedded(payment, rendering, embed),
    _links: {
      self: hal(self),
      ...(payment.status === 'open' ? { checkout: page(rendering.checkout + checkoutPath(payment)) } : {}),
      ...(payment.status === 'paid' || !isFinal(payment) ? { changePaymentState: change } : {}),
      dashboard: page(`https://my.mollie.com/dashboard/org_1/payments/${payment.id}`),
      ...(payment.refunds.length > 0 ? { refunds: hal(`${self}/refunds`) } : {}),
      ...(payment.chargebacks.length > 0 ? { chargebacks: hal(`${self}/chargebacks`) } : {}),
      documentation: page('https://docs.mollie.com/reference/get-payment'),
    },
  };
}

function embedded(payment: Payment, rendering: Rendering, embed: readonly string[]) {
  if (embed.length === 0) return {};
  return {
    _embedded: {
      ...(embed.includes('refunds') ? { refunds: payment.refunds.map((one) => refundDocument(one, rendering)) } : {}),
      ...(embed.includes('chargebacks')
        ? { chargebacks: payment.chargebacks.map((one) => chargebackDocument(one, rendering)) }
        : {}),
    },
  };
}

export function refundDocument(refund: Refund, rendering: Rendering) {
  const payment = `${rendering.api}/payments/${refund.payment.id}`;
  return {
    resource: 'refund',
    id: refund.id,
    mode: 'test',
    description: refund.description,
    amount: write(refund.amount),
    metadata: refund.metadata,
    paymentId: refund.payment.id,
    status: refund.status,
    createdAt: instant(refund.createdAt),
    _links: {
      self: hal(`${payment}/refunds/${refund.id}`),
      payment: hal(payment),
      documentation: page('https://docs.mollie.com/reference/get-refund'),
    },
  };
}

export function chargebackDocument(chargeback: Chargeback, rendering: Rendering) {
  const payment = `${rendering.api}/payments/${chargeback.payment.id}`;
  return {
    resource: 'chargeback',
    id: chargeback.id,
    amount: write(chargeback.amount),
    settlementAmount: write({ ...chargeback.amount, minor: -chargeback.amount.minor }),
    reason: null,
    paymentId: chargeback.payment.id,
    createdAt: instant(chargeback.createdAt),
    reversedAt: null,
    _links: {
      self: hal(`${payment}/chargebacks/${chargeback.id}`),
      payment: hal(payment),
      documentation: page('https://docs.mollie.com/reference/get-chargeback'),
    },
  };
}
