import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestCentre, openTestCart, type TestCentre, type TestServer } from '../../../harness/centre.ts';

const standing = (quantity: number) => ({ performance: 'het-gedacht', areas: [{ area: 'STAAN', quantity }] });

describe('a hold with an idempotency key', () => {
  let centre: TestCentre;
  let second: TestServer;
  before(async () => {
    centre = await createTestCentre();
    second = await centre.another();
  });
  after(() => centre.stop());

  it('is done once, however often it is asked, and says so', async () => {
    const cart = await openTestCart(centre);
    const headers = { 'Idempotency-Key': 'een' };
    const first = await cart.hold(standing(2), headers);
    const again = await cart.hold(standing(2), headers);
    assert.deepEqual([first.status, again.status], [200, 200]);
    assert.equal(first.headers.get('Idempotent-Replayed'), null);
    assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
    assert.equal(again.cart.lines.length, 2);
  });

  it('is done twice without the key', async () => {
    const cart = await openTestCart(centre);
    await cart.hold(standing(1));
    assert.equal((await cart.hold(standing(1))).cart.lines.length, 2);
  });

  it('is done once by five requests at once at two servers', async () => {
    const cart = await openTestCart(centre);
    const answers = await Promise.all(
      [centre, second, centre, second, centre].map(({ request }) =>
        request(`/carts/${cart.id}/lines`, {
          token: cart.token,
          json: standing(1),
          headers: { 'Idempotency-Key': 'tegelijk' },
        }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 200, 200],
    );
    assert.equal(answers.filter(({ headers }) => headers.get('Idempotent-Replayed') === 'true').length, 4);
    assert.equal((await cart.show()).lines.length, 1);
  });

  it('is refused with another request under the same key', async () => {
    const cart = await openTestCart(centre);
    await cart.hold(standing(1), { 'Idempotency-Key': 'anders' });
    const answer = await cart.hold(standing(2), { 'Idempotency-Key': 'anders' });
    assert.deepEqual([answer.status, answer.code], [422, 'idempotency_key_reused']);
    assert.equal((await cart.show()).lines.length, 1);
  });

  it('means nothing to another cart', async () => {
    const [one, other] = [await openTestCart(centre), await openTestCart(centre)];
    await one.hold(standing(1), { 'Idempotency-Key': 'zelfde' });
    const answer = await other.hold(standing(1), { 'Idempotency-Key': 'zelfde' });
    assert.equal(answer.headers.get('Idempotent-Replayed'), null);
    assert.equal(answer.cart.lines.length, 1);
  });

  it('is tried again after a failure, with the same key', async () => {
    const [one, other] = [await openTestCart(centre), await openTestCart(centre)];
    const taken = await one.holdSeats(['Z-D-1']);
    const wish = { performance: 'het-gedacht', seats: [{ seat: 'Z-D-1' }] };
    assert.equal((await other.hold(wish, { 'Idempotency-Key': 'later' })).code, 'seats_taken');
    await one.request('/release', { json: { lines: taken.cart.lines.map(({ id }) => id) } });
    assert.equal((await other.hold(wish, { 'Idempotency-Key': 'later' })).status, 200);
  });
});
