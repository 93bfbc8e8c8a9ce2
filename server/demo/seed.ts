import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../adapters/postgres/index.ts';
import type { Clock, Randomness } from '../ports.ts';
import { createSeason, type Season, type SeasonPerformance } from './season.ts';

/** With fewer performances still to come the season is over, and the next one is announced. */
const FEW = 30;

export interface SeedParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Randomness;
}

/**
 * Gives a centre its season, all or nothing. Run at every start: as long as enough is still to come nothing changes,
 * so carts, orders and tickets stay what they were; later the next season comes beside them.
 * @returns how many performances were added.
 */
export async function seedSeason({ db, clock, random }: SeedParts): Promise<number> {
  const now = clock.now();
  const upcoming = await db.selectFrom('performance').select('title').where('starts_at', '>', now).execute();
  if (upcoming.length >= FEW) return 0;
  const season = createSeason({ now });
  // Of a production that still plays, the present dates are enough.
  const playing = new Set(upcoming.map(({ title }) => title.nl));
  const added = season.performances
    .filter(({ row }) => row.starts_at > now && !playing.has(row.title.nl))
    .map((performance) => withDate(performance, season.centre.timeZone));

  await db.transaction().execute(async (trx) => {
    await addBasics(trx, season);
    await addPerformances(trx, added);
    await addTaken(trx, added, random);
  });
  return added.length;
}

/** Names a performance by its date too, so that next season's is another one. */
function withDate({ row, prices, taken }: SeasonPerformance, timeZone: string): SeasonPerformance {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const moment = local.format(row.starts_at).replace(' ', '-').replace(':', '');
  const id = `${row.id.replace(/-\d+$/, '')}-${moment}`;
  return { row: { ...row, id }, prices: prices.map((price) => ({ ...price, performance_id: id })), taken };
}

async function addBasics(trx: DatabaseTransaction, { plans, priceTypes }: Season): Promise<void> {
  await trx
    .insertInto('seating_plan')
    .values(plans.map((plan) => ({ ...plan, source: JSON.stringify(plan.source) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('price_type')
    .values(
      priceTypes.map(({ id, position, name, explanation }) => ({
        id,
        position,
        name: JSON.stringify(name),
        explanation: explanation && JSON.stringify(explanation),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function addPerformances(trx: DatabaseTransaction, performances: readonly SeasonPerformance[]): Promise<void> {
  const rows = performances.map(({ row }) => ({
    ...row,
    title: JSON.stringify(row.title),
    subtitle: JSON.stringify(row.subtitle),
    description: JSON.stringify(row.description),
    hall_name: JSON.stringify(row.hall_name),
  }));
  if (rows.length === 0) return;
  await trx.insertInto('performance').values(rows).execute();
  await trx
    .insertInto('price')
    .values(performances.flatMap(({ prices }) => prices))
    .execute();
}

/**
 * Takes the places that went before the demo started: the house's own, and those that another system sold. Of the
 * latter Foyer knows only that they are gone, so each performance gets one closed cart for them and no order of ours.
 */
async function addTaken(
  trx: DatabaseTransaction,
  performances: readonly SeasonPerformance[],
  random: Randomness,
): Promise<void> {
  for (const { row, taken } of performances) {
    const places = Object.keys(taken);
    if (places.length === 0) continue;
    const cart = random.uuid();
    const order = random.uuid();
    await trx.insertInto('cart').values({ id: cart, address: 'sold-elsewhere', order_id: order }).execute();
    await sql`
      insert into claim (performance_id, place, id, state, until, cart_id, order_id)
      select ${row.id}, place, gen_random_uuid(), state, 'infinity',
        case state when 'sold' then ${cart}::uuid end, case state when 'sold' then ${order}::uuid end
      from unnest(${places}::text[], ${Object.values(taken)}::text[]) as taken (place, state)`.execute(trx);
  }
}
