import { createRoute, z } from '@hono/zod-openapi';
import {
  instantSchema,
  performanceListSchema,
  performanceSchema,
  referenceSchema,
} from '../../../sdk/contract/index.ts';
import { FoyerError } from '../../errors.ts';
import { centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { countTaken, listPerformances } from './store.ts';
import { toPerformance, toSummary } from './wire.ts';

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
  responses: { 200: json(performanceSchema, 'The performance.'), ...errors() },
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
    ...errors(),
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
    const { catalogue, db, clock } = context.get('centre');
    const { performance } = context.req.valid('param');
    const offer = (await catalogue.offers([performance])).get(performance);
    if (!offer) throw new FoyerError('not_found');
    const taken = await countTaken(db, [{ id: performance, houseSeats: offer.plan.houseSeats }]);
    return context.json(toPerformance(offer, taken.get(performance) ?? 0, clock.now()), 200);
  });
  app.openapi(plan, async (context) => {
    const { plan, version } = context.req.valid('param');
    const found = await context.get('centre').catalogue.plan(plan, version);
    if (!found) throw new FoyerError('not_found');
    // Weak: the same plan, however it is packed.
    const tag = `"${plan}-${version}"`;
    context.header('Cache-Control', 'public, max-age=31536000, immutable');
    context.header('ETag', `W/${tag}`);
    if (context.req.header('If-None-Match')?.includes(tag)) return context.body(null, 304);
    return context.json({ ...found.source }, 200);
  });
}

async function programme({ catalogue, db, clock }: CentreRuntime, filter: Parameters<typeof listPerformances>[1]) {
  const rows = await listPerformances(db, filter);
  const offers = await catalogue.offers(rows.map(({ id }) => id));
  const taken = await countTaken(
    db,
    [...offers].map(([id, { plan }]) => ({ id, houseSeats: plan.houseSeats })),
  );
  const now = clock.now();
  return rows.flatMap(({ id }) => {
    const offer = offers.get(id);
    return offer ? [toSummary(offer, taken.get(id) ?? 0, now)] : [];
  });
}
