import { createRoute, z } from '@hono/zod-openapi';
import {
  cartChoicesSchema,
  cartSchema,
  holdRequestSchema,
  lineChangesSchema,
  newCartSchema,
  releaseRequestSchema,
  uuidSchema,
} from '../../../sdk/contract/index.ts';
import { requireToken } from '../../http/bearer.ts';
import { body, centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { chooseBeside } from './choices.ts';
import { changePriceTypes, createCart, extendHold, holdPlaces, releasePlaces, showCart } from './verbs.ts';

const CARTS = '/centres/{centre}/carts';
const params = centreParams.extend({ cart: uuidSchema });
const security = [{ cart: [] }];
const cart = { 200: json(cartSchema, 'The cart as it is now.') };
const closed = ['token_missing', 'token_invalid', 'cart_closed', 'origin_not_allowed'] as const;

const create = createRoute({
  method: 'post',
  path: CARTS,
  summary: 'Makes an empty cart',
  request: { params: centreParams, body: { content: { 'application/json': { schema: z.strictObject({}) } } } },
  responses: { 201: json(newCartSchema, 'The cart and the token that unlocks it.'), ...errors('origin_not_allowed') },
});
const show = createRoute({
  method: 'get',
  path: `${CARTS}/{cart}`,
  summary: 'Shows a cart',
  security,
  request: { params },
  responses: { ...cart, ...errors('token_missing', 'token_invalid') },
});
const hold = createRoute({
  method: 'post',
  path: `${CARTS}/{cart}/lines`,
  summary: 'Holds places: all of them or none',
  description: 'With an Idempotency-Key the same request again changes nothing and shows the cart as it is then.',
  security,
  request: {
    params,
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: body(holdRequestSchema),
  },
  responses: {
    ...cart,
    ...errors(
      ...closed,
      ...(['seats_taken', 'area_full', 'seat_unknown', 'area_unknown', 'performance_unknown'] as const),
      ...(['price_type_unknown', 'price_type_locked', 'duplicate_seat', 'too_many_places', 'not_on_sale'] as const),
      ...(['wheelchair_place_protected', 'companion_alone'] as const),
      ...(['idempotency_key_reused', 'address_cap_reached'] as const),
    ),
  },
});
const change = createRoute({
  method: 'patch',
  path: `${CARTS}/{cart}/lines`,
  summary: 'Gives lines another price type: all of them or none',
  security,
  request: { params, body: body(lineChangesSchema) },
  responses: { ...cart, ...errors(...closed, 'hold_expired', 'price_type_unknown', 'price_type_locked') },
});
const release = createRoute({
  method: 'post',
  path: `${CARTS}/{cart}/release`,
  summary: 'Gives lines back',
  security,
  request: { params, body: body(releaseRequestSchema) },
  responses: { ...cart, ...errors(...closed) },
});
const choose = createRoute({
  method: 'put',
  path: `${CARTS}/{cart}/choices`,
  summary: 'Sets all that changes what the cart costs and takes no place: codes, subscriptions, products',
  security,
  request: { params, body: body(cartChoicesSchema) },
  responses: {
    ...cart,
    ...errors(
      ...closed,
      ...(['code_unknown', 'code_expired', 'voucher_empty', 'formula_unknown', 'not_on_sale'] as const),
      ...(['product_unknown', 'product_not_offered', 'price_type_locked'] as const),
      ...(['request_in_progress', 'total_changed', 'partner_unavailable'] as const),
    ),
  },
});
const extend = createRoute({
  method: 'post',
  path: `${CARTS}/{cart}/extend`,
  summary: 'Prolongs the hold to ten minutes from now, up to two hours in all',
  security,
  request: { params },
  responses: { ...cart, ...errors(...closed, 'hold_expired', 'hold_cap_reached') },
});

/** Carts and the places they hold. */
export function registerHolds(app: FoyerApp): void {
  app.openapi(create, async (context) =>
    context.json(await createCart(context.get('centre'), context.get('network')), 201),
  );
  app.openapi(show, async (context) => {
    const { cart } = context.req.valid('param');
    requireToken(context, 'cart', cart);
    return context.json(await showCart(context.get('centre'), cart), 200);
  });
  app.openapi(hold, async (context) => {
    const { cart } = context.req.valid('param');
    requireToken(context, 'cart', cart);
    const key = context.req.valid('header')['idempotency-key'] ?? null;
    const held = await holdPlaces(context.get('centre'), cart, context.req.valid('json'), key);
    if (held.replayed) context.header('Idempotent-Replayed', 'true');
    return context.json(held.cart, 200);
  });
  app.openapi(change, async (context) => {
    const { cart } = context.req.valid('param');
    requireToken(context, 'cart', cart);
    return context.json(await changePriceTypes(context.get('centre'), cart, context.req.valid('json')), 200);
  });
  app.openapi(release, async (context) => {
    const { cart } = context.req.valid('param');
    requireToken(context, 'cart', cart);
    return context.json(await releasePlaces(context.get('centre'), cart, context.req.valid('json').lines), 200);
  });
  app.openapi(choose, async (context) => {
    const { cart } = context.req.valid('param');
    requireToken(context, 'cart', cart);
    return context.json(await chooseBeside(context.get('centre'), cart, context.req.valid('json')), 200);
  });
  app.openapi(extend, async (context) => {
    const { cart } = context.req.valid('param');
    requireToken(context, 'cart', cart);
    return context.json(await extendHold(context.get('centre'), cart), 200);
  });
}
