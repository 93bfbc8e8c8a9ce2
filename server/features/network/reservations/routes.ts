import { createRoute, z } from '@hono/zod-openapi';
import {
  cancelRequestSchema,
  confirmRequestSchema,
  extendRequestSchema,
  networkChangesSchema,
  reservationRequestSchema,
  reservationSchema,
  uuidSchema,
} from '../../../../sdk/contract/index.ts';
import { body, centreParams, errors, json } from '../../../http/documents.ts';
import type { FoyerApp } from '../../../http/env.ts';
import type { CentreRuntime } from '../../../runtime.ts';
import { registerForPartner } from '../../uitpas/for-partner.ts';
import { UITPAS_REFUSALS } from '../../uitpas/refusals.ts';
import { requirePartner } from '../require-partner.ts';
import { cancel } from './cancel.ts';
import { readChanges } from './changes.ts';
import { confirm } from './confirm.ts';
import { extend } from './extend.ts';
import type { OwnerParts } from './parts.ts';
import { read } from './read.ts';
import { reserve } from './reserve.ts';
import { createOwnerStore } from './store/index.ts';

const path = '/centres/{centre}/network/v1/reservations/{reservation}';
const params = centreParams.extend({ reservation: uuidSchema });
const security = [{ partner: [] }];
const activeOnly = requirePartner();
// What was sold stays in order when the agreement has ended.
const alsoEnded = requirePartner({ alsoEnded: true });
const signed = ['signature_missing', 'signature_invalid'] as const;
const hold = [
  ...([
    'seats_taken',
    'area_full',
    'seat_unknown',
    'area_unknown',
    'performance_unknown',
    'price_type_unknown',
  ] as const),
  ...(['duplicate_seat', 'too_many_places', 'not_on_sale', 'wheelchair_place_protected', 'companion_alone'] as const),
  ...(['partner_cap_reached', 'quota_reached', 'formula_unknown', 'total_changed'] as const),
];
const now = { 200: json(reservationSchema, 'The reservation as it is now.') };

const put = createRoute({
  method: 'put',
  path,
  ...{ security, middleware: activeOnly },
  summary: 'Reserves everything that is wanted for one cart, or nothing',
  description: 'The same request again changes nothing; another one under the same id is refused.',
  request: { params, body: body(reservationRequestSchema) },
  responses: {
    ...now,
    201: json(reservationSchema, 'It was made by this request.'),
    ...errors(
      ...([...signed, ...hold, 'agreement_not_active', 'reservation_differs'] as const),
      ...(['reservation_replaced', 'reservation_closed'] as const),
    ),
  },
});
const show = createRoute({
  method: 'get',
  path,
  ...{ security, middleware: alsoEnded },
  summary: 'A reservation, with its tickets when it is confirmed',
  request: { params },
  responses: { ...now, ...errors(...signed) },
});
const prolong = createRoute({
  method: 'post',
  path: `${path}/extend`,
  ...{ security, middleware: activeOnly },
  summary: 'Asks for more time',
  request: { params, body: body(extendRequestSchema) },
  responses: {
    ...now,
    ...errors(
      ...([...signed, 'agreement_not_active', 'reservation_expired', 'reservation_replaced'] as const),
      ...(['reservation_closed', 'seat_left_alone', 'companion_alone', 'partner_cap_reached'] as const),
      ...(['quota_reached', 'not_on_sale', ...UITPAS_REFUSALS] as const),
    ),
  },
});
const sell = createRoute({
  method: 'post',
  path: `${path}/confirm`,
  ...{ security, middleware: alsoEnded },
  summary: 'Sells what is reserved: all of it or nothing; again gives the same answer',
  request: { params, body: body(confirmRequestSchema) },
  responses: { ...now, ...errors(...signed, 'total_changed', 'reservation_lost', 'reservation_closed') },
});
const giveUp = createRoute({
  method: 'post',
  path: `${path}/cancel`,
  ...{ security, middleware: alsoEnded },
  summary: 'Gives up what is reserved, or undoes what was sold; again gives the same answer',
  request: { params, body: body(cancelRequestSchema) },
  responses: { ...now, ...errors(...signed, 'reservation_closed') },
});
const feed = createRoute({
  method: 'get',
  path: '/centres/{centre}/network/v1/changes',
  ...{ security, middleware: alsoEnded },
  summary: 'What happened under the agreement since a cursor, oldest first',
  request: {
    params: centreParams,
    query: z.object({
      after: z
        .string()
        .regex(/^\d{1,19}$/)
        .default('0'),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
  },
  responses: { 200: json(networkChangesSchema, 'A page of the feed.'), ...errors(...signed) },
});

/** What the verbs work with at a centre. */
export const ownerParts = (runtime: CentreRuntime): OwnerParts => ({
  store: createOwnerStore(runtime),
  random: runtime.random,
  signer: runtime.signer,
  config: runtime.config,
});

/** What selling centres reserve here, buy and give back. */
export function registerReservations(app: FoyerApp): void {
  app.openapi(put, async (context) => {
    const { reservation: id } = context.req.valid('param');
    const parts = ownerParts(context.get('centre'));
    const made = await reserve(parts, context.get('agreement'), id, context.req.valid('json'));
    return context.json(made.reservation, made.created ? 201 : 200);
  });
  app.openapi(show, async (context) => {
    const { reservation: id } = context.req.valid('param');
    return context.json(await read(ownerParts(context.get('centre')), context.get('agreement'), id), 200);
  });
  app.openapi(prolong, async (context) => {
    const { reservation: id } = context.req.valid('param');
    const centre = context.get('centre');
    const parts = ownerParts(centre);
    if (context.req.valid('json').forPayment) {
      await registerForPartner(centre, { agreement: context.get('agreement').id, reservation: id });
    }
    return context.json(await extend(parts, context.get('agreement'), id, context.req.valid('json')), 200);
  });
  app.openapi(sell, async (context) => {
    const { reservation: id } = context.req.valid('param');
    const parts = ownerParts(context.get('centre'));
    return context.json(await confirm(parts, context.get('agreement'), id, context.req.valid('json')), 200);
  });
  app.openapi(giveUp, async (context) => {
    const { reservation: id } = context.req.valid('param');
    const parts = ownerParts(context.get('centre'));
    return context.json(await cancel(parts, context.get('agreement'), id, context.req.valid('json')), 200);
  });
  app.openapi(feed, async (context) =>
    context.json(
      await readChanges(context.get('centre').db, context.get('agreement').id, context.req.valid('query')),
      200,
    ),
  );
}
