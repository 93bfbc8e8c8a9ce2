import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createMollieClient } from '@mollie/api-client';
import { Client } from 'mollie-api-typescript';
import { createMachine, type Machine } from '../../../../server/demo/mollie/machine.ts';
import { createApiServer, forwardMollie } from '../../../../server/demo/mollie/remote.ts';
import { createClock, createRandom } from './shop.ts';

const apiKey = 'test_lantaarn';
const order = {
  amount: { currency: 'EUR', value: '37.00' },
  description: 'Bestelling 2026-7KQ4X2',
  redirectUrl: 'https://shop.example/terug',
};

describe('the Mollie emulator in another process', () => {
  let machine: Machine;
  let server: ReturnType<typeof createApiServer>;
  let origin: string;
  before(async () => {
    machine = createMachine({
      apiKeys: { [apiKey]: 'De Lantaarn' },
      checkoutBaseUrl: 'https://pay.example',
      clock: createClock(),
      random: createRandom(),
    });
    server = createApiServer(machine);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  it('behaviour 2: is reached by mollie-api-typescript over plain http, and links to where it was reached', async () => {
    const client = new Client({ security: { apiKey }, serverURL: origin });
    const { id, links } = await client.payments.create({ paymentRequest: order });
    assert.equal(links.self.href, `${origin}/v2/payments/${id}`);
    machine.pay(id);
    assert.equal((await client.payments.get({ paymentId: id })).status, 'paid');
  });

  it('is reached by @mollie/api-client, which speaks only https, through the forwarder', async () => {
    const { stop } = forwardMollie(`${origin}/v2`);
    try {
      const client = createMollieClient({ apiKey });
      const { id } = await client.payments.create({ ...order, idempotencyKey: 'once' });
      assert.equal((await client.payments.create({ ...order, idempotencyKey: 'once' })).id, id);
      assert.equal(machine.payment(id).status, 'open');
      machine.failNext({ method: 'GET' }, 'cut');
      await assert.rejects(client.payments.get(id), { name: 'ApiError', statusCode: undefined });
      assert.equal((await client.payments.get(id)).id, id);
    } finally {
      stop();
    }
  });

  it('lets no call with a live key out', async () => {
    const { stop } = forwardMollie(`${origin}/v2`);
    try {
      await assert.rejects(createMollieClient({ apiKey: 'live_lantaarn' }).payments.page(), { statusCode: undefined });
    } finally {
      stop();
    }
  });
});
