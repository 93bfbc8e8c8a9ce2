import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { TEST_CARDS, TEST_EVENTS } from '../../../../server/demo/uitpas/index.ts';
import { refundPerformance } from '../../../../server/features/orders/refund-performance.ts';
import { endSales } from '../../../../server/features/uitpas/index.ts';
import type { CentreUitpas } from '../../../../server/features/uitpas/port.ts';
import { type Buyer, createSaleCentre, type SaleCentre } from '../../../harness/sale.ts';
import { makeUitpasEvents, openTestUitpas, uitpasVisitor } from '../../../harness/uitpas.ts';

const CARD = TEST_CARDS.social.number;
const EVENINGS = Array.from({ length: 24 }, (_, index) => `avond-${index + 1}`);
const SEATS = ['Z-A-1', 'Z-A-2'];

describe('an order at a tariff of UiTPAS', () => {
  const { standIn, uitpas, passes } = openTestUitpas();
  const evenings = EVENINGS.values();
  let centre: SaleCentre;
  /** What UiTPAS knows, once what is left for later was done. */
  const sales = async () => {
    await centre.work();
    return standIn.sales();
  };
  const ours = () => centre.db.selectFrom('uitpas_sale').selectAll().execute();
  const proofs = async () =>
    (await centre.db.selectFrom('uitpas_tariff').select('proof').execute()).filter(({ proof }) => proof !== null);

  /** Somebody with two seats, of which the first is at the social tariff. */
  async function anna(card = CARD, event: string = TEST_EVENTS.fine.id): Promise<Buyer> {
    const evening = evenings.next().value ?? '';
    await makeUitpasEvents(centre, [evening], event);
    const buyer = await centre.buyer(evening, SEATS);
    await uitpasVisitor(centre, buyer.cart).takeSocial(card);
    return buyer;
  }

  before(async () => {
    centre = await createSaleCentre({ performances: EVENINGS, parts: { uitpas } });
  });
  beforeEach(async () => {
    standIn.fail(null);
    passes(60_000);
    for (const { id } of standIn.sales()) standIn.world.cancel(id);
    await centre.db.deleteFrom('uitpas_sale').execute();
    await centre.db.deleteFrom('uitpas_tariff').execute();
  });
  after(() => centre.stop());

  it('is registered before anybody is sent to pay, and then the card number is gone', async () => {
    const buyer = await anna();
    assert.equal((await proofs()).length, 1);
    const order = await buyer.order();
    assert.equal(order.total.cents, 480 + 2400);
    const [sale, ...more] = standIn.sales();
    assert.deepEqual(more, []);
    assert.deepEqual(
      [sale?.uitpasNumber, sale?.regularPrice, sale?.tariff.id, sale?.eventId],
      [CARD, 24, 'SOCIALTARIFF', TEST_EVENTS.fine.id],
    );
    assert.deepEqual(
      (await ours()).map(({ state, provider_id, order_id }) => [state, provider_id, order_id]),
      [['registered', sale?.id, order.id]],
    );
    assert.deepEqual(await proofs(), []);
  });

  it('is not registered again when it is asked for again, or five times at once', async () => {
    const buyer = await anna();
    const answers = await Promise.all(Array.from({ length: 5 }, () => buyer.tryOrder()));
    for (const { status, code } of answers) assert.ok(status === 201 || code === 'request_in_progress', code);
    assert.equal((await buyer.tryOrder()).status, 201);
    assert.equal((await sales()).length, 1);
  });

  it('stays registered once it is paid', async () => {
    const buyer = await anna();
    await buyer.order();
    centre.mollie.pay(buyer.payment());
    await centre.settle();
    await endSales(centre.runtime);
    assert.equal((await buyer.show()).state, 'paid');
    assert.equal((await sales()).length, 1);
  });

  it('is taken back when it is cancelled', async () => {
    const buyer = await anna();
    await buyer.order();
    await buyer.cancel();
    assert.deepEqual(await sales(), []);
    assert.deepEqual(await ours(), []);
  });

  it('is taken back when its time is over and nobody paid', async () => {
    const buyer = await anna();
    await buyer.order();
    centre.mollie.fail(buyer.payment());
    await centre.settle();
    await expire(buyer);
    await centre.reconcile();
    assert.deepEqual(await sales(), []);
  });

  it('is taken back when the performance is called off and the money goes back', async () => {
    const buyer = await anna();
    await buyer.order();
    centre.mollie.pay(buyer.payment());
    await centre.settle();
    await refundPerformance(centre.runtime, buyer.performance);
    await endSales(centre.runtime);
    assert.deepEqual(await sales(), []);
  });

  it('is taken back when no order came of it and the hold ended; then the number is gone as well', async () => {
    const buyer = await anna();
    const refused = await buyer.tryOrder({ expectedTotal: { cents: 1, currency: 'EUR' } });
    assert.equal(refused.code, 'total_changed');
    await endSales(centre.runtime);
    assert.equal((await sales()).length, 1, 'the visitor still has the cart');
    await expire(buyer);
    await endSales(centre.runtime);
    assert.deepEqual([await sales(), await ours()], [[], []]);
    assert.deepEqual(await centre.db.selectFrom('uitpas_tariff').select('line_id').execute(), []);
  });

  it('is refused with its lines and the way out while UiTPAS is away; the normal price sells', async () => {
    for (const fault of ['down', 'broken', 'hangs'] as const) {
      const buyer = await anna();
      standIn.fail(fault);
      const answer = await buyer.tryOrder();
      const [line, normal] = (await buyer.cart.show()).lines;
      const { error } = answer.body as unknown as { error: { lines: string[] } };
      assert.deepEqual([answer.status, answer.code, error.lines], [503, 'uitpas_unavailable', [line?.id]]);
      assert.deepEqual([line?.price.cents, normal?.price.cents], [480, 2400], 'nothing became dearer by itself');
      assert.equal((await uitpasVisitor(centre, buyer.cart).take([line?.id ?? ''], null)).status, 200);
      assert.equal((await buyer.order()).total.cents, 4800);
      standIn.fail(null);
      passes(60_000);
    }
  });

  it('is registered once when the answer was lost and it is asked for again', async () => {
    const buyer = await anna();
    standIn.fail('answer-lost', 'POST /ticket-sales');
    assert.equal((await buyer.tryOrder()).code, 'uitpas_unavailable');
    assert.equal(standIn.sales().length, 1, 'UiTPAS had done it');
    standIn.fail(null);
    assert.equal((await buyer.tryOrder()).status, 201);
    assert.equal((await sales()).length, 1);
  });

  it('is taken back when the answer was lost and the buyer takes the normal price', async () => {
    const buyer = await anna();
    standIn.fail('answer-lost', 'POST /ticket-sales');
    await buyer.tryOrder();
    standIn.fail(null);
    const [line] = (await buyer.cart.show()).lines;
    await uitpasVisitor(centre, buyer.cart).take([line?.id ?? ''], null);
    assert.deepEqual(await sales(), []);
  });

  it('is refused when the card has no more tickets left, in UiTPAS’ words, and says which line', async () => {
    const first = await anna(CARD, TEST_EVENTS.oncePerWeek.id);
    const second = await anna(CARD, TEST_EVENTS.oncePerWeek.id);
    await first.order();
    const answer = await second.tryOrder();
    const { error } = answer.body as unknown as { error: { lines: string[]; text: { nl: string } } };
    assert.deepEqual([answer.status, answer.code], [409, 'uitpas_maximum_reached']);
    assert.deepEqual(error.lines, [(await second.cart.show()).lines[0]?.id]);
    assert.match(error.text.nl, /maximaal/);
    assert.equal(standIn.sales().length, 1);
    assert.deepEqual(
      (await ours()).filter(({ order_id }) => order_id === null),
      [],
    );
  });

  it('is refused when UiTPAS asks another price than was shown, and nothing stays registered', async () => {
    const buyer = await anna();
    const honest = uitpas.api.register;
    const api = uitpas.api as { register: CentreUitpas['api']['register'] };
    api.register = async (asked) => (await honest(asked)).map((sale) => ({ ...sale, cents: sale.cents + 1 }));
    try {
      assert.equal((await buyer.tryOrder()).code, 'uitpas_tariff_gone');
    } finally {
      api.register = honest;
    }
    await endSales(centre.runtime);
    assert.deepEqual(await sales(), []);
  });

  it('that costs nothing is registered all the same, before its tickets are made', async () => {
    const evening = evenings.next().value ?? '';
    await makeUitpasEvents(centre, [evening]);
    await centre.db.updateTable('price').set({ cents: 600 }).where('performance_id', '=', evening).execute();
    const buyer = await centre.buyer(evening, ['Z-B-1']);
    const [line] = (await buyer.cart.show()).lines;
    const visitor = uitpasVisitor(centre, buyer.cart);
    assert.equal((await visitor.take([line?.id ?? ''], 'COUPON_1079', TEST_CARDS.withCoupon.number)).status, 200);
    standIn.fail('broken');
    assert.equal((await buyer.tryOrder()).code, 'uitpas_unavailable');
    standIn.fail(null);
    passes(60_000);
    const order = await buyer.order();
    assert.deepEqual([order.state, order.total.cents, order.tickets.length], ['paid', 0, 1]);
    await endSales(centre.runtime);
    assert.equal((await sales()).length, 1);
    const alarms = await centre.db.selectFrom('alarm').select('code').where('order_id', '=', order.id).execute();
    assert.deepEqual(alarms, []);
  });

  it('asks UiTPAS nothing when nothing is at a tariff', async () => {
    const buyer = await centre.buyer(evenings.next().value ?? '', SEATS);
    standIn.fail('down');
    assert.equal((await buyer.tryOrder()).status, 201);
  });

  it('that was given up and paid all the same keeps its price, and a person hears of it', async () => {
    const buyer = await anna();
    await buyer.order();
    await expire(buyer);
    await centre.db.updateTable('payment').set({ status: 'expired' }).where('order_id', '=', buyer.id).execute();
    await centre.reconcile();
    assert.deepEqual(await sales(), []);
    await centre.db.updateTable('payment').set({ status: 'open' }).where('order_id', '=', buyer.id).execute();
    centre.mollie.pay(buyer.payment());
    await centre.settle();
    const alarms = await centre.db.selectFrom('alarm').select('code').where('order_id', '=', buyer.id).execute();
    assert.deepEqual([(await buyer.show()).state, alarms.map(({ code }) => code)], ['paid', ['uitpas-not-registered']]);
  });

  /** The time of what somebody holds is over. */
  async function expire({ cart }: Buyer): Promise<void> {
    await sql`
      update claim set until = clock_timestamp() - interval '1 second' where cart_id = ${cart.id}`.execute(centre.db);
    await centre.db
      .updateTable('cart')
      .set({ expires_at: new Date(0) })
      .where('id', '=', cart.id)
      .execute();
    await centre.db
      .updateTable('orders')
      .set({ hold_ends_at: new Date(0) })
      .where('cart_id', '=', cart.id)
      .execute();
  }
});
