import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { refundPerformance } from '../../../../server/features/orders/refund-performance.ts';
import { buyProducts, createShopCentre } from '../../../harness/entitlements.ts';
import { choose } from '../../../harness/prices.ts';
import type { Buyer, SaleCentre } from '../../../harness/sale.ts';

const PERFORMANCES = ['een', 'twee', 'drie', 'vier', 'vijf', 'ver', 'met-kosten'];

describe('a pass', () => {
  let centre: SaleCentre;
  before(async () => {
    centre = await createShopCentre(PERFORMANCES);
    const far = new Date(Date.now() + 60 * 86_400_000);
    await centre.db.updateTable('performance').set({ starts_at: far }).where('id', '=', 'ver').execute();
  });
  after(() => centre.stop());

  const passOf = async (product: string) => {
    const { buyer, entitlements } = await buyProducts(centre, [{ product, quantity: 1 }]);
    return { buyer, code: entitlements[0]?.code ?? '', id: entitlements[0]?.id ?? '' };
  };
  /** Somebody with this seat in the cart as a visit on a pass. */
  async function visitor(code: string, performance: string, seat: string): Promise<Buyer> {
    const buyer = await centre.buyer(performance, [seat]);
    const [line] = (await buyer.cart.show()).lines;
    const chosen = await choose(buyer.cart, { visits: [{ line: line?.id, code }] });
    assert.equal(chosen.status, 200, chosen.code);
    return buyer;
  }

  describe('of a friend', () => {
    it('opens its price type, for as many places of a performance as it has people', async () => {
      const { code } = await passOf('friend-pass');
      const buyer = await centre.buyer('', []);
      const seat = (name: string) => ({ performance: 'een', seats: [{ seat: name, priceType: 'under-26' }] });
      assert.equal((await buyer.cart.hold(seat('Z-A-1'))).code, 'price_type_locked');
      await choose(buyer.cart, { codes: [code] });
      const held = await buyer.cart.hold(seat('Z-A-1'));
      assert.deepEqual([held.status, held.cart.total.cents], [200, 1200]);
      assert.equal(held.cart.extras?.codes[0]?.works, true);
      assert.equal((await buyer.cart.hold(seat('Z-A-2'))).code, 'price_type_locked');
      assert.equal((await buyer.cart.hold({ ...seat('Z-A-1'), performance: 'twee' })).status, 200);
      // Who takes the pass away again has no right to its price any more.
      const without = await choose(buyer.cart, {});
      assert.equal(without.status, 200);
      assert.equal((await buyer.tryOrder()).code, 'price_type_locked');
      await choose(buyer.cart, { codes: [code] });
      assert.equal((await buyer.order()).total.cents, 2400);
    });

    it('counts once, however its code is spelled', async () => {
      const { code } = await passOf('friend-pass');
      const buyer = await centre.buyer('', []);
      await choose(buyer.cart, { codes: [code, code.replaceAll('-', '')] });
      const seats = ['Z-A-4', 'Z-A-5'].map((seat) => ({ seat, priceType: 'under-26' }));
      assert.equal((await buyer.cart.hold({ performance: 'een', seats })).code, 'price_type_locked');
    });
  });

  describe('with visits', () => {
    it('lets its holder in, once to a performance and to so many still to come', async () => {
      const { buyer, code } = await passOf('cubo-pass');
      const one = await visitor(code, 'een', 'Z-B-1');
      assert.equal((await one.cart.show()).total.cents, 0);
      assert.equal((await one.order()).state, 'paid');
      const again = await visitor(code, 'een', 'Z-B-2');
      assert.deepEqual(
        [(await again.tryOrder()).code, (await again.tryOrder()).field],
        ['pass_fully_used', 'visits.0.line'],
      );
      assert.equal((await (await visitor(code, 'twee', 'Z-B-1')).order()).state, 'paid');
      const third = await visitor(code, 'drie', 'Z-B-1');
      assert.equal((await third.tryOrder()).code, 'pass_fully_used');
      const [pass] = (await buyer.show()).entitlements ?? [];
      assert.deepEqual(pass?.visits?.map(({ performance }) => performance).sort(), ['een', 'twee']);
      assert.equal(pass?.withdrawableUntil, null);
      // A visit that cannot be made gives way to another.
      await refundPerformance(centre.runtime, 'twee');
      assert.equal((await third.order()).state, 'paid');
    });

    it('opens only what is near enough', async () => {
      const { code } = await passOf('cubo-pass');
      const buyer = await centre.buyer('ver', ['Z-B-1']);
      const [line] = (await buyer.cart.show()).lines;
      const refused = await choose(buyer.cart, { visits: [{ line: line?.id, code }] });
      assert.deepEqual([refused.code, refused.field], ['price_type_locked', 'visits.0.line']);
    });

    it('has its visit again when the order is not paid', async () => {
      const { code } = await passOf('cubo-pass');
      const buyer = await centre.buyer('vier', ['Z-B-1', 'Z-B-2']);
      const [line] = (await buyer.cart.show()).lines;
      await choose(buyer.cart, { visits: [{ line: line?.id, code }] });
      assert.equal((await buyer.order()).total.cents, 2400);
      assert.equal((await (await visitor(code, 'vier', 'Z-C-1')).tryOrder()).code, 'pass_fully_used');
      await buyer.cancel();
      assert.equal((await (await visitor(code, 'vier', 'Z-C-2')).order()).state, 'paid');
    });

    it('is no code of anything else', async () => {
      const { code } = await passOf('friend-pass');
      const buyer = await centre.buyer('vijf', ['Z-B-1']);
      const [line] = (await buyer.cart.show()).lines;
      for (const wrong of [code, '0000-0000-0000-0000']) {
        const refused = await choose(buyer.cart, { visits: [{ line: line?.id, code: wrong }] });
        assert.deepEqual([refused.code, refused.field], ['code_unknown', 'visits.0.code']);
      }
    });
  });

  it('goes with a fee for the order and a drink, all in the books with their tax', async () => {
    const buyer = await centre.buyer('met-kosten', ['Z-A-1']);
    await choose(buyer.cart, {
      products: [
        { product: 'drink', quantity: 2 },
        { product: 'friend-pass', quantity: 1 },
      ],
    });
    await buyer.order();
    centre.mollie.pay(buyer.payment());
    await centre.settle();
    const postings = await centre.db
      .selectFrom('posting')
      .select(['account', 'cents', 'vat'])
      .where('order_id', '=', buyer.id)
      .where('account', 'not in', ['buyers', 'payments'])
      .orderBy('account')
      .execute();
    assert.deepEqual(postings, [
      { account: 'fee-revenue', cents: -100, vat: 'BE-6' },
      { account: 'pass-revenue', cents: -2500, vat: 'BE-21' },
      { account: 'product-revenue', cents: -600, vat: 'BE-21' },
      { account: 'ticket-revenue', cents: -2400, vat: 'BE-6' },
    ]);
    assert.equal((await buyer.show()).total.cents, 5600);
  });
});
