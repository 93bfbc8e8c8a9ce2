import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../adapters/postgres/index.ts';
import type { Clock, Randomness } from '../ports.ts';
import { type DemoCentre, TIME_ZONE } from './demo-centre.ts';
import { createSeason, type Season, type SeasonPerformance } from './season.ts';
import { artworkName } from './sites/artwork.ts';

/** With less of a season than this part still to come it is over, and the next one is announced. */
const FEW = 0.5;

export interface SeedParts {
  readonly centre: DemoCentre;
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Randomness;
}

/**
 * Gives a centre its season, all or nothing. Run at every start: as long as enough is still to come nothing changes,
 * so carts, orders and tickets stay what they were; later the next season comes beside them.
 * @returns how many performances were added.
 */
export async function seedSeason({ centre, db, clock, random }: SeedParts): Promise<number> {
  const now = clock.now();
  const upcoming = await db.selectFrom('performance').select('title').where('starts_at', '>', now).execute();
  const season = createSeason({ centre, now });
  if (upcoming.length >= season.performances.length * FEW) return 0;
  // Of a production that still plays, the present dates are enough.
  const playing = new Set(upcoming.map(({ title }) => title.nl));
  const added = season.performances
    .filter(({ row }) => row.starts_at > now && !playing.has(row.title.nl))
    .map(withDate);

  await db.transaction().execute(async (trx) => {
    await addBasics(trx, season);
    await addPerformances(trx, added);
    await addTaken(trx, added, random);
  });
  return added.length;
}

/** Names a performance by its date too, so that next season's is another one. */
function withDate({ row, prices, taken }: SeasonPerformance): SeasonPerformance {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });
  const moment = local.format(row.starts_at).replace(' ', '-').replace(':', '');
  const id = `${row.id.replace(/-\d+$/, '')}-${moment}`;
  return { row: { ...row, id }, prices: prices.map((price) => ({ ...price, performance_id: id })), taken };
}

async function addBasics(trx: DatabaseTransaction, { plan, priceTypes }: Season): Promise<void> {
  await trx
    .insertInto('seating_plan')
    .values({ ...plan, source: JSON.stringify(plan.source) })
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
    tags: [...row.tags],
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

/** Gives every performance the picture that hangs at the centre's website, wherever that is today. */
export async function hangPosters(db: Database, site: string): Promise<void> {
  const rows = await db.selectFrom('performance').select(['id', 'genre', 'title']).execute();
  const images = rows.map(({ genre, title }) => `${site}/beeld/${artworkName({ genre, title: title.nl })}.svg`);
  await sql`
    update performance set image = poster.image
    from unnest(${rows.map(({ id }) => id)}::text[], ${images}::text[]) as poster (id, image)
    where performance.id = poster.id and performance.image is distinct from poster.image`.execute(db);
}
