import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createMollieClient, MollieApiError } from '@mollie/api-client';
import { Client } from 'mollie-api-typescript';
import { type Emulator, installEmulator } from '../../../../server/demo/mollie/emulator.ts';
import type { WebhookCall } from '../../../../server/demo/mollie/webhooks.ts';
import { createClock, createRandom } from './shop.ts';

const apiKey = 'test_lantaarn';
const options = {
  apiKeys: { [apiKey]: 'De Lantaarn' },
  checkoutBaseUrl: 'https://pay.example',
  clock: createClock(),
  random: createRandom(),
};
const order = {
  amount: { currency: 'EUR', value: '37.00' },
  description: 'Bestelling 2026-7KQ4X2',
  redirectUrl: 'https://shop.example/terug',
  webhookUrl: 'https://shop.example/webhook',
};

describe('the Mollie emulator, as Mollie’s own clients see it', () => {
  let emulator: Emulator;
  const sent: WebhookCall[] = [];
  before(() => {
    emulator = installEmulator({
      ...options,
      webhooks: { delivery: 'manual' },
      send: async (call) => sent.push(call) > 0,
    });
  });
  beforeEach(() => {
    sent.length = 0;
  });
  after(() => emulator.stop());

  it('is driven by @mollie/api-client through a whole sale', async () => {
    const client = createMollieClient({ apiKey });
    const payment = await client.payments.create({ ...order, metadata: { payment: 'p1' } });
    assert.match(payment.getCheckoutUrl() ?? '', /^https:\/\/pay\.example\/checkout\//);
    emulator.machine.pay(payment.id, 'belfius');
    await emulator.deliverWebhooks();
    assert.deepEqual(
      sent.map(({ paymentId }) => paymentId),
      [payment.id],
    );
    const paid = await client.payments.get(payment.id);
    assert.equal(paid.status, 'paid');
    assert.equal(paid.method, 'belfius');
    const refund = await client.paymentRefunds.create({ paymentId: payment.id, amount: order.amount });
    assert.equal(refund.status, 'pending');
    assert.equal((await client.paymentRefunds.page({ paymentId: payment.id })).length, 1);
    assert.equal((await client.payments.get(payment.id)).amountRemaining?.value, '0.00');
  });

  it('is walked through by @mollie/api-client’s iterator, over several pages', async () => {
    const client = createMollieClient({ apiKey });
    const created: string[] = [];
    for (let count = 0; count < 130; count += 1) {
      created.push((await client.payments.create({ ...order, description: `Bestelling ${count}` })).id);
    }
    const seen: string[] = [];
    for await (const { id } of client.payments.iterate()) seen.push(id);
    assert.deepEqual(seen.slice(0, 130), created.toReversed());
  });

  it('shows its refusals through @mollie/api-client as Mollie’s', async () => {
    const client = createMollieClient({ apiKey });
    await assert.rejects(client.payments.create({ ...order, amount: { currency: 'EUR', value: '37' } }), (error) => {
      assert.ok(error instanceof MollieApiError);
      assert.deepEqual([error.statusCode, error.field], [422, 'amount.value']);
      return true;
    });
    await assert.rejects(createMollieClient({ apiKey: 'test_stranger' }).payments.page(), { statusCode: 401 });
  });

  it('is driven by mollie-api-typescript, which checks every answer, through a whole sale', async () => {
    const client = new Client({ security: { apiKey } });
    const payment = await client.payments.create({ paymentRequest: { ...order, method: 'kbc', issuer: 'cbc' } });
    assert.equal(payment.status, 'open');
    emulator.machine.pay(payment.id);
    assert.equal((await client.payments.get({ paymentId: payment.id })).status, 'paid');
    const refund = await client.refunds.create({
      paymentId: payment.id,
      refundRequest: { amount: order.amount, description: 'Terug' },
    });
    assert.match(refund.id, /^re_/);
    emulator.machine.chargeback(payment.id, 100);
    const chargebacks = await client.chargebacks.list({ paymentId: payment.id });
    assert.equal(chargebacks.result.embedded?.chargebacks?.length, 1);
    const { embedded } = await client.methods.list({ include: 'issuers' });
    assert.deepEqual(
      embedded.methods.map(({ id }) => id),
      ['bancontact', 'kbc', 'belfius', 'ideal', 'creditcard'],
    );
    const page = await client.payments.list({ limit: 1 });
    assert.equal(page.result.embedded.payments?.[0]?.id, payment.id);
  });

  it('behaviour 17: brings the webhook before the answer when asked to', async () => {
    emulator.stop();
    const early = installEmulator({
      ...options,
      webhooks: { delivery: 'manual', beforeAnswer: true },
      send: async (call) => sent.push(call) > 0,
    });
    try {
      early.machine.setMethod(apiKey, 'banktransfer', true);
      const client = createMollieClient({ apiKey });
      const { id } = await client.payments.create({ ...order, method: 'banktransfer' as never });
      await client.payments.cancel(id);
      assert.deepEqual(
        sent.map(({ paymentId }) => paymentId),
        [id],
      );
    } finally {
      early.stop();
    }
  });

  it('refuses to be installed beside a live key', () => {
    assert.throws(() => installEmulator({ ...options, apiKeys: { live_lantaarn: 'De Lantaarn' } }), /live_/);
  });
});
