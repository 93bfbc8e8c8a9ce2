import { createRoute, z } from '@hono/zod-openapi';
import {
  entryListSchema,
  MAX_ENTRIES,
  partnerStatementSchema,
  periodSchema,
  uuidSchema,
} from '../../../sdk/contract/index.ts';
import { centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { requirePartner } from '../network/require-partner.ts';
import { tellPartner } from './partner-side.ts';
import { entriesById } from './store.ts';

const path = '/centres/{centre}/network/v1/settlements/{period}';
const params = centreParams.extend({ period: periodSchema });
const security = [{ partner: [] }];
// What was sold under an agreement that ended is still owed, to either side.
const middleware = requirePartner({ alsoEnded: true, alsoOwner: true });
const refusals = errors('signature_missing', 'signature_invalid');

const statement = createRoute({
  method: 'get',
  path,
  ...{ security, middleware },
  summary: 'What this centre has on the account of the agreement for a month, to compare by hashes',
  request: { params, query: z.object({ after: uuidSchema.optional() }) },
  responses: { 200: json(partnerStatementSchema, 'Totals of the month, and a page of hashes by id.'), ...refusals },
});
const entries = createRoute({
  method: 'get',
  path: `${path}/entries`,
  ...{ security, middleware },
  summary: 'Some entries as this centre has them; those it does not have are left out',
  request: {
    params,
    query: z.object({
      ids: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(uuidSchema).min(1).max(MAX_ENTRIES)),
    }),
  },
  responses: { 200: json(entryListSchema, 'The entries.'), ...refusals },
});

/** What the other centre of an agreement asks to see whether we agree on what is owed. */
export function registerSettlements(app: FoyerApp): void {
  app.openapi(statement, async (context) => {
    const account = {
      agreement: context.get('agreement').id,
      ...context.req.valid('param'),
      ...context.req.valid('query'),
    };
    return context.json(await tellPartner(context.get('centre'), account), 200);
  });
  app.openapi(entries, async (context) => {
    const { ids } = context.req.valid('query');
    const found = await entriesById(context.get('centre').db, context.get('agreement').id, ids);
    return context.json({ entries: found }, 200);
  });
}
