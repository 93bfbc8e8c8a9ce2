import { createRoute, z } from '@hono/zod-openapi';
import {
  agreementListSchema,
  agreementSchema,
  agreementTermsSchema,
  networkKeySchema,
  newOfferSchema,
  offerUrlSchema,
  seenOfferSchema,
  uuidSchema,
} from '../../../../sdk/contract/index.ts';
import { body, centreParams, errors, json } from '../../../http/documents.ts';
import type { FoyerApp } from '../../../http/env.ts';
import { acceptOffer, lookAtOffer } from './accept.ts';
import { changeTerms, endAgreement, revokeKey } from './change.ts';
import { makeOffer } from './offer.ts';
import { findAgreement, listAgreements, toAgreement } from './store.ts';

const path = '/centres/{centre}/manage/agreements';
const security = [{ manage: [] }];
const one = centreParams.extend({ agreement: uuidSchema });
const termsBody = body(z.strictObject({ terms: agreementTermsSchema }));
const offerBody = body(z.strictObject({ offerUrl: offerUrlSchema }));
const changed = { 200: json(agreementSchema, 'The agreement as it is now.') };
const refusals = errors(
  ...(['token_missing', 'token_invalid', 'agreement_not_open', 'agreement_not_active', 'partner_unavailable'] as const),
);

const list = createRoute({
  method: 'get',
  path,
  security,
  summary: 'Every agreement and offer of the centre, newest first',
  request: { params: centreParams },
  responses: { 200: json(agreementListSchema, 'In both roles, also those that ended.'), ...refusals },
});
const show = createRoute({
  method: 'get',
  path: `${path}/{agreement}`,
  security,
  summary: 'One agreement',
  request: { params: one },
  responses: { ...changed, ...refusals },
});
const offer = createRoute({
  method: 'post',
  path,
  security,
  summary: 'Offers another centre to sell for this one, on these terms',
  request: { params: centreParams, body: termsBody },
  responses: {
    201: json(newOfferSchema, 'The offer. Its address is told this once; who has it can accept.'),
    ...refusals,
  },
});
const look = createRoute({
  method: 'post',
  path: `${path}/look`,
  security,
  summary: 'What another centre offers, before accepting it',
  request: { params: centreParams, body: offerBody },
  responses: { 200: json(seenOfferSchema, 'Who offers what.'), ...refusals },
});
const accept = createRoute({
  method: 'post',
  path: `${path}/accept`,
  security,
  summary: 'Accepts another centre’s offer; from now on this centre sells for it',
  request: { params: centreParams, body: offerBody },
  responses: { ...changed, ...refusals },
});
const change = createRoute({
  method: 'patch',
  path: `${path}/{agreement}`,
  security,
  summary: 'Other terms from now on; as owner only',
  request: { params: one, body: termsBody },
  responses: { ...changed, ...refusals },
});
const end = createRoute({
  method: 'post',
  path: `${path}/{agreement}/end`,
  security,
  summary: 'Ends an agreement at once, from either side; what was sold stays sold',
  request: { params: one },
  responses: { ...changed, ...refusals },
});
const revoke = createRoute({
  method: 'post',
  path: `${path}/{agreement}/revoke-key`,
  security,
  summary: 'Accepts nothing any more that is signed with this key of the partner; as owner only',
  request: { params: one, body: body(z.strictObject({ keyId: networkKeySchema.shape.id })) },
  responses: { ...changed, ...refusals },
});

/** With whom this centre sells, for its own people. */
export function registerAgreementManagement(app: FoyerApp): void {
  app.openapi(list, async (context) => {
    const rows = await listAgreements(context.get('centre').db);
    return context.json({ agreements: rows.map(toAgreement) }, 200);
  });
  app.openapi(show, async (context) => {
    const row = await findAgreement(context.get('centre').db, context.req.valid('param').agreement);
    return context.json(toAgreement(row), 200);
  });
  app.openapi(offer, async (context) =>
    context.json(await makeOffer(context.get('centre'), context.req.valid('json').terms), 201),
  );
  app.openapi(look, async (context) => {
    const { askOpenly } = context.get('centre');
    return context.json(await lookAtOffer(askOpenly, context.req.valid('json').offerUrl), 200);
  });
  app.openapi(accept, async (context) => {
    const centre = context.get('centre');
    return context.json(await acceptOffer(centre, centre.askOpenly, context.req.valid('json').offerUrl), 200);
  });
  app.openapi(change, async (context) => {
    const { agreement } = context.req.valid('param');
    return context.json(await changeTerms(context.get('centre'), agreement, context.req.valid('json').terms), 200);
  });
  app.openapi(end, async (context) =>
    context.json(await endAgreement(context.get('centre'), context.req.valid('param').agreement), 200),
  );
  app.openapi(revoke, async (context) => {
    const { agreement } = context.req.valid('param');
    return context.json(await revokeKey(context.get('centre'), agreement, context.req.valid('json').keyId), 200);
  });
}
