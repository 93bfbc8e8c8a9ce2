import { sql } from 'kysely';
import type { Database } from '../../server/adapters/postgres/index.ts';
import { openTestCart, type TestAnswer, type TestCart, type TestServer } from './centre.ts';

/** A cart that knows which seats it will ask for. */
export interface Runner {
  readonly cart: TestCart;
  readonly seats: readonly string[];
}

/** What became of it. */
export interface Attempt extends Runner {
  readonly answer: TestAnswer;
}

/** Small repeatable randomness (mulberry32), so that a failing race can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Race {
  readonly servers: readonly Pick<TestServer, 'request'>[];
  readonly carts: number;
  readonly seats: readonly string[];
  readonly seed: number;
}

/** Opens carts that each want two to six seats of a block that others want too. */
export async function lineUp({ servers, carts, seats, seed }: Race): Promise<readonly Runner[]> {
  const random = seeded(seed);
  const wishes = Array.from({ length: carts }, () => {
    const wanted = new Set<string>();
    const size = 2 + Math.floor(random() * 5);
    while (wanted.size < size) wanted.add(seats[Math.floor(random() * seats.length)]!);
    return [...wanted];
  });
  return Promise.all(
    wishes.map(async (wish, index) => ({ cart: await openTestCart(servers[index % servers.length]!), seats: wish })),
  );
}

/** Lets all of them ask at the same moment. */
export const run = (runners: readonly Runner[]): Promise<readonly Attempt[]> =>
  Promise.all(runners.map(async (runner) => ({ ...runner, answer: await runner.cart.holdSeats(runner.seats) })));

/** Everything that must never be, found in the tables: a seat with two carts, a hold that is not whole. */
export async function faultsAfter(db: Database, attempts: readonly Attempt[]): Promise<readonly string[]> {
  const claims = await db
    .selectFrom('claim')
    .select(['place', 'cart_id'])
    .where('until', '>', sql<Date>`now()`)
    .execute();
  const holders = new Map<string, number>();
  for (const { place } of claims) holders.set(place, (holders.get(place) ?? 0) + 1);
  const doubles = [...holders].filter(([, count]) => count > 1).map(([place]) => `${place} is held twice`);
  const partial = attempts.flatMap(({ cart, seats, answer }) => {
    const held = claims.filter(({ cart_id }) => cart_id === cart.id).length;
    const due = answer.status === 200 ? seats.length : 0;
    return held === due ? [] : [`a cart told ${answer.status} holds ${held} of ${seats.length} seats`];
  });
  return [...doubles, ...partial];
}

/**
 * Looks at the tables over and over, as every map does, until `done` is settled.
 * @returns what was seen of holds that were not whole at some moment.
 */
export async function watchForHalves(
  db: Database,
  runners: readonly Runner[],
  done: Promise<unknown>,
): Promise<readonly string[]> {
  const sizes = new Map(runners.map(({ cart, seats }) => [cart.id, seats.length]));
  const seen: string[] = [];
  let over = false;
  const end = done.finally(() => {
    over = true;
  });
  while (!over) {
    const rows = await db
      .selectFrom('claim')
      .select((eb) => ['cart_id', eb.fn.countAll<number>().as('count')])
      .groupBy('cart_id')
      .execute();
    for (const { cart_id, count } of rows) {
      const size = sizes.get(cart_id ?? '');
      if (count !== size) seen.push(`${count} of ${size} seats were visible`);
    }
  }
  await end;
  return seen;
}
