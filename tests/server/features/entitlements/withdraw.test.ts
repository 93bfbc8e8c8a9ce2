import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buyProducts, createShopCentre, leftOn } from '../../../harness/entitlements.ts';
import { choose } from '../../../harness/prices.ts';
import type { Buyer, SaleCentre } from '../../../harness/sale.ts';
import { accountsOf } from '../../sale/outcome.ts';

describe('withdrawing', () => {
  let centre: SaleCentre;
  before(async () => {
    centre = await createShopCentre(['een', 'twee']);
  });
  after(() => centre.stop());

  const withdraw = async (buyer: Buyer, entitlements: readonly string[]) => {
    const answer = await buyer.post('/withdrawals', { entitlements });
    return { status: answer.status, code: answer.code, field: answer.field, order: answer.body };
  };
  async function refundsArrive(buyer: Buyer): Promise<number[]> {
    await centre.settle();
    const refunds = centre.mollie.refunds.of(buyer.payment());
    for (const { id } of refunds) centre.mollie.refunds.arrive(id);
    await centre.settle();
    return refunds.map(({ amount }) => amount.minor);
  }

  it('from a voucher gives its money back once, however often it is asked at the same moment', async () => {
    const { buyer, entitlements } = await buyProducts(centre, [{ product: 'voucher', quantity: 1, cents: 5000 }]);
    const [id = ''] = entitlements.map((one) => one.id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => withdraw(buyer, [id])));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409]);
    assert.ok(answers.every(({ status, code }) => status === 200 || code === 'not_withdrawable'));
    assert.deepEqual(await refundsArrive(buyer), [5000]);
    const order = await buyer.show();
    assert.deepEqual(
      [order.state, order.reason, order.entitlements?.[0]?.state],
      ['refunded', 'withdrawn', 'withdrawn'],
    );
    assert.deepEqual(await accountsOf(centre, buyer.id), {});
    const { cart } = await centre.buyer('', []);
    assert.equal((await choose(cart, { codes: [entitlements[0]?.code] })).code, 'code_expired');
    assert.equal(
      centre.mails.filter(({ messageId, subject }) => messageId.startsWith('refund-') && subject.includes(order.number))
        .length,
      1,
    );
  });

  it('from a voucher that was used in part gives what is left', async () => {
    const { buyer, entitlements } = await buyProducts(centre, [{ product: 'voucher', quantity: 1, cents: 5000 }]);
    const [voucher] = entitlements;
    const other = await centre.buyer('een', ['Z-A-1']);
    await choose(other.cart, { codes: [voucher?.code] });
    assert.equal((await other.order()).state, 'paid');
    assert.equal((await withdraw(buyer, [voucher?.id ?? ''])).status, 200);
    assert.deepEqual(await refundsArrive(buyer), [2600]);
    assert.deepEqual(await accountsOf(centre, buyer.id), { payments: 2400, vouchers: -2400 });
  });

  it('waits for an order that is about to pay with it', async () => {
    const { buyer, entitlements } = await buyProducts(centre, [{ product: 'voucher', quantity: 1, cents: 1000 }]);
    const [voucher] = entitlements;
    const other = await centre.buyer('een', ['Z-B-1']);
    await choose(other.cart, { codes: [voucher?.code] });
    await other.order();
    assert.equal((await withdraw(buyer, [voucher?.id ?? ''])).code, 'not_withdrawable');
    await other.cancel();
    assert.equal((await withdraw(buyer, [voucher?.id ?? ''])).status, 200);
    assert.deepEqual(await refundsArrive(buyer), [1000]);
  });

  it('from a pass is for who never used it', async () => {
    const bought = await buyProducts(centre, [{ product: 'cubo-pass', quantity: 2 }]);
    const [one, other] = bought.entitlements;
    const visitor = await centre.buyer('twee', ['Z-A-1']);
    const [line] = (await visitor.cart.show()).lines;
    await choose(visitor.cart, { visits: [{ line: line?.id, code: one?.code }] });
    await visitor.order();
    const both = await withdraw(bought.buyer, [other?.id ?? '', one?.id ?? '']);
    assert.deepEqual([both.code, both.field], ['not_withdrawable', 'entitlements.1']);
    assert.equal(
      (await bought.buyer.show()).entitlements?.every(({ state }) => state === 'valid'),
      true,
    );
    assert.equal((await withdraw(bought.buyer, [other?.id ?? ''])).status, 200);
    assert.deepEqual(await refundsArrive(bought.buyer), [1800]);
  });

  it('is over after its days, and is nobody’s but who bought it', async () => {
    const mine = await buyProducts(centre, [{ product: 'voucher', quantity: 1, cents: 700 }]);
    const theirs = await buyProducts(centre, [{ product: 'voucher', quantity: 1, cents: 700 }]);
    const id = mine.entitlements[0]?.id ?? '';
    assert.equal((await withdraw(theirs.buyer, [id])).code, 'not_withdrawable');
    await centre.db
      .updateTable('entitlement')
      .set({ withdrawable_until: new Date(0) })
      .where('id', '=', id)
      .execute();
    assert.equal((await withdraw(mine.buyer, [id])).code, 'not_withdrawable');
    assert.equal(await leftOn(centre, mine.entitlements[0]?.code ?? ''), 700);
  });

  it('gives a voucher back what it paid for a pass', async () => {
    const { entitlements } = await buyProducts(centre, [{ product: 'voucher', quantity: 1, cents: 3000 }]);
    const code = entitlements[0]?.code ?? '';
    const buyer = await centre.buyer('', []);
    await choose(buyer.cart, { codes: [code], products: [{ product: 'friend-pass', quantity: 1 }] });
    const order = await buyer.order();
    assert.deepEqual([order.state, order.total.cents], ['paid', 0]);
    assert.equal(await leftOn(centre, code), 500);
    assert.equal((await withdraw(buyer, [order.entitlements?.[0]?.id ?? ''])).status, 200);
    await centre.settle();
    assert.equal(await leftOn(centre, code), 3000);
    assert.deepEqual(await accountsOf(centre, buyer.id), {});
  });
});
