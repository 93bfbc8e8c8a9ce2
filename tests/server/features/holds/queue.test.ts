import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type Database, openDatabase } from '../../../../server/adapters/postgres/index.ts';
import { createHoldQueue } from '../../../../server/features/holds/index.ts';
import type { HoldWish } from '../../../../server/features/holds/wish.ts';
import { createTestCentre, openTestCart, type TestCentre } from '../../../harness/centre.ts';
import { SMALL_HALL_SEATS } from '../../../harness/small-hall.ts';

describe('the queue of holds', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());
  beforeEach(() => centre.db.deleteFrom('claim').execute());

  /** A database that counts how often it is asked. */
  const counting = (asked: Database = centre.db) => {
    const count = { asked: 0 };
    const db: Database = new Proxy(asked, {
      get(target, name) {
        if (name === 'getExecutor') count.asked += 1;
        const value = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    return { count, db };
  };
  const wish = async (place: string, changes: Partial<HoldWish> = {}): Promise<HoldWish> => ({
    cart: (await openTestCart(centre)).id,
    performance: 'het-gedacht',
    seats: [{ place, priceType: 'adult', id: crypto.randomUUID() }],
    areas: [],
    key: null,
    hash: '',
    maxHeld: 1_000,
    ...changes,
  });

  it('asks the database once for the first, and once for all that came meanwhile', async () => {
    const { count, db } = counting();
    const queue = createHoldQueue(db);
    const wishes = await Promise.all(SMALL_HALL_SEATS.slice(0, 40).map((place) => wish(place)));
    const answers = await Promise.all(wishes.map((one) => queue.hold(one)));
    assert.ok(answers.every(({ outcome }) => outcome === 'held'));
    assert.equal(count.asked, 2);
  });

  it('gives a seat to who asked first, and answers everybody with their own', async () => {
    const queue = createHoldQueue(centre.db);
    const wishes = await Promise.all(
      ['Z-A-1', 'Z-A-2', 'Z-A-1', 'Z-A-3', 'Z-A-1', 'Z-A-2'].map((place) => wish(place)),
    );
    const answers = await Promise.all(wishes.map((one) => queue.hold(one)));
    assert.deepEqual(
      answers.map(({ outcome }) => outcome),
      ['held', 'held', 'seats_taken', 'held', 'seats_taken', 'seats_taken'],
    );
    for (const [index, { cart }] of answers.entries()) if (cart) assert.equal(cart.id, wishes[index]?.cart);
  });

  it('does requests of one cart one after the other', async () => {
    const queue = createHoldQueue(centre.db);
    const first = await wish('Z-B-1');
    const second = await wish('Z-B-2', { cart: first.cart });
    await Promise.all([queue.hold(await wish('Z-B-3')), queue.hold(first), queue.hold(second)]);
    const { cart } = await queue.hold(await wish('Z-B-2', { cart: first.cart }));
    assert.deepEqual(
      cart?.claims.map(({ place }) => place),
      ['Z-B-1', 'Z-B-2'],
    );
  });

  it('does not let one bad request spoil the others', async () => {
    const queue = createHoldQueue(centre.db);
    const good = await Promise.all(['Z-C-1', 'Z-C-2', 'Z-C-3'].map((place) => wish(place)));
    const bad = await wish('Z-C-4', { cart: 'no uuid at all' });
    const [first, broken, ...rest] = await Promise.allSettled([good[0]!, bad, good[1]!, good[2]!].map(queue.hold));
    assert.equal(broken?.status, 'rejected');
    for (const one of [first, ...rest]) assert.ok(one?.status === 'fulfilled' && one.value.outcome === 'held');
  });

  it('tells everybody at once when the database cannot be reached, without asking again for each', async () => {
    // Nothing listens at port 1.
    const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/nothing', { max: 1 });
    const { count, db } = counting(nowhere);
    const queue = createHoldQueue(db);
    const wishes = await Promise.all(SMALL_HALL_SEATS.slice(0, 10).map((place) => wish(place)));
    const answers = await Promise.allSettled(wishes.map(queue.hold));
    await nowhere.destroy();
    assert.ok(answers.every(({ status }) => status === 'rejected'));
    assert.equal(count.asked, 2);
  });
});
