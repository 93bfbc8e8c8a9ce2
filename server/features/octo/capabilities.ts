import type { Context } from 'hono';
import type { Env } from '../../http/env.ts';

/**
 * octo/pricing: what everything costs · foyer/seats: of our own making; unit items may name a seat, and answers tell which
 * one each has and where the plan is. Both are off until a request asks for them in `Octo-Capabilities`.
 */
export const CAPABILITIES = [
  { id: 'octo/pricing', revision: 1, required: false, dependencies: [], docs: null },
  { id: 'foyer/seats', revision: 1, required: false, dependencies: [], docs: null },
] as const;
export type CapabilityId = (typeof CAPABILITIES)[number]['id'];

/** What a reseller wants to hear besides OCTO's core. */
export interface Wanted {
  readonly pricing: boolean;
  readonly seats: boolean;
}

const HEADER = 'Octo-Capabilities';

/** Reads which capabilities a request asks for, and says back which of them it gets. */
export function wantedBy(context: Context<Env>): Wanted {
  const asked = (context.req.header(HEADER) ?? '').split(',').map((id) => id.trim().toLowerCase());
  const given = CAPABILITIES.map(({ id }) => id).filter((id) => asked.includes(id));
  context.header(HEADER, given.join(', '));
  return { pricing: given.includes('octo/pricing'), seats: given.includes('foyer/seats') };
}
