import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';

/** A place that somebody has. */
export interface TakenPlace {
  readonly place: string;
  readonly state: 'held' | 'sold' | 'blocked';
}

/** Tells who has which seats, for the rules. */
export interface SeatReader {
  /** Who has what of a performance at this moment: of all its places, or of some. */
  taken(performance: string, places?: readonly string[]): Promise<readonly TakenPlace[]>;
  /** Which of these places others had when a cart last took one of them or gave any back, as far as is still known. */
  othersWhenChosen(cart: string, performance: string, places: readonly string[]): Promise<readonly TakenPlace[]>;
}

export const readSeats = (trx: DatabaseTransaction): SeatReader => ({
  taken: (performance, places) => takenPlaces(trx, performance, places),
  othersWhenChosen: (cart, performance, places) => othersWhenChosen(trx, cart, performance, places),
});

/** Changes looked through for places that were given back: those of a busy minute, and of hours on a quiet day. */
const MOST_CHANGES = 5_000;

async function takenPlaces(
  trx: DatabaseTransaction,
  performance: string,
  places?: readonly string[],
): Promise<readonly TakenPlace[]> {
  const among = places ? sql`and place = any(${places})` : sql``;
  const { rows } = await sql<TakenPlace>`
    select place, state from claim
    where performance_id = ${performance} and until > clock_timestamp() ${among}`.execute(trx);
  return rows;
}

/**
 * Which of these places others had when a cart last took one of them or gave any place of the performance back, as far as
 * it is still known: what others took since is left out, what they lost or gave back since is in.
 */
async function othersWhenChosen(
  trx: DatabaseTransaction,
  cart: string,
  performance: string,
  places: readonly string[],
): Promise<readonly TakenPlace[]> {
  const { rows } = await sql<TakenPlace>`
    with chosen as materialized (
      select greatest(
        (select at from given_back where performance_id = ${performance} and cart_id = ${cart}),
        (
          select max(taken_at) from claim
          where performance_id = ${performance} and cart_id = ${cart} and place = any(${places})
        )
      ) as at
    )
    select place, state from claim cross join chosen
    where performance_id = ${performance} and place = any(${places}) and cart_id is distinct from ${cart}
      and taken_at <= chosen.at and until > chosen.at
    union all
    select freed.place, 'held' from (
      select performance_id, places from seat_change
      where created_at > (select at from chosen) order by created_at desc limit ${MOST_CHANGES}
    ) recent
    cross join lateral jsonb_each(places) as freed (place, change)
    where performance_id = ${performance} and freed.place = any(${places}) and change->>'state' = 'free'`.execute(trx);
  return rows;
}
