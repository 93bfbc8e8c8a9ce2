import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { createTestCentre, openTestCart, type TestCart, type TestCentre } from '../../../harness/centre.ts';
import { HALL_FOR_ALL } from '../../../harness/small-hall.ts';

describe('a protected wheelchair place', () => {
  let centre: TestCentre;
  let cart: TestCart;
  before(async () => {
    centre = await createTestCentre({ performances: ['het-gedacht', 'de-zee'], hall: HALL_FOR_ALL });
    await centre.db
      .updateTable('performance')
      .set({ wheelchair_rule: 'released' })
      .where('id', '=', 'de-zee')
      .execute();
  });
  after(() => centre.stop());
  beforeEach(async () => {
    await centre.db.deleteFrom('claim').execute();
    cart = await openTestCart(centre);
  });

  it('is held for who says that somebody comes in a wheelchair, and for nobody else', async () => {
    const refused = await cart.hold({ performance: 'het-gedacht', seats: [{ seat: 'Z-A-1' }, { seat: 'Z-F-1' }] });
    assert.deepEqual([refused.status, refused.code], [422, 'wheelchair_place_protected']);
    assert.deepEqual([refused.field, refused.seats], ['seats.1.wheelchairUser', ['Z-F-1']]);
    assert.deepEqual((await cart.show()).lines, [], 'nothing is half held');
    const said = await cart.hold({ performance: 'het-gedacht', seats: [{ seat: 'Z-F-1', wheelchairUser: true }] });
    assert.equal(said.status, 200);
  });

  it('is not had by saying no, nor by saying it of another seat', async () => {
    const no = await cart.hold({ performance: 'het-gedacht', seats: [{ seat: 'Z-F-1', wheelchairUser: false }] });
    assert.equal(no.code, 'wheelchair_place_protected');
    const other = await cart.hold({
      performance: 'het-gedacht',
      seats: [{ seat: 'Z-A-1', wheelchairUser: true }, { seat: 'Z-F-1' }, { seat: 'Z-F-10' }],
    });
    assert.deepEqual([other.code, other.seats], ['wheelchair_place_protected', ['Z-F-1', 'Z-F-10']]);
  });

  it('is for anybody once the centre releases it', async () => {
    const answer = await cart.hold({ performance: 'de-zee', seats: [{ seat: 'Z-F-1' }] });
    assert.equal(answer.status, 200);
  });

  it('keeps nothing of what was said: the tables are the same as without it', async () => {
    const request = { performance: 'de-zee', seats: [{ seat: 'Z-F-1' }] };
    const silent = await openTestCart(centre);
    await silent.hold(request, { 'Idempotency-Key': 'one' });
    await centre.db.deleteFrom('claim').execute();
    await cart.hold({ ...request, seats: [{ seat: 'Z-F-1', wheelchairUser: true }] }, { 'Idempotency-Key': 'one' });
    const { rows } = await sql<{ hashes: number }>`
      select count(distinct request_hash) as hashes from idempotency
      where cart_id in (${silent.id}, ${cart.id})`.execute(centre.db);
    assert.equal(rows[0]?.hashes, 1);
  });

  it('shows the same cart when the same request comes again', async () => {
    const request = { performance: 'het-gedacht', seats: [{ seat: 'Z-F-1', wheelchairUser: true }] };
    const first = await cart.hold(request, { 'Idempotency-Key': 'again' });
    const second = await cart.hold(request, { 'Idempotency-Key': 'again' });
    assert.equal(second.headers.get('Idempotent-Replayed'), 'true');
    assert.deepEqual(second.cart.lines, first.cart.lines);
  });
});
