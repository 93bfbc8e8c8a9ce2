import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createMollieProvider } from '../../../../server/adapters/mollie/provider.ts';
import { createMollieRoutes } from '../../../../server/adapters/mollie/routes.ts';
import { type Emulator, installEmulator } from '../../../../server/demo/mollie/emulator.ts';
import { bankTransfer, type OwnersShare } from '../../../../server/features/settlement/mover.ts';
import { createClock, createRandom, HOUR } from '../../demo/mollie/shop.ts';

const apiKey = 'test_lantaarn';
const clock = createClock();

describe('owners’ shares through Mollie', () => {
  let emulator: Emulator;
  let share: OwnersShare;
  const options = { apiKey, versionString: 'Foyer/0.1.0', timeoutMs: 4000, pause: async () => {}, log: () => {} };
  const mover = createMollieRoutes({ ...options, organizations: { 'de-brug': 'org_12345' } });
  const routed = () =>
    emulator.machine.payment(share.payment).routes.map(({ amount, organization }) => [amount.minor, organization]);

  beforeEach(async () => {
    emulator = installEmulator({
      apiKeys: { [apiKey]: 'De Lantaarn' },
      checkoutBaseUrl: 'https://pay.example',
      clock,
      random: createRandom(),
      webhooks: { delivery: 'manual' },
    });
    const { id } = await createMollieProvider(options).create({
      reference: 'r',
      idempotencyKey: 'k',
      amount: { cents: 3700, currency: 'EUR' },
      description: 'Bestelling',
      redirectUrl: 'https://shop.example/terug',
      webhookUrl: 'https://shop.example/webhook',
      language: 'nl',
    });
    emulator.machine.pay(id);
    share = { leg: 'leg-1', agreement: 'a', owner: 'de-brug', payment: id, amount: { cents: 2205, currency: 'EUR' } };
  });
  afterEach(() => emulator.stop());

  it('go to the owner’s organisation out of the buyer’s payment', async () => {
    const movement = await mover.move(share);
    assert.equal(movement.how, 'moved');
    assert.deepEqual(routed(), [[2205, 'org_12345']]);
    assert.deepEqual(movement.how === 'moved' && movement.amount, share.amount);
  });

  it('go once, however often and however much later they are asked to', async () => {
    const first = await mover.move(share);
    // An idempotency key is remembered for an hour.
    clock.advance(2 * HOUR);
    assert.deepEqual(await mover.move(share), first);
    await mover.move({ ...share, leg: 'leg-2', amount: { cents: 100, currency: 'EUR' } });
    assert.deepEqual(routed(), [
      [2205, 'org_12345'],
      [100, 'org_12345'],
    ]);
  });

  it('go once when the answer was lost on its way', async () => {
    emulator.machine.failNext({ method: 'POST', path: /routes/ }, 'cut');
    const movement = await mover.move(share);
    assert.equal(movement.how, 'moved');
    assert.equal(routed().length, 1);
  });

  it('say that they were refused when there is not so much left', async () => {
    await assert.rejects(mover.move({ ...share, amount: { cents: 3701, currency: 'EUR' } }), {
      outcome: 'refused',
      code: 'invalid',
      field: 'amount',
    });
    await assert.rejects(mover.move({ ...share, payment: 'tr_none' }), { outcome: 'refused', code: 'not_found' });
    await assert.rejects(mover.move({ ...share, payment: '../methods' }), { outcome: 'refused', code: 'not_found' });
  });

  it('of an owner without an organisation, or that owes us, are settled later, as all are by bank transfer', async () => {
    const later = { how: 'settled-later' };
    assert.deepEqual(await mover.move({ ...share, owner: 'de-kaai' }), later);
    assert.deepEqual(await mover.move({ ...share, amount: { cents: -5, currency: 'EUR' } }), later);
    assert.deepEqual(await bankTransfer.move(share), later);
    assert.deepEqual(routed(), []);
  });
});
