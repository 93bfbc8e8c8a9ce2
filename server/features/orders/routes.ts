import { createRoute, z } from '@hono/zod-openapi';
import {
  orderAccessSchema,
  orderEmailSchema,
  orderRequestSchema,
  orderReturnSchema,
  orderSchema,
  uuidSchema,
} from '../../../sdk/contract/index.ts';
import { requireToken } from '../../http/bearer.ts';
import { body, centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { cancelOrder } from './cancel.ts';
import { changeEmail } from './email.ts';
import { payAgain } from './pay.ts';
import { placeOrder } from './place.ts';
import { refresh } from './refresh.ts';
import { returnToOrder } from './return.ts';
import { viewOrder } from './view.ts';

const ORDERS = '/centres/{centre}/orders';
const params = centreParams.extend({ order: uuidSchema });
const security = [{ order: [] }];
const nothing = { content: { 'application/json': { schema: z.strictObject({}) } } };
const order = { 200: json(orderSchema, 'The order as it is now.') };
const access = ['token_missing', 'token_invalid'] as const;
const payment = ['payment_refused', 'payment_provider_unavailable'] as const;

const place = createRoute({
  method: 'post',
  path: '/centres/{centre}/carts/{cart}/order',
  summary: 'Agrees to pay for a cart',
  description:
    'The same request again gives the same order. After payment_provider_unavailable it goes on where it was left; ' +
    'after payment_refused the cart is open again.',
  security: [{ cart: [] }],
  request: {
    params: centreParams.extend({ cart: uuidSchema }),
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: body(orderRequestSchema),
  },
  responses: {
    201: json(orderAccessSchema, 'The order with the token that unlocks it. Send the buyer to its checkoutUrl.'),
    ...errors(
      ...access,
      ...payment,
      ...(['cart_empty', 'cart_closed', 'hold_expired', 'total_changed', 'idempotency_key_reused'] as const),
      ...(['seat_left_alone', 'companion_alone', 'price_type_locked', 'subscription_incomplete'] as const),
      ...(['code_expired', 'pass_fully_used'] as const),
      ...(['return_url_not_allowed', 'origin_not_allowed'] as const),
    ),
  },
});
const comeBack = createRoute({
  method: 'post',
  path: `${ORDERS}/return`,
  summary: 'Finds the order of a buyer who comes back from paying',
  request: { params: centreParams, body: body(orderReturnSchema) },
  responses: {
    200: json(orderAccessSchema, 'The order with the token that unlocks it.'),
    ...errors('return_code_used', 'origin_not_allowed'),
  },
});
const show = createRoute({
  method: 'get',
  path: `${ORDERS}/{order}`,
  summary: 'Shows an order',
  description: 'While the payment is not decided, the provider is asked about it at most once in two seconds.',
  security,
  request: { params },
  responses: { ...order, ...errors(...access) },
});
const pay = createRoute({
  method: 'post',
  path: `${ORDERS}/{order}/pay`,
  summary: 'Pays an order again after an attempt failed',
  security,
  request: { params, body: nothing },
  responses: { ...order, ...errors(...access, ...payment, 'order_not_payable', 'hold_expired', 'origin_not_allowed') },
});
const cancel = createRoute({
  method: 'post',
  path: `${ORDERS}/{order}/cancel`,
  summary: 'Stops an order that is not paid',
  security,
  request: { params, body: nothing },
  responses: { ...order, ...errors(...access, 'order_not_cancellable', 'origin_not_allowed') },
});
const email = createRoute({
  method: 'post',
  path: `${ORDERS}/{order}/email`,
  summary: 'Corrects the address an order’s mails go to',
  description:
    'Until it is paid and within the hour after, three times at most. What was mailed is mailed again, and the address before is told.',
  security,
  request: { params, body: body(orderEmailSchema) },
  responses: { ...order, ...errors(...access, 'email_not_changeable', 'origin_not_allowed') },
});

/** Orders: from a cart to a payment and back from it. */
export function registerOrders(app: FoyerApp): void {
  app.openapi(place, async (context) => {
    const { cart } = context.req.valid('param');
    requireToken(context, 'cart', cart);
    const key = context.req.valid('header')['idempotency-key'] ?? null;
    return context.json(await placeOrder(context.get('centre'), cart, context.req.valid('json'), key), 201);
  });
  app.openapi(comeBack, async (context) =>
    context.json(await returnToOrder(context.get('centre'), context.req.valid('json').code), 200),
  );
  app.openapi(show, async (context) => {
    const { order } = context.req.valid('param');
    requireToken(context, 'order', order);
    await refresh(context.get('centre'), order);
    return context.json(await viewOrder(context.get('centre'), order), 200);
  });
  app.openapi(pay, async (context) => {
    const { order } = context.req.valid('param');
    requireToken(context, 'order', order);
    return context.json(await payAgain(context.get('centre'), order), 200);
  });
  app.openapi(cancel, async (context) => {
    const { order } = context.req.valid('param');
    requireToken(context, 'order', order);
    return context.json(await cancelOrder(context.get('centre'), order), 200);
  });
  app.openapi(email, async (context) => {
    const { order } = context.req.valid('param');
    requireToken(context, 'order', order);
    return context.json(await changeEmail(context.get('centre'), order, context.req.valid('json').email), 200);
  });
}
