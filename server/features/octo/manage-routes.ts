import { createRoute, z } from '@hono/zod-openapi';
import { agreementTermsSchema, slugSchema, uuidSchema } from '../../../sdk/contract/index.ts';
import { FoyerError } from '../../errors.ts';
import { body, centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { addReseller, changeResellerKey } from './access.ts';

const path = '/centres/{centre}/manage/resellers';
const security = [{ manage: [] }];
const refusals = errors('token_missing', 'token_invalid', 'agreement_not_open');

const resellerSchema = z
  .strictObject({
    id: slugSchema.max(40),
    name: z.string().min(1).max(200),
    website: z.url().max(2_000),
    terms: agreementTermsSchema,
  })
  .meta({ id: 'NewReseller' });
const keySchema = z
  .strictObject({
    agreement: uuidSchema,
    key: z.string().describe('For `Authorization: Bearer` below /octo. Told this once; only a hash is kept.'),
  })
  .meta({ id: 'ResellerKey' });

const add = createRoute({
  method: 'post',
  path,
  security,
  summary: 'Lets an outside reseller sell by OCTO on these terms; an agreement like any other, ended as any other',
  request: { params: centreParams, body: body(resellerSchema) },
  responses: { 201: json(keySchema, 'The agreement and the key it comes in with.'), ...refusals },
});
const change = createRoute({
  method: 'post',
  path: `${path}/{agreement}/key`,
  security,
  summary: 'Gives a reseller another key; the one it has opens nothing any more',
  request: { params: centreParams.extend({ agreement: uuidSchema }) },
  responses: { 200: json(keySchema, 'The new key.'), ...refusals },
});

/** Which outside resellers may sell, for the centre's own people. */
export function registerResellerManagement(app: FoyerApp): void {
  app.openapi(add, async (context) => {
    const { terms, ...reseller } = context.req.valid('json');
    return context.json(await addReseller(context.get('centre'), reseller, terms), 201);
  });
  app.openapi(change, async (context) => {
    const { agreement } = context.req.valid('param');
    const key = await changeResellerKey(context.get('centre'), agreement);
    if (key === undefined) throw new FoyerError('not_found');
    return context.json({ agreement, key }, 200);
  });
}
