import type { SeatingState } from '../../sdk/stores/types.ts';

/** What stands between a visitor and choosing, if anything does. */
export type Phase = 'loading' | 'failed' | 'closed' | 'sold-out' | 'stale' | 'ready';

/** `free` is how many places are left. */
export function phaseOf(seating: SeatingState | undefined, free: number | undefined): Phase {
  if (seating?.state === 'failed') return 'failed';
  if (seating?.state !== 'ready') return 'loading';
  if (seating.performance.state !== 'on-sale') return 'closed';
  if (free === 0) return 'sold-out';
  return seating.stale ? 'stale' : 'ready';
}
