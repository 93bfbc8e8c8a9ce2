import { createRoute, z } from '@hono/zod-openapi';
import {
  instantSchema,
  performanceListSchema,
  performanceSchema,
  referenceSchema,
} from '../../../sdk/contract/index.ts';
import { isReference } from '../../../sdk/model/reference.ts';
import { FoyerError } from '../../errors.ts';
import { centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { answerPlan } from './plan-answer.ts';
import { programme, tellPerformance } from './programme.ts';

const list = createRoute({
  method: 'get',
  path: '/centres/{centre}/performances',
  summary: 'Lists performances by start, from now on unless asked otherwise',
  request: {
    params: centreParams,
    query: z.object({
      from: instantSchema.optional(),
      to: instantSchema.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
  },
  responses: { 200: json(performanceListSchema, 'What is on.'), ...errors() },
});
const show = createRoute({
  method: 'get',
  path: '/centres/{centre}/performances/{performance}',
  summary: 'All that is needed to choose seats for one performance',
  request: { params: centreParams.extend({ performance: referenceSchema }) },
  responses: { 200: json(performanceSchema, 'The performance.'), ...errors('partner_unavailable') },
});
const plan = createRoute({
  method: 'get',
  path: '/centres/{centre}/plans/{plan}/{version}',
  summary: 'A seating plan, in the format foyer-plan/1; never changes',
  request: {
    params: centreParams.extend({ plan: referenceSchema, version: z.coerce.number().int().min(1).max(1_000_000) }),
  },
  responses: {
    200: json(z.looseObject({}), 'The plan.'),
    304: { description: 'The plan you have is this one.' },
    ...errors('partner_unavailable'),
  },
});

/** What is on, what it costs, and what the hall looks like. */
export function registerCatalogue(app: FoyerApp): void {
  app.openapi(list, async (context) => {
    const { from, to, limit } = context.req.valid('query');
    const performances = await programme(context.get('centre'), {
      limit,
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { to: new Date(to) }),
    });
    return context.json({ performances }, 200);
  });
  app.openapi(show, async (context) => {
    const { performance } = context.req.valid('param');
    return context.json(await tellPerformance(context.get('centre'), performance), 200);
  });
  app.openapi(plan, async (context) => {
    const { plan, version } = context.req.valid('param');
    return answerPlan(context, await planSource(context.get('centre'), plan, version), 'public');
  });
}

async function planSource({ catalogue, partnerProgramme }: CentreRuntime, plan: string, version: number) {
  if (isReference(plan)) return partnerProgramme.plan(plan, version);
  const found = await catalogue.plan(plan, version);
  if (!found) throw new FoyerError('not_found');
  return found.source;
}
