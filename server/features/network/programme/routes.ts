import { createRoute, z } from '@hono/zod-openapi';
import {
  performanceListSchema,
  performanceSchema,
  seatStatusSchema,
  slugSchema,
} from '../../../../sdk/contract/index.ts';
import { centreParams, errors, json } from '../../../http/documents.ts';
import type { FoyerApp } from '../../../http/env.ts';
import { answerPlan } from '../../catalogue/index.ts';
import { createLiveAnswers, statusOf } from '../../seating/index.ts';
import { requirePartner } from '../require-partner.ts';
import { performanceUnder, planUnder, programmeFor, requireOffered } from './programme.ts';

const path = '/centres/{centre}/network/v1';
const security = [{ partner: [] }];
const middleware = requirePartner();
const one = centreParams.extend({ performance: slugSchema });
const refusals = errors('signature_missing', 'signature_invalid', 'agreement_not_active');

const list = createRoute({
  method: 'get',
  path: `${path}/performances`,
  ...{ security, middleware },
  summary: 'What the partner may sell, by start',
  request: { params: centreParams },
  responses: { 200: json(performanceListSchema, 'With the partner’s own sale and share of the places.'), ...refusals },
});
const show = createRoute({
  method: 'get',
  path: `${path}/performances/{performance}`,
  ...{ security, middleware },
  summary: 'One of them, with the price types that the partner may sell',
  request: { params: one },
  responses: { 200: json(performanceSchema, 'The performance.'), ...refusals },
});
const plan = createRoute({
  method: 'get',
  path: `${path}/plans/{plan}/{version}`,
  ...{ security, middleware },
  summary: 'The seating plan of one of them; never changes',
  request: {
    params: centreParams.extend({ plan: slugSchema, version: z.coerce.number().int().min(1).max(1_000_000) }),
  },
  responses: {
    200: json(z.looseObject({}), 'The plan, in foyer-plan/1.'),
    304: { description: 'The plan you have is this one.' },
    ...refusals,
  },
});
const status = createRoute({
  method: 'get',
  path: `${path}/performances/{performance}/status`,
  ...{ security, middleware },
  summary: 'What is taken of one of them at this moment',
  request: { params: one },
  responses: { 200: json(seatStatusSchema, 'Only what is taken; the rest is free.'), ...refusals },
});
const live = createRoute({
  method: 'get',
  path: `${path}/performances/{performance}/live`,
  ...{ security, middleware },
  summary: 'Follows what is taken and given back of one of them, as server-sent events',
  request: { params: one, query: z.object({ cursor: z.string().max(40).optional() }) },
  responses: {
    200: { description: 'A stream that stays open.', content: { 'text/event-stream': { schema: z.string() } } },
    ...refusals,
  },
});

/** A partner needs one stream a performance; a few servers of it need a few. */
const MOST_STREAMS = 5_000;

/** Our programme as an agreement lets a partner see it. */
export function registerNetworkProgramme(app: FoyerApp): void {
  const answerLive = createLiveAnswers(MOST_STREAMS);

  app.openapi(list, async (context) =>
    context.json({ performances: await programmeFor(context.get('centre'), context.get('agreement')) }, 200),
  );
  app.openapi(show, async (context) => {
    const { performance } = context.req.valid('param');
    return context.json(await performanceUnder(context.get('centre'), context.get('agreement'), performance), 200);
  });
  app.openapi(plan, async (context) => {
    const { plan, version } = context.req.valid('param');
    const source = await planUnder(context.get('centre'), context.get('agreement'), plan, version);
    return answerPlan(context, source, 'private');
  });
  app.openapi(status, async (context) => {
    const { performance } = context.req.valid('param');
    await requireOffered(context.get('centre'), context.get('agreement'), performance);
    return context.json(await statusOf(context.get('centre'), performance), 200);
  });
  app.openapi(live, async (context) => {
    const { performance } = context.req.valid('param');
    await requireOffered(context.get('centre'), context.get('agreement'), performance);
    return answerLive(context, performance, context.get('agreement').id);
  });
}
