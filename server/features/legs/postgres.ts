import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreParts } from '../../runtime.ts';
import { beginChange, dropExpired, endChange, heldLegs } from './carts.ts';
import { giveBack, keep, settle } from './endings.ts';
import type { Leg } from './leg.ts';
import { legsOf } from './orders.ts';
import { toLeg, toRow } from './rows.ts';
import type { LegStore, LegTransaction } from './store.ts';

/** What is planned for a moment is also found a little later by the job of every minute, should its own job be lost. */
const GRACE = 30_000;

export type LegStoreParts = Pick<CentreParts, 'db' | 'jobs' | 'random'>;

/** Legs in the centre's own tables. */
export const createLegStore = (parts: LegStoreParts): LegStore => ({
  transact: (work) => transact(parts.db, (trx) => work(legTransaction(parts, trx))),
});

/** The same inside a transaction that is under way. Whoever has it already holds the locks that come before legs'. */
export function legTransaction(parts: LegStoreParts, trx: DatabaseTransaction): LegTransaction {
  const legs: LegTransaction = {
    now: () => now(trx),
    beginChange: (lease, agreement, until) => beginChange(trx, legs, { lease, agreement, until }),
    endChange: (lease, done) => endChange(trx, lease, done),
    async choose(cart, choices) {
      const stored = choices && JSON.stringify(choices);
      await trx.updateTable('cart').set({ choices: stored }).where('id', '=', cart).execute();
    },
    dropExpired: (cart) => dropExpired(trx, legs, cart),
    heldLegs: (cart) => heldLegs(trx, cart),
    legsOf: (order) => legsOf(trx, order),
    leg: (id) => lockLeg(trx, id),
    async save(leg) {
      const row = toRow(leg);
      await trx
        .insertInto('leg')
        .values(row)
        .onConflict((known) => known.column('id').doUpdateSet(row))
        .execute();
    },
    async wake(leg, at) {
      const check = new Date(at.getTime() + GRACE);
      await trx.updateTable('leg').set({ check_at: check }).where('id', '=', leg.id).execute();
      await parts.jobs.add(trx, 'finish-leg', { leg: leg.id }, { key: `leg:${leg.id}`, runAt: at });
    },
    keep: (leg, reservation) => keep(parts, trx, leg, reservation),
    giveBack: (leg) => giveBack(parts, trx, leg),
    settle: (leg, reservation) => settle(trx, leg, reservation),
  };
  return legs;
}

async function now(trx: DatabaseTransaction): Promise<Date> {
  const { at } = await trx.selectNoFrom(sql<Date>`clock_timestamp()`.as('at')).executeTakeFirstOrThrow();
  return at;
}

/** Under the lock of its order first, as everybody takes them. */
async function lockLeg(trx: DatabaseTransaction, id: string): Promise<Leg | undefined> {
  await sql`select from orders where id = (select order_id from leg where id = ${id}) for update`.execute(trx);
  const row = await trx.selectFrom('leg').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toLeg(row);
}
