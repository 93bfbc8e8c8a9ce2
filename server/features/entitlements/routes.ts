import { createRoute } from '@hono/zod-openapi';
import { orderSchema, uuidSchema, withdrawalRequestSchema } from '../../../sdk/contract/index.ts';
import { requireToken } from '../../http/bearer.ts';
import { body, centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { viewOrder } from '../orders/view.ts';
import { withdraw } from './withdraw.ts';

const giveUp = createRoute({
  method: 'post',
  path: '/centres/{centre}/orders/{order}/withdrawals',
  summary: 'Withdraws from vouchers or passes of an order, within their withdrawal days: all of them or none',
  security: [{ order: [] }],
  request: { params: centreParams.extend({ order: uuidSchema }), body: body(withdrawalRequestSchema) },
  responses: {
    200: json(orderSchema, 'The order as it is now. The money is on its way back, and a mail says so.'),
    ...errors('token_missing', 'token_invalid', 'not_withdrawable', 'origin_not_allowed'),
  },
});

/** What a buyer may do with vouchers and passes. */
export function registerEntitlements(app: FoyerApp): void {
  app.openapi(giveUp, async (context) => {
    const { order } = context.req.valid('param');
    requireToken(context, 'order', order);
    const centre = context.get('centre');
    await withdraw(centre, order, context.req.valid('json').entitlements);
    return context.json(await viewOrder(centre, order), 200);
  });
}
