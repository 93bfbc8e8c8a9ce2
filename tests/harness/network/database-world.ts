import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { priceListSchema } from '../../../sdk/contract/prices/index.ts';
import { createOwnerStore } from '../../../server/features/network/reservations/store/index.ts';
import { createTestCentre, openTestCart, type TestCentre } from '../centre.ts';
import { asPlanned, type OwnerWorld, type OwnerWorldOptions, ownerAgreement, PERFORMANCES } from './owner-world.ts';

export interface DatabaseWorld extends OwnerWorld {
  readonly centre: TestCentre;
}

const WEEK = 7 * 24 * 3_600_000;

/** An owning centre in a real database. Time passes there by dating everything back. */
export async function createDatabaseWorld({ hall }: OwnerWorldOptions = {}): Promise<DatabaseWorld> {
  return databaseWorldOf(await createTestCentre({ performances: PERFORMANCES, hall }));
}

/** The same of a centre that is there. */
export function databaseWorldOf(centre: TestCentre): DatabaseWorld {
  const { db, runtime } = centre;
  const store = createOwnerStore(runtime);
  return {
    centre,
    parts: { store, random: runtime.random, signer: runtime.signer, config: runtime.config },
    async agree(terms) {
      const agreement = ownerAgreement(randomUUID(), terms);
      const partner = { id: `partner-${agreement.id.slice(0, 8)}`, name: 'De Partner', website: '', url: '', keys: [] };
      await db
        .insertInto('agreement')
        .values({
          ...{ id: agreement.id, role: 'owner', state: 'active' },
          ...{ partner: JSON.stringify(partner), terms: JSON.stringify(agreement.terms) },
        })
        .execute();
      return agreement;
    },
    async pass(minutes) {
      const ago = sql`make_interval(mins => ${minutes})`;
      await sql`update cart set hold_started_at = hold_started_at - ${ago}, expires_at = expires_at - ${ago}`.execute(
        db,
      );
      await sql`update given_back set at = at - ${ago}`.execute(db);
      await sql`update claim set until = until - ${ago}, taken_at = taken_at - ${ago} where state = 'held'`.execute(db);
      await sql`update seat_change set created_at = created_at - ${ago}`.execute(db);
    },
    async change(performance, values) {
      await db.updateTable('performance').set(values).where('id', '=', performance).execute();
    },
    async price(written) {
      await runtime.priceLists.put(priceListSchema.parse({ version: 1, ...written }));
    },
    async visitor(seats, areas = []) {
      const cart = await openTestCart(centre);
      const places = { seats: seats.map((seat) => ({ seat })), areas: [...areas] };
      const { status } = await cart.hold({ performance: 'het-gedacht', ...places });
      return status === 200;
    },
    async taken(performance = 'het-gedacht') {
      const rows = await db
        .selectFrom('claim')
        .select(['place', 'state'])
        .where('performance_id', '=', performance)
        .where('until', '>', sql<Date>`clock_timestamp()`)
        .execute();
      return rows.map(({ place, state }) => `${place} ${state}`).sort();
    },
    reservation: (agreement, id) => store.transact(async (trx) => (await trx.reservations(agreement.id, [id])).get(id)),
    async sales({ id }) {
      const orders = await db.selectFrom('orders').select('id').where('agreement_id', '=', id).execute();
      const own = orders.map((order) => order.id);
      const tickets = await db
        .selectFrom('ticket')
        .select(['order_id', 'state'])
        .where('state', '=', 'valid')
        .execute();
      return { orders: own.length, valid: tickets.filter(({ order_id }) => own.includes(order_id)).length };
    },
    async told(agreement) {
      const rows = await db
        .selectFrom('network_change')
        .selectAll()
        .where('agreement_id', '=', agreement.id)
        .orderBy('id')
        .execute();
      return rows.map(({ kind, reservation_id, performance_id, starts_at }) => ({
        kind,
        ...(reservation_id && { reservation: reservation_id }),
        ...(performance_id && { performance: performance_id }),
        ...(starts_at && { startsAt: starts_at }),
      }));
    },
    async clear() {
      await runtime.priceLists.put(priceListSchema.parse({ version: 1 }));
      await db.deleteFrom('claim').execute();
      await db.updateTable('ticket').set({ state: 'refunded' }).execute();
      await db
        .updateTable('performance')
        .set(asPlanned(new Date(Date.now() + WEEK)))
        .execute();
    },
    stop: () => centre.stop(),
  };
}
