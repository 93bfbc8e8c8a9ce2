import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanSource } from '../../sdk/model/seating-plan/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import {
  type Database,
  openDatabase,
  type ProvisionedCentre,
  provisionCentre,
  startEmbeddedPostgres,
} from '../../server/adapters/postgres/index.ts';
import { createTokens, type Tokens } from '../../server/adapters/tokens.ts';
import { familyOf, postmasterIn } from './processes.ts';

export const SECRET = 'only for measuring, on this machine alone';
export const MEASURED_CENTRE = 'gemeten';

/** A hall of 20,000 seats: twenty sections of forty rows of twenty-five. */
const LARGE_HALL: PlanSource = {
  format: 'foyer-plan/1',
  id: 'grote-hal',
  version: 1,
  name: { nl: 'Grote hal' },
  zones: [{ id: 'rang-1', name: { nl: 'Rang 1' } }],
  floors: [{ id: 'zaal', name: { nl: 'Zaal' } }],
  sections: Array.from({ length: 20 }, (_, index) => ({
    id: `V${index}`,
    name: { nl: `Vak ${index}` },
    zone: 'rang-1',
    blocks: [{ rows: '1..40', seats: 25, at: [(index % 5) * 2000, Math.floor(index / 5) * 5000] as [number, number] }],
  })),
};

/** All seats of the hall, two and two, as neighbours are bought. */
export const PAIRS: readonly (readonly [string, string])[] = Array.from({ length: 20 }, (_, section) =>
  Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: 12 }, (_, pair) => {
      const seat = (n: number) => `V${section}-${row + 1}-${n}`;
      return [seat(2 * pair + 1), seat(2 * pair + 2)] as const;
    }),
  ).flat(),
).flat();

/** Gives a centre the large hall and a price type. */
export async function addHall(db: Database): Promise<void> {
  await db
    .insertInto('seating_plan')
    .values({ id: LARGE_HALL.id, version: LARGE_HALL.version, source: JSON.stringify(LARGE_HALL) })
    .execute();
  await db
    .insertInto('price_type')
    .values({ id: 'adult', position: 1, name: JSON.stringify({ nl: 'Volwassene' }) })
    .execute();
}

/** Plays in the large hall, at 24 euros a seat. @returns the performance's id. */
export async function announce(db: Database, id: string): Promise<string> {
  await db
    .insertInto('performance')
    .values({
      id,
      title: JSON.stringify({ nl: id }),
      genre: 'concert',
      hall_id: LARGE_HALL.id,
      hall_name: JSON.stringify(LARGE_HALL.name),
      plan_id: LARGE_HALL.id,
      plan_version: LARGE_HALL.version,
      starts_at: new Date(Date.now() + 7 * 24 * 3600 * 1000),
      capacity: 20_000,
      // Rows have 25 seats, and are sold two by two.
      single_seat_rule: 'off',
    })
    .execute();
  await db
    .insertInto('price')
    .values({ performance_id: id, zone: 'rang-1', price_type: 'adult', cents: 2400, fee_cents: 100 })
    .execute();
  return id;
}

/** A real, durable PostgreSQL with one centre that has a large hall; gone after `stop`. */
export interface Stage {
  readonly adminUrl: string;
  /** The PostgreSQL's processes at this moment. */
  postgres(): readonly number[];
  readonly centre: ProvisionedCentre;
  readonly db: Database;
  readonly tokens: Tokens;
  /** A fresh performance in the large hall. */
  addPerformance(): Promise<string>;
  /** Carts as `POST /carts` makes them, many at once. */
  addCarts(count: number): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const postgres = await startEmbeddedPostgres({ folder, log: silentLog });
  const centre = await provisionCentre(postgres.adminUrl, {
    id: MEASURED_CENTRE,
    password: randomBytes(12).toString('hex'),
  });
  const db = openDatabase(centre.url, { max: 4 });
  await addHall(db);
  let performances = 0;
  return {
    adminUrl: postgres.adminUrl,
    postgres: () => familyOf(postmasterIn(folder)),
    centre,
    db,
    tokens: createTokens(SECRET),
    async addPerformance() {
      performances += 1;
      return announce(db, `avond-${performances}`);
    },
    async addCarts(count) {
      const ids = Array.from({ length: count }, () => randomUUID());
      for (let start = 0; start < count; start += 2000) {
        const values = ids.slice(start, start + 2000).map((id, index) => ({ id, address: `net-${start + index}` }));
        await db.insertInto('cart').values(values).execute();
      }
      return ids;
    },
    async stop() {
      await db.destroy();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
