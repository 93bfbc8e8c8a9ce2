import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { createDelivery, sendWebhook } from '../../../../server/demo/mollie/delivery.ts';
import { openShop } from './shop.ts';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly type: string | undefined;
  readonly agent: string | undefined;
  readonly body: string;
}

/** A shop's own server, which answers webhooks as told and remembers them. */
async function listen(answer: (received: Received, outgoing: ServerResponse) => void) {
  const received: Received[] = [];
  const server = createServer(async (incoming: IncomingMessage, outgoing) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    const { method, url, headers } = incoming;
    const call = { method, url, type: headers['content-type'], agent: headers['user-agent'], body };
    received.push(call);
    answer(call, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `http://127.0.0.1:${port}/webhook`,
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const call = (url: string) => ({ url, paymentId: 'tr_7UhSN1zuXS', attempt: 1, at: 0 });

describe('how the Mollie emulator sends webhooks', () => {
  it('behaviour 16: posts a form with nothing but the id', async () => {
    using shop = await listen((_, outgoing) => outgoing.end());
    assert.equal(await sendWebhook()(call(shop.url)), true);
    const [received] = shop.received;
    assert.equal(received?.method, 'POST');
    assert.equal(received?.body, 'id=tr_7UhSN1zuXS');
    assert.match(received?.type ?? '', /^application\/x-www-form-urlencoded/);
    assert.equal(received?.agent, 'Mollie HTTP client/1.0');
  });

  it('behaviour 16: takes an error, no answer in time and nobody there for the same', async () => {
    using broken = await listen((_, outgoing) => outgoing.writeHead(503).end());
    assert.equal(await sendWebhook()(call(broken.url)), false);
    using silent = await listen(() => {});
    assert.equal(await sendWebhook(20)(call(silent.url)), false);
    assert.equal(await sendWebhook()(call('http://127.0.0.1:1/webhook')), false);
  });

  it('behaviour 17: loses the body over a 301 or 302, and keeps it over a 307 or 308', async () => {
    for (const status of [301, 302, 307, 308]) {
      using shop = await listen(({ url }, outgoing) => {
        if (url === '/webhook') outgoing.writeHead(status, { location: '/webhook/' }).end();
        else outgoing.end();
      });
      await sendWebhook()(call(shop.url));
      const last = shop.received.at(-1);
      const kept = status > 302;
      assert.deepEqual([last?.method, last?.body], kept ? ['POST', 'id=tr_7UhSN1zuXS'] : ['GET', '']);
    }
  });

  it('sends by itself once started, many at a time, and no more once stopped', async () => {
    const shop = openShop();
    const all = Promise.withResolvers<void>();
    const sent = new Set<string>();
    const delivery = createDelivery(shop.machine, async ({ paymentId }) => {
      sent.add(paymentId);
      if (sent.size === 100) all.resolve();
      return true;
    });
    delivery.start();
    const ids = Array.from({ length: 100 }, () => shop.create().id);
    for (const id of ids) shop.machine.pay(id);
    await all.promise;
    assert.deepEqual(sent, new Set(ids));
    delivery.stop();
    const { id } = shop.create();
    shop.machine.pay(id);
    assert.deepEqual(shop.told(), [id]);
  });
});
