import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { createMollieProvider } from '../../../server/adapters/mollie/provider.ts';
import { followPayment } from '../../../server/features/payments/follow.ts';
import { type PaymentProvider, ProviderError } from '../../../server/features/payments/provider.ts';
import { reconcile } from '../../../server/features/payments/reconcile.ts';
import { pursueRefund } from '../../../server/features/payments/refund.ts';
import { settle } from '../../../server/features/payments/settle.ts';
import { answerOf, createTestCentre, openTestCart, TEST_ORIGIN } from '../../harness/centre.ts';
import { createSaleCentre, type SaleCentre } from '../../harness/sale.ts';
import { accountsOf, booksOf, sold, wasRefunded } from './outcome.ts';

/** The failures a ticket checkout must survive; each test has its own performance, so that seats never meet. */
const CASES = Array.from({ length: 60 }, (_, index) => `geval-${index + 1}`);
const CREATE = { method: 'POST', path: /^\/payments$/ } as const;
const READ = { method: 'GET', path: /^\/payments\/tr_/ } as const;
const REFUND = { method: 'POST', path: /\/refunds$/ } as const;

const eur = (cents: number) => ({ cents, currency: 'EUR' });

describe('a sale survives', () => {
  let centre: SaleCentre;
  const performances = CASES.values();
  const buyer = () => centre.buyer(performances.next().value ?? '');
  const jobs = async () =>
    (await sql<{ count: number }>`select count(*) from ${sql.table(`${centre.jobsSchema}.jobs`)}`.execute(centre.db))
      .rows[0]?.count;
  const knock = (token: string, body: string, type = 'application/x-www-form-urlencoded') =>
    centre.request(`/webhooks/mollie/${token}`, { method: 'POST', headers: { 'Content-Type': type }, body });
  const paymentOf = (order: string) =>
    centre.db
      .selectFrom('payment')
      .selectAll()
      .where('order_id', '=', order)
      .orderBy('attempt', 'desc')
      .executeTakeFirstOrThrow();
  const alarms = (order: string | null) =>
    centre.db.selectFrom('alarm').select('code').where('order_id', 'is not distinct from', order).execute();

  before(async () => {
    centre = await createSaleCentre({ performances: CASES });
  });
  after(() => centre.stop());

  it('1. a creation that times out although the payment exists', async () => {
    const bert = await buyer();
    const before = centre.mollie.payments().length;
    centre.mollie.failNext(CREATE, 'hang', 2);
    await centre.inAHurry(async () => assert.equal((await bert.tryOrder()).code, 'payment_provider_unavailable'));
    await bert.order();
    assert.equal(centre.mollie.payments().length, before + 1);
    centre.mollie.pay(bert.payment());
    await centre.settle();
    await sold(centre, bert);
  });

  it('2. a crash after the creation, before the id was kept', async () => {
    const anna = await buyer();
    centre.mollie.failNext(CREATE, 'cut', 2);
    assert.equal((await anna.tryOrder()).status, 503);
    const made = centre.mollie.payments().at(-1)?.id ?? '';
    await centre.reconcile();
    centre.mollie.pay(made);
    await centre.settle();
    await anna.order();
    assert.deepEqual(anna.payments(), [made]);
    await sold(centre, anna);
  });

  it('2b. the same when nobody looks for an hour, and the key is forgotten', async () => {
    const anna = await buyer();
    centre.mollie.failNext(CREATE, 'cut', 2);
    assert.equal((await anna.tryOrder()).status, 503);
    const made = centre.mollie.payments().at(-1)?.id ?? '';
    await sql`update payment set created_at = created_at - interval '2 hours' where status = 'creating'`.execute(
      centre.db,
    );
    centre.mollie.pay(made);
    await centre.reconcile();
    await anna.order();
    assert.deepEqual(anna.payments(), [made]);
    await sold(centre, anna);
  });

  it('3. a webhook that comes before our own commit', async () => {
    const anna = await buyer();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const count = centre.mollie.payments().length;
    centre.mollie.failNext(CREATE, { slow: answered });
    const ordering = anna.tryOrder();
    while (centre.mollie.payments().length === count) await new Promise(setImmediate);
    centre.mollie.pay(centre.mollie.payments().at(-1)?.id ?? '');
    await centre.settle();
    answer();
    assert.equal((await ordering).body.order.state, 'paid');
    await sold(centre, anna);
  });

  it('4. a webhook that never comes', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.pay(anna.payment());
    centre.mollie.webhooks.clear();
    await centre.reconcile();
    await sold(centre, anna);
  });

  it('5. the same webhook five times, the return and the reconciler, all at once', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.webhooks.knobs.copies = 5;
    centre.mollie.pay(anna.payment());
    centre.mollie.webhooks.knobs.copies = 1;
    const { webhook_token: token } = await paymentOf(anna.id);
    await Promise.all([
      centre.deliverWebhooks(),
      ...Array.from({ length: 5 }, () => knock(token, `id=${anna.payment()}`)),
      anna.comeBack(),
      anna.show(),
      centre.reconcile(),
      centre.work(),
      centre.work(),
    ]);
    await centre.settle();
    await sold(centre, anna);
  });

  it('6. news of a failed attempt after another attempt was paid', async () => {
    const anna = await buyer();
    await anna.order();
    const first = anna.payment();
    centre.mollie.fail(first, 'creditcard');
    const state = (await anna.show()).state;
    if (state === 'waiting') centre.mollie.expire(first);
    const { webhook_token: token } = await paymentOf(anna.id);
    assert.equal((await anna.pay()).status, 200);
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await knock(token, `id=${first}`);
    await centre.settle();
    await sold(centre, anna);
  });

  it('7. two tabs: the same open payment, however often somebody presses pay', async () => {
    const anna = await buyer();
    const { checkoutUrl } = await anna.order();
    const answers = await Promise.all([anna.pay(), anna.pay(), anna.pay(), anna.tryOrder()]);
    const urls = answers.map(({ body }) => ('order' in body ? body.order.checkoutUrl : body.checkoutUrl));
    assert.deepEqual(urls, [checkoutUrl, checkoutUrl, checkoutUrl, checkoutUrl]);
    assert.equal(anna.payments().length, 1);
  });

  it('7b. two payments of one order both paid: the second goes back, and the buyer is told', async () => {
    const anna = await buyer();
    centre.mollie.failNext(CREATE, 'cut', 2);
    assert.equal((await anna.tryOrder()).status, 503);
    const lost = centre.mollie.payments().at(-1)?.id ?? '';
    // Mollie's list did not show it, so it was given up.
    await sql`update payment set status = 'expired', check_at = null where status = 'creating'`.execute(centre.db);
    await anna.order();
    await anna.pay();
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await sold(centre, anna);
    centre.mollie.pay(lost);
    await centre.settle();
    assert.equal(centre.mollie.refunds.of(lost).length, 1);
    const order = await anna.show();
    assert.deepEqual([order.state, order.reason, order.refund?.amount.cents], ['paid', 'paid-twice', 4800]);
    assert.ok(order.tickets.every(({ state }) => state === 'valid'));
    assert.equal(centre.mails.filter(({ subject }) => subject.includes(order.number)).length, 1);
  });

  it('8. money after the hold ended, while the seats are still free', async () => {
    const anna = await buyer();
    await anna.order();
    await endHolds(anna.id);
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await sold(centre, anna);
  });

  it('8b. money after the hold ended and somebody else has a seat', async () => {
    const anna = await buyer();
    await anna.order();
    await endHolds(anna.id);
    const bert = await openTestCart(centre);
    assert.equal((await bert.holdSeats(anna.seats.slice(0, 1), anna.performance)).status, 200);
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await wasRefunded(centre, anna, 'seats-lost');
    assert.equal((await bert.show()).lines.length, 1);
  });

  it('8c. money after the order was closed too: the same cart can choose and order again', async () => {
    const anna = await buyer();
    await anna.order();
    await endHolds(anna.id);
    // Mollie said that it was over, and thought better of it.
    await sql`update payment set status = 'expired', check_at = null where order_id = ${anna.id}`.execute(centre.db);
    await centre.reconcile();
    assert.equal((await booksOf(centre, anna.id)).state, 'closed');
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await sold(centre, anna);
    const { order, lines, total } = await anna.cart.show();
    assert.deepEqual([order, lines, total.cents], [null, [], 0]);
    assert.equal((await anna.cart.holdSeats(anna.seats, anna.performance)).code, 'seats_taken');
    const { cart } = await anna.cart.holdSeats(['Z-A-3'], anna.performance);
    assert.ok((cart.secondsLeft ?? 0) > 0);
    assert.deepEqual(
      cart.lines.map(({ place }) => place.id),
      ['Z-A-3'],
    );
    await anna.order();
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await sold(centre, { ...anna, id: anna.id, seats: ['Z-A-3'] });
  });

  it('9. money after the buyer cancelled', async () => {
    const anna = await buyer();
    await anna.order();
    assert.equal((await anna.cancel()).body.state, 'cancelled');
    const bert = await openTestCart(centre);
    assert.equal((await bert.holdSeats(anna.seats, anna.performance)).status, 200);
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await wasRefunded(centre, anna, 'paid-after-cancel');
  });

  it('10. a payment that is not for this order’s amount: no tickets, an alarm', async () => {
    const anna = await buyer();
    await anna.order();
    await centre.db.updateTable('payment').set({ cents: 4900 }).where('order_id', '=', anna.id).execute();
    await paidButStrange(anna);
  });

  it('10b. a payment that is for another order: no tickets, an alarm', async () => {
    const anna = await buyer();
    const bert = await buyer();
    await anna.order();
    await bert.order();
    await centre.db.updateTable('payment').set({ provider_id: null }).where('order_id', '=', bert.id).execute();
    await centre.db
      .updateTable('payment')
      .set({ provider_id: bert.payment() })
      .where('order_id', '=', anna.id)
      .execute();
    centre.mollie.pay(bert.payment());
    await paidButStrange(anna);
    await centre.settle();
  });

  it('11. forged, foreign and poisonous webhooks', async () => {
    const anna = await buyer();
    const bert = await buyer();
    await anna.order();
    await bert.order();
    const { webhook_token: token } = await paymentOf(anna.id);
    const before = await booksOf(centre, anna.id);
    const strange = [
      ...[
        '',
        'id=',
        'id=tr_',
        'id=tr_1/../../methods?x=1',
        'id=ord_12345',
        'id=tr_%00%00%00%00',
        `id=${'tr_a'.repeat(99)}`,
      ],
      ...['{"id":"tr_12345678"}', 'id[]=tr_12345678', 'ID=tr_12345678', '\u0000'],
    ];
    for (const body of strange) assert.deepEqual(await told(knock(token, body)), [200, '']);
    assert.equal(await jobs(), 0);
    for (const unknown of ['x', '%00', '..%2f..', token.slice(1), `${token}x`, `${token.slice(0, -1)}!`]) {
      assert.deepEqual(await told(knock(unknown, `id=${anna.payment()}`)), [200, '']);
    }
    assert.equal(await jobs(), 0);
    assert.deepEqual(await told(knock(token, 'id=tr_doesnotexist')), [200, '']);
    centre.mollie.pay(bert.payment());
    centre.mollie.webhooks.clear();
    assert.deepEqual(await told(knock(token, `id=${bert.payment()}`)), [200, '']);
    await centre.work();
    assert.deepEqual(await booksOf(centre, anna.id), before);
    assert.equal((await knock(token, `id=${'x'.repeat(5000)}`)).status, 413);
    await centre.reconcile();
  });

  it('12. a buyer who is back before the bank has decided', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.pend(anna.payment());
    const back = await anna.comeBack();
    assert.deepEqual([back.status, back.body.order.state, back.body.order.checkoutUrl], [200, 'waiting', null]);
    assert.equal((await anna.pay()).body.state, 'waiting');
    assert.equal(anna.payments().length, 1);
    centre.mollie.pay(anna.payment());
    assert.equal((await anna.show()).state, 'paid');
    await centre.settle();
    await sold(centre, anna);
  });

  it('13. a return in another browser, a reload of it, and a link that is passed on later', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.pay(anna.payment());
    const back = await anna.comeBack();
    assert.deepEqual([back.status, back.body.order.state], [200, 'paid']);
    assert.equal((await anna.comeBack()).status, 200);
    await sql`update payment set return_code_used_at = return_code_used_at - interval '3 minutes'
      where order_id = ${anna.id}`.execute(centre.db);
    assert.equal((await anna.comeBack()).code, 'return_code_used');
    assert.equal((await anna.comeBack('A'.repeat(43))).code, 'not_found');
    await centre.settle();
    await sold(centre, anna);
  });

  it('13b. a buyer who closes the window after paying', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await sold(centre, anna);
  });

  it('14. a page that may not open windows: the same link, as often as it is asked', async () => {
    const anna = await buyer();
    const { checkoutUrl } = await anna.order();
    assert.match(checkoutUrl ?? '', /^https:\/\/pay\.example\/checkout\//);
    assert.equal((await anna.show()).checkoutUrl, checkoutUrl);
    assert.equal((await anna.order()).checkoutUrl, checkoutUrl);
  });

  it('15. an amount that no method takes: said with its field, and the cart is the buyer’s again', async () => {
    const anna = await buyer();
    await centre.db
      .updateTable('price')
      .set({ cents: 4_000_000 })
      .where('performance_id', '=', anna.performance)
      .execute();
    const refused = await anna.tryOrder();
    assert.deepEqual([refused.status, refused.code, refused.field], [422, 'payment_refused', 'amount']);
    const cart = await anna.cart.show();
    assert.deepEqual([cart.order, cart.lines.length], [null, 2]);
    await centre.db.updateTable('price').set({ cents: 2400 }).where('performance_id', '=', anna.performance).execute();
    await anna.order({ email: 'corrected@example.com' });
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await sold(centre, anna);
  });

  for (const fault of ['rate-limited', 'unavailable', 'bad-gateway', 'unreachable', 'malformed'] as const) {
    it(`16. ${fault} at creation: tried again, then said, and picked up by the same request`, async () => {
      const anna = await buyer();
      centre.mollie.failNext(CREATE, fault);
      await anna.order();
      const bert = await buyer();
      // More than our attempts times those of Mollie's own client.
      centre.mollie.failNext(CREATE, fault, 6);
      const refused = await bert.tryOrder();
      assert.deepEqual([refused.status, refused.code], [503, 'payment_provider_unavailable']);
      assert.equal((await bert.cart.show()).lines.length, 2);
      let answer = await bert.tryOrder();
      while (answer.status === 503) answer = await bert.tryOrder();
      assert.equal(answer.status, 201);
      centre.mollie.pay(bert.payment());
      await centre.settle();
      await sold(centre, bert);
    });
  }

  it('17. a key that was revoked: said as our trouble, the cart is the buyer’s again, one person is called once', async () => {
    const revoked = createMollieProvider({
      apiKey: 'test_revoked',
      versionString: 'Foyer/test',
      timeoutMs: 400,
      log: () => {},
    });
    const other = await createTestCentre({ parts: { provider: revoked } });
    try {
      const cart = await openTestCart(other);
      await cart.holdSeats(['Z-A-1']);
      for (let time = 0; time < 2; time += 1) {
        const json = { email: 'a@example.com', language: 'nl', returnUrl: TEST_ORIGIN, expectedTotal: eur(2400) };
        const answer = await answerOf(await cart.request('/order', { json }));
        assert.deepEqual([answer.status, answer.code], [503, 'payment_provider_unavailable']);
        const { order, lines } = await cart.show();
        assert.deepEqual([order, lines.length], [null, 1]);
      }
      assert.equal((await other.db.selectFrom('alarm').select('code').execute()).length, 1);
    } finally {
      await other.stop();
    }
    const anna = await buyer();
    await anna.order();
    centre.mollie.pay(anna.payment());
    await assert.rejects(followPayment({ ...centre.runtime, provider: revoked }, (await paymentOf(anna.id)).id));
    await centre.settle();
    await sold(centre, anna);
  });

  it('18. a refund that times out: looked up before it is sent again', async () => {
    const anna = await paidAfterCancel();
    centre.mollie.failNext(REFUND, 'cut', 2);
    await centre.settle();
    await centre.settle();
    await wasRefunded(centre, anna, 'paid-after-cancel');
  });

  it('18b. a refund that somebody at the centre made by hand already', async () => {
    const anna = await paidAfterCancel();
    await centre.runtime.provider.refund({
      paymentId: anna.payment(),
      reference: 'by-hand',
      idempotencyKey: 'by-hand',
      amount: { cents: 4800, currency: 'EUR' },
      description: 'by hand',
    });
    await centre.settle();
    assert.equal(centre.mollie.refunds.of(anna.payment()).length, 1);
    assert.deepEqual(await alarms(anna.id), [{ code: 'refund-failed' }]);
  });

  it('18f. a refund that Mollie takes for a duplicate of our own', async () => {
    const anna = await paidAfterCancel();
    await settle(centre.runtime, (await paymentOf(anna.id)).id, await centre.runtime.provider.read(anna.payment()));
    const { id } = await centre.db
      .selectFrom('refund')
      .select('id')
      .where('order_id', '=', anna.id)
      .executeTakeFirstOrThrow();
    const { provider } = centre.runtime;
    const forgetful: PaymentProvider = {
      ...provider,
      async refund(request) {
        await provider.refund(request);
        throw new ProviderError('refused', 'duplicate_refund', 'A duplicate refund has been detected');
      },
    };
    await assert.rejects(pursueRefund({ ...centre.runtime, provider: forgetful }, id));
    await centre.settle();
    await wasRefunded(centre, anna, 'paid-after-cancel');
  });

  it('18g. a refund that is refused to one worker while another has just sent it', async () => {
    const anna = await paidAfterCancel();
    await settle(centre.runtime, (await paymentOf(anna.id)).id, await centre.runtime.provider.read(anna.payment()));
    const { id } = await centre.db
      .selectFrom('refund')
      .select('id')
      .where('order_id', '=', anna.id)
      .executeTakeFirstOrThrow();
    const late: PaymentProvider = {
      ...centre.runtime.provider,
      async refund() {
        await pursueRefund(centre.runtime, id);
        throw new ProviderError('refused', 'invalid', 'The amount is higher than what is left');
      },
    };
    await pursueRefund({ ...centre.runtime, provider: late }, id);
    assert.deepEqual(await alarms(anna.id), []);
    await wasRefunded(centre, anna, 'paid-after-cancel');
  });

  it('18c. a refund that waits for money on the account, and arrives', async () => {
    const anna = await paidAfterCancel();
    centre.mollie.refunds.setBalance('test_deproef', 0);
    await centre.settle();
    assert.equal((await anna.show()).refund?.state, 'queued');
    centre.mollie.refunds.setBalance('test_deproef', null);
    await centre.reconcile();
    assert.equal((await anna.show()).refund?.state, 'pending');
    await wasRefunded(centre, anna, 'paid-after-cancel');
  });

  it('18d. a refund that fails later: a person is called, also after it had arrived', async () => {
    const anna = await paidAfterCancel();
    await wasRefunded(centre, anna, 'paid-after-cancel');
    const [refund] = centre.mollie.refunds.of(anna.payment());
    centre.mollie.refunds.fail(refund?.id ?? '');
    await centre.settle();
    const order = await anna.show();
    assert.deepEqual([order.state, order.refund?.state], ['refunding', 'failed']);
    assert.deepEqual(await alarms(anna.id), [{ code: 'refund-failed' }]);
    const { ledger } = await booksOf(centre, anna.id);
    assert.deepEqual(ledger, { payment: 4800, refund: 0 });
  });

  it('18e. money that cannot be sent back, such as a voucher: a person is called', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.setMethod('test_deproef', 'voucher', true);
    await anna.cancel();
    centre.mollie.pay(anna.payment(), 'voucher');
    centre.mollie.setMethod('test_deproef', 'voucher', false);
    await centre.settle();
    assert.equal((await anna.show()).refund?.state, 'failed');
    assert.deepEqual(await alarms(anna.id), [{ code: 'refund-failed' }]);
  });

  it('19. a chargeback: tickets stop being valid, the ledger has it, a person is called', async () => {
    const anna = await buyer();
    await anna.order();
    centre.mollie.pay(anna.payment());
    await centre.settle();
    await sold(centre, anna);
    centre.mollie.chargeback(anna.payment());
    await centre.settle();
    await centre.settle();
    const order = await anna.show();
    assert.equal(order.reason, 'charged-back');
    assert.deepEqual(
      order.tickets.map(({ state }) => state),
      ['blocked', 'blocked'],
    );
    assert.equal((await anna.fetch('/tickets.pdf')).status, 404);
    assert.deepEqual((await booksOf(centre, anna.id)).ledger, { sale: 4800, payment: 4800, chargeback: -4800 });
    assert.deepEqual(await accountsOf(centre, anna.id), { buyers: 4800, 'ticket-revenue': -4800 });
    assert.deepEqual(await alarms(anna.id), [{ code: 'charged-back' }]);
  });

  it('a provider that does not answer: the others are looked after all the same', async () => {
    const anna = await buyer();
    const bert = await buyer();
    await anna.order();
    await bert.order();
    centre.mollie.pay(anna.payment());
    centre.mollie.pay(bert.payment());
    centre.mollie.webhooks.clear();
    await centre.db.updateTable('payment').set({ check_at: null }).execute();
    await centre.db
      .updateTable('payment')
      .set({ check_at: new Date(0) })
      .where('order_id', 'in', [anna.id, bert.id])
      .execute();
    centre.mollie.failNext(READ, 'unreachable', 2);
    await reconcile(centre.runtime);
    const states = await Promise.all([booksOf(centre, anna.id), booksOf(centre, bert.id)]);
    assert.deepEqual(states.map(({ state }) => state).sort(), ['open', 'paid']);
    await centre.reconcile();
    await sold(centre, anna);
    await sold(centre, bert);
  });

  async function endHolds(order: string) {
    await sql`update claim set until = clock_timestamp() - interval '1 second' where order_id = ${order}`.execute(
      centre.db,
    );
    await sql`update orders set hold_ends_at = clock_timestamp() - interval '1 second' where id = ${order}`.execute(
      centre.db,
    );
  }

  async function paidButStrange(who: Awaited<ReturnType<typeof buyer>>) {
    centre.mollie.webhooks.clear();
    if (centre.mollie.payment(who.payment()).status === 'open') centre.mollie.pay(who.payment());
    await centre.settle();
    const order = await who.show();
    assert.deepEqual([order.state, order.reason, order.tickets], ['waiting', 'payment-mismatch', []]);
    assert.deepEqual(await alarms(who.id), [{ code: 'payment-mismatch' }]);
  }

  async function paidAfterCancel() {
    const anna = await buyer();
    await anna.order();
    await anna.cancel();
    centre.mollie.pay(anna.payment());
    return anna;
  }
});

async function told(answer: Promise<Response> | Response): Promise<readonly [number, string]> {
  const response = await answer;
  return [response.status, await response.text()];
}
