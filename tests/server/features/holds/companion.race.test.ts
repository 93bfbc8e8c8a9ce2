import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import {
  createTestCentre,
  openTestCart,
  type TestCart,
  type TestCentre,
  type TestServer,
} from '../../../harness/centre.ts';
import { seeded } from '../../../harness/race.ts';
import { HALL_FOR_ALL } from '../../../harness/small-hall.ts';

const PAIRS = [
  ['Z-F-1', 'Z-F-2'],
  ['Z-F-10', 'Z-F-9'],
] as const;

/** Carts that, after all they asked at the same moment, hold a companion's seat without its wheelchair place. */
async function alone({ db }: TestCentre): Promise<number> {
  const claims = await db.selectFrom('claim').select(['place', 'cart_id']).execute();
  const has = (cart: string | null, place: string) => claims.some((one) => one.cart_id === cart && one.place === place);
  return PAIRS.flatMap(([place, companion]) =>
    claims.filter((one) => one.place === companion && !has(one.cart_id, place)),
  ).length;
}

/** One tab takes the companion's seat while another gives the wheelchair place back. */
async function twoTabs(centre: TestCentre, other: TestServer): Promise<void> {
  await centre.db.deleteFrom('claim').execute();
  const cart = await openTestCart(centre);
  const [[place, companion]] = PAIRS;
  const { cart: held } = await cart.hold({
    performance: 'het-gedacht',
    seats: [{ seat: place, wheelchairUser: true }],
  });
  await Promise.all([
    other.request(`/carts/${cart.id}/release`, { token: cart.token, json: { lines: [held.lines[0]?.id] } }),
    cart.holdSeats([companion]),
  ]);
}

/** Any verb at any moment, at any of the servers. */
async function storm(centre: TestCentre, servers: readonly TestServer[], seed: number): Promise<void> {
  const random = seeded(seed);
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const carts = await Promise.all([1, 2].map(() => openTestCart(centre)));
  const act = async ({ id, token }: TestCart, verb: number, pair: (typeof PAIRS)[number], server: TestServer) => {
    const [place, companion] = pair;
    const request = (path: string, json: unknown) => server.request(`/carts/${id}${path}`, { token, json });
    const hold = (...seats: readonly object[]) => request('/lines', { performance: 'het-gedacht', seats });
    if (verb === 0) return hold({ seat: place, wheelchairUser: true });
    if (verb === 1) return hold({ seat: companion });
    if (verb === 2) return hold({ seat: companion }, { seat: place, wheelchairUser: true });
    const { lines } = await (await server.request(`/carts/${id}`, { token })).json();
    const ids = lines.filter(() => random() < 0.6).map((line: { id: string }) => line.id);
    return ids.length > 0 ? request('/release', { lines: ids }) : undefined;
  };
  for (let round = 0; round < 12; round += 1) {
    await Promise.all(
      Array.from({ length: 4 }, () => act(any(carts), Math.floor(random() * 5), any(PAIRS), any(servers))),
    );
    assert.equal(await alone(centre), 0, `seed ${seed}, round ${round}`);
  }
}

describe("a companion's seat and its wheelchair place, many requests at once", () => {
  let centre: TestCentre;
  let other: TestServer;
  before(async () => {
    centre = await createTestCentre({ hall: HALL_FOR_ALL });
    other = await centre.another();
  });
  after(() => centre.stop());

  it('never part when one tab takes and another gives back', async () => {
    for (let round = 0; round < 25; round += 1) {
      await twoTabs(centre, other);
      assert.equal(await alone(centre), 0, `round ${round}`);
    }
  });

  for (const seed of [1, 2, 3, 4]) {
    it(`never part in any sequence of holding and giving back (seed ${seed})`, async () => {
      await centre.db.deleteFrom('claim').execute();
      await storm(centre, [centre, other], seed);
    });
  }
});

describe('the same with the look before the lock', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre({ hall: HALL_FOR_ALL });
    await lookBeforeTheLock(centre);
  });
  after(() => centre.stop());

  it("leaves companions' seats alone", async () => {
    const other = await centre.another();
    let parted = 0;
    // As often as it takes for two to meet in the moment between.
    for (let round = 0; round < 1_000 && parted === 0; round += 1) {
      await twoTabs(centre, other);
      parted += await alone(centre);
    }
    assert.ok(parted > 0, 'the race is seen when nothing guards it');
  });
});

/** Whether the cart has the wheelchair place is looked up first, as somebody would who never saw two tabs. */
async function lookBeforeTheLock({ adminUrl, schema }: TestCentre): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`set search_path = ${schema}`);
    await client.query(`
      alter function hold_places rename to hold_places_guarded;
      create function hold_places(requests jsonb) returns jsonb language plpgsql as $$
      declare
        unguarded jsonb;
      begin
        select jsonb_agg(jsonb_set(r, '{seats}', (
            select jsonb_agg(case when exists (
              select from claim
              where cart_id = (r->>'cart')::uuid and until > clock_timestamp() and seat->'beside' ? place
            ) then seat - 'beside' else seat end)
            from jsonb_array_elements(r->'seats') seat)))
          into unguarded from jsonb_array_elements(requests) r;
        return hold_places_guarded(unguarded);
      end
      $$`);
  } finally {
    await client.end();
  }
}
