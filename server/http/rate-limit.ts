import { createMiddleware } from 'hono/factory';
import { FoyerError } from '../errors.ts';
import type { Clock } from '../ports.ts';
import type { Env } from './env.ts';

export interface RateLimit {
  /** Requests that may come at once. */
  readonly burst: number;
  /** Requests that come back every minute. */
  readonly perMinute: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Networks remembered; beyond it the longest-silent are forgotten, which can only make us too kind. */
const MOST_NETWORKS = 50_000;

/** Counts what each network does: a bucket of `burst` tokens that fills again by `perMinute`. In memory of this process. */
export function createLimiter({ burst, perMinute }: RateLimit, clock: Clock) {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;
  return {
    /** Seconds to wait, or 0 when the request may go on. */
    take(network: string): number {
      const now = clock.now().getTime();
      const known = buckets.get(network);
      const tokens = known ? Math.min(burst, known.tokens + Math.max(0, now - known.at) * perMillisecond) : burst;
      buckets.delete(network);
      if (buckets.size >= MOST_NETWORKS) buckets.delete(buckets.keys().next().value ?? '');
      const allowed = tokens >= 1;
      buckets.set(network, { tokens: allowed ? tokens - 1 : tokens, at: now });
      return allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMillisecond / 1000));
    },
    /** Takes back that a request was counted. */
    giveBack(network: string): void {
      const bucket = buckets.get(network);
      if (bucket) bucket.tokens = Math.min(burst, bucket.tokens + 1);
    },
  };
}

/** Refuses a network that asks too much, and says when to come back. */
export function rateLimit(limit: RateLimit, clock: Clock) {
  const limiter = createLimiter(limit, clock);
  return createMiddleware<Env>(async function rateLimit(context, next) {
    const wait = limiter.take(context.get('network'));
    if (wait > 0) throw new FoyerError('rate_limited', { retryAfter: wait });
    context.set('uncount', () => limiter.giveBack(context.get('network')));
    await next();
  });
}
