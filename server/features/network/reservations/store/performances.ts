import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../../../adapters/postgres/tables.ts';
import type { JobQueue } from '../../../../jobs.ts';
import { noteMove } from '../../../orders/moved.ts';
import type { OwnerTransaction } from '../owner-store.ts';

/** When performances are, or are not, in the caller's transaction. Each is locked before anything else is looked at. */
export const performancesIn = (
  jobs: JobQueue,
  trx: DatabaseTransaction,
): Pick<OwnerTransaction, 'cancelPerformance' | 'movePerformance' | 'refundBuyers' | 'tellBuyers'> => ({
  async cancelPerformance(id) {
    const before = await lock(trx, id);
    if (!before || before.cancelled) return before && false;
    await trx.updateTable('performance').set({ cancelled: true }).where('id', '=', id).execute();
    return true;
  },

  async movePerformance(id, { startsAt, endsAt }) {
    const before = await lock(trx, id);
    if (!before || before.cancelled) return undefined;
    const by = startsAt.getTime() - before.starts_at.getTime();
    const shifted = (date: Date | null) => date && new Date(date.getTime() + by);
    const end = endsAt ?? shifted(before.ends_at);
    if (by === 0 && end?.getTime() === before.ends_at?.getTime()) return false;
    await trx
      .updateTable('performance')
      .set({
        starts_at: startsAt,
        ends_at: end,
        sale_ends_at: shifted(before.sale_ends_at),
        moved_at: sql<Date>`clock_timestamp()`,
        first_starts_at: before.first_starts_at ?? before.starts_at,
      })
      .where('id', '=', id)
      .execute();
    return true;
  },

  refundBuyers: (performance) =>
    jobs.add(trx, 'refund-performance', { performance }, { key: `refund-performance:${performance}` }),

  tellBuyers: (performance, startsAt) => noteMove(jobs, trx, performance, startsAt.toISOString()),
});

const lock = (trx: DatabaseTransaction, id: string) =>
  trx
    .selectFrom('performance')
    .select(['cancelled', 'starts_at', 'ends_at', 'sale_ends_at', 'first_starts_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
