import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { cancelOrder } from '../../../../server/features/orders/cancel.ts';
import { placeOrder } from '../../../../server/features/orders/place.ts';
import type { PaymentProvider } from '../../../../server/features/payments/provider.ts';
import { reconcile } from '../../../../server/features/payments/reconcile.ts';
import { openTestCart, TEST_ORIGIN } from '../../../harness/centre.ts';
import { type Buyer, createSaleCentre, type SaleCentre } from '../../../harness/sale.ts';

const PERFORMANCES = Array.from({ length: 30 }, (_, index) => `avond-${index + 1}`);

describe('an order', () => {
  let centre: SaleCentre;
  const performances = PERFORMANCES.values();
  const buyer = () => centre.buyer(performances.next().value ?? '');
  const free = async ({ performance, seats }: Buyer) =>
    (await (await openTestCart(centre)).holdSeats(seats, performance)).status === 200;
  const ordersOf = ({ cart }: Buyer) =>
    centre.db.selectFrom('orders').select(['id', 'state']).where('cart_id', '=', cart.id).execute();

  before(async () => {
    centre = await createSaleCentre({ performances: PERFORMANCES });
  });
  after(() => centre.stop());

  it('is what the cart was: lines, prices, all-in total, and where to pay', async () => {
    const anna = await buyer();
    const order = await anna.order();
    assert.match(order.number, /^20\d\d-[2-9A-Z]{6}$/);
    assert.deepEqual(
      order.lines.map(({ place, price }) => [place.id, price.cents]),
      [
        ['Z-A-1', 2400],
        ['Z-A-2', 2400],
      ],
    );
    assert.deepEqual([order.state, order.total.cents, order.tickets], ['waiting', 4800, []]);
    assert.equal((await anna.cart.show()).order, order.id);
  });

  it('keeps its places beyond the end of the payment, before anybody is sent to pay', async () => {
    const anna = await buyer();
    const order = await anna.order();
    assert.ok(Date.parse(order.holdEndsAt ?? '') > centre.mollie.payment(anna.payment()).expiresAt);
    const paidUntil = new Date(Math.floor(centre.mollie.payment(anna.payment()).expiresAt / 1000) * 1000);
    assert.equal(order.payUntil, paidUntil.toISOString(), 'what the payment page says too');
    const claims = await centre.db.selectFrom('claim').select('until').where('order_id', '=', anna.id).execute();
    assert.ok(claims.every(({ until }) => until.getTime() > centre.mollie.payment(anna.payment()).expiresAt));
  });

  it('keeps them longer when the buyer chooses a method that takes longer', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.payment(anna.payment());
    await centre.db
      .updateTable('orders')
      .set({ hold_ends_at: new Date(Date.now() + 60_000) })
      .where('id', '=', anna.id)
      .execute();
    const order = await anna.show();
    assert.ok(Date.parse(order.holdEndsAt ?? '') > centre.mollie.payment(anna.payment()).expiresAt);
  });

  it('is the same order when asked for again', async () => {
    const anna = await buyer();
    const first = await anna.tryOrder();
    const second = await anna.tryOrder();
    assert.deepEqual(second, first);
    assert.equal(anna.payments().length, 1);
  });

  it('is one order when asked for five times at once', async () => {
    const anna = await buyer();
    const answers = await Promise.all(Array.from({ length: 5 }, () => anna.tryOrder()));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    assert.equal(new Set(answers.map(({ body }) => body.order.id)).size, 1);
    assert.equal(anna.payments().length, 1);
  });

  it('is not changed by another request for the same cart', async () => {
    const anna = await buyer();
    await anna.tryOrder({}, { 'Idempotency-Key': 'a' });
    const other = { email: 'other@example.com' };
    assert.equal((await anna.tryOrder(other)).code, 'cart_closed');
    assert.equal((await anna.tryOrder(other, { 'Idempotency-Key': 'a' })).code, 'idempotency_key_reused');
    assert.equal((await ordersOf(anna)).length, 1);
  });

  it('goes on with a corrected address when the provider did not answer, and with the payment it may have made', async () => {
    const anna = await buyer();
    centre.mollie.failNext({ method: 'POST', path: /^\/payments$/ }, 'cut', 2);
    assert.equal((await anna.tryOrder({ email: 'wrong@example.com' }, { 'Idempotency-Key': 'a' })).status, 503);
    const made = centre.mollie.payments().at(-1)?.id;
    const right = { email: 'right@example.com', name: 'Anna', language: 'en', returnUrl: TEST_ORIGIN } as const;
    assert.equal((await anna.tryOrder(right, { 'Idempotency-Key': 'a' })).code, 'idempotency_key_reused');
    assert.equal(
      (await anna.tryOrder({ ...right, expectedTotal: { cents: 4799, currency: 'EUR' } })).code,
      'cart_closed',
    );
    await anna.order(right);
    assert.deepEqual(anna.payments(), [made]);
    assert.equal((await anna.tryOrder(right)).status, 201);
    assert.equal((await anna.tryOrder({ email: 'wrong@example.com' })).code, 'cart_closed');
    assert.equal((await ordersOf(anna)).length, 1);
    centre.mollie.pay(anna.payment());
    await centre.settle();
    assert.equal((await anna.show()).state, 'paid');
    const mails = centre.mails.filter(({ messageId }) => messageId.includes(anna.id));
    assert.deepEqual(
      mails.map(({ to }) => to),
      ['right@example.com'],
    );
  });

  it('does not come about when the total is not what the buyer saw', async () => {
    const anna = await buyer();
    const answer = await anna.tryOrder({ expectedTotal: { cents: 4799, currency: 'EUR' } });
    assert.deepEqual([answer.status, answer.code], [409, 'total_changed']);
    assert.deepEqual(await ordersOf(anna), []);
    assert.equal((await anna.cart.show()).lines.length, 2);
  });

  it('does not come about of nothing, nor of what is over', async () => {
    const anna = await buyer();
    await sql`update claim set until = clock_timestamp() - interval '1 second' where cart_id = ${anna.cart.id}`.execute(
      centre.db,
    );
    assert.equal((await anna.tryOrder()).code, 'cart_empty');
  });

  it('sends nobody to a page that is not the centre’s', async () => {
    const anna = await buyer();
    const answer = await anna.tryOrder({ returnUrl: 'https://evil.example/' });
    assert.deepEqual([answer.status, answer.code, answer.field], [422, 'return_url_not_allowed', 'returnUrl']);
    assert.deepEqual(await ordersOf(anna), []);
  });

  it('takes no price from the buyer', async () => {
    const anna = await buyer();
    const json = { ...{ email: 'a@example.com', language: 'nl', returnUrl: 'https://www.de-proef.example' }, total: 1 };
    assert.equal((await anna.cart.request('/order', { json })).status, 400);
  });

  it('of nothing to pay is paid at once, without the provider', async () => {
    const anna = await buyer();
    await centre.db
      .updateTable('price')
      .set({ cents: 0, fee_cents: 0 })
      .where('performance_id', '=', anna.performance)
      .execute();
    const order = await anna.order();
    assert.deepEqual([order.state, order.checkoutUrl, order.tickets.length], ['paid', null, 2]);
    assert.deepEqual(anna.payments(), []);
    await centre.work();
    assert.equal(centre.mails.filter(({ messageId }) => messageId.includes(anna.id)).length, 1);
  });

  it('of unnumbered places gives a ticket for each', async () => {
    const performance = performances.next().value ?? '';
    const anna = await centre.buyer(performance, []);
    await anna.cart.hold({ performance, areas: [{ area: 'STAAN', quantity: 3 }] });
    await anna.order();
    centre.mollie.pay(anna.payment());
    await centre.settle();
    const { tickets } = await anna.show();
    assert.equal(new Set(tickets.map(({ code }) => code)).size, 3);
  });

  it('says nothing about its buyer but where the tickets go, whoever holds the token', async () => {
    const anna = await buyer();
    await anna.order({ email: 'someone.special@example.com', name: 'Someone Special' });
    const { mailedTo, ...order } = await anna.show();
    assert.equal(mailedTo, 'someone.special@example.com');
    assert.doesNotMatch(JSON.stringify(order), /special/i);
  });

  it('opens with its own token only', async () => {
    const anna = await buyer();
    const bert = await buyer();
    await anna.order();
    const { body } = await bert.tryOrder();
    for (const path of ['', '/tickets.pdf', `/tickets/${anna.id}.svg`]) {
      const codes = [undefined, body.token, anna.cart.token, 'x'.repeat(43)].map(async (token) => {
        const response = await centre.request(`/orders/${anna.id}${path}`, { token });
        return [response.status, (await response.json()).error.code];
      });
      const invalid = [401, 'token_invalid'];
      assert.deepEqual(await Promise.all(codes), [[401, 'token_missing'], invalid, invalid, invalid]);
    }
  });

  it('that is cancelled gives its places back at once, and the cart can be used again', async () => {
    const anna = await buyer();
    await anna.order();
    const answer = await anna.cancel();
    assert.deepEqual([answer.status, answer.body.state, answer.body.checkoutUrl], [200, 'cancelled', null]);
    assert.equal((await anna.cancel()).body.state, 'cancelled');
    assert.equal((await anna.pay()).code, 'order_not_payable');
    assert.equal(await free(anna), true);
    assert.equal((await anna.cart.holdSeats(['Z-B-1'], anna.performance)).status, 200);
    assert.equal((await anna.tryOrder()).status, 201);
  });

  it('that is cancelled while its payment is being asked for has that payment ended too', async () => {
    const anna = await buyer();
    const { provider } = centre.runtime;
    const ended: string[] = [];
    const hasty: PaymentProvider = {
      ...provider,
      async create(request) {
        const [order] = await ordersOf(anna);
        await cancelOrder(centre.runtime, order?.id ?? '');
        return provider.create(request);
      },
      async cancel(id) {
        ended.push(id);
        return provider.cancel(id);
      },
    };
    const { order } = await placeOrder({ ...centre.runtime, provider: hasty }, anna.cart.id, {
      email: 'buyer@example.com',
      language: 'nl',
      returnUrl: TEST_ORIGIN,
      expectedTotal: { cents: 4800, currency: 'EUR' },
    });
    assert.equal(order.state, 'cancelled');
    assert.deepEqual(ended, [centre.mollie.payments().at(-1)?.id]);
  });

  it('that is paid cannot be cancelled', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.pay(anna.payment());
    await centre.settle();
    assert.equal((await anna.cancel()).code, 'order_not_cancellable');
    assert.equal(await free(anna), false);
  });

  it('can be paid again after an attempt failed, and its places wait for that', async () => {
    const anna = await buyer();
    await anna.order();
    const first = anna.payment();
    centre.mollie.cancelByBuyer(first);
    const failed = await anna.show();
    assert.deepEqual([failed.state, failed.canPayAgain, failed.checkoutUrl], ['cancelled', true, null]);
    const { body: again } = await anna.pay();
    assert.deepEqual([again.state, again.canPayAgain], ['waiting', false]);
    assert.notEqual(anna.payment(), first);
    assert.match(again.checkoutUrl ?? '', /^https:\/\/pay\.example/);
    assert.equal(await free(anna), false);
  });

  it('cannot be paid again when somebody else has a place', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.expire(anna.payment());
    await sql`update claim set until = clock_timestamp() - interval '1 second' where order_id = ${anna.id}`.execute(
      centre.db,
    );
    assert.equal(await free(anna), true);
    assert.equal((await anna.pay()).code, 'hold_expired');
    assert.equal(anna.payments().length, 1);
  });

  it('cannot be tried again and again for longer than a hold may last', async () => {
    const anna = await buyer();
    await anna.order();
    const age = (interval: string) =>
      sql`update cart set hold_started_at = clock_timestamp() - ${interval}::interval where id = ${anna.cart.id}`.execute(
        centre.db,
      );
    await age('99 minutes');
    centre.mollie.expire(anna.payment());
    assert.equal((await anna.show()).canPayAgain, true);
    assert.equal((await anna.pay()).status, 200);
    await age('101 minutes');
    assert.equal((await anna.pay()).body.state, 'waiting');
    centre.mollie.expire(anna.payment());
    const expired = await anna.show();
    assert.deepEqual([expired.state, expired.canPayAgain], ['expired', false]);
    assert.equal((await anna.pay()).code, 'order_not_payable');
    assert.equal(anna.payments().length, 2);
  });

  it('may be made at the very end of the two hours', async () => {
    const anna = await buyer();
    await sql`update cart set hold_started_at = clock_timestamp() - interval '119 minutes'
      where id = ${anna.cart.id}`.execute(centre.db);
    assert.match((await anna.order()).checkoutUrl ?? '', /^https/);
  });

  it('that nobody pays ends with its places, and the cart can be used again', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.expire(anna.payment());
    centre.mollie.webhooks.clear();
    await sql`update orders set hold_ends_at = clock_timestamp() - interval '1 second' where id = ${anna.id}`.execute(
      centre.db,
    );
    await centre.reconcile();
    assert.equal((await anna.show()).state, 'expired');
    assert.equal(await free(anna), true);
    assert.equal((await anna.cart.show()).order, null);
  });

  describe('on a server whose own clock is a day off', () => {
    const aDay = 24 * 60 * 60_000;
    const secondsAgo = async (moment: Date | null | undefined) => {
      const { rows } = await sql<{ seconds: number }>`
        select abs(extract(epoch from clock_timestamp() - ${moment ?? null}::timestamptz))::float as seconds`.execute(
        centre.db,
      );
      return rows[0]?.seconds ?? Number.POSITIVE_INFINITY;
    };
    const orderOf = ({ cart }: Buyer) =>
      centre.db.selectFrom('orders').selectAll().where('cart_id', '=', cart.id).executeTakeFirstOrThrow();

    it('keeps its places for as long as anywhere', async ({ mock }) => {
      const anna = await buyer();
      mock.timers.enable({ apis: ['Date'], now: Date.now() - aDay });
      centre.mollie.failNext({ method: 'POST', path: /^\/payments$/ }, 'cut', 2);
      assert.equal((await anna.tryOrder()).status, 503);
      mock.timers.reset();
      const { hold_ends_at } = await orderOf(anna);
      assert.ok(Math.abs((await secondsAgo(hold_ends_at)) - 20 * 60) < 60);
      assert.equal(await free(anna), false);
    });

    it('is paid and cancelled at the right time', async ({ mock }) => {
      const anna = await buyer();
      const bert = await buyer();
      await anna.order();
      await bert.order();
      centre.mollie.pay(anna.payment());
      mock.timers.enable({ apis: ['Date'], now: Date.now() + aDay });
      await anna.show();
      await bert.cancel();
      mock.timers.reset();
      assert.ok((await secondsAgo((await orderOf(anna)).paid_at)) < 60);
      assert.ok((await secondsAgo((await orderOf(bert)).cancelled_at)) < 60);
    });

    it('ends when its time is over', async ({ mock }) => {
      const anna = await buyer();
      await anna.order();
      centre.mollie.expire(anna.payment());
      await anna.show();
      await sql`update orders set hold_ends_at = clock_timestamp() - interval '1 second' where id = ${anna.id}`.execute(
        centre.db,
      );
      mock.timers.enable({ apis: ['Date'], now: Date.now() - aDay });
      await reconcile(centre.runtime);
      mock.timers.reset();
      assert.equal((await orderOf(anna)).state, 'closed');
    });
  });

  it('asks the provider at most once in two seconds, however many pages wait', async () => {
    const anna = await buyer();
    const { body } = await anna.tryOrder();
    const show = async () =>
      (await (await centre.request(`/orders/${body.order.id}`, { token: body.token })).json()).state;
    assert.equal(await show(), 'waiting');
    centre.mollie.pay(anna.payment());
    assert.deepEqual(await Promise.all([show(), show(), show()]), ['waiting', 'waiting', 'waiting']);
    assert.equal((await anna.show()).state, 'paid');
  });

  it('gives its tickets on paper and as a picture', async () => {
    const anna = await buyer();
    await anna.order();
    assert.equal((await anna.fetch('/tickets.pdf')).status, 404);
    centre.mollie.pay(anna.payment());
    await centre.settle();
    const pdf = await anna.fetch('/tickets.pdf');
    assert.equal(pdf.headers.get('Content-Type'), 'application/pdf');
    assert.match(Buffer.from(await pdf.arrayBuffer()).toString('latin1'), /^%PDF-1\.7/);
    const [ticket] = (await anna.show()).tickets;
    const svg = await anna.fetch(`/tickets/${ticket?.id}.svg`);
    assert.equal(svg.headers.get('Content-Type'), 'image/svg+xml');
    assert.match(await svg.text(), /^<svg/);
    assert.equal((await anna.fetch(`/tickets/${anna.id}.svg`)).status, 404);
  });
});
