import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { openTestCart } from '../../../harness/centre.ts';
import { type Buyer, createSaleCentre, type SaleCentre } from '../../../harness/sale.ts';
import { HALL_FOR_ALL, SMALL_HALL_SEATS } from '../../../harness/small-hall.ts';

describe('an order', () => {
  let centre: SaleCentre;
  before(async () => {
    centre = await createSaleCentre({ performances: ['het-gedacht', 'de-zee'], hall: HALL_FOR_ALL });
  });
  after(() => centre.stop());
  beforeEach(async () => {
    await centre.db.deleteFrom('claim').execute();
    await set('het-gedacht', { single_seat_rule: 'strict', wheelchair_rule: 'protected' });
  });

  const set = (id: string, values: Record<string, string>) =>
    centre.db.updateTable('performance').set(values).where('id', '=', id).execute();
  const seats = (row: string, ...numbers: number[]) => numbers.map((number) => `Z-${row}-${number}`);
  const buyer = (...places: readonly string[]) => centre.buyer('het-gedacht', places);
  /** The seats that an order is refused for; none when it is made. */
  const leftAlone = async (one: Buyer) => {
    const { status, code, body } = await one.tryOrder();
    if (status === 201) return [];
    assert.deepEqual([status, code], [409, 'seat_left_alone']);
    return (body as unknown as { error: { seats: string[] } }).error.seats;
  };
  const giveBack = async ({ cart }: Buyer, place: string, performance = 'het-gedacht') => {
    const { lines } = await cart.show();
    const line = lines.find((one) => one.place.id === place && one.performance.id === performance);
    await cart.request('/release', { json: { lines: [line?.id] } });
  };

  it('that leaves a seat alone is refused with that seat, and the cart stays as it was', async () => {
    const one = await buyer(...seats('B', 2, 3));
    const before = await one.cart.show();
    assert.deepEqual(await leftAlone(one), seats('B', 1));
    const now = await one.cart.show();
    assert.deepEqual([now.lines, now.order, now.expiresAt], [before.lines, null, before.expiresAt]);
    const orders = await centre.db.selectFrom('orders').selectAll().where('cart_id', '=', one.cart.id).execute();
    assert.deepEqual(orders, [], 'nothing was written');
  });

  it('is made once the choice is mended', async () => {
    const one = await buyer(...seats('B', 2, 3));
    assert.deepEqual(await leftAlone(one), seats('B', 1));
    await one.cart.holdSeats(seats('B', 1));
    await giveBack(one, 'Z-B-3');
    assert.deepEqual(await leftAlone(one), []);
  });

  it('may leave a seat at the end of a row where the centre is lenient, but none between two that are taken', async () => {
    await set('het-gedacht', { single_seat_rule: 'lenient' });
    assert.deepEqual(await leftAlone(await buyer(...seats('B', 2, 3))), []);
    assert.deepEqual(await leftAlone(await buyer(...seats('B', 5, 6))), seats('B', 4));
  });

  it('may leave any seat alone where the centre has no such rule', async () => {
    await set('het-gedacht', { single_seat_rule: 'off' });
    assert.deepEqual(await leftAlone(await buyer(...seats('B', 2, 3))), []);
    assert.deepEqual(await leftAlone(await buyer(...seats('B', 5, 6))), []);
  });

  it('is not refused for what others took after; theirs is', async () => {
    const first = await buyer(...seats('C', 1, 2));
    const second = await buyer(...seats('C', 4, 5));
    assert.deepEqual(await leftAlone(first), []);
    assert.deepEqual(await leftAlone(second), seats('C', 3));
  });

  it('is not refused for what others gave back after', async () => {
    const [left, middle, right] = [
      await buyer(...seats('D', 1, 2)),
      await buyer('Z-D-3'),
      await buyer(...seats('D', 4, 5)),
    ];
    await giveBack(middle, 'Z-D-3');
    assert.deepEqual(await leftAlone(right), []);
    assert.deepEqual(await leftAlone(left), []);
  });

  it('is not refused for a seat whose hold ended after', async () => {
    const [left, middle, right] = [
      await buyer(...seats('D', 1, 2)),
      await buyer('Z-D-3'),
      await buyer(...seats('D', 4, 5)),
    ];
    await centre.db
      .updateTable('claim')
      .set({ until: sql`clock_timestamp()` })
      .where('cart_id', '=', middle.cart.id)
      .execute();
    assert.deepEqual(await leftAlone(right), []);
    assert.deepEqual(await leftAlone(left), []);
  });

  it('is refused for what its buyer gave back', async () => {
    const one = await buyer(...seats('E', 1, 2, 3, 4));
    await giveBack(one, 'Z-E-3');
    assert.deepEqual(await leftAlone(one), seats('E', 3));
  });

  it('is not judged anew for one performance because its buyer gave something back in another', async () => {
    const one = await buyer(...seats('C', 1, 2));
    await one.cart.holdSeats(seats('A', 1, 2), 'de-zee');
    await buyer(...seats('C', 4, 5));
    await giveBack(one, 'Z-A-2', 'de-zee');
    assert.deepEqual(await leftAlone(one), []);
  });

  it('is judged anew for the performance that its buyer gave something back in', async () => {
    const one = await buyer(...seats('C', 1, 2), 'Z-E-1');
    await buyer(...seats('C', 4, 5));
    await giveBack(one, 'Z-E-1');
    assert.deepEqual(await leftAlone(one), seats('C', 3));
  });

  it('may leave a seat alone when the hall is nearly full', async () => {
    const free = new Set(seats('A', 1, 2, 3));
    const rest = SMALL_HALL_SEATS.filter((seat) => !free.has(seat) && !seat.startsWith('Z-F'));
    for (let from = 0; from < rest.length; from += 12) {
      await (await openTestCart(centre)).holdSeats(rest.slice(from, from + 12));
    }
    await (await openTestCart(centre)).holdSeats(seats('F', 3, 4, 5, 6, 7, 8));
    assert.deepEqual(await leftAlone(await buyer(...seats('A', 1, 2))), []);
  });

  it('of several performances is judged by the rules of each', async () => {
    await set('de-zee', { single_seat_rule: 'off' });
    const one = await buyer(...seats('A', 1, 2));
    await one.cart.holdSeats(seats('A', 2, 3), 'de-zee');
    assert.deepEqual(await leftAlone(one), []);
    const other = await buyer(...seats('B', 2, 3));
    await other.cart.holdSeats(seats('B', 2, 3), 'de-zee');
    assert.deepEqual(await leftAlone(other), seats('B', 1));
  });

  it('counts protected wheelchair places and their companions as no seat that could be left alone', async () => {
    assert.deepEqual(await leftAlone(await buyer(...seats('F', 3, 4))), []);
  });

  it('of a companion’s seat without its wheelchair place is refused, and the cart stays open', async () => {
    await set('het-gedacht', { wheelchair_rule: 'released', single_seat_rule: 'off' });
    const one = await buyer('Z-F-2');
    await set('het-gedacht', { wheelchair_rule: 'protected' });
    const { status, code } = await one.tryOrder();
    assert.deepEqual([status, code], [409, 'companion_alone']);
    assert.equal((await one.cart.show()).order, null);
  });
});
