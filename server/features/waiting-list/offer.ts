import { type Selectable, sql } from 'kysely';
import type { Log } from '../../adapters/log.ts';
import type { DatabaseTransaction, Tables } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { Offer } from '../catalogue/index.ts';
import { holdInside, prolong, toWish } from '../holds/index.ts';
import { readSeats } from '../orders/seat-rules.ts';
import { type FoundPlaces, findTogether } from './find.ts';
import { isOnSale } from './join.ts';
import { forgetOver, lockWaiting } from './leave.ts';
import { minutesOf } from './minutes.ts';

type Entry = Selectable<Tables['waiting']>;

/** Between looks at what came back, in milliseconds. */
const PAUSE = 3_000;
/** Of the database: what may be in a cart that nobody's network counts against. */
const NO_CAP = 1_000_000;

/** Offers what came back to those who wait, of every performance that anybody waits for. */
export async function offerReturned(runtime: CentreRuntime): Promise<void> {
  const { db, log } = runtime;
  const isAnybodyThere = await db.selectFrom('waiting').select('id').limit(1).executeTakeFirst();
  if (!isAnybodyThere) return;
  await transact(db, forgetOver);
  const waited = await db
    .selectFrom('waiting')
    .select('performance_id')
    .distinct()
    .where('offered_until', 'is', null)
    .execute();
  for (const { performance_id: performance } of waited) {
    try {
      while (await offerNext(runtime, performance));
    } catch (error) {
      log.error('places-not-offered', error, { performance });
    }
  }
}

/**
 * Makes one offer: to the first in line whom the free places suit. The cart that holds them, the offer and the mail about
 * it are written together, so that a crash leaves all of them or none.
 * @returns whether there was one.
 */
export async function offerNext(runtime: CentreRuntime, performance: string): Promise<boolean> {
  const { catalogue, db } = runtime;
  return transact(db, async (trx) => {
    await lockWaiting(trx, performance);
    const line = await trx
      .selectFrom('waiting')
      .selectAll()
      .where('performance_id', '=', performance)
      .where('offered_until', 'is', null)
      .orderBy('number')
      .execute();
    const offer = (await catalogue.offers([performance], trx)).get(performance);
    if (line.length === 0 || !offer || !isOnSale(runtime, offer)) return false;
    const taken = await readSeats(trx).taken(performance);
    const suited = new Map<number, FoundPlaces | null>();
    for (const entry of line) {
      const { places } = entry;
      if (places > offer.performance.max_places_per_cart) continue;
      if (!suited.has(places)) suited.set(places, findTogether(offer, taken, places));
      const found = suited.get(places);
      if (found) return holdFor(runtime, trx, entry, offer, found);
    }
    return false;
  });
}

async function holdFor(
  { config, jobs, random, tokens }: CentreRuntime,
  trx: DatabaseTransaction,
  { id, performance_id: performance }: Entry,
  offer: Offer,
  found: FoundPlaces,
): Promise<boolean> {
  const cart = random.uuid();
  await trx
    .insertInto('cart')
    .values({ id: cart, address: tokens.disguise(`waiting ${id}`) })
    .execute();
  const wish = toWish(requestOf(performance, found), offer, { cart, key: null, maxHeld: NO_CAP, random });
  if (await holdInside(trx, wish)) {
    // Somebody at the hall was faster; the next look sees what is left.
    await trx.deleteFrom('cart').where('id', '=', cart).execute();
    return false;
  }
  const { rows } = await sql<{ until: Date }>`
    update cart set expires_at = hold_started_at + make_interval(mins => ${minutesOf(config)})
    where id = ${cart} returning expires_at as until`.execute(trx);
  const until = rows[0]?.until;
  if (!until) throw new Error('The cart of an offer is not there.');
  await prolong(trx, sql`cart_id = ${cart}`, { until });
  await trx
    .updateTable('waiting')
    .set({ cart_id: cart, offered_until: until, told_at: null })
    .where('id', '=', id)
    .execute();
  await jobs.add(trx, 'mail-waiting-offer', { entry: id, cart }, { key: `mail-waiting-offer ${cart}` });
  return true;
}

const requestOf = (performance: string, found: FoundPlaces) =>
  'seats' in found
    ? { performance, seats: found.seats.map((seat) => ({ seat })) }
    : { performance, areas: [{ area: found.area, quantity: found.quantity }] };

/** Looks every few seconds until stopped. Two processes that do so disturb each other in nothing. */
export function offerRegularly(runtime: CentreRuntime, log: Log): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const next = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      offerReturned(runtime)
        .catch((error: unknown) => log.error('waiting-lists-not-followed', error))
        .finally(next);
    }, PAUSE);
    timer.unref();
  };
  next();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
