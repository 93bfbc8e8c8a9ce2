import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createMemory, createShop, type Shop } from '../../sdk/index.ts';
import { when } from '../../stories/fixtures/shops.ts';
import { TEST_ORIGIN } from '../harness/centre.ts';
import { createSaleCentre, returnCode, type SaleCentre } from '../harness/sale.ts';

const PERFORMANCE = 'het-gedacht';
const ORDER = { email: 'an@wolvegem.example', language: 'nl', returnUrl: `${TEST_ORIGIN}/voorstelling` } as const;

describe('a sale without elements, in plain Node', () => {
  let centre: SaleCentre;
  before(async () => {
    centre = await createSaleCentre({ performances: [PERFORMANCE] });
  });
  after(() => centre.stop());

  /** A shop as any program opens it, talking to the real server. */
  function open(memory = createMemory()): Shop {
    const baseUrl = `https://api.example${centre.base}`;
    return createShop({ baseUrl, memory, fetch: (url, options) => centre.request(url.slice(baseUrl.length), options) });
  }

  it('goes from a choice to tickets, seen by others, and is found again in another browser', async () => {
    assert.equal(typeof Reflect.get(globalThis, 'document'), 'undefined');
    const shop = open();
    const seating = shop.seating(PERFORMANCE);
    const loaded = await when(seating, ({ state }) => state === 'ready');
    assert.ok(loaded.state === 'ready');
    const [first, second] = loaded.plan.seats;

    const neighbour = open().seating(PERFORMANCE);
    await when(neighbour, ({ state }) => state === 'ready');
    const seenTaken = when(neighbour, (now) => now.state === 'ready' && now.status.seats[first!.id] === 'held');
    const chosen = [{ seat: first!.id }, { seat: second!.id, priceType: 'under-26' }];
    const held = await shop.cart.hold({ performance: PERFORMANCE, seats: chosen });
    assert.equal(held.data?.total.cents, 3600);
    await seenTaken;

    const ordered = await shop.cart.checkout(ORDER);
    assert.equal(ordered.data?.state, 'waiting');
    assert.match(ordered.data?.checkoutUrl ?? '', /^https:\/\/pay\.example\//);
    const payment = centre.mollie.payments().at(-1)?.id ?? '';
    centre.mollie.pay(payment);
    await centre.settle();

    const elsewhere = open();
    const { data: order } = await elsewhere.order.returned(returnCode(centre.mollie, payment));
    assert.equal(order?.state, 'paid');
    assert.equal(order?.tickets.length, 2);
    assert.match(new TextDecoder('latin1').decode((await elsewhere.order.ticketsPdf()).data), /^%PDF-/);
    assert.match((await elsewhere.order.ticketQr(order?.tickets[0]?.id ?? '')).data ?? '', /<svg/);
    await when(neighbour, (now) => now.state === 'ready' && now.status.seats[first!.id] === 'sold');
    for (const one of [shop, elsewhere]) one.sleep();
  });

  it('shows the same cart to who comes back, gives more time and gives seats back', async () => {
    const memory = createMemory();
    const { data } = await open(memory).cart.hold({
      performance: PERFORMANCE,
      seats: [{ seat: 'Z-D-1' }, { seat: 'Z-D-2' }],
    });
    const { cart } = open(memory);
    const found = await when(cart, ({ state }) => state === 'open');
    assert.ok(found.state === 'open');
    assert.deepEqual(found.cart.lines, data?.lines);
    assert.equal((await cart.extend()).error, undefined);
    const left = await cart.release([found.cart.lines[0]?.id ?? '']);
    assert.deepEqual(
      left.data?.lines.map(({ place }) => place.id),
      ['Z-D-2'],
    );
    assert.equal((await cart.setPriceType([left.data?.lines[0]?.id ?? ''], 'under-26')).data?.total.cents, 1200);
    assert.equal((await cart.release([left.data?.lines[0]?.id ?? ''])).data?.lines.length, 0);
    assert.equal(cart.get().state, 'empty');
  });

  it('refuses seats of somebody else, naming them, and holds none of the others', async () => {
    const other = await open().cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'Z-E-1' }] });
    assert.equal(other.error, undefined);
    const { cart } = open();
    const { error } = await cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'Z-E-1' }, { seat: 'Z-E-2' }] });
    assert.deepEqual([error?.code, error?.seats], ['seats_taken', ['Z-E-1']]);
    assert.equal(cart.get().state, 'empty');
  });

  it('is cancelled by the buyer, who can then choose again', async () => {
    const { cart, order } = open();
    await cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'Z-E-5' }] });
    await cart.checkout(ORDER);
    assert.equal((await order.cancel()).data?.state, 'cancelled');
    assert.equal((await cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'Z-E-5' }] })).error, undefined);
    assert.equal(cart.get().state, 'open');
  });
});
