import { sql } from 'kysely';
import type { Log } from './adapters/log.ts';
import type { Database } from './adapters/postgres/index.ts';

const HOUR = 3_600_000;

/**
 * Forgets what nobody needs any more: followed changes, keys of answered requests, nonces of old signatures, holds that
 * ended, what partners reserved and did not buy, and carts left empty. Nothing depends on it but the size of the tables.
 */
export async function tidy(db: Database): Promise<void> {
  // Followers may come back with a cursor of an hour old; see the hub.
  await sql`delete from seat_change where created_at < clock_timestamp() - interval '6 hours'`.execute(db);
  // A client may repeat a request for a day.
  await sql`delete from idempotency where created_at < clock_timestamp() - interval '2 days'`.execute(db);
  // No signature is accepted that is older than a minute, nor any that comes more than a minute early.
  await sql`delete from network_nonce where seen_at < clock_timestamp() - interval '10 minutes'`.execute(db);
  // An order's own are kept for a late payment to find.
  await sql`
    delete from claim where state = 'held' and order_id is null and until < clock_timestamp() - interval '1 day'`.execute(
    db,
  );
  // Long after a seller could still ask about it; the feed has told of its end.
  await sql`
    delete from reservation where order_id is null and created_at < clock_timestamp() - interval '30 days'`.execute(db);
  await sql`
    delete from network_change
    where kind = 'reservation-expired' and created_at < clock_timestamp() - interval '30 days'`.execute(db);
  await sql`
    delete from cart where created_at < clock_timestamp() - interval '7 days' and order_id is null
      and not exists (select from claim where claim.cart_id = cart.id)
      and not exists (select from reservation where reservation.cart_id = cart.id)
      and not exists (select from leg where leg.cart_id = cart.id)
      and not exists (select from orders where orders.cart_id = cart.id)`.execute(db);
}

/** Tidies now and every hour. @returns the way to stop. */
export function tidyRegularly(db: Database, log: Log): () => void {
  const run = () => {
    tidy(db).catch((error: unknown) => log.error('tidy-failed', error));
  };
  const timer = setInterval(run, HOUR);
  timer.unref();
  run();
  return () => clearInterval(timer);
}
