import { createRoute, z } from '@hono/zod-openapi';
import { referenceSchema, seatStatusSchema } from '../../../sdk/contract/index.ts';
import { FoyerError } from '../../errors.ts';
import { centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { PlanIndex } from '../catalogue/index.ts';
import { createBoard } from './board.ts';
import { eventStream } from './event-stream.ts';
import { readCursor, readTaken, writeCursor } from './store.ts';
import { toStatus } from './wire.ts';

const params = centreParams.extend({ performance: referenceSchema });

const status = createRoute({
  method: 'get',
  path: '/centres/{centre}/performances/{performance}/status',
  summary: 'What is taken at this moment',
  request: { params },
  responses: { 200: json(seatStatusSchema, 'Only what is taken; the rest is free.'), ...errors() },
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
    ...errors(),
  },
});

/** Open streams one network may have: a whole school behind one address, but not all the sockets there are. */
const MOST_STREAMS = 200;

/** Which places of a performance are taken, now and from now on. */
export function registerSeating(app: FoyerApp): void {
  const streams = new Map<string, number>();

  /** Counts a stream before it is there, so that a burst cannot pass the most. Gives the way to count it no more. */
  const reserve = (network: string) => {
    const count = streams.get(network) ?? 0;
    if (count >= MOST_STREAMS) throw new FoyerError('rate_limited', { retryAfter: 60 });
    streams.set(network, count + 1);
    return () => {
      const left = (streams.get(network) ?? 1) - 1;
      if (left > 0) streams.set(network, left);
      else streams.delete(network);
    };
  };

  app.openapi(status, async (context) => {
    const centre = context.get('centre');
    const { performance } = context.req.valid('param');
    const plan = await planOf(centre, performance);
    const { cursor, taken } = await readTaken(centre.db, performance);
    return context.json(toStatus(plan, writeCursor(cursor), createBoard(taken, plan.areas).snapshot()), 200);
  });

  app.openapi(live, async (context) => {
    const centre = context.get('centre');
    const { performance } = context.req.valid('param');
    const network = context.get('network');
    const plan = await planOf(centre, performance);
    const giveBack = reserve(network);
    // The header is newer: the browser sends it when it reconnects, with the address it was first given.
    const since = readCursor(context.req.header('Last-Event-ID') ?? context.req.valid('query').cursor);
    const follower = await centre.live.follow(performance, plan.areas, since).catch((error: unknown) => {
      giveBack();
      throw error;
    });
    const stream = eventStream(follower, plan, context.req.raw.signal, giveBack);
    return context.body(stream, 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
  });
}

async function planOf({ catalogue }: CentreRuntime, performance: string): Promise<PlanIndex> {
  const offer = await catalogue.recentOffer(performance);
  if (!offer) throw new FoyerError('not_found');
  return offer.plan;
}
