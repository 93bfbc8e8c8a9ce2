import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { transact } from '../../../../server/adapters/postgres/transact.ts';
import { type ClaimState, sellClaims } from '../../../../server/features/holds/index.ts';
import { createTestCentre, openTestCart, type TestCentre, type TestServer } from '../../../harness/centre.ts';
import { seeded } from '../../../harness/race.ts';
import { SMALL_HALL_SEATS } from '../../../harness/small-hall.ts';
import { removeGuards } from '../../../harness/unguarded.ts';

const SEATS = SMALL_HALL_SEATS.slice(0, 24);
const STANDING = Array.from({ length: 20 }, (_, index) => `STAAN#${index + 1}`);
const SEEDS = [21, 22, 23, 24];

/** An order whose hold ran out, and whose money comes now. */
interface LateOrder {
  readonly orderId: string;
  readonly cartId: string;
  readonly lines: readonly ClaimState[];
}

async function lateOrder(server: Pick<TestServer, 'request'>, places: readonly string[]): Promise<LateOrder> {
  const { id: cartId } = await openTestCart(server);
  const lines = places.map((place) => ({
    id: crypto.randomUUID(),
    performance: 'het-gedacht',
    place,
    priceType: 'adult',
  }));
  return { orderId: crypto.randomUUID(), cartId, lines };
}

/** Leaves rows behind as a hold does that ran out. */
const leaveExpired = ({ db }: TestCentre, { orderId, cartId, lines }: LateOrder) =>
  sql`insert into claim (performance_id, place, id, state, until, cart_id, order_id, price_type)
    select performance, place, id, 'held', 'epoch', ${cartId}, ${orderId}, 'adult'
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line(performance text, place text, id uuid)
    on conflict do nothing`.execute(db);

const holdWish = (cart: string, places: object) =>
  JSON.stringify([
    { cart, performance: 'het-gedacht', seats: [], areas: [], key: null, hash: '', maxHeld: 60, ...places },
  ]);
const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

/** Resolves when so many stand in line behind a lock, or the query is over. */
async function waitsOrEnds({ db }: TestCentre, count: number, query: Promise<unknown>): Promise<void> {
  let over = false;
  const end = () => {
    over = true;
  };
  query.then(end, end);
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*) as waiting from pg_stat_activity
      where usename = current_user and wait_event_type = 'Lock'`.execute(db);
    if (over || rows[0]?.waiting === count) return;
  }
}

async function withClients<T>(centre: TestCentre, count: number, act: (...clients: pg.Client[]) => Promise<T>) {
  const clients = Array.from({ length: count }, () => new pg.Client(centre.url));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    return await act(...clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** The money comes after somebody else was told that the seat is theirs, but before that is committed. */
async function overlapping(centre: TestCentre) {
  const order = await lateOrder(centre, ['Z-C-5']);
  const { id: cart } = await openTestCart(centre);
  const seats = [{ place: 'Z-C-5', priceType: 'adult', id: crypto.randomUUID() }];
  return withClients(centre, 1, async (holding) => {
    await holding?.query('begin');
    await holding?.query('select hold_places($1)', [holdWish(cart, { seats })]);
    const selling = transact(centre.db, (trx) => sellClaims(trx, order));
    await waitsOrEnds(centre, 1, selling);
    await holding?.query('commit');
    const { sold } = await selling;
    const claims = await centre.db.selectFrom('claim').select('state').where('place', '=', 'Z-C-5').execute();
    return { sold, states: claims.map(({ state }) => state).sort() };
  });
}

describe('money that comes late, while others want the places', () => {
  let centre: TestCentre;
  let second: TestServer;
  before(async () => {
    centre = await createTestCentre();
    second = await centre.another();
  });
  after(() => centre.stop());
  beforeEach(() => centre.db.deleteFrom('claim').execute());

  it('waits for who was first, and does not sell the seat again', async () => {
    assert.deepEqual(await overlapping(centre), { sold: false, states: ['held'] });
  });

  it('stands in one line with who wants the same standing places: neither blocks the other', async () => {
    const order = await lateOrder(centre, ['STAAN#10', 'STAAN#11', 'STAAN#2']);
    await leaveExpired(centre, order);
    const blocked = STANDING.slice(0, 9).filter((place) => place !== 'STAAN#2');
    await sql`insert into claim (performance_id, place, id, state, until)
      select 'het-gedacht', place, gen_random_uuid(), 'blocked', 'infinity' from unnest(${blocked}::text[]) place`.execute(
      centre.db,
    );
    const { id: cart } = await openTestCart(centre);
    const areas = [{ area: 'STAAN', capacity: 10, priceType: 'adult', ids: ids(2) }];
    await withClients(centre, 3, async (between, selling, holding) => {
      await between?.query('begin');
      await between?.query(`select from claim where place = 'STAAN#11' for update`);
      const sale = selling?.query('select sell_places($1, $2, $3) as lost', [
        order.orderId,
        order.cartId,
        JSON.stringify(order.lines),
      ]);
      assert.ok(sale);
      await waitsOrEnds(centre, 1, sale);
      const hold = holding?.query('select hold_places($1) as answers', [holdWish(cart, { areas })]);
      assert.ok(hold);
      await waitsOrEnds(centre, 2, hold);
      await between?.query('commit');
      const [sold, held] = await Promise.allSettled([sale, hold]);
      assert.deepEqual(sold.status === 'fulfilled' ? sold.value.rows[0].lost : sold.reason, []);
      assert.equal(held.status === 'fulfilled' ? held.value.rows[0].answers[0].outcome : held.reason, 'area_full');
    });
  });

  for (const seed of SEEDS) {
    it(`gets all its places or none, and so does everybody else (seed ${seed})`, async () => {
      const random = seeded(seed);
      const some = (from: readonly string[]) =>
        [...new Set(Array.from({ length: 3 }, () => from[Math.floor(random() * from.length)] ?? ''))].sort();
      const servers = [centre, second];
      const orders = await Promise.all(
        Array.from({ length: 10 }, () => lateOrder(centre, [...some(SEATS), ...some(STANDING)])),
      );
      // Of the others, somebody tidied the rows away.
      for (const order of orders.slice(0, 7)) await leaveExpired(centre, order);
      const carts = await Promise.all(Array.from({ length: 10 }, (_, n) => openTestCart(servers[n % 2] ?? centre)));

      const wishes = carts.map((cart) => ({ cart, seats: some(SEATS) }));
      const [sales, holds] = await Promise.all([
        Promise.all(
          orders.map((order, n) => transact((servers[n % 2] ?? centre).runtime.db, (trx) => sellClaims(trx, order))),
        ),
        Promise.all(
          wishes.map(({ cart, seats }) =>
            cart.hold({
              performance: 'het-gedacht',
              seats: seats.map((seat) => ({ seat })),
              areas: [{ area: 'STAAN', quantity: 2 }],
            }),
          ),
        ),
      ]);

      const claims = await centre.db.selectFrom('claim').selectAll().where('until', '>', sql<Date>`now()`).execute();
      for (const [n, { orderId, lines }] of orders.entries()) {
        const places = claims.flatMap(({ order_id, place }) => (order_id === orderId ? [place] : [])).sort();
        assert.deepEqual(places, sales[n]?.sold ? lines.map(({ place }) => place).sort() : []);
      }
      for (const [n, { cart, seats }] of wishes.entries()) {
        const { status, code } = holds[n] ?? {};
        assert.ok(status === 200 || code === 'seats_taken' || code === 'area_full', code);
        const held = claims.filter(({ cart_id }) => cart_id === cart.id).length;
        assert.equal(held, status === 200 ? seats.length + 2 : 0);
      }
      assert.ok(claims.length > 0);
    });
  }
});

describe('the same without key and lock', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
    await removeGuards(centre);
    const admin = new pg.Client(centre.adminUrl);
    await admin.connect();
    await admin.query(`
      set search_path = ${centre.schema};
      create or replace function sell_places(the_order uuid, the_cart uuid, lines jsonb) returns text[]
      language plpgsql as $$
      begin
        if exists (
          select from claim join jsonb_array_elements(lines) l on claim.place = l->>'place' and until > clock_timestamp()
        ) then
          return array['lost'];
        end if;
        insert into claim (performance_id, place, id, state, until, cart_id, order_id, price_type)
          select performance, place, id, 'sold', 'infinity', the_cart, the_order, 'adult'
          from jsonb_to_recordset(lines) as line(performance text, place text, id uuid);
        return '{}';
      end $$`);
    await admin.end();
  });
  after(() => centre.stop());

  it('sells a seat that somebody holds', async () => {
    assert.deepEqual(await overlapping(centre), { sold: true, states: ['held', 'sold'] });
  });
});
