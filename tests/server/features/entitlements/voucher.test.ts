import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { refundPerformance } from '../../../../server/features/orders/refund-performance.ts';
import { balancesOf, buyProducts, createShopCentre, leftOn, voucherOf } from '../../../harness/entitlements.ts';
import { choose } from '../../../harness/prices.ts';
import type { SaleCentre } from '../../../harness/sale.ts';
import { accountsOf } from '../../sale/outcome.ts';

describe('a voucher', () => {
  let centre: SaleCentre;
  before(async () => {
    centre = await createShopCentre(['een', 'twee', 'drie', 'vier', 'vijf', 'zes']);
  });
  after(() => centre.stop());

  it('is bought without a place, shown and mailed with its code, and is a debt until it pays', async () => {
    const { buyer, entitlements } = await buyProducts(centre, [{ product: 'voucher', quantity: 2, cents: 5000 }]);
    assert.equal(entitlements.length, 2);
    for (const { amount, code, left, validUntil, withdrawableUntil } of entitlements) {
      assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      assert.deepEqual([amount?.cents, left?.cents], [5000, 5000]);
      assert.ok(validUntil && withdrawableUntil);
    }
    assert.notEqual(entitlements[0]?.code, entitlements[1]?.code);
    assert.deepEqual(await accountsOf(centre, buyer.id), { payments: 10_000, vouchers: -10_000 });
    const mails = centre.mails.filter(({ messageId }) => messageId.startsWith(`products-${buyer.id}`));
    assert.equal(mails.length, 1);
    for (const { code } of entitlements) assert.ok(mails[0]?.text.includes(code) && mails[0].html.includes(code));
    const stored = JSON.stringify(await centre.db.selectFrom('entitlement').selectAll().execute());
    assert.ok(entitlements.every(({ code }) => !stored.includes(code) && !stored.includes(code.replaceAll('-', ''))));
  });

  it('pays part of an order, and the rest is paid', async () => {
    const code = await voucherOf(centre, 3000);
    const buyer = await centre.buyer('een', ['Z-A-1', 'Z-A-2']);
    const { cart } = await choose(buyer.cart, { codes: [code.toLowerCase().replaceAll('-', ' ')] });
    assert.deepEqual(
      [cart.total.cents, cart.extras?.paidByVouchers.cents, cart.extras?.codes[0]?.left?.cents],
      [1800, 3000, 0],
    );
    await buyer.order();
    assert.equal(await leftOn(centre, code), undefined);
    centre.mollie.pay(buyer.payment());
    await centre.settle();
    const order = await buyer.show();
    assert.deepEqual([order.state, order.tickets.length, order.total.cents], ['paid', 2, 1800]);
    assert.ok(!JSON.stringify(order).includes(code));
    assert.deepEqual(await accountsOf(centre, buyer.id), { 'ticket-revenue': -4800, payments: 1800, vouchers: 3000 });
    const mail = centre.mails.find(({ messageId }) => messageId.startsWith(`tickets-${buyer.id}`));
    assert.match(mail?.text ?? '', /18,00[\s\S]*Daarnaast betaald met bonnen: €\s30,00/);
  });

  it('pays all of an order, which then needs no payment, and keeps what is left', async () => {
    const code = await voucherOf(centre, 10_000);
    const buyer = await centre.buyer('een', ['Z-B-1', 'Z-B-2']);
    await choose(buyer.cart, { codes: [code] });
    const order = await buyer.order();
    assert.deepEqual([order.state, order.total.cents, order.checkoutUrl], ['paid', 0, null]);
    assert.equal(await leftOn(centre, code), 5200);
  });

  it('pays once, however its code is spelled, and no other voucher', async () => {
    const code = await voucherOf(centre, 2000);
    const buyer = await centre.buyer('een', ['Z-C-1', 'Z-C-2']);
    const { cart } = await choose(buyer.cart, { codes: [code, code.replaceAll('-', ''), code.toLowerCase()] });
    assert.equal(cart.total.cents, 2800);
    const other = await centre.buyer('', []);
    const chosen = await choose(other.cart, {
      codes: [code],
      products: [{ product: 'voucher', quantity: 1, cents: 1500 }],
    });
    assert.equal(chosen.cart.total.cents, 1500);
  });

  it('has its value again when the order ends unpaid, once', async () => {
    const code = await voucherOf(centre, 3000);
    const buyer = await centre.buyer('twee', ['Z-A-1', 'Z-A-2']);
    await choose(buyer.cart, { codes: [code] });
    await buyer.order();
    assert.equal(await leftOn(centre, code), undefined);
    await Promise.all([buyer.cancel(), buyer.cancel()]);
    assert.equal(await leftOn(centre, code), 3000);
    // Money that comes all the same goes back, and takes nothing more.
    centre.mollie.pay(buyer.payment());
    await centre.settle();
    assert.equal(await leftOn(centre, code), 3000);
  });

  it('pays again for an order whose money came late, or all of that money goes back', async () => {
    for (const spent of [false, true]) {
      const code = await voucherOf(centre, 3000);
      const performance = spent ? 'vier' : 'drie';
      const buyer = await centre.buyer(performance, ['Z-A-1', 'Z-A-2']);
      await choose(buyer.cart, { codes: [code] });
      await buyer.order();
      await centre.db
        .updateTable('orders')
        .set({ hold_ends_at: new Date(0) })
        .where('id', '=', buyer.id)
        .execute();
      centre.mollie.webhooks.clear();
      await centre.db.updateTable('payment').set({ status: 'expired' }).where('order_id', '=', buyer.id).execute();
      await centre.reconcile();
      assert.equal(await leftOn(centre, code), 3000);
      if (spent) {
        const other = await centre.buyer(performance, ['Z-C-1', 'Z-C-2']);
        await choose(other.cart, { codes: [code] });
        await other.order();
      }
      centre.mollie.pay(buyer.payment());
      await centre.settle();
      const order = await buyer.show();
      assert.deepEqual([order.state, order.reason], spent ? ['refunding', 'voucher-used'] : ['paid', null]);
      assert.equal(await leftOn(centre, code), undefined);
    }
  });

  it('gets back what it paid for a performance that does not take place, after the payment', async () => {
    const code = await voucherOf(centre, 3000);
    const buyer = await centre.buyer('vijf', ['Z-A-1', 'Z-A-2']);
    await choose(buyer.cart, { codes: [code] });
    await buyer.order();
    centre.mollie.pay(buyer.payment());
    await centre.settle();
    await Promise.all([refundPerformance(centre.runtime, 'vijf'), refundPerformance(centre.runtime, 'vijf')]);
    await centre.settle();
    assert.equal(await leftOn(centre, code), 3000);
    const refunds = centre.mollie.refunds.of(buyer.payment());
    assert.deepEqual(
      refunds.map(({ amount }) => amount.minor),
      [1800],
    );
    for (const { id } of refunds) centre.mollie.refunds.arrive(id);
    await centre.settle();
    const order = await buyer.show();
    assert.deepEqual(
      [order.state, order.reason, order.refund?.amount.cents],
      ['refunded', 'performance-cancelled', 4800],
    );
    assert.deepEqual(await accountsOf(centre, buyer.id), {});
    const mails = centre.mails.filter(({ subject }) => subject.includes(order.number));
    assert.equal(mails.filter(({ messageId }) => messageId.startsWith('refund-')).length, 2);
  });

  it('is refused when it is not there, is over or has nothing on it', async () => {
    const { cart } = await centre.buyer('', []);
    assert.equal((await choose(cart, { codes: ['0000-0000-0000-0000'] })).code, 'code_unknown');
    const code = await voucherOf(centre, 2400);
    const buyer = await centre.buyer('zes', ['Z-A-1']);
    await choose(buyer.cart, { codes: [code] });
    assert.equal((await buyer.order()).state, 'paid');
    assert.equal((await choose(cart, { codes: [code] })).code, 'voucher_empty');
    const over = await voucherOf(centre, 2400);
    await centre.db
      .updateTable('entitlement')
      .set({ valid_until: new Date(0) })
      .execute();
    assert.equal((await choose(cart, { codes: [over] })).code, 'code_expired');
  });

  it('leaves the books in balance: what is owed to who has vouchers is what is on them', async () => {
    const balances = await balancesOf(centre);
    const rows = await centre.db.selectFrom('entitlement').select('cents').where('kind', '=', 'voucher').execute();
    const uses = await centre.db
      .selectFrom('entitlement_use')
      .innerJoin('orders', 'orders.id', 'entitlement_use.order_id')
      .select('entitlement_use.cents')
      .where('orders.state', 'in', ['paid', 'refund'])
      .execute();
    const sum = (some: readonly { cents: number }[]) => some.reduce((total, { cents }) => total + cents, 0);
    assert.equal(0 - (balances.vouchers ?? 0), sum(rows) - sum(uses));
    assert.equal(
      Object.values(balances).reduce((total, cents) => total + cents, 0),
      0,
    );
  });
});
