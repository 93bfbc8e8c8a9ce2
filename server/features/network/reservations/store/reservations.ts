import { type Selectable, sql } from 'kysely';
import type { DatabaseTransaction, Tables } from '../../../../adapters/postgres/tables.ts';
import type { OwnerTransaction, ReservationRecord } from '../owner-store.ts';

type Verbs = 'reservations' | 'addReservation' | 'changeReservation' | 'reservationsIn' | 'takeExpired' | 'tell';

/** Reservations and the feed, in the caller's transaction. */
export const reservationsIn = (trx: DatabaseTransaction): Pick<OwnerTransaction, Verbs> => ({
  async reservations(agreement, ids) {
    await keepPerformances(trx, agreement, ids);
    const rows = await keep(
      trx,
      ids.map((id) => ({ agreement, id })),
    );
    return new Map(rows.map((row) => [row.id, toRecord(row)]));
  },

  async addReservation({ lines, places, ...record }) {
    await trx
      .insertInto('reservation')
      .values({
        agreement_id: record.agreement,
        id: record.id,
        cart_id: record.cart,
        state: record.state,
        request_hash: record.requestHash,
        channel: record.channel,
        lines: JSON.stringify(lines),
        places: JSON.stringify(places),
        total_cents: lines.reduce((sum, { price }) => sum + price.cents, 0),
      })
      .execute();
  },

  async changeReservation({ agreement, id }, { state, places, replacedBy, order, confirmedAt, endedAt, expiryTold }) {
    await trx
      .updateTable('reservation')
      .set({
        ...{ state, replaced_by: replacedBy, order_id: order, confirmed_at: confirmedAt, ended_at: endedAt },
        ...{ places: places && JSON.stringify(places), expiry_told: expiryTold },
      })
      .where('agreement_id', '=', agreement)
      .where('id', '=', id)
      .execute();
  },

  async reservationsIn(performance) {
    const has = JSON.stringify([{ performance: { id: performance } }]);
    const found = await trx
      .selectFrom('reservation')
      .select(['agreement_id as agreement', 'id'])
      .where('state', 'in', ['held', 'confirmed'])
      .where(sql<boolean>`lines @> ${has}::jsonb`)
      .execute();
    const rows = await keep(trx, found);
    return rows.filter(({ state }) => state === 'held' || state === 'confirmed').map(toRecord);
  },

  async takeExpired(most) {
    const { rows } = await sql<{ agreement: string; id: string }>`
      update reservation set expiry_told = true from (
        select agreement_id, reservation.id from reservation join cart on cart.id = cart_id
        where state = 'held' and not expiry_told and expires_at <= clock_timestamp()
        limit ${most} for update of reservation skip locked
      ) expired
      where reservation.agreement_id = expired.agreement_id and reservation.id = expired.id
      returning reservation.agreement_id as agreement, reservation.id`.execute(trx);
    return rows;
  },

  async tell(changes) {
    if (changes.length === 0) return;
    const rows = changes.map(({ agreement, kind, reservation, performance, startsAt }) => ({
      ...{
        agreement_id: agreement,
        kind,
        reservation_id: reservation,
        performance_id: performance,
        starts_at: startsAt,
      },
    }));
    await trx.insertInto('network_change').values(rows).execute();
  },
});

/** While this transaction runs nobody cancels or moves what is reserved. */
async function keepPerformances(trx: DatabaseTransaction, agreement: string, ids: readonly string[]): Promise<void> {
  await sql`
    select from performance where id in (
      select line->'performance'->>'id' from reservation cross join jsonb_array_elements(lines) line
      where agreement_id = ${agreement} and id = any(${ids})
    ) order by id for share`.execute(trx);
}

type Row = Selectable<Tables['reservation']>;
type Name = Pick<ReservationRecord, 'agreement' | 'id'>;

/** Keeps reservations to this transaction, also those that do not exist yet, and reads the ones that do. */
async function keep(trx: DatabaseTransaction, names: readonly Name[]): Promise<readonly Row[]> {
  if (names.length === 0) return [];
  const keys = names.map(({ agreement, id }) => `${agreement}/${id}`);
  await sql`
    select pg_advisory_xact_lock(hashtextextended(current_schema() || '/reservation/' || key, 0))
    from (select key from unnest(${keys}::text[]) key order by key collate "C") keys`.execute(trx);
  const { rows } = await sql<Row>`
    select * from reservation
    where (agreement_id, id) in (
      select * from unnest(${names.map(({ agreement }) => agreement)}::uuid[], ${names.map(({ id }) => id)}::uuid[])
    ) order by agreement_id, id for update`.execute(trx);
  return rows;
}

const toRecord = (row: Row): ReservationRecord => ({
  agreement: row.agreement_id,
  id: row.id,
  cart: row.cart_id,
  state: row.state,
  requestHash: row.request_hash,
  channel: row.channel,
  lines: row.lines,
  places: row.places,
  replacedBy: row.replaced_by,
  order: row.order_id,
  confirmedAt: row.confirmed_at,
});
