import { createRoute, z } from '@hono/zod-openapi';
import { instantSchema, slugSchema } from '../../../../sdk/contract/index.ts';
import { FoyerError } from '../../../errors.ts';
import { body, centreParams, errors, json } from '../../../http/documents.ts';
import type { FoyerApp } from '../../../http/env.ts';
import { cancelPerformance, movePerformance } from './performances.ts';
import { ownerParts } from './routes.ts';

const path = '/centres/{centre}/manage/performances/{performance}';
const params = centreParams.extend({ performance: slugSchema });
const security = [{ manage: [] }];
const refusals = errors('token_missing', 'token_invalid');
const done = z.strictObject({ performance: slugSchema });

const cancel = createRoute({
  method: 'post',
  path: `${path}/cancel`,
  security,
  summary: 'Cancels a performance: buyers and partners get their money back; again changes nothing',
  request: { params },
  responses: { 200: json(done, 'It is cancelled.'), ...refusals },
});
const move = createRoute({
  method: 'post',
  path: `${path}/move`,
  security,
  summary: 'Moves a performance to another moment; everybody who has tickets is told',
  request: {
    params,
    body: body(
      z.strictObject({
        startsAt: instantSchema,
        endsAt: instantSchema.optional().describe('Without it the performance lasts as long as it would have.'),
      }),
    ),
  },
  responses: { 200: json(done, 'It is moved.'), ...refusals },
});

/** What the centre's own people decide about performances that are sold. */
export function registerPerformanceManagement(app: FoyerApp): void {
  app.openapi(cancel, async (context) => {
    const { performance } = context.req.valid('param');
    await cancelPerformance(ownerParts(context.get('centre')), performance);
    return context.json({ performance }, 200);
  });
  app.openapi(move, async (context) => {
    const { performance } = context.req.valid('param');
    const centre = context.get('centre');
    const asked = context.req.valid('json');
    const startsAt = new Date(asked.startsAt);
    const endsAt = asked.endsAt === undefined ? undefined : new Date(asked.endsAt);
    if (startsAt <= centre.clock.now()) throw new FoyerError('invalid_request', { field: 'startsAt' });
    if (endsAt && endsAt <= startsAt) throw new FoyerError('invalid_request', { field: 'endsAt' });
    await movePerformance(ownerParts(centre), performance, { startsAt, endsAt });
    return context.json({ performance }, 200);
  });
}
