import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../../../adapters/postgres/tables.ts';
import { holdInside, lockRow, prolong, releaseLines } from '../../../holds/index.ts';
import { readSeats } from '../../../orders/seat-rules.ts';
import type { CartNow, OwnerTransaction } from '../owner-store.ts';

type Verbs =
  | 'addCart'
  | 'cart'
  | 'lockPerformances'
  | 'hold'
  | 'reprice'
  | 'release'
  | 'holdUntil'
  | 'placesOf'
  | 'seats';

/** Who has which places, in the caller's transaction. */
export const placesIn = (
  trx: DatabaseTransaction,
  // Carts that are this transaction's already: locked, or not to be seen by anybody else yet. Each is locked once.
  ours = new Set<string>(),
): Pick<OwnerTransaction, Verbs> => ({
  async addCart(cart) {
    await trx.insertInto('cart').values(cart).execute();
    ours.add(cart.id);
  },

  async cart(id) {
    if (!ours.has(id)) await lockRow(trx, id);
    ours.add(id);
    return readNow(trx, id);
  },

  async lockPerformances(ids) {
    await sql`
      select lock_performance(id) from (select id from unnest(${ids}::text[]) id order by id) performances`.execute(
      trx,
    );
  },

  hold: (wish) => holdInside(trx, wish),

  async reprice(lines) {
    for (const { line, priceType } of lines) {
      await trx.updateTable('claim').set({ price_type: priceType }).where('id', '=', line).execute();
    }
  },

  release: (cartId, lines) => releaseLines(trx, { cartId, lines }),

  async holdUntil(cart, until) {
    await prolong(trx, sql`cart_id = ${cart} and until > clock_timestamp()`, { until, exactly: true });
    await trx.updateTable('cart').set({ expires_at: until }).where('id', '=', cart).execute();
  },

  async placesOf(agreement, performance) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from claim join cart on cart.id = claim.cart_id
      where claim.performance_id = ${performance} and claim.until > clock_timestamp()
        and cart.address = ${`agreement:${agreement}`}`.execute(trx);
    return rows[0]?.count ?? 0;
  },

  seats: readSeats(trx),
});

/** One statement, so that what is held and when it ends are of one moment. */
async function readNow(trx: DatabaseTransaction, id: string): Promise<CartNow> {
  const { rows } = await sql<CartNow>`
    select clock.now, hold_started_at as "startedAt", expires_at as "expiresAt", coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', claim.id, 'performance', performance_id, 'place', place, 'priceType', price_type)
        order by performance_id, place)
      from claim where cart_id = cart.id and state = 'held' and until > clock.now
    ), '[]') as claims
    from cart cross join (select clock_timestamp() as now offset 0) clock where cart.id = ${id}`.execute(trx);
  const [cart] = rows;
  if (!cart) throw new Error(`There is no cart ${id}.`);
  return cart;
}
