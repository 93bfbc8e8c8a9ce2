import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../../../server/adapters/postgres/index.ts';
import {
  closeCart,
  extendClaims,
  freeSold,
  lockCart,
  releaseClaims,
  reopenCart,
  sellClaims,
} from '../../../../server/features/holds/index.ts';
import { createTestCentre, openTestCart, type TestCart, type TestCentre } from '../../../harness/centre.ts';

describe('what orders do with the places of a cart', () => {
  let centre: TestCentre;
  let cart: TestCart;
  let orderId: string;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());
  beforeEach(async () => {
    await centre.db.deleteFrom('claim').execute();
    cart = await openTestCart(centre);
    orderId = crypto.randomUUID();
    await cart.holdSeats(['Z-A-1', 'Z-A-2']);
  });

  const inTransaction = <T>(work: (trx: DatabaseTransaction) => Promise<T>) => centre.db.transaction().execute(work);
  const lock = (trx: DatabaseTransaction) => lockCart(trx, { cartId: cart.id, runtime: centre.runtime });
  const soon = () => new Date(Date.now() + 20 * 60_000);
  const close = () =>
    inTransaction(async (trx) => {
      const { claims } = await lock(trx);
      await closeCart(trx, { cartId: cart.id, orderId, until: soon(), expected: claims.length });
      return claims;
    });
  const expire = () => centre.db.updateTable('claim').set({ until: sql`clock_timestamp()` }).execute();
  const states = async () =>
    (await centre.db.selectFrom('claim').select(['place', 'state', 'cart_id']).orderBy('place').execute()).map(
      ({ place, state, cart_id }) => [place, state, cart_id === cart.id],
    );
  const SOLD = [
    ['Z-A-1', 'sold', true],
    ['Z-A-2', 'sold', true],
  ];

  it('locks a cart with its lines priced', async () => {
    const locked = await inTransaction(lock);
    assert.deepEqual([locked.lines.length, locked.total.cents, locked.cart.order], [2, 4800, null]);
    assert.deepEqual(
      locked.claims.map(({ place }) => place),
      ['Z-A-1', 'Z-A-2'],
    );
  });

  it('closes the cart and keeps its places for the payment', async () => {
    await close();
    const shown = await cart.show();
    assert.deepEqual([shown.order, shown.lines.length, shown.extendable], [orderId, 2, false]);
    assert.ok(shown.secondsLeft! > 1_190);
  });

  it('does not close a cart that lost places since it was looked at', async () => {
    await expire();
    await assert.rejects(
      inTransaction((trx) => closeCart(trx, { cartId: cart.id, orderId, until: soon(), expected: 2 })),
      { code: 'hold_expired' },
    );
    assert.equal((await cart.show()).order, null);
  });

  it('sells all of them, and again without doing it twice', async () => {
    const lines = await close();
    const sell = () => inTransaction((trx) => sellClaims(trx, { orderId, cartId: cart.id, lines }));
    assert.deepEqual(await sell(), { sold: true });
    assert.deepEqual(await sell(), { sold: true });
    assert.deepEqual(await states(), SOLD);
  });

  it('takes places back whose time was over, or that are not there any more, while they are free', async () => {
    const lines = await close();
    await expire();
    await centre.db.deleteFrom('claim').where('place', '=', 'Z-A-2').execute();
    assert.deepEqual(await inTransaction((trx) => sellClaims(trx, { orderId, cartId: cart.id, lines })), {
      sold: true,
    });
    assert.deepEqual(await states(), SOLD);
  });

  it('sells nothing when one place is another’s by now', async () => {
    const lines = await close();
    await expire();
    const other = await openTestCart(centre);
    await other.holdSeats(['Z-A-2']);
    const outcome = await inTransaction((trx) => sellClaims(trx, { orderId, cartId: cart.id, lines }));
    assert.deepEqual(outcome, { sold: false, lost: ['Z-A-2'] });
    assert.deepEqual(await states(), [
      ['Z-A-1', 'held', true],
      ['Z-A-2', 'held', false],
    ]);
  });

  it('keeps places longer, also those that nobody took since they ended', async () => {
    await close();
    await expire();
    assert.equal(await inTransaction((trx) => extendClaims(trx, { orderId, until: soon() })), 2);
    assert.equal((await (await openTestCart(centre)).holdSeats(['Z-A-1'])).code, 'seats_taken');
  });

  it('gives places back, or the cart with its places', async () => {
    await close();
    await inTransaction((trx) => reopenCart(trx, { cartId: cart.id, orderId }));
    const open = await cart.show();
    assert.deepEqual([open.order, open.lines.length], [null, 2]);
    assert.equal((await cart.holdSeats(['Z-A-3'])).status, 200);
    await inTransaction((trx) => releaseClaims(trx, { cartId: cart.id }));
    assert.deepEqual((await cart.show()).lines, []);
  });

  it('frees sold places after a refund, and only those', async () => {
    const lines = await close();
    await inTransaction((trx) => sellClaims(trx, { orderId, cartId: cart.id, lines }));
    await inTransaction((trx) => releaseClaims(trx, { cartId: cart.id }));
    assert.deepEqual(await states(), SOLD);
    await inTransaction((trx) => freeSold(trx, { orderId }));
    assert.equal((await (await openTestCart(centre)).holdSeats(['Z-A-1', 'Z-A-2'])).status, 200);
  });

  it('tells those who follow along each time', async () => {
    await centre.db.deleteFrom('seat_change').execute();
    const lines = await close();
    await inTransaction((trx) => extendClaims(trx, { orderId, until: soon() }));
    await inTransaction((trx) => sellClaims(trx, { orderId, cartId: cart.id, lines }));
    await inTransaction((trx) => freeSold(trx, { orderId }));
    const told = await centre.db.selectFrom('seat_change').select('places').orderBy('id').execute();
    assert.deepEqual(
      told.map(({ places }) => Object.values(places).map(({ state }) => state)),
      [
        ['held', 'held'],
        ['held', 'held'],
        ['sold', 'sold'],
        ['free', 'free'],
      ],
    );
  });
});
