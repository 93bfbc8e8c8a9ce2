import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDelivery } from '../../../../server/demo/mollie/delivery.ts';
import type { WebhookCall, WebhookKnobs } from '../../../../server/demo/mollie/webhooks.ts';
import { MINUTE, openShop } from './shop.ts';

function openToldShop(knobs: Partial<WebhookKnobs> = {}, answers: (call: WebhookCall) => boolean = () => true) {
  const shop = openShop({ webhooks: knobs });
  const calls: (WebhookCall & { readonly minute: number })[] = [];
  const start = shop.clock.now().getTime();
  const delivery = createDelivery(shop.machine, async (call) => {
    calls.push({ ...call, minute: (shop.clock.now().getTime() - start) / MINUTE });
    return answers(call);
  });
  return { ...shop, calls, delivery };
}

describe('webhooks of the Mollie emulator', () => {
  it('behaviour 16: calls once when the shop answers', async () => {
    const shop = openToldShop();
    const { id } = shop.create();
    shop.machine.pay(id);
    await shop.delivery.deliver();
    shop.clock.advance(30 * 60 * MINUTE);
    await shop.delivery.deliver();
    assert.deepEqual(
      shop.calls.map(({ paymentId, url }) => [paymentId, url]),
      [[id, shop.order.webhookUrl]],
    );
  });

  it('behaviour 16: calls ten times within 26 hours when the shop does not answer, and then gives up', async () => {
    const shop = openToldShop({}, () => false);
    shop.machine.pay(shop.create().id);
    await shop.delivery.deliver();
    while (shop.machine.webhooks.waiting().length > 0) {
      shop.clock.advance(shop.machine.webhooks.next() - shop.clock.now().getTime());
      await shop.delivery.deliver();
    }
    assert.deepEqual(
      shop.calls.map(({ minute }) => minute),
      [0, 1, 3, 7, 15, 31, 60, 120, 240, 1560],
    );
    assert.deepEqual(
      shop.calls.map(({ attempt }) => attempt),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
  });

  it('behaviour 16: calls nobody for a payment without a webhook address', () => {
    const shop = openToldShop();
    shop.machine.pay(shop.create({ webhookUrl: undefined }).id);
    assert.deepEqual(shop.told(), []);
  });

  it('behaviour 17: can come late, twice, or not at all', async () => {
    const late = openToldShop({ delayMs: 5 * MINUTE });
    late.machine.pay(late.create().id);
    await late.delivery.deliver();
    assert.equal(late.calls.length, 0);
    late.clock.advance(5 * MINUTE);
    await late.delivery.deliver();
    assert.equal(late.calls.length, 1);

    const twice = openToldShop({ copies: 2 });
    twice.machine.pay(twice.create().id);
    await twice.delivery.deliver();
    assert.equal(twice.calls.length, 2);

    const lost = openToldShop({ drop: true });
    lost.machine.pay(lost.create().id);
    await lost.delivery.deliver();
    assert.equal(lost.calls.length, 0);

    const firstLost = openToldShop({ drop: ({ attempt }) => attempt === 2 }, ({ attempt }) => attempt > 2);
    firstLost.machine.pay(firstLost.create().id);
    await firstLost.delivery.deliver();
    assert.deepEqual(
      firstLost.calls.map(({ attempt }) => attempt),
      [1],
    );
  });

  it('behaviour 17: can come in the wrong order', async () => {
    const shop = openToldShop({ reversed: true });
    const [first, second] = [shop.create().id, shop.create().id];
    shop.machine.expire(first);
    shop.machine.pay(second);
    await shop.delivery.deliver();
    assert.deepEqual(
      shop.calls.map(({ paymentId }) => paymentId),
      [second, first],
    );
  });

  it('behaviour 17: can come all at once, or wait for one another', async () => {
    for (const concurrent of [true, false]) {
      const shop = openShop({ webhooks: { copies: 3, concurrent } });
      const answer = Promise.withResolvers<boolean>();
      let underWay = 0;
      const delivery = createDelivery(shop.machine, () => {
        underWay += 1;
        return answer.promise;
      });
      shop.machine.pay(shop.create().id);
      const delivered = delivery.deliver();
      assert.equal(underWay, concurrent ? 3 : 1);
      answer.resolve(true);
      await delivered;
      assert.equal(underWay, 3);
    }
  });

  it('behaviour 17: can be there before the answer to the request that caused it', async () => {
    const shop = openToldShop();
    const { promise, resolve } = Promise.withResolvers<void>();
    shop.machine.failNext({ method: 'POST' }, { slow: promise });
    const { delivery, document } = shop.tryCreate();
    shop.machine.pay(document.id);
    await shop.delivery.deliver();
    assert.deepEqual(
      shop.calls.map(({ paymentId }) => paymentId),
      [document.id],
    );
    resolve();
    await delivery;
  });
});
