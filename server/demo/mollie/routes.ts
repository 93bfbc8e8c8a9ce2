import { readAmount, write } from './amounts.ts';
import type { Body } from './body.ts';
import { invalid, missing, Refusal } from './errors.ts';
import type { Rendering } from './hal.ts';
import { refundedOf } from './refunds.ts';
import { instant, newId, nowOf, type Payment, type PaymentRoute, type World } from './world.ts';

/** Money that was not routed by then is the platform's for good. */
const ROUTABLE_MS = 90 * 24 * 3_600_000;
const CURRENCIES = ['EUR', 'GBP'];
/** Methods whose money cannot be split. */
const UNSPLITTABLE = new Set<string | null>(['klarna', 'paypal', 'giftcard', 'voucher']);

export const routedOf = ({ routes }: Payment) => routes.reduce((sum, { amount }) => sum + amount.minor, 0);

/**
 * Sends a part of what was paid to another organisation, which Mollie calls a delayed route.
 * @throws Refusal 422
 */
export function createRoute(world: World, payment: Payment, body: Body): PaymentRoute {
  const amount = readAmount(body.amount);
  const organization = readDestination(body.destination);
  const { account } = payment;
  if (payment.status !== 'paid') throw new Refusal(422, 'The payment is not paid, so nothing of it can be routed');
  if (UNSPLITTABLE.has(payment.method)) throw new Refusal(422, 'Payments with this method cannot be routed');
  if (nowOf(world) - payment.since > ROUTABLE_MS) throw new Refusal(422, 'The payment is too old to be routed');
  if (!CURRENCIES.includes(amount.currency) || amount.currency !== payment.amount.currency) {
    throw invalid('amount.currency', 'The amount contains an invalid currency');
  }
  const left = payment.amount.minor - refundedOf(payment) - routedOf(payment);
  if (amount.minor === 0 || amount.minor > left || amount.minor > (account.balance ?? Number.POSITIVE_INFINITY)) {
    throw invalid('amount', 'The amount is higher than what can be routed');
  }
  const route: PaymentRoute = {
    id: newId(world, 'crt', 22),
    payment,
    amount,
    organization,
    description: typeof body.description === 'string' ? body.description.slice(0, 255) : '',
    createdAt: nowOf(world),
  };
  if (account.balance !== null) account.balance -= amount.minor;
  payment.routes.push(route);
  return route;
}

function readDestination(value: unknown): string {
  if (typeof value !== 'object' || value === null) throw missing('destination');
  const { type, organizationId } = value as Record<string, unknown>;
  if (type !== 'organization') throw invalid('destination.type', 'The destination type is invalid');
  if (organizationId === undefined) throw missing('destination.organizationId');
  if (typeof organizationId !== 'string' || !/^org_\d+$/.test(organizationId)) {
    throw invalid('destination.organizationId', 'The organization is not connected to this account');
  }
  return organizationId;
}

const hal = (href: string) => ({ href, type: 'application/hal+json' });

export function routeDocument(route: PaymentRoute, { api }: Rendering) {
  const payment = `${api}/payments/${route.payment.id}`;
  return {
    resource: 'route',
    id: route.id,
    paymentId: route.payment.id,
    amount: write(route.amount),
    description: route.description,
    destination: { type: 'organization', organizationId: route.organization },
    createdAt: instant(route.createdAt),
    _links: {
      self: hal(`${payment}/routes/${route.id}`),
      payment: hal(payment),
      documentation: { href: 'https://docs.mollie.com/reference/payment-create-route', type: 'text/html' },
    },
  };
}

/** All routes of a payment: Mollie gives them without pages. */
export function routeList({ id, routes }: Payment, rendering: Rendering) {
  return {
    count: routes.length,
    _embedded: { routes: routes.map((route) => routeDocument(route, rendering)) },
    _links: {
      self: hal(`${rendering.api}/payments/${id}/routes`),
      documentation: { href: 'https://docs.mollie.com/reference/payment-list-routes', type: 'text/html' },
    },
  };
}
