import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { createTestCentre, openTestCart, type TestCart, type TestCentre } from '../../../harness/centre.ts';

describe('holding places', () => {
  let centre: TestCentre;
  let cart: TestCart;
  before(async () => {
    centre = await createTestCentre({ performances: ['het-gedacht', 'de-zee'], config: { maxHeldPerAddress: 20 } });
  });
  after(() => centre.stop());
  beforeEach(async () => {
    await centre.db.deleteFrom('claim').execute();
    cart = await openTestCart(centre);
  });

  /** Lets the hold of every cart be over, as if time had passed. */
  const letHoldsEnd = async () => {
    await centre.db.updateTable('claim').set({ until: sql`clock_timestamp() - interval '1 second'` }).execute();
    await centre.db.updateTable('cart').set({ expires_at: sql`clock_timestamp() - interval '1 second'` }).execute();
  };

  it('gives seats and unnumbered places to the cart with their prices, all-in', async () => {
    const { status, cart: held } = await cart.hold({
      performance: 'het-gedacht',
      seats: [{ seat: 'Z-A-1' }, { seat: 'Z-A-2', priceType: 'under-26' }],
      areas: [{ area: 'STAAN', quantity: 2, priceType: 'under-26' }],
    });
    assert.equal(status, 200);
    assert.deepEqual(
      held.lines.map(({ place, priceType, price, fee }) => [place.id, place.kind, priceType, price.cents, fee.cents]),
      [
        ['STAAN', 'area', 'under-26', 800, 100],
        ['STAAN', 'area', 'under-26', 800, 100],
        ['Z-A-1', 'standard', 'adult', 2400, 100],
        ['Z-A-2', 'standard', 'under-26', 1200, 100],
      ],
    );
    assert.deepEqual(held.total, { cents: 5200, currency: 'EUR' });
    assert.equal(held.lines[2]?.place.row, 'A');
    assert.equal(held.lines[2]?.performance.hall.name.nl, 'Kleine zaal');
  });

  it('holds for ten minutes from the first place, and adding another does not prolong', async () => {
    const first = await cart.holdSeats(['Z-A-1']);
    assert.ok(first.cart.secondsLeft! > 590 && first.cart.secondsLeft! <= 600);
    assert.ok(first.cart.extendable);
    const second = await cart.holdSeats(['Z-A-2'], 'de-zee');
    assert.equal(second.cart.expiresAt, first.cart.expiresAt);
    assert.deepEqual(
      second.cart.lines.map(({ performance }) => performance.id),
      ['de-zee', 'het-gedacht'],
    );
  });

  it('counts a seat the cart has already as success, without a second line', async () => {
    const first = await cart.holdSeats(['Z-A-1']);
    const again = await cart.holdSeats(['Z-A-1', 'Z-A-2']);
    assert.equal(again.status, 200);
    assert.equal(again.cart.lines.length, 2);
    assert.equal(again.cart.lines[0]?.id, first.cart.lines[0]?.id);
  });

  it('takes nothing when one of the seats is taken', async () => {
    await (await openTestCart(centre)).holdSeats(['Z-B-2']);
    const answer = await cart.holdSeats(['Z-B-1', 'Z-B-2']);
    assert.deepEqual([answer.status, answer.code, answer.seats], [409, 'seats_taken', ['Z-B-2']]);
    assert.deepEqual((await cart.show()).lines, []);
  });

  it('lets go by itself, and gives the seat to the next who asks', async () => {
    await cart.holdSeats(['Z-C-1', 'Z-C-2']);
    await letHoldsEnd();
    assert.deepEqual((await cart.show()).lines, []);
    const other = await openTestCart(centre);
    assert.equal((await other.holdSeats(['Z-C-2'])).status, 200);
    assert.equal((await other.show()).lines.length, 1);
    const claims = await centre.db.selectFrom('claim').select('cart_id').where('place', '=', 'Z-C-2').execute();
    assert.deepEqual(claims, [{ cart_id: other.id }]);
  });

  it('starts a new ten minutes in a cart whose hold has ended', async () => {
    await cart.holdSeats(['Z-C-1']);
    await letHoldsEnd();
    const again = await cart.holdSeats(['Z-C-3']);
    assert.ok(again.cart.secondsLeft! > 590);
    assert.deepEqual(
      again.cart.lines.map(({ place }) => place.id),
      ['Z-C-3'],
    );
  });

  it('never gives out more unnumbered places than there are', async () => {
    const carts = await Promise.all(Array.from({ length: 12 }, (_, n) => openTestCart(centre, `192.0.2.${n}`)));
    const answers = await Promise.all(
      carts.map((one) => one.hold({ performance: 'het-gedacht', areas: [{ area: 'STAAN', quantity: 3 }] })),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 6);
    assert.ok(answers.every(({ status, code }) => status === 200 || code === 'area_full'));
    const last = await cart.hold({ performance: 'het-gedacht', areas: [{ area: 'STAAN', quantity: 2 }] });
    assert.equal(last.status, 200);
    const claims = await centre.db.selectFrom('claim').select('place').execute();
    assert.equal(new Set(claims.map(({ place }) => place)).size, 20);
  });

  it('takes seats and unnumbered places together or not at all', async () => {
    const answer = await cart.hold({
      performance: 'het-gedacht',
      seats: [{ seat: 'Z-A-1' }],
      areas: [{ area: 'STAAN', quantity: 10 }],
    });
    assert.equal(answer.status, 200);
    const other = await openTestCart(centre, '198.51.100.1');
    const refused = await other.hold({
      performance: 'het-gedacht',
      seats: [{ seat: 'Z-A-2' }],
      areas: [{ area: 'STAAN', quantity: 11 }],
    });
    assert.deepEqual([refused.code, refused.seats], ['area_full', ['STAAN']]);
    assert.deepEqual((await other.show()).lines, []);
  });

  it('keeps a cart from taking more of one performance than is allowed, over several requests', async () => {
    const ten = Array.from({ length: 10 }, (_, n) => `Z-A-${n + 1}`);
    assert.equal((await cart.holdSeats(ten)).status, 200);
    const over = await cart.holdSeats(['Z-B-1', 'Z-B-2', 'Z-B-3']);
    assert.deepEqual([over.status, over.code], [422, 'too_many_places']);
    assert.equal((await cart.holdSeats(['Z-B-1', 'Z-B-2'])).status, 200);
    assert.equal((await cart.holdSeats(['Z-B-3'], 'de-zee')).status, 200);
  });

  it('keeps one network from hoarding with many carts', async () => {
    const carts = await Promise.all(Array.from({ length: 3 }, () => openTestCart(centre, '203.0.113.9')));
    const rows = ['A', 'B', 'C'].map((row) => Array.from({ length: 8 }, (_, n) => `Z-${row}-${n + 1}`));
    const answers = [];
    for (const [index, one] of carts.entries()) answers.push(await one.holdSeats(rows[index]!));
    assert.deepEqual(
      answers.map(({ status, code }) => code ?? status),
      [200, 200, 'address_cap_reached'],
    );
    const elsewhere = await openTestCart(centre, '203.0.113.10');
    assert.equal((await elsewhere.holdSeats(rows[2]!)).status, 200);
  });

  it('sells nothing before, after or without a sale', async () => {
    const set = (values: Record<string, unknown>) =>
      centre.db.updateTable('performance').set(values).where('id', '=', 'de-zee').execute();
    const tomorrow = new Date(Date.now() + 86_400_000);
    const yesterday = new Date(Date.now() - 86_400_000);
    for (const closed of [{ on_sale_at: tomorrow }, { sale_ends_at: yesterday }, { cancelled: true }]) {
      await set(closed);
      const answer = await cart.holdSeats(['Z-A-1'], 'de-zee');
      assert.deepEqual([answer.status, answer.code], [422, 'not_on_sale']);
      await set({ on_sale_at: yesterday, sale_ends_at: null, cancelled: false });
    }
    assert.equal((await cart.holdSeats(['Z-A-1'], 'de-zee')).status, 200);
  });

  for (const [what, request, code, field] of [
    [
      'a performance that is not there',
      { performance: 'niets', seats: [{ seat: 'Z-A-1' }] },
      'performance_unknown',
      'performance',
    ],
    [
      'a seat that is not there',
      { performance: 'het-gedacht', seats: [{ seat: 'Z-A-1' }, { seat: 'Z-Q-1' }] },
      'seat_unknown',
      'seats.1.seat',
    ],
    ['an area as a seat', { performance: 'het-gedacht', seats: [{ seat: 'STAAN' }] }, 'seat_unknown', 'seats.0.seat'],
    [
      'an area that is not there',
      { performance: 'het-gedacht', areas: [{ area: 'ZIT', quantity: 1 }] },
      'area_unknown',
      'areas.0.area',
    ],
    [
      'a seat as an area',
      { performance: 'het-gedacht', areas: [{ area: 'Z-A-1', quantity: 1 }] },
      'area_unknown',
      'areas.0.area',
    ],
    [
      'a price type that is not there',
      { performance: 'het-gedacht', seats: [{ seat: 'Z-A-1', priceType: 'gratis' }] },
      'price_type_unknown',
      'seats.0.priceType',
    ],
    [
      'the same seat twice',
      { performance: 'het-gedacht', seats: [{ seat: 'Z-A-1' }, { seat: 'Z-A-1' }] },
      'duplicate_seat',
      'seats.1.seat',
    ],
    [
      'the same area twice',
      {
        performance: 'het-gedacht',
        areas: [
          { area: 'STAAN', quantity: 1 },
          { area: 'STAAN', quantity: 1 },
        ],
      },
      'duplicate_seat',
      'areas.1.area',
    ],
    [
      'more than one may have',
      { performance: 'het-gedacht', areas: [{ area: 'STAAN', quantity: 13 }] },
      'too_many_places',
      undefined,
    ],
  ] as const) {
    it(`refuses ${what} and holds nothing`, async () => {
      const answer = await cart.hold(request as never);
      assert.deepEqual([answer.status, answer.code, answer.field], [422, code, field]);
      assert.deepEqual((await cart.show()).lines, []);
    });
  }

  it('keeps the house’s own seats for the house', async () => {
    const answer = await cart.holdSeats(['Z-F-9']);
    assert.deepEqual([answer.status, answer.code, answer.seats], [409, 'seats_taken', ['Z-F-9']]);
  });

  it('does not touch a cart that an order was made of', async () => {
    await cart.holdSeats(['Z-A-1']);
    await centre.db.updateTable('cart').set({ order_id: crypto.randomUUID() }).where('id', '=', cart.id).execute();
    const lines = [(await cart.show()).lines[0]!.id];
    const answers = [
      await cart.request('/lines', { json: { performance: 'het-gedacht', seats: [{ seat: 'Z-A-2' }] } }),
      await cart.request('/lines', { method: 'PATCH', json: { lines: [{ line: lines[0], priceType: 'adult' }] } }),
      await cart.request('/release', { json: { lines } }),
      await cart.request('/extend', { method: 'POST' }),
    ];
    for (const answer of answers) assert.equal((await answer.json()).error.code, 'cart_closed');
  });
});
