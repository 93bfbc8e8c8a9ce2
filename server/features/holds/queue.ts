import { sql } from 'kysely';
import type { ErrorCode } from '../../../sdk/contract/error.ts';
import type { Database, DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import type { CartState } from './cart.ts';
import type { HoldWish } from './wish.ts';

/** What became of a wish: `held` now, `replayed` = held before under the same idempotency key, or why not. */
export type HoldAnswer =
  | { readonly outcome: 'held' | 'replayed'; readonly cart: CartState }
  | (HoldRefusal & { readonly cart: null });

/** Why places could not be held, and which stood in the way. */
export interface HoldRefusal {
  readonly outcome: ErrorCode;
  readonly seats: readonly string[] | null;
}

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
/** Classes of errors that a request's own content can cause: bad data, a broken constraint, an error we raise. */
const OF_ONE_REQUEST = new Set(['22', '23', 'P0']);

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
      const { batch, later } = chooseBatch(waiting);
      waiting = later;
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
      // What one request breaks, the others must not suffer for; where the database itself fails, asking it again for each
      // would only let everybody wait longer.
      if (batch.length > 1 && isOfOneRequest(error)) for (const alone of batch) await answer([alone]);
      else for (const { reject } of batch) reject(error);
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

/**
 * Takes what waited longest and has nothing to do with each other. Who wants the same seat as an earlier one waits for
 * the next round, and hears then what became of it.
 */
function chooseBatch(waiting: readonly Waiting[]): { batch: Waiting[]; later: Waiting[] } {
  const batch: Waiting[] = [];
  const later: Waiting[] = [];
  const spoken = new Set<string>();
  for (const one of waiting) {
    const topics = topicsOf(one.wish);
    const free = batch.length < MAX_BATCH && topics.every((topic) => !spoken.has(topic));
    (free ? batch : later).push(one);
    // Also when it has to wait: nobody overtakes it.
    for (const topic of topics) spoken.add(topic);
  }
  return { batch, later };
}

const topicsOf = ({ areas, cart, performance, seats }: HoldWish): string[] => [
  cart,
  ...seats.map(({ place }) => `${performance}/${place}`),
  ...areas.map(({ area }) => `${performance}/${area}`),
];

async function ask(db: Database, wishes: readonly HoldWish[], tries = 1): Promise<readonly HoldAnswer[]> {
  try {
    const { rows } = await sql<{ answers: HoldAnswer[] }>`
      select hold_places(${JSON.stringify(wishes)}::jsonb) as answers`.execute(db);
    return rows[0]?.answers ?? [];
  } catch (error) {
    if (tries < MAX_TRIES && PASSING.has(codeOf(error))) return ask(db, wishes, tries + 1);
    throw error;
  }
}

/**
 * Takes places inside the caller's transaction, beside whatever else happens in it: all of the wish or none.
 * @returns why not; undefined when they are held.
 */
export async function holdInside(trx: DatabaseTransaction, wish: HoldWish): Promise<HoldRefusal | undefined> {
  const { rows } = await sql<{ answers: HoldAnswer[] }>`
    select hold_places(${JSON.stringify([wish])}::jsonb) as answers`.execute(trx);
  const [answer] = rows[0]?.answers ?? [];
  if (!answer) throw new Error('The database did not answer a hold.');
  return answer.cart ? undefined : { outcome: answer.outcome, seats: answer.seats };
}

const isOfOneRequest = (error: unknown): boolean => OF_ONE_REQUEST.has(codeOf(error).slice(0, 2));

/** An error's code, which is the SQLSTATE when it comes from the database; empty when it has none. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
