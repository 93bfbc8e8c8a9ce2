import { createRoute } from '@hono/zod-openapi';
import { keysToldSchema } from '../../../../sdk/contract/index.ts';
import { centreParams, errors, json } from '../../../http/documents.ts';
import type { FoyerApp } from '../../../http/env.ts';
import { announceKeys } from './tell-owner.ts';

const rotate = createRoute({
  method: 'post',
  path: '/centres/{centre}/manage/network/keys/rotate',
  security: [{ manage: [] }],
  summary: 'Tells every owner that this centre sells for the keys it has now, signed with one that the owner knows',
  description:
    'To change keys: put a new seed first in `networkSeeds`, restart, call this until every owner is told, then take the old seed away.',
  request: { params: centreParams },
  responses: {
    200: json(keysToldSchema, 'What became of it, owner by owner. Can be repeated.'),
    ...errors('token_missing', 'token_invalid'),
  },
});

/** The keys with which this centre signs at its partners. */
export function registerKeyManagement(app: FoyerApp): void {
  app.openapi(rotate, async (context) => {
    const centre = context.get('centre');
    return context.json({ told: [...(await announceKeys(centre, centre.agreementCalls))] }, 200);
  });
}
