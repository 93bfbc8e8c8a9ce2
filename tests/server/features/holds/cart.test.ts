import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { cartSchema, newCartSchema } from '../../../../sdk/contract/index.ts';
import { answerOf, createTestCentre, openTestCart, type TestCart, type TestCentre } from '../../../harness/centre.ts';

describe('a cart', () => {
  let centre: TestCentre;
  let cart: TestCart;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());
  beforeEach(async () => {
    await centre.db.deleteFrom('claim').execute();
    cart = await openTestCart(centre);
  });

  /** Moves the start and end of the cart's hold back in time. */
  const age = async (interval: string) => {
    const ago = sql`${interval}::interval`;
    await sql`update cart set hold_started_at = hold_started_at - ${ago}, expires_at = expires_at - ${ago}
      where id = ${cart.id}`.execute(centre.db);
    await sql`update claim set until = until - ${ago} where cart_id = ${cart.id}`.execute(centre.db);
  };
  const extend = async () => answerOf(await cart.request('/extend', { method: 'POST' }));

  it('begins empty, with a token that is told once, and fits the contract', async () => {
    const answer = await centre.request('/carts', { method: 'POST', json: {} });
    assert.equal(answer.status, 201);
    const { cart: made } = newCartSchema.parse(await answer.json());
    assert.deepEqual([made.lines, made.expiresAt, made.secondsLeft, made.extendable], [[], null, null, false]);
    await cart.holdSeats(['Z-A-1']);
    assert.equal(cartSchema.parse(await cart.show()).lines.length, 1);
  });

  it('opens with its own token only, and does not tell whether another cart exists', async () => {
    const other = await openTestCart(centre);
    const unknown = crypto.randomUUID();
    const answers = await Promise.all([
      centre.request(`/carts/${cart.id}`),
      centre.request(`/carts/${cart.id}`, { token: other.token }),
      centre.request(`/carts/${unknown}`, { token: other.token }),
      centre.request(`/carts/${unknown}`, { token: centre.runtime.tokens.sign('cart', unknown) }),
      centre.request(`/carts/${cart.id}`, { token: centre.runtime.tokens.sign('order', cart.id) }),
      centre.request(`/carts/${cart.id}`, { headers: { Authorization: 'Basic eA==' } }),
    ]);
    const codes = await Promise.all(answers.map(async (answer) => (await answerOf(answer)).code));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 401, 401, 401, 401, 401],
    );
    assert.deepEqual(codes, ['token_missing', ...Array(5).fill('token_invalid')]);
  });

  it('gives single lines back, and passes over lines that are gone', async () => {
    const { cart: held } = await cart.holdSeats(['Z-A-1', 'Z-A-2']);
    const [first, second] = held.lines;
    const release = async (...lines: string[]) => answerOf(await cart.request('/release', { json: { lines } }));
    assert.deepEqual(
      (await release(first!.id)).cart.lines.map(({ id }) => id),
      [second!.id],
    );
    assert.deepEqual((await release(first!.id, second!.id)).cart.lines, []);
    assert.equal((await (await openTestCart(centre)).holdSeats(['Z-A-1', 'Z-A-2'])).status, 200);
  });

  it('cannot give back what is another’s', async () => {
    const { cart: held } = await cart.holdSeats(['Z-A-1']);
    const other = await openTestCart(centre);
    await other.request('/release', { json: { lines: [held.lines[0]!.id] } });
    assert.equal((await cart.show()).lines.length, 1);
  });

  it('changes price types of all lines asked, or of none', async () => {
    const { cart: held } = await cart.holdSeats(['Z-A-1', 'Z-A-2']);
    const [first, second] = held.lines.map(({ id }) => id);
    const change = async (lines: unknown) =>
      answerOf(await cart.request('/lines', { method: 'PATCH', json: { lines } }));
    const changed = await change([
      { line: first, priceType: 'under-26' },
      { line: second, priceType: 'under-26' },
    ]);
    assert.equal(changed.cart.total.cents, 2400);
    const refused = await change([
      { line: first, priceType: 'adult' },
      { line: second, priceType: 'gratis' },
    ]);
    assert.deepEqual([refused.status, refused.code, refused.field], [422, 'price_type_unknown', 'lines.1.priceType']);
    assert.equal((await cart.show()).total.cents, 2400);
    const gone = await change([{ line: crypto.randomUUID(), priceType: 'adult' }]);
    assert.deepEqual([gone.status, gone.code, gone.field], [409, 'hold_expired', 'lines.0.line']);
  });

  it('shows the price as it is now', async () => {
    await cart.holdSeats(['Z-A-1']);
    const price = (cents: number) =>
      centre.db
        .updateTable('price')
        .set({ cents })
        .where('zone', '=', 'rang-1')
        .where('price_type', '=', 'adult')
        .execute();
    await price(2500);
    assert.equal((await cart.show()).total.cents, 2500);
    await price(2400);
  });

  it('can be extended to ten minutes from now, again and again', async () => {
    await cart.holdSeats(['Z-A-1']);
    for (let times = 0; times < 11; times += 1) {
      await age('9 minutes');
      const answer = await extend();
      assert.equal(answer.status, 200);
      assert.ok(answer.cart.secondsLeft! > 590);
    }
  });

  it('ends two hours after its first place, whatever is pressed', async () => {
    await cart.holdSeats(['Z-A-1']);
    await sql`update cart set hold_started_at = hold_started_at - interval '115 minutes' where id = ${cart.id}`.execute(
      centre.db,
    );
    await age('6 minutes');
    assert.equal((await extend()).code, 'hold_cap_reached');
  });

  it('is extended up to the two hours and no further', async () => {
    await cart.holdSeats(['Z-A-1']);
    await sql`update cart set hold_started_at = clock_timestamp() - interval '111 minutes' where id = ${cart.id}`.execute(
      centre.db,
    );
    await sql`update cart set expires_at = clock_timestamp() + interval '2 minutes' where id = ${cart.id}`.execute(
      centre.db,
    );
    const { cart: extended } = await extend();
    assert.ok(extended.secondsLeft! > 530 && extended.secondsLeft! <= 540);
    assert.equal(extended.extendable, false);
    assert.equal((await extend()).code, 'hold_cap_reached');
  });

  it('cannot be extended when nothing is held any more', async () => {
    assert.equal((await extend()).code, 'hold_expired');
    await cart.holdSeats(['Z-A-1']);
    await age('11 minutes');
    assert.equal((await extend()).code, 'hold_expired');
  });

  it('of another centre is unknown here', async () => {
    const other = await createTestCentre();
    try {
      const theirs = await openTestCart(other);
      const answer = await centre.request(`/carts/${theirs.id}`, { token: theirs.token });
      assert.deepEqual([answer.status, (await answerOf(answer)).code], [401, 'token_invalid']);
      const nowhere = await centre.app.request(`/centres/${other.id}/carts/${theirs.id}`);
      assert.equal(nowhere.status, 404);
    } finally {
      await other.stop();
    }
  });
});
