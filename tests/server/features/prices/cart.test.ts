import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openTestCart } from '../../../harness/centre.ts';
import { choose, putPrices, whyOf } from '../../../harness/prices.ts';
import { createSaleCentre, type SaleCentre } from '../../../harness/sale.ts';

const PERFORMANCES = ['een', 'twee', 'drie', 'later'];
const name = { nl: 'Naam' };
const DAY = 86_400_000;

const LIST = {
  groups: [{ id: 'reductions' }],
  rules: [
    {
      ...{ id: 'group', name, group: 'reductions', effect: { kind: 'percentage', basisPoints: 1000 } },
      when: { quantity: { per: 'performance', from: 4 } },
    },
    {
      ...{ id: 'promo', name, group: 'reductions', effect: { kind: 'amount', cents: 300 } },
      ...{ when: { code: true }, codes: ['LENTE26'] },
    },
    {
      ...{ id: 'old', name, group: 'reductions', effect: { kind: 'amount', cents: 300 }, codes: ['WINTER'] },
      when: { code: true, until: { at: '2020-01-01T00:00:00Z' } },
    },
  ],
  access: [{ priceType: 'under-26', pass: 'friend' }],
  passes: [{ id: 'friend', name, price: 2500, vat: 'BE-21', period: { months: 12 } }],
  subscriptions: [
    {
      ...{ id: 'three', name, bookFrom: '2020-01-01T00:00:00Z' },
      tiers: [{ from: 3, price: { kind: 'percentage', basisPoints: 2000 } }],
    },
  ],
  products: [
    {
      id: 'drink',
      kind: 'extra',
      name,
      price: { cents: 300 },
      vat: 'BE-21',
      offeredWith: { performances: ['een'] },
      perTicket: true,
    },
    { id: 'gift', kind: 'donation', name, price: { least: 100, most: 10_000, step: 100 } },
  ],
};

describe('what a cart costs', () => {
  let centre: SaleCentre;
  before(async () => {
    centre = await createSaleCentre({ performances: PERFORMANCES });
    await centre.db
      .updateTable('performance')
      .set({ on_sale_at: new Date(Date.now() + DAY), single_seat_rule: 'off' })
      .where('id', '=', 'later')
      .execute();
    await centre.db.updateTable('performance').set({ single_seat_rule: 'off' }).execute();
    await putPrices(centre, structuredClone(LIST) as never);
  });
  after(() => centre.stop());

  it('follows the rules as soon as they are true, and says why', async () => {
    const cart = await openTestCart(centre);
    const three = await cart.holdSeats(['Z-A-1', 'Z-A-2', 'Z-A-3'], 'een');
    assert.equal(three.cart.total.cents, 7200);
    assert.equal(three.cart.extras, undefined);
    const four = await cart.holdSeats(['Z-A-4'], 'een');
    assert.equal(four.cart.total.cents, 8640);
    assert.deepEqual(whyOf(four.cart)[0], ['adult: 2400', 'group: -240']);
    assert.deepEqual(await cart.show(), { ...four.cart, secondsLeft: (await cart.show()).secondsLeft });
  });

  it('takes a promotion code however it is spelled, and refuses what is none or is over', async () => {
    const cart = await openTestCart(centre);
    await cart.holdSeats(['Z-B-1'], 'een');
    const chosen = await choose(cart, { codes: [' lente26 '] });
    assert.equal(chosen.cart.total.cents, 2100, chosen.code);
    assert.equal(chosen.cart.extras?.codes[0]?.works, true);
    assert.equal(chosen.cart.extras?.codes[0]?.code, 'lente26');
    for (const [code, answer] of [
      ['NIETS', 'code_unknown'],
      ['WINTER', 'code_expired'],
    ] as const) {
      const refused = await choose(cart, { codes: ['LENTE26', code] });
      assert.deepEqual([refused.status, refused.code, refused.field], [422, answer, 'codes.1']);
    }
    assert.equal((await cart.show()).total.cents, 2100);
  });

  it('keeps no code that who reads the database could use', async () => {
    const cart = await openTestCart(centre);
    await choose(cart, { codes: ['LENTE26'] });
    const { choices } = await centre.db
      .selectFrom('cart')
      .select('choices')
      .where('id', '=', cart.id)
      .executeTakeFirstOrThrow();
    assert.ok(choices && !JSON.stringify(choices).includes('LENTE'));
  });

  it('gives the price of a subscription only when it is complete', async () => {
    const cart = await openTestCart(centre);
    const lines: string[] = [];
    for (const performance of ['een', 'twee']) {
      const { cart: now } = await cart.holdSeats(['Z-C-1'], performance);
      lines.push(now.lines.find((line) => line.performance.id === performance)?.id ?? '');
    }
    const id = randomUUID();
    const subscription = { id, formula: 'three', holder: 'Noor', lines };
    const two = await choose(cart, { subscriptions: [subscription] });
    assert.equal(two.cart.total.cents, 4800, two.code);
    assert.deepEqual(
      [two.cart.extras?.subscriptions[0]?.complete, two.cart.extras?.subscriptions[0]?.missing],
      [false, 1],
    );
    const { cart: three } = await cart.holdSeats(['Z-C-1'], 'drie');
    const all = three.lines.map((line) => line.id);
    const done = await choose(cart, { subscriptions: [{ ...subscription, lines: [...all, randomUUID()] }] });
    assert.equal(done.cart.total.cents, 5760);
    assert.deepEqual(
      done.cart.lines.map((line) => line.subscription),
      [id, id, id],
    );
    const [state] = done.cart.extras?.subscriptions ?? [];
    assert.deepEqual(
      [state?.complete, state?.holder, state?.saved.cents, state?.lines.length],
      [true, 'Noor', 1440, 3],
    );
  });

  it('lets subscribers book before the sale begins, and sells it only in a complete subscription', async () => {
    const early = await openTestCart(centre);
    assert.equal((await early.holdSeats(['Z-D-1'], 'later')).code, 'not_on_sale');
    const subscription = { id: randomUUID(), formula: 'three', lines: [] as string[] };
    await choose(early, { subscriptions: [subscription] });
    const held = await early.holdSeats(['Z-D-1'], 'later');
    assert.equal(held.status, 200, held.code);
    const order = async (total: object) =>
      early.request('/order', {
        json: {
          email: 'a@example.com',
          language: 'nl',
          returnUrl: 'https://www.de-proef.example/',
          expectedTotal: total,
        },
      });
    const refused = await order(held.cart.total);
    assert.equal((await refused.json()).error.code, 'subscription_incomplete');
    for (const performance of ['een', 'twee']) await early.holdSeats(['Z-D-1'], performance);
    const lines = (await early.show()).lines.map((line) => line.id);
    const complete = await choose(early, { subscriptions: [{ ...subscription, lines }] });
    assert.equal(complete.cart.total.cents, 5760);
    assert.equal((await order(complete.cart.total)).status, 201);
  });

  it('gives a price type that needs a pass to nobody without one', async () => {
    const cart = await openTestCart(centre);
    const hold = await cart.hold({
      performance: 'twee',
      seats: [{ seat: 'Z-E-1' }, { seat: 'Z-E-2', priceType: 'under-26' }],
    });
    assert.deepEqual([hold.code, hold.field], ['price_type_locked', 'seats.1.priceType']);
    const held = await cart.holdSeats(['Z-E-1'], 'twee');
    const json = { lines: [{ line: held.cart.lines[0]?.id, priceType: 'under-26' }] };
    const changed = await cart.request('/lines', { method: 'PATCH', json });
    assert.equal((await changed.json()).error.code, 'price_type_locked');
    assert.equal((await cart.show()).total.cents, 2400);
  });

  it('has products, with the places they go with and no more of them than that', async () => {
    const cart = await openTestCart(centre);
    const without = await choose(cart, { products: [{ product: 'drink', quantity: 1 }] });
    assert.deepEqual([without.code, without.field], ['product_not_offered', 'products.0.product']);
    const held = await cart.holdSeats(['Z-E-3', 'Z-E-4'], 'een');
    const three = await choose(cart, { products: [{ product: 'drink', quantity: 3 }] });
    assert.deepEqual([three.code, three.field], ['product_not_offered', 'products.0.quantity']);
    const two = await choose(cart, { products: [{ product: 'drink', quantity: 2 }] });
    assert.equal(two.cart.total.cents, 4800 + 600, two.code);
    await cart.request('/release', { json: { lines: [held.cart.lines[0]?.id] } });
    const less = await cart.show();
    assert.deepEqual([less.total.cents, less.extras?.products[0]?.quantity], [2400 + 300, 1]);
    for (const [product, code, field] of [
      [{ product: 'beer', quantity: 1 }, 'product_unknown', 'products.0.product'],
      [{ product: 'gift', quantity: 1, cents: 150 }, 'product_not_offered', 'products.0.cents'],
      [{ product: 'drink', quantity: 1, cents: 1 }, 'product_not_offered', 'products.0.cents'],
    ] as const) {
      const refused = await choose(cart, { products: [product] });
      assert.deepEqual([refused.code, refused.field], [code, field]);
    }
  });

  it('refuses a formula that is not there, and passes over lines that are not', async () => {
    const cart = await openTestCart(centre);
    const refused = await choose(cart, { subscriptions: [{ id: randomUUID(), formula: 'none', lines: [] }] });
    assert.deepEqual([refused.code, refused.field], ['formula_unknown', 'subscriptions.0.formula']);
    const fine = await choose(cart, { birthYears: [{ line: randomUUID(), year: 1990 }] });
    assert.equal(fine.status, 200, fine.code);
  });

  it('is changed by no price that a client sends', async () => {
    const cart = await openTestCart(centre);
    const held = await cart.holdSeats(['Z-F-1'], 'een');
    for (const json of [
      { lines: [{ line: held.cart.lines[0]?.id, priceType: 'adult', price: { cents: 1, currency: 'EUR' } }] },
      { lines: [], total: { cents: 1, currency: 'EUR' } },
    ]) {
      assert.equal((await cart.request('/lines', { method: 'PATCH', json })).status, 400);
    }
    assert.equal((await choose(cart, { codes: [], total: 1 })).status, 400);
    const order = await cart.request('/order', {
      json: {
        ...{ email: 'a@example.com', language: 'nl', returnUrl: 'https://www.de-proef.example/' },
        expectedTotal: { cents: 1, currency: 'EUR' },
      },
    });
    assert.equal((await order.json()).error.code, 'total_changed');
    assert.equal((await cart.show()).total.cents, 2400);
  });
});
