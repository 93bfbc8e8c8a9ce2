import type { Context } from 'hono';
import type { PlanSource } from '../../../sdk/model/seating-plan/index.ts';
import type { Env } from '../../http/env.ts';

/** Answers with a seating plan, which never changes once it has a version. @param who Whose caches may keep it. */
export function answerPlan(context: Context<Env>, source: PlanSource, who: 'public' | 'private'): Response {
  // Weak: the same plan, however it is packed.
  const tag = `"${source.id}-${source.version}"`;
  context.header('Cache-Control', `${who}, max-age=31536000, immutable`);
  context.header('ETag', `W/${tag}`);
  if (context.req.header('If-None-Match')?.includes(tag)) return context.body(null, 304);
  return context.json({ ...source }, 200);
}
