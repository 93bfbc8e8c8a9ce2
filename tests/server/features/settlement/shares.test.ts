import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Entry } from '../../../../sdk/contract/index.ts';
import { entriesForReturn } from '../../../../sdk/model/ledger/index.ts';
import { createMollieProvider } from '../../../../server/adapters/mollie/provider.ts';
import { createMollieRoutes } from '../../../../server/adapters/mollie/routes.ts';
import { type Emulator, installEmulator } from '../../../../server/demo/mollie/emulator.ts';
import { moveShares } from '../../../../server/features/settlement/index.ts';
import type { TestCentre } from '../../../harness/centre.ts';
import { createCluster, type TestCluster } from '../../../harness/cluster.ts';
import { sampleSale } from '../../../harness/ledger.ts';
import { bookAtBoth, ids, NUMBERS, PAID, statementOf } from '../../../harness/settlement.ts';
import { createClock, createRandom, HOUR } from '../../demo/mollie/shop.ts';

const DAY = 24 * 3_600_000;
const mollie = {
  ...{ apiKey: 'test_lantaarn', versionString: 'Foyer/0.1.0', timeoutMs: 4000 },
  ...{ pause: async () => {}, log: () => {} },
};

describe('owners’ shares of what was paid', () => {
  let emulator: Emulator;
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  const clock = createClock();
  const organizations: Record<string, string> = {};
  before(async () => {
    emulator = installEmulator({
      apiKeys: { [mollie.apiKey]: 'De Lantaarn' },
      checkoutBaseUrl: 'https://pay.example',
      clock,
      random: createRandom(),
      webhooks: { delivery: 'manual' },
    });
    const names = ['huis-1-deel', 'huis-2-deel'].map((name) => `${name}-${randomUUID().slice(0, 6)}`);
    organizations[names[0] ?? ''] = 'org_12345';
    cluster = await createCluster({
      centres: 2,
      terms: PAID,
      options: (index) => ({
        ...{ id: names[index] ?? '', seed: false, config: { ...NUMBERS[index] } },
        ...(index === 1 && { parts: { mover: createMollieRoutes({ ...mollie, organizations }) } }),
      }),
    });
    [owner, seller] = cluster.centres as [TestCentre, TestCentre];
  });
  after(async () => {
    await cluster.stop();
    emulator.stop();
  });

  /** An order of one ticket of the owner, paid at the seller and confirmed by the owner. */
  async function paidPart({ starts, decided = Date.now() }: { readonly starts: number; readonly decided?: number }) {
    const agreement = cluster.agreementOf(owner, seller);
    const [order, cart, leg, reservation] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const entries = sampleSale({ agreement, reservation, prices: [2400] });
    const { id: payment } = await createMollieProvider(mollie).create({
      ...{
        reference: order,
        idempotencyKey: order,
        amount: { cents: 2400, currency: 'EUR' },
        description: 'Bestelling',
      },
      ...{ redirectUrl: 'https://shop.example/terug', webhookUrl: 'https://shop.example/webhook', language: 'nl' },
    });
    emulator.machine.pay(payment);
    const { db } = seller;
    await db.insertInto('cart').values({ id: cart, address: 'a' }).execute();
    await db
      .insertInto('orders')
      .values({
        ...{ id: order, number: order, cart_id: cart, state: 'paid', email: 'anna@example.be', language: 'nl' },
        ...{ return_url: 'https://x.example', total_cents: 2400, request_hash: 'h', hold_ends_at: new Date() },
      })
      .execute();
    await db
      .insertInto('payment')
      .values({
        ...{ id: randomUUID(), order_id: order, attempt: 1, provider_id: payment, webhook_token: order },
        ...{ return_code_hash: order, status: 'paid', cents: 2400 },
      })
      .execute();
    const startsAt = new Date(starts).toISOString();
    await db
      .insertInto('leg')
      .values({
        ...{ id: leg, cart_id: cart, agreement_id: agreement, reservation_id: reservation, state: 'confirmed' },
        ...{ order_id: order, lines: JSON.stringify([{ performance: { startsAt } }]), total_cents: 2400 },
        ...{ expires_at: new Date(), decided_at: new Date(decided) },
      })
      .execute();
    await bookAtBoth(owner, seller, entries);
    const routed = () => emulator.machine.payment(payment).routes.map(({ amount }) => amount.minor);
    return { entries, order, routed, giveBack: () => undo(entries) };
  }

  const undo = (entries: readonly Entry[]) =>
    bookAtBoth(owner, seller, entriesForReturn(entries, { at: new Date('2026-11-28T10:00:00Z'), ids }));

  it('go a day after the performance began, less what the seller keeps, and once', async () => {
    const part = await paidPart({ starts: Date.now() - 2 * DAY });
    await Promise.all([moveShares(seller.runtime), moveShares(seller.runtime)]);
    await moveShares(seller.runtime);
    assert.deepEqual(part.routed(), [2400 - 145 - 50]);
  });

  it('are paid in both statements, which then ask for nothing, until something goes back', async () => {
    const [ours, theirs] = [await statementOf(owner, seller), await statementOf(seller, owner)];
    assert.deepEqual([ours.net.cents, ours.moved.cents, ours.transfer], [2205, 2205, null]);
    assert.deepEqual([theirs.net.cents, theirs.moved.cents, theirs.transfer], [-2205, -2205, null]);
    const rows = await seller.db.selectFrom('posting').select('cents').where('kind', '=', 'share').execute();
    assert.deepEqual(rows.map(({ cents }) => cents).sort(), [-2205, 2205]);
  });

  it('wait while a performance is still to come, but not until the provider moves them no more', async () => {
    const soon = await paidPart({ starts: Date.now() + 10 * DAY });
    const far = await paidPart({ starts: Date.now() + 10 * DAY, decided: Date.now() - 81 * DAY });
    await moveShares(seller.runtime);
    assert.deepEqual([soon.routed(), far.routed()], [[], [2205]]);
  });

  it('do not go of what was undone', async () => {
    const part = await paidPart({ starts: Date.now() - 2 * DAY });
    await part.giveBack();
    await moveShares(seller.runtime);
    assert.deepEqual(part.routed(), []);
  });

  it('call a person when the provider refuses, and go when it does no more', async () => {
    const part = await paidPart({ starts: Date.now() - 2 * DAY });
    emulator.machine.refunds.setBalance(mollie.apiKey, 100);
    await moveShares(seller.runtime);
    await moveShares(seller.runtime);
    const alarms = await seller.db.selectFrom('alarm').select('code').where('order_id', '=', part.order).execute();
    assert.deepEqual(alarms, [{ code: 'share-refused' }]);
    emulator.machine.refunds.setBalance(mollie.apiKey, null);
    // For an hour Mollie answers what it answered to the same request before.
    clock.advance(2 * HOUR);
    await moveShares(seller.runtime);
    assert.deepEqual(part.routed(), [2205]);
  });

  it('stay with the seller when nothing but transfers was agreed', async () => {
    const runtime = { ...seller.runtime, mover: owner.runtime.mover };
    const part = await paidPart({ starts: Date.now() - 2 * DAY });
    await moveShares(runtime);
    assert.deepEqual(part.routed(), []);
  });
});
