import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { type LockedCart, placesHeld } from '../holds/index.ts';
import { passesOf, refuseLocked } from '../prices/index.ts';

/**
 * Refuses to sell what the buyer has no right to at this moment: a price type without its pass, and a place that only
 * subscribers may have yet and that is part of no complete subscription. Where there is no price list there is neither.
 * @throws FoyerError `price_type_locked`, `subscription_incomplete`
 */
export async function refuseUnready(
  { clock }: CentreRuntime,
  trx: DatabaseTransaction,
  { basket, claims, lines }: LockedCart,
): Promise<void> {
  const { codes, list, priced } = basket;
  if (!priced) return;
  refuseLocked(list, placesHeld({ claims }), passesOf(codes, clock.now()));
  const early = await notYetOnSale(trx, [...new Set(claims.map(({ performance }) => performance))]);
  const complete = new Set(priced.subscriptions.flatMap(({ id, complete }) => (complete ? [id] : [])));
  const alone = lines.findIndex(
    ({ performance, subscription = '' }) => early.has(performance.id) && !complete.has(subscription),
  );
  if (alone >= 0) throw new FoyerError('subscription_incomplete', { field: `lines.${alone}` });
}

/** Which of these performances the sale of has not begun, by the clock that holds go by. */
async function notYetOnSale(trx: DatabaseTransaction, performances: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from performance where id = any(${performances}) and on_sale_at > clock_timestamp()`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}
