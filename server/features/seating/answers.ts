import type { Context } from 'hono';
import type { SeatStatus } from '../../../sdk/contract/seat-status.ts';
import { isReference } from '../../../sdk/model/reference.ts';
import { FoyerError } from '../../errors.ts';
import type { Env } from '../../http/env.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { PlanIndex } from '../catalogue/index.ts';
import { createBoard } from './board.ts';
import { eventStream, onTheWire, type WireFollower } from './event-stream.ts';
import { readCursor, readTaken, writeCursor } from './store.ts';
import { toStatus } from './wire.ts';

/** What is taken at this moment in one of our own performances. @throws FoyerError `not_found`. */
export async function statusOf(centre: CentreRuntime, performance: string): Promise<SeatStatus> {
  const plan = await planOf(centre, performance);
  const { cursor, taken } = await readTaken(centre.db, performance);
  return toStatus(plan, writeCursor(cursor), createBoard(taken, plan.areas).snapshot());
}

/** Answers with a stream of what is taken and given back. @param asker Whose streams are counted together. */
export type AnswerLive = (context: Context<Env>, performance: string, asker: string) => Promise<Response>;

/** @param most Open streams one asker may have; more are refused with `rate_limited`. */
export function createLiveAnswers(most: number): AnswerLive {
  const streams = new Map<string, number>();

  /** Counts a stream before it is there, so that a burst cannot pass the most. Gives the way to count it no more. */
  const reserve = (asker: string) => {
    const count = streams.get(asker) ?? 0;
    if (count >= most) throw new FoyerError('rate_limited', { retryAfter: 60 });
    streams.set(asker, count + 1);
    return () => {
      const left = (streams.get(asker) ?? 1) - 1;
      if (left > 0) streams.set(asker, left);
      else streams.delete(asker);
    };
  };

  return async (context, performance, asker) => {
    const giveBack = reserve(asker);
    // The header is newer: the browser sends it when it reconnects, with the address it was first given.
    const since = context.req.header('Last-Event-ID') ?? context.req.query('cursor');
    const follower = await follow(context.get('centre'), performance, since).catch((error: unknown) => {
      giveBack();
      throw error;
    });
    return context.body(eventStream(follower, context.req.raw.signal, giveBack), 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
  };
}

async function follow(centre: CentreRuntime, performance: string, since: string | undefined): Promise<WireFollower> {
  if (isReference(performance)) return centre.partnerProgramme.follow(performance, since);
  const plan = await planOf(centre, performance);
  return onTheWire(await centre.live.follow(performance, plan.areas, readCursor(since)), plan);
}

async function planOf({ catalogue }: CentreRuntime, performance: string): Promise<PlanIndex> {
  const offer = await catalogue.recentOffer(performance);
  if (!offer) throw new FoyerError('not_found');
  return offer.plan;
}
