import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../../sdk/index.ts';
import { createMemory } from '../../../sdk/platform.ts';
import type { CartState } from '../../../sdk/stores/types.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { ENTITLEMENTS, PRICES } from '../../../stories/fixtures/prices.ts';
import { createScene, type SceneOptions } from '../../../stories/fixtures/shops.ts';
import { atRest, passing } from '../../harness/passing-time.ts';

const PERFORMANCE = 'het-laatste-licht';
const KEY = 'foyer:https://tickets.example/centres/de-lantaarn:cart';
const random = { number: () => 0.5, key: () => crypto.randomUUID() };
const DRINK = { product: 'pauzedrankje', quantity: 1 };
const VOUCHER = { product: 'cadeaubon', quantity: 1, cents: 2500 };

async function visit(options: SceneOptions = {}) {
  const timers = createManualTimers();
  const scene = createScene({ prices: PRICES, entitlements: ENTITLEMENTS, ...options, timers, random });
  scene.shop.cart.subscribe(() => {});
  await atRest();
  return { ...scene, timers, cart: scene.shop.cart };
}

const extrasOf = (state: CartState) => ('cart' in state ? state.cart.extras : undefined);
const linesOf = (state: CartState) => ('cart' in state ? state.cart.lines : []);

describe('the cart and what takes no seat', () => {
  it('keeps everything else that was chosen when one thing changes', async () => {
    const { cart } = await visit({ cart: ['P-A-1'] });
    await cart.addCode('LENTE26');
    await cart.setProducts([DRINK]);
    await cart.choose({ birthYears: [{ line: linesOf(cart.get())[0]?.id ?? '', year: 2018 }] });
    const choices = extrasOf(cart.get())?.choices;
    assert.deepEqual(choices?.codes, ['LENTE26']);
    assert.deepEqual(choices?.products, [DRINK]);
    assert.equal(choices?.birthYears[0]?.year, 2018);
  });

  it('adds up quick changes, each on what the one before left', async () => {
    const { cart } = await visit({ cart: ['P-A-1'] });
    await Promise.all([cart.addCode('LENTE26'), cart.addCode('BON-5000'), cart.setProducts([DRINK])]);
    assert.deepEqual(extrasOf(cart.get())?.choices.codes, ['LENTE26', 'BON-5000']);
    assert.equal(extrasOf(cart.get())?.products.length, 1);
  });

  it('gives a code once, and takes it away with the visits on it', async () => {
    const { cart } = await visit({ cart: ['P-A-1'] });
    await cart.addCode('KIJK-1');
    await cart.addCode('KIJK-1');
    assert.deepEqual(extrasOf(cart.get())?.choices.codes, ['KIJK-1']);
    await cart.choose({ visits: [{ line: linesOf(cart.get())[0]?.id ?? '', code: 'KIJK-1' }] });
    await cart.removeCode('KIJK-1');
    const left = extrasOf(cart.get())?.choices;
    assert.deepEqual([left?.codes, left?.visits], [[], []]);
  });

  it('tells what is wrong with a code and leaves the choices as they were', async () => {
    const { cart } = await visit({ cart: ['P-A-1'] });
    await cart.addCode('LENTE26');
    for (const [code, expected] of [
      ['BESTAATNIET', 'code_unknown'],
      ['BON-OUD', 'code_expired'],
      ['BON-LEEG', 'voucher_empty'],
    ] as const) {
      const { error } = await cart.addCode(code);
      assert.deepEqual([error?.code, error?.field], [expected, 'codes.1']);
      assert.deepEqual(extrasOf(cart.get())?.choices.codes, ['LENTE26']);
    }
  });

  it('is open with a product and nothing else: no places, no end, and it is remembered', async () => {
    const { cart, memory, timers } = await visit();
    const { data } = await cart.setProducts([VOUCHER]);
    assert.equal(data?.total.cents, 2500);
    const now = cart.get();
    assert.deepEqual([now.state, linesOf(now).length, now.state === 'open' && now.endsAt], ['open', 0, null]);
    assert.notEqual(memory.get(KEY), null);
    await passing(timers, 3_700_000);
    assert.equal(cart.get().state, 'open');
  });

  it('is empty without a trace after the last product', async () => {
    const { cart, memory } = await visit();
    await cart.setProducts([VOUCHER]);
    await cart.setProducts([]);
    assert.deepEqual([cart.get().state, memory.get(KEY)], ['empty', null]);
  });

  it('tells which places were lost, and shows what is left of it afterwards', async () => {
    const { cart, timers, memory } = await visit({ cart: ['P-A-1'], secondsLeft: 5 });
    await cart.setProducts([VOUCHER]);
    await passing(timers, 7000);
    const ended = cart.get();
    assert.deepEqual(ended.state === 'ended' && ended.lost.map(({ place }) => place.id), ['P-A-1']);
    assert.notEqual(memory.get(KEY), null);
    cart.reset();
    await atRest();
    assert.deepEqual([cart.get().state, extrasOf(cart.get())?.products.length], ['open', 1]);
  });

  it('keeps what takes no seat when places are held again after the end', async () => {
    const { cart, timers } = await visit({ cart: ['P-A-1'], secondsLeft: 5 });
    await cart.setProducts([VOUCHER]);
    await passing(timers, 7000);
    await cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'P-A-2' }] });
    assert.deepEqual([linesOf(cart.get()).length, extrasOf(cart.get())?.products.length], [1, 1]);
  });

  it('is open again for who goes on with something that takes no seat after the end', async () => {
    const { cart, timers } = await visit({ cart: ['P-A-1'], secondsLeft: 5 });
    await passing(timers, 7000);
    assert.equal(cart.get().state, 'ended');
    await cart.setProducts([VOUCHER]);
    assert.deepEqual([cart.get().state, extrasOf(cart.get())?.products.length], ['open', 1]);
  });

  it('reads what is chosen elsewhere before it would be written over', async () => {
    const { memory, api, cart } = await visit();
    await cart.setProducts([VOUCHER]);
    // A program that follows nothing and only knows the cart's access.
    const stored = createMemory({ [KEY]: memory.get(KEY) ?? '' });
    const silent = createShop({ baseUrl: api.baseUrl, fetch: api.fetch, memory: stored, random });
    await silent.cart.addCode('BON-5000');
    const choices = extrasOf(silent.cart.get())?.choices;
    assert.deepEqual([choices?.codes, choices?.products], [['BON-5000'], [VOUCHER]]);
  });

  it('becomes an order with its vouchers and passes, which can be given back', async () => {
    const { cart, shop, api } = await visit();
    await cart.setProducts([VOUCHER, { product: 'vriendenpas', quantity: 1 }]);
    const order = { email: 'an@wolvegem.example', language: 'nl', returnUrl: 'https://delantaarn.example/' } as const;
    const { data } = await cart.checkout(order);
    api.decide(data?.id ?? '', 'paid');
    shop.order.subscribe(() => {});
    await atRest();
    const now = shop.order.get();
    const [voucher, pass] = now.state === 'ready' ? (now.order.entitlements ?? []) : [];
    assert.deepEqual([voucher?.kind, voucher?.amount?.cents, pass?.kind], ['voucher', 2500, 'pass']);
    const after = await shop.order.withdraw([voucher?.id ?? '']);
    assert.deepEqual(
      after.data?.entitlements?.map(({ state }) => state),
      ['withdrawn', 'valid'],
    );
    assert.equal((await shop.order.withdraw([voucher?.id ?? ''])).error?.code, 'not_withdrawable');
  });
});
