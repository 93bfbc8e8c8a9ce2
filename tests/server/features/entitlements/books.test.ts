import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { refundPerformance } from '../../../../server/features/orders/refund-performance.ts';
import { balancesOf, createShopCentre, voucherOf } from '../../../harness/entitlements.ts';
import { choose } from '../../../harness/prices.ts';
import type { SaleCentre } from '../../../harness/sale.ts';

const RUNS = 12;
const PERFORMANCES = Array.from({ length: RUNS * 2 }, (_, index) => `stuk-${index + 1}`);

/** What a buyer has, pays with and what becomes of it. */
const orders = fc.record({
  seats: fc.integer({ min: 1, max: 3 }),
  drinks: fc.integer({ min: 0, max: 2 }),
  gift: fc.integer({ min: 0, max: 4000 }),
  vouchers: fc.array(fc.integer({ min: 100, max: 6000 }), { maxLength: 2 }),
  end: fc.constantFrom('paid', 'cancelled', 'refunded'),
});

describe('whatever is bought and paid with whatever', () => {
  let centre: SaleCentre;
  let next = 0;
  before(async () => {
    centre = await createShopCentre(PERFORMANCES);
  });
  after(() => centre.stop());

  it('adds up to the cent, and gives back what was paid for a place and never more', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async ({ seats, drinks, gift, vouchers, end }) => {
        const performance = PERFORMANCES[next++] ?? '';
        const codes: string[] = [];
        for (const cents of vouchers) codes.push(await voucherOf(centre, cents));
        const places = ['Z-A-1', 'Z-A-2', 'Z-A-3'].slice(0, seats);
        const buyer = await centre.buyer(performance, places);
        const products = [
          ...(drinks > 0 ? [{ product: 'drink', quantity: drinks }] : []),
          ...(gift >= 100 ? [{ product: 'voucher', quantity: 1, cents: gift }] : []),
        ];
        const chosen = await choose(buyer.cart, { codes, products });
        const bought = seats * 2400 + drinks * 300;
        const byVoucher = Math.min(
          bought,
          vouchers.reduce((sum, cents) => sum + cents, 0),
        );
        const due = bought + (gift >= 100 ? gift : 0) - byVoucher;
        assert.equal(chosen.cart.total.cents, due, chosen.code);
        const before = await balancesOf(centre);
        const order = await buyer.order();
        if (end === 'cancelled') {
          if (order.state !== 'paid') {
            await buyer.cancel();
            assert.deepEqual(await balancesOf(centre), before);
            for (const [index, code] of codes.entries()) {
              const { cart } = await centre.buyer('', []);
              const left = (await choose(cart, { codes: [code] })).cart.extras?.codes[0]?.left?.cents;
              assert.equal(left, vouchers[index]);
            }
          }
          return;
        }
        if (order.state !== 'paid') centre.mollie.pay(buyer.payment());
        await centre.settle();
        if (end === 'refunded') {
          await refundPerformance(centre.runtime, performance);
          await centre.settle();
          for (const payment of buyer.payments()) {
            for (const { id } of centre.mollie.refunds.of(payment)) centre.mollie.refunds.arrive(id);
          }
          await centre.settle();
          assert.equal((await buyer.show()).refund?.amount.cents, seats * 2400);
        }
        const after = await balancesOf(centre);
        assert.equal(after.buyers ?? 0, before.buyers ?? 0, 'a buyer owes nothing, and is owed nothing');
        assert.equal(
          Object.values(after).reduce((sum, cents) => sum + cents, 0),
          0,
        );
        const kept = end === 'paid' ? seats * 2400 : 0;
        const earned = (account: string) => (before[account] ?? 0) - (after[account] ?? 0);
        assert.deepEqual([earned('ticket-revenue'), earned('product-revenue')], [kept, drinks * 300]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
