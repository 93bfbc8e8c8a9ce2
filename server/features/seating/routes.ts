import { createRoute, z } from '@hono/zod-openapi';
import { referenceSchema, seatStatusSchema } from '../../../sdk/contract/index.ts';
import { isReference } from '../../../sdk/model/reference.ts';
import { centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { createLiveAnswers, statusOf } from './answers.ts';

const params = centreParams.extend({ performance: referenceSchema });

const status = createRoute({
  method: 'get',
  path: '/centres/{centre}/performances/{performance}/status',
  summary: 'What is taken at this moment',
  request: { params },
  responses: { 200: json(seatStatusSchema, 'Only what is taken; the rest is free.'), ...errors('partner_unavailable') },
});
const live = createRoute({
  method: 'get',
  path: '/centres/{centre}/performances/{performance}/live',
  summary: 'Follows what is taken and given back, as server-sent events',
  description:
    'Events `change` (SeatChange) and `reset` (SeatStatus). Resume with Last-Event-ID, or with ?cursor= from a status.',
  request: { params, query: z.object({ cursor: z.string().max(40).optional() }) },
  responses: {
    200: { description: 'A stream that stays open.', content: { 'text/event-stream': { schema: z.string() } } },
    ...errors('partner_unavailable'),
  },
});

/** Open streams one network may have: a whole school behind one address, but not all the sockets there are. */
const MOST_STREAMS = 200;

/** Which places of a performance are taken, now and from now on. */
export function registerSeating(app: FoyerApp): void {
  const answerLive = createLiveAnswers(MOST_STREAMS);

  app.openapi(status, async (context) => {
    const centre = context.get('centre');
    const { performance } = context.req.valid('param');
    const told = isReference(performance)
      ? await centre.partnerProgramme.status(performance)
      : await statusOf(centre, performance);
    return context.json(told, 200);
  });

  app.openapi(live, (context) => answerLive(context, context.req.valid('param').performance, context.get('network')));
}
