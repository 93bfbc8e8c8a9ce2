import type { Database, DatabaseTransaction } from './tables.ts';

/** Serialisation failure and deadlock: nothing of the transaction stands, and doing it again is what the manual says. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const MOST_ATTEMPTS = 5;

/**
 * Runs work in a transaction; again from the start when the database broke it off to settle a tie with another.
 * The work must therefore touch nothing but the transaction.
 */
export async function transact<T>(db: Database, work: (trx: DatabaseTransaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (typeof code !== 'string' || !TRY_AGAIN.has(code) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}
