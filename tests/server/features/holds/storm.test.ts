import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { transact } from '../../../../server/adapters/postgres/transact.ts';
import { closeCart, freeSold, lockCart, sellClaims } from '../../../../server/features/holds/index.ts';
import {
  createTestCentre,
  openTestCart,
  type TestCart,
  type TestCentre,
  type TestServer,
} from '../../../harness/centre.ts';
import { seeded } from '../../../harness/race.ts';
import { SMALL_HALL_SEATS } from '../../../harness/small-hall.ts';

/** Everything carts and orders can do, all at once, on few seats of two performances. */
describe('a storm of every verb at two servers', () => {
  let centre: TestCentre;
  let second: TestServer;
  before(async () => {
    centre = await createTestCentre({ performances: ['een', 'twee'] });
    second = await centre.another();
  });
  after(() => centre.stop());

  const buy = (server: TestServer, cartId: string) =>
    transact(server.runtime.db, async (trx) => {
      const { cart, claims } = await lockCart(trx, { cartId, runtime: server.runtime });
      if (cart.order !== null || claims.length === 0) return;
      const orderId = crypto.randomUUID();
      const until = new Date(Date.now() + 1_200_000);
      await closeCart(trx, { cartId, orderId, until, expected: claims.length });
      const { sold } = await sellClaims(trx, { orderId, cartId, lines: claims });
      assert.ok(sold, 'what is held can be sold');
      if (claims.length > 2) await freeSold(trx, { orderId });
    });

  it('breaks nothing: no failure, and tables that agree with what carts are told', async () => {
    const servers = [centre, second];
    const seats = SMALL_HALL_SEATS.slice(0, 12);
    const carts = await Promise.all(Array.from({ length: 24 }, (_, n) => openTestCart(servers[n % 2]!)));
    const statuses = new Set<number>();

    const live = async (cart: TestCart, index: number) => {
      const random = seeded(index + 1);
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
      for (let step = 0; step < 12; step += 1) {
        const lines = (await cart.show()).lines.map(({ id }) => id);
        const acts = [
          () => cart.holdSeats([...new Set([pick(seats), pick(seats), pick(seats)])], pick(['een', 'twee'])),
          () => cart.holdSeats([...new Set([pick(seats), pick(seats)])], pick(['een', 'twee'])),
          () => cart.hold({ performance: 'een', areas: [{ area: 'STAAN', quantity: 2 }] }),
          () => cart.request('/release', { json: { lines: lines.length > 0 ? lines : [crypto.randomUUID()] } }),
          () => cart.request('/extend', { method: 'POST' }),
        ];
        statuses.add((await pick(acts)()).status);
      }
      if (index % 4 === 0) await buy(servers[index % 2]!, cart.id);
    };
    await Promise.all(carts.map(live));

    assert.deepEqual(
      [...statuses].filter((status) => ![200, 409, 422].includes(status)),
      [],
    );
    const claims = await centre.db.selectFrom('claim').select(['id', 'cart_id', 'place']).execute();
    for (const cart of carts) {
      assert.deepEqual(
        (await cart.show()).lines.map(({ id }) => id).sort(),
        claims.flatMap(({ id, cart_id }) => (cart_id === cart.id ? [id] : [])).sort(),
      );
    }
    const standing = claims.filter(({ place }) => place.startsWith('STAAN#'));
    assert.ok(standing.length <= 20);
  });
});
