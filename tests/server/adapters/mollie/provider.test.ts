import assert from 'node:assert/strict';
import https from 'node:https';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { createMollieProvider, type MollieOptions } from '../../../../server/adapters/mollie/provider.ts';
import { type Emulator, installEmulator } from '../../../../server/demo/mollie/emulator.ts';
import type { Fault } from '../../../../server/demo/mollie/faults.ts';
import { createClock, createRandom } from '../../demo/mollie/shop.ts';

const apiKey = 'test_lantaarn';
const request = {
  reference: '0b2f6b1e-7f43-4c36-9a55-1f5a0a3a7c11',
  idempotencyKey: 'foyer-0b2f6b1e',
  amount: { cents: 3700, currency: 'EUR' },
  description: 'Bestelling 2026-7KQ4X2',
  redirectUrl: 'https://shop.example/terug?foyer_return=abc',
  webhookUrl: 'https://shop.example/webhook/abc',
  language: 'nl',
} as const;

describe('payments through Mollie', () => {
  let emulator: Emulator;
  let failures: string[];
  const clock = createClock();
  const open = (options: Partial<MollieOptions> = {}) =>
    createMollieProvider({
      apiKey,
      versionString: 'Foyer/0.1.0',
      timeoutMs: 4000,
      pause: async () => {},
      log: (message) => failures.push(message),
      ...options,
    });
  const once = (options: Partial<MollieOptions> = {}) => open({ attempts: 1, ...options });

  beforeEach(() => {
    failures = [];
    emulator = installEmulator({
      apiKeys: { [apiKey]: 'De Lantaarn' },
      checkoutBaseUrl: 'https://pay.example',
      clock,
      random: createRandom(),
      webhooks: { delivery: 'manual' },
    });
  });
  afterEach(() => emulator.stop());

  it('creates a payment and reads it back as it is', async () => {
    const provider = open();
    const created = await provider.create(request);
    const { checkoutUrl, id, ...rest } = created;
    assert.match(checkoutUrl ?? '', /^https:\/\/pay\.example\/checkout\/select-method\//);
    assert.deepEqual(rest, {
      mode: 'test',
      status: 'open',
      amount: request.amount,
      amountRefunded: { cents: 0, currency: 'EUR' },
      amountChargedBack: { cents: 0, currency: 'EUR' },
      reference: request.reference,
      method: null,
      cancelable: false,
      expiresAt: new Date(clock.now().getTime() + 15 * 60_000),
    });
    emulator.machine.pay(id, 'belfius');
    emulator.machine.chargeback(id, 1200);
    const paid = await provider.read(id);
    assert.deepEqual([paid.status, paid.method, paid.checkoutUrl], ['paid', 'belfius', null]);
    assert.equal(paid.amountChargedBack.cents, 1200);
  });

  it('tells Mollie no more than it needs: the reference, the order and the language', async () => {
    const { id } = await open().create({ ...request, language: 'fr', description: 'x'.repeat(300) });
    const { metadata, locale, description, redirectUrl, webhookUrl } = emulator.machine.payment(id);
    assert.deepEqual(metadata, { payment: request.reference });
    assert.deepEqual([locale, description.length], ['fr_BE', 255]);
    assert.deepEqual([redirectUrl, webhookUrl], [request.redirectUrl, request.webhookUrl]);
    for (const [language, wanted] of [
      ['nl', 'nl_BE'],
      ['en', 'en_GB'],
      ['de', 'de_DE'],
    ] as const) {
      const other = await open().create({ ...request, language, idempotencyKey: language });
      assert.equal(emulator.machine.payment(other.id).locale, wanted);
    }
  });

  it('gives the same payment for the same key', async () => {
    const [first, second] = await Promise.all([open().create(request), open().create(request)]);
    assert.equal(first.id, second.id);
    assert.equal(emulator.machine.payments().length, 1);
  });

  describe('when the outcome is unknown', () => {
    const faults: readonly (readonly [Fault, code: string])[] = [
      ['rate-limited', 'rate_limited'],
      ['unreachable', 'unreachable'],
      ['cut', 'unreachable'],
      ['malformed', 'failed'],
      ['empty', 'failed'],
    ];
    for (const [fault, code] of faults) {
      it(`says so after ${String(fault)}, and makes one payment of two attempts with the same key`, async () => {
        emulator.machine.failNext({ method: 'POST' }, fault);
        await assert.rejects(once().create(request), { name: 'ProviderError', outcome: 'unknown', code });
        const { id } = await open().create(request);
        assert.deepEqual(
          emulator.machine.payments().map((payment) => payment.id),
          [id],
        );
      });
    }

    for (const fault of ['server-error', 'bad-gateway', 'unavailable', 'server-error-after'] as const) {
      it(`says so after ${fault}, once the client has tried three times`, async () => {
        emulator.machine.failNext({ method: 'POST' }, fault, 3);
        await assert.rejects(once().create(request), { outcome: 'unknown', code: 'failed' });
        assert.equal((await open().create(request)).status, 'open');
        assert.equal(emulator.machine.payments().length, 1);
      });
    }

    it('says so when Mollie does not answer in time', async () => {
      emulator.machine.failNext({ method: 'POST' }, 'hang');
      await assert.rejects(once({ timeoutMs: 30 }).create(request), { outcome: 'unknown', code: 'unreachable' });
      await open().create(request);
      assert.equal(emulator.machine.payments().length, 1);
    });

    it('says so while the first request with the key is still under way', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      emulator.machine.failNext({ method: 'POST' }, { slow: promise });
      const first = open().create(request);
      await assert.rejects(
        async () => {
          while (emulator.machine.payments().length === 0) await new Promise(setImmediate);
          await once().create(request);
        },
        { outcome: 'unknown', code: 'failed' },
      );
      resolve();
      assert.equal((await first).id, emulator.machine.payments()[0]?.id);
    });

    it('tries again by itself with the same key, a bounded number of times', async () => {
      emulator.machine.failNext({ method: 'POST' }, 'cut');
      const { id } = await open().create(request);
      assert.deepEqual(
        emulator.machine.payments().map((payment) => payment.id),
        [id],
      );
      assert.equal(failures.length, 1);
      emulator.machine.failNext({ method: 'GET' }, 'unreachable', 9);
      await assert.rejects(open({ attempts: 3 }).read(id), { outcome: 'unknown' });
      assert.equal(failures.length, 1 + 3);
    });

    it('twin: without the same key, the same mishap makes two payments', async () => {
      emulator.machine.failNext({ method: 'POST' }, 'cut');
      await assert.rejects(once().create(request));
      await open().create({ ...request, idempotencyKey: 'another' });
      assert.equal(emulator.machine.payments().length, 2);
    });
  });

  describe('when Mollie refuses', () => {
    it('says unauthorized for a key that is unknown or was revoked', async () => {
      await assert.rejects(open({ apiKey: 'test_stranger' }).create(request), {
        outcome: 'refused',
        code: 'unauthorized',
      });
    });

    it('says invalid with the field, and tries no second time', async () => {
      const change = { ...request, amount: { cents: 5_000_001, currency: 'EUR' } } as const;
      await assert.rejects(open().create(change), { outcome: 'refused', code: 'invalid', field: 'amount' });
      assert.equal(failures.length, 1);
    });

    it('says not found for a payment of another account', async () => {
      await assert.rejects(open().read('tr_1234567890'), { outcome: 'refused', code: 'not_found' });
    });

    it('lets no id out that is not one', async () => {
      const ids = ['', 'tr_', 'tr_1/../../methods', 'tr_1?x=1', 'tr_abcd\n', 'ord_12345', `tr_${'x'.repeat(65)}`];
      for (const id of ids) {
        emulator.machine.failNext({}, 'server-error');
        await assert.rejects(open().read(id), { outcome: 'refused', code: 'not_found' }, id);
      }
    });

    it('is not made at all without a key of Mollie’s', () => {
      for (const key of ['', 'foo', 'access_abc']) assert.throws(() => open({ apiKey: key }), TypeError);
      assert.equal(open().mode, 'test');
      assert.equal(open({ apiKey: 'live_abc' }).mode, 'live');
    });
  });

  it('never logs the key, the reference or an address', async () => {
    emulator.machine.failNext({ method: 'POST' }, 'unreachable');
    await open().create(request);
    assert.deepEqual(failures, ['create: unreachable, outcome unknown, attempt 1']);
  });

  it('does not believe an amount in another currency or with other decimals', async () => {
    const { id } = await open().create(request);
    Object.assign(emulator.machine.payment(id), { amount: { currency: 'USD', minor: 3700 } });
    await assert.rejects(once().read(id), { outcome: 'unknown', code: 'failed' });
  });

  it('finds a payment by its reference, the newest first, and not beyond the given instant', async () => {
    const provider = open();
    const since = clock.now();
    const { id } = await provider.create(request);
    for (let count = 0; count < 260; count += 1) {
      await provider.create({ ...request, reference: `other-${count}`, idempotencyKey: `other-${count}` });
    }
    assert.equal((await provider.find(request.reference, since))?.id, id);
    assert.equal(await provider.find('nobody', since), null);
    clock.advance(3_600_000);
    assert.equal(await provider.find(request.reference, clock.now()), null);
  });

  it('ends a payment where its method allows it, and otherwise says how it stands', async () => {
    const provider = open();
    const { id } = await provider.create(request);
    assert.equal((await provider.cancel(id)).status, 'open');
    emulator.machine.authorize(id);
    assert.equal((await provider.cancel(id)).status, 'canceled');
    assert.equal((await provider.cancel(id)).status, 'canceled');
  });

  describe('refunds', () => {
    const refundOf = (paymentId: string, cents: number, key = `refund-${cents}`) => ({
      paymentId,
      reference: key,
      idempotencyKey: key,
      amount: { cents, currency: 'EUR' } as const,
      description: 'Terugbetaling',
    });
    async function pay() {
      const { id } = await open().create(request);
      emulator.machine.pay(id);
      return id;
    }

    it('gives money back once for one key, and lists it with our reference', async () => {
      const id = await pay();
      emulator.machine.failNext({ method: 'POST' }, 'cut');
      const refund = await open().refund(refundOf(id, 1000));
      assert.deepEqual([refund.state, refund.amount.cents, refund.reference], ['pending', 1000, 'refund-1000']);
      assert.deepEqual(await open().refunds(id), [refund]);
      assert.equal((await open().read(id)).amountRefunded.cents, 1000);
    });

    it('says duplicate_refund for the same amount under another key', async () => {
      const id = await pay();
      await open().refund(refundOf(id, 1000));
      await assert.rejects(open().refund(refundOf(id, 1000, 'another')), {
        outcome: 'refused',
        code: 'duplicate_refund',
      });
    });

    it('says invalid for more than is left', async () => {
      const id = await pay();
      await assert.rejects(open().refund(refundOf(id, 3701)), { code: 'invalid', field: 'amount.value' });
    });

    it('follows a refund from queued to its end', async () => {
      const id = await pay();
      emulator.machine.refunds.setBalance(apiKey, 0);
      const { id: refund } = await open().refund(refundOf(id, 1000));
      const state = async () => (await open().refunds(id))[0]?.state;
      assert.equal(await state(), 'queued');
      emulator.machine.refunds.setBalance(apiKey, null);
      assert.equal(await state(), 'pending');
      emulator.machine.refunds.process(refund);
      assert.equal(await state(), 'pending');
      emulator.machine.refunds.arrive(refund);
      assert.equal(await state(), 'refunded');
      emulator.machine.refunds.fail(refund);
      assert.equal(await state(), 'failed');
    });
  });

  describe('the client underneath', () => {
    const { Agent } = https;
    before(() => open());
    after(() => assert.equal(https.Agent, Agent));

    it('leaves Node’s own agent in place for everybody else', () => {
      open();
      assert.equal(https.Agent, Agent);
      assert.throws(() => open({ versionString: 'with spaces' }));
      assert.equal(https.Agent, Agent);
    });
  });
});
