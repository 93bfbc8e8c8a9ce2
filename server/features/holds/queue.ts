import { sql } from 'kysely';
import type { ErrorCode } from '../../../sdk/contract/error.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import type { CartState } from './cart.ts';
import type { HoldWish } from './wish.ts';

/** What became of a wish: `held` now, `replayed` = held before under the same idempotency key, or why not. */
export type HoldAnswer =
  | { readonly outcome: 'held' | 'replayed'; readonly cart: CartState }
  | { readonly outcome: ErrorCode; readonly seats?: readonly string[] };

/** Takes places for carts of one centre. */
export interface HoldQueue {
  /** All places of the wish or none. Rejects only when the database cannot be asked. */
  hold(wish: HoldWish): Promise<HoldAnswer>;
}

interface Waiting {
  readonly wish: HoldWish;
  readonly resolve: (answer: HoldAnswer) => void;
  readonly reject: (reason: unknown) => void;
}

/** Requests that go to the database together, at most. */
const MAX_BATCH = 64;
const MAX_TRIES = 4;
/** Serialisation failure, deadlock, lock not available: nothing happened, and it may work the next time. */
const PASSING = new Set(['40001', '40P01', '55P03']);

/**
 * Groups hold requests: while one call is under way the next ones gather, and then share a round trip and a commit. So
 * the busier it is, the cheaper a hold gets; a lonely request waits for nobody.
 */
export function createHoldQueue(db: Database): HoldQueue {
  let waiting: Waiting[] = [];
  let busy = false;

  const work = async () => {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MAX_BATCH);
      waiting = waiting.slice(MAX_BATCH);
      await answer(batch);
    }
    busy = false;
  };

  const answer = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await ask(
        db,
        batch.map(({ wish }) => wish),
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        const found = answers[index];
        if (found) resolve(found);
        else reject(new Error('The database answered fewer holds than it was asked.'));
      }
    } catch (error) {
      // What breaks a call may be in one request; the others must not suffer for it.
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const alone of batch) await answer([alone]);
    }
  };

  return {
    hold: (wish) =>
      new Promise((resolve, reject) => {
        waiting.push({ wish, resolve, reject });
        if (!busy) void work();
      }),
  };
}

async function ask(db: Database, wishes: readonly HoldWish[], tries = 1): Promise<readonly HoldAnswer[]> {
  try {
    const { rows } = await sql<{ answers: HoldAnswer[] }>`
      select hold_places(${JSON.stringify(wishes)}::jsonb) as answers`.execute(db);
    return rows[0]?.answers ?? [];
  } catch (error) {
    if (tries < MAX_TRIES && isPassing(error)) return ask(db, wishes, tries + 1);
    throw error;
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && PASSING.has(error.code);
