import { createRoute, z } from '@hono/zod-openapi';
import { agreementSchema, keyListSchema, networkCentreSchema } from '../../../../sdk/contract/index.ts';
import { body, centreParams, errors, json } from '../../../http/documents.ts';
import type { FoyerApp } from '../../../http/env.ts';
import { describeToNetwork } from '../centre.ts';
import { requirePartner } from '../require-partner.ts';
import { endByPartner, replaceKeys } from './change.ts';
import { readOffer, takeOffer } from './offer.ts';
import { findAgreement, toAgreement } from './store.ts';

const path = '/centres/{centre}/network/v1';
const security = [{ partner: [] }];
// It must be possible to read, end and re-key an agreement that ended: what was sold under it goes on.
const middleware = requirePartner({ alsoEnded: true });
const code = centreParams.extend({ code: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) });
const refusals = errors('signature_missing', 'signature_invalid');

const discovery = createRoute({
  method: 'get',
  path,
  summary: 'Who this centre is to others, and the public keys it signs with',
  request: { params: centreParams },
  responses: { 200: json(networkCentreSchema, 'The centre.'), ...errors() },
});
const look = createRoute({
  method: 'get',
  path: `${path}/offers/{code}`,
  summary: 'What is offered, for who has the code',
  request: { params: code },
  responses: { 200: json(agreementSchema, 'The offer.'), ...errors() },
});
const take = createRoute({
  method: 'post',
  path: `${path}/offers/{code}`,
  summary: 'Accepts the offer; the first centre to do so has it',
  request: { params: code, body: body(networkCentreSchema) },
  responses: { 200: json(agreementSchema, 'The agreement.'), ...errors('agreement_not_open') },
});
const show = createRoute({
  method: 'get',
  path: `${path}/agreement`,
  ...{ security, middleware },
  summary: 'The agreement as the owner has it, also when it ended',
  request: { params: centreParams },
  responses: { 200: json(agreementSchema, 'The agreement.'), ...refusals },
});
const end = createRoute({
  method: 'post',
  path: `${path}/agreement/end`,
  ...{ security, middleware },
  summary: 'The seller ends the agreement; again changes nothing',
  request: { params: centreParams },
  responses: { 200: json(agreementSchema, 'The agreement.'), ...refusals },
});
const keys = createRoute({
  method: 'post',
  path: `${path}/agreement/keys`,
  ...{ security, middleware },
  summary: 'The seller’s keys from now on, announced with one that is known',
  request: { params: centreParams, body: body(keyListSchema) },
  responses: { 200: json(agreementSchema, 'The agreement.'), ...refusals },
});

/** What other centres ask about agreements: without a signature to make one, with it about the one they have. */
export function registerAgreements(app: FoyerApp): void {
  app.openapi(discovery, (context) => context.json(describeToNetwork(context.get('centre')), 200));
  app.openapi(look, async (context) =>
    context.json(await readOffer(context.get('centre'), context.req.valid('param').code), 200),
  );
  app.openapi(take, async (context) => {
    const { code } = context.req.valid('param');
    return context.json(await takeOffer(context.get('centre'), code, context.req.valid('json')), 200);
  });
  app.openapi(show, async (context) => {
    const row = await findAgreement(context.get('centre').db, context.get('agreement').id);
    return context.json(toAgreement(row), 200);
  });
  app.openapi(end, async (context) =>
    context.json(await endByPartner(context.get('centre'), context.get('agreement').id), 200),
  );
  app.openapi(keys, async (context) => {
    const { keys } = context.req.valid('json');
    return context.json(await replaceKeys(context.get('centre'), context.get('agreement').id, keys), 200);
  });
}
