import { createRoute } from '@hono/zod-openapi';
import { referenceSchema, waitingRequestSchema, waitingSchema } from '../../../sdk/contract/index.ts';
import { body, centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { joinWaitingList } from './join.ts';

const join = createRoute({
  method: 'post',
  path: '/centres/{centre}/performances/{performance}/waiting-list',
  summary: 'Puts somebody in line for a performance that has too few places together',
  description:
    'Of the centre’s own performances. The answer is the same for who is in line already. When places come back they are held for the first in line whom they suit, who gets a mail with a link.',
  request: { params: centreParams.extend({ performance: referenceSchema }), body: body(waitingRequestSchema) },
  responses: {
    201: json(waitingSchema, 'They are in line.'),
    ...errors('not_on_sale', 'places_available', 'too_many_places', 'return_url_not_allowed', 'origin_not_allowed'),
  },
});

/** Waiting lists, for who finds a performance sold out. */
export function registerWaitingList(app: FoyerApp): void {
  app.openapi(join, async (context) => {
    const { performance } = context.req.valid('param');
    const joined = await joinWaitingList(context.get('centre'), performance, context.req.valid('json'));
    return context.json(joined, 201);
  });
}
