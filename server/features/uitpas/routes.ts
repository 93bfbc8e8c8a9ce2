import { createRoute } from '@hono/zod-openapi';
import {
  cartSchema,
  reservationSchema,
  uitpasAnswerSchema,
  uitpasAskSchema,
  uitpasChoiceSchema,
  uuidSchema,
} from '../../../sdk/contract/index.ts';
import { requireToken } from '../../http/bearer.ts';
import { body, centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { requirePartner } from '../network/require-partner.ts';
import { askForCart, takeForCart } from './for-cart.ts';
import { askForPartner, takeForPartner } from './for-partner.ts';
import { UITPAS_REFUSALS } from './refusals.ts';

const CART = '/centres/{centre}/carts/{cart}/uitpas';
const RESERVATION = '/centres/{centre}/network/v1/reservations/{reservation}/uitpas';
const params = centreParams.extend({ cart: uuidSchema });
const reserved = centreParams.extend({ reservation: uuidSchema });
const security = [{ cart: [] }];
const refusals = [
  ...(['token_missing', 'token_invalid', 'cart_closed', 'origin_not_allowed', 'hold_expired'] as const),
  ...(['partner_unavailable', 'request_in_progress', ...UITPAS_REFUSALS] as const),
] as const;
const ofPartner = { security: [{ partner: [] }], middleware: requirePartner() };
const partnerRefusals = [
  ...(['signature_missing', 'signature_invalid', 'agreement_not_active', 'hold_expired'] as const),
  ...(['reservation_expired', 'reservation_replaced', 'reservation_closed', ...UITPAS_REFUSALS] as const),
] as const;
const answer = { 200: json(uitpasAnswerSchema, 'The tariffs it has, if any, and what UiTPAS says to the visitor.') };

const ask = createRoute({
  method: 'post',
  path: CART,
  summary: 'Asks which UiTPAS tariffs a card has for a place in the cart',
  description: 'The card number is sealed to the key that the performance announces. Nothing of the cart changes.',
  security,
  request: { params, body: body(uitpasAskSchema) },
  responses: { ...answer, ...errors(...refusals) },
});
const take = createRoute({
  method: 'post',
  path: `${CART}/tariff`,
  summary: 'Gives places of one performance a UiTPAS tariff, or their normal price again: all of them or none',
  security,
  request: { params, body: body(uitpasChoiceSchema) },
  responses: { 200: json(cartSchema, 'The cart as it is now.'), ...errors(...refusals) },
});
const askOwner = createRoute({
  method: 'post',
  path: RESERVATION,
  ...ofPartner,
  summary: 'Asks which UiTPAS tariffs a card has for a reserved place',
  description: 'The seller passes on what the visitor’s browser sealed to us, and keeps nothing of it.',
  request: { params: reserved, body: body(uitpasAskSchema) },
  responses: { ...answer, ...errors(...partnerRefusals) },
});
const takeOfOwner = createRoute({
  method: 'post',
  path: `${RESERVATION}/tariff`,
  ...ofPartner,
  summary: 'Gives reserved places of one performance a UiTPAS tariff, or their normal price again',
  description: 'Beside the reservation, so that the seller need not keep the sealed number to reserve anew with it.',
  request: { params: reserved, body: body(uitpasChoiceSchema) },
  responses: { 200: json(reservationSchema, 'The reservation at its new price.'), ...errors(...partnerRefusals) },
});

/** UiTPAS, for who chooses places and for partners whose visitors do. */
export function registerUitpas(app: FoyerApp): void {
  app.openapi(ask, async (context) => {
    const { cart } = context.req.valid('param');
    requireToken(context, 'cart', cart);
    return context.json(await askForCart(context.get('centre'), cart, context.req.valid('json')), 200);
  });
  app.openapi(take, async (context) => {
    const { cart } = context.req.valid('param');
    requireToken(context, 'cart', cart);
    return context.json(await takeForCart(context.get('centre'), cart, context.req.valid('json')), 200);
  });
  app.openapi(askOwner, async (context) => {
    const { reservation } = context.req.valid('param');
    const of = { agreement: context.get('agreement').id, reservation };
    return context.json(await askForPartner(context.get('centre'), of, context.req.valid('json')), 200);
  });
  app.openapi(takeOfOwner, async (context) => {
    const { reservation } = context.req.valid('param');
    const of = { agreement: context.get('agreement').id, reservation };
    return context.json(await takeForPartner(context.get('centre'), of, context.req.valid('json')), 200);
  });
}
