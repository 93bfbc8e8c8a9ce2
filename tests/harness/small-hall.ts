import { capacityOf, layOutPlan, type PlanSource } from '../../sdk/model/seating-plan/index.ts';
import type { Database } from '../../server/adapters/postgres/index.ts';
import { indexPlan } from '../../server/features/catalogue/places.ts';

/** Six rows of ten seats (`Z-A-1` to `Z-F-10`), the last two of the house, and 20 places to stand (`STAAN`). */
export const SMALL_HALL: PlanSource = {
  format: 'foyer-plan/1',
  id: 'kleine-zaal',
  version: 1,
  name: { nl: 'Kleine zaal', en: 'Small hall' },
  zones: [
    { id: 'rang-1', name: { nl: 'Rang 1' } },
    { id: 'rang-2', name: { nl: 'Rang 2' } },
  ],
  floors: [{ id: 'zaal', name: { nl: 'Zaal' } }],
  sections: [
    {
      id: 'Z',
      name: { nl: 'Zaal', en: 'Stalls' },
      zone: 'rang-1',
      blocks: [{ rows: 'A..F', seats: 10, at: [0, 300], except: [{ seats: 'F-9 F-10', kind: 'house' }] }],
    },
  ],
  areas: [
    {
      id: 'STAAN',
      name: { nl: 'Staanplaatsen', en: 'Standing' },
      kind: 'standing',
      capacity: 20,
      zone: 'rang-2',
      outline: [
        [-300, 1000],
        [300, 1000],
        [300, 1200],
        [-300, 1200],
      ],
    },
  ],
};

/** The same hall with a last row for everybody: at each end a wheelchair place (`Z-F-1`, `Z-F-10`) with a companion's seat. */
export const HALL_FOR_ALL: PlanSource = {
  ...SMALL_HALL,
  id: 'zaal-voor-iedereen',
  sections: [
    {
      id: 'Z',
      name: { nl: 'Zaal', en: 'Stalls' },
      zone: 'rang-1',
      blocks: [
        {
          rows: 'A..F',
          seats: 10,
          at: [0, 300],
          except: [
            { seats: 'F-1 F-10', kind: 'wheelchair' },
            { seats: 'F-2 F-9', kind: 'companion' },
          ],
        },
      ],
    },
  ],
};

/** The seats for sale of {@link SMALL_HALL}, in order. */
export const SMALL_HALL_SEATS: readonly string[] = 'ABCDEF'
  .split('')
  .flatMap((row) => Array.from({ length: row === 'F' ? 8 : 10 }, (_, index) => `Z-${row}-${index + 1}`));

export interface SmallHallOptions {
  readonly performances?: readonly string[];
  readonly maxPlacesPerCart?: number;
  /** {@link SMALL_HALL} without it; the zones must be its zones. */
  readonly hall?: PlanSource;
}

/**
 * Fills a centre with the small hall and performances in it, a week from now. Rang 1 costs € 24 (adult) or € 12
 * (under-26), rang 2 € 15 or € 8; € 1 of each is service cost.
 */
export async function seedSmallHall(
  db: Database,
  { performances = ['het-gedacht'], maxPlacesPerCart = 12, hall = SMALL_HALL }: SmallHallOptions = {},
): Promise<void> {
  const { source } = indexPlan(hall);
  await db
    .insertInto('seating_plan')
    .values({ id: hall.id, version: hall.version, source: JSON.stringify(source) })
    .execute();
  await db
    .insertInto('price_type')
    .values([
      { id: 'adult', position: 1, name: JSON.stringify({ nl: 'Volwassene', en: 'Adult' }) },
      { id: 'under-26', position: 2, name: JSON.stringify({ nl: '-26 jaar', en: 'Under 26' }) },
    ])
    .execute();
  const week = 7 * 24 * 3600 * 1000;
  await db
    .insertInto('performance')
    .values(
      performances.map((id, index) => ({
        id,
        title: JSON.stringify({ nl: `Het gedacht ${index + 1}`, en: `The thought ${index + 1}` }),
        genre: 'theater',
        hall_id: hall.id,
        hall_name: JSON.stringify(hall.name),
        plan_id: hall.id,
        plan_version: hall.version,
        starts_at: new Date(Date.now() + week + index * 3600 * 1000),
        capacity: capacityOf(layOutPlan(hall)),
        max_places_per_cart: maxPlacesPerCart,
      })),
    )
    .execute();
  await db
    .insertInto('price')
    .values(
      performances.flatMap((performance_id) => [
        { performance_id, zone: 'rang-1', price_type: 'adult', cents: 2400, fee_cents: 100 },
        { performance_id, zone: 'rang-1', price_type: 'under-26', cents: 1200, fee_cents: 100 },
        { performance_id, zone: 'rang-2', price_type: 'adult', cents: 1500, fee_cents: 100 },
        { performance_id, zone: 'rang-2', price_type: 'under-26', cents: 800, fee_cents: 100 },
      ]),
    )
    .execute();
}
