import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PaymentStatus } from '../../../../server/demo/mollie/world.ts';
import { MINUTE, openShop } from './shop.ts';

const STATUSES: readonly PaymentStatus[] = ['open', 'pending', 'authorized', 'paid', 'failed', 'canceled', 'expired'];
const LEGAL: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  open: ['pending', 'authorized', 'paid', 'failed', 'canceled', 'expired'],
  pending: ['paid', 'failed', 'expired'],
  authorized: ['paid', 'failed', 'canceled', 'expired'],
  paid: [],
  failed: [],
  canceled: [],
  expired: [],
};

type Shop = ReturnType<typeof openShop>;

function bring({ machine }: Shop, id: string, status: PaymentStatus) {
  if (status === 'pending') machine.pend(id);
  if (status === 'authorized') machine.authorize(id);
  if (status === 'paid') machine.pay(id);
  if (status === 'failed') machine.fail(id);
  if (status === 'canceled') machine.cancelByBuyer(id);
  if (status === 'expired') machine.expire(id);
}

describe('the life of a payment at the Mollie emulator', () => {
  it('behaviour 8: goes only the ways Mollie’s payments go; what is final stays', () => {
    for (const from of STATUSES) {
      for (const to of STATUSES.filter((status) => status !== from && status !== 'open')) {
        const shop = openShop();
        const { id } = shop.create();
        bring(shop, id, from);
        if (LEGAL[from].includes(to)) bring(shop, id, to);
        else assert.throws(() => bring(shop, id, to), /cannot become/, `${from} to ${to}`);
        assert.equal(shop.read(id).status, LEGAL[from].includes(to) ? to : from);
      }
    }
  });

  it('behaviour 9: shows in each state the fields of that state, and only those', () => {
    for (const status of STATUSES) {
      const shop = openShop();
      const { id } = shop.create({ method: 'kbc', issuer: 'cbc' });
      bring(shop, id, status);
      // The fields themselves are held against the state by `check`, in every answer of every test here.
      assert.equal(shop.read(id).status, status);
      assert.equal(shop.read(id).issuer, 'cbc');
    }
    const shop = openShop();
    const { id } = shop.create();
    shop.machine.pay(id);
    const paid = shop.read(id);
    assert.deepEqual([paid.amountRefunded?.value, paid.amountRemaining?.value], ['0.00', '37.00']);
    assert.ok(paid._links.changePaymentState);
  });

  it('behaviour 9: writes a method nobody chose yet as null or not at all, as Mollie does both', () => {
    assert.equal(openShop().create().method, null);
    assert.equal(Object.hasOwn(openShop({ omitsEmptyMethod: true }).create(), 'method'), false);
  });

  it('behaviour 10: expires by the clock as its method says, and tells the shop without being asked', () => {
    const lives = { bancontact: 60, kbc: 60, belfius: 60, ideal: 15, creditcard: 15 };
    for (const [method, minutes] of Object.entries(lives)) {
      const shop = openShop();
      const { id } = shop.create({ method });
      shop.clock.advance(minutes * MINUTE - 1000);
      assert.equal(shop.read(id).status, 'open', method);
      shop.clock.advance(1000);
      shop.machine.settle();
      assert.deepEqual(shop.told(), [id], method);
      assert.equal(shop.read(id).expiredAt, shop.clock.now().toISOString().replace('.000Z', '+00:00'));
    }
  });

  it('behaviour 10: lives as long as the method the buyer chose, from the moment he chose it', () => {
    const shop = openShop();
    const { id } = shop.create();
    shop.clock.advance(14 * MINUTE);
    shop.machine.pend(id, 'bancontact');
    assert.equal(shop.read(id).expiresAt, '2026-11-22T11:00:00+00:00');
    shop.clock.advance(2 * MINUTE);
    assert.equal(shop.read(id).status, 'pending');
  });

  it('behaviour 14: says why a card failed, by the test amounts', () => {
    const reasons = { '1001.00': 'invalid_card_number', '1007.00': 'insufficient_funds', '1011.00': 'card_declined' };
    for (const [value, reason] of Object.entries(reasons)) {
      const shop = openShop();
      const { id } = shop.create({ method: 'creditcard', amount: { currency: 'EUR', value } });
      shop.machine.fail(id);
      assert.equal(shop.read(id).details?.failureReason, reason);
    }
  });

  it('behaviour 16: tells the shop of every status but open and pending', () => {
    for (const status of STATUSES) {
      const shop = openShop();
      const { id } = shop.create();
      bring(shop, id, status);
      assert.deepEqual(shop.told(), status === 'open' || status === 'pending' ? [] : [id], status);
    }
  });
});
