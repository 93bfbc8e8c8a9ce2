import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOUR, KEY, openShop } from './shop.ts';

const DESTINATION = { type: 'organization', organizationId: 'org_12345' };

function openPaidShop(method?: 'bancontact' | 'voucher') {
  const shop = openShop();
  const { id } = shop.create();
  shop.machine.pay(id, method);
  const route = (value: string, extra: object = {}) =>
    shop.request('POST', `/payments/${id}/routes`, {
      amount: { currency: 'EUR', value },
      destination: DESTINATION,
      description: 'leg 1',
      ...extra,
    });
  return { ...shop, id, route };
}

describe('money that goes on to other organisations at the Mollie emulator', () => {
  it('behaviour 25: routes parts of a paid payment, and lists and tells them', () => {
    const shop = openPaidShop();
    const { status, document } = shop.route('20.00');
    assert.deepEqual(
      [
        status,
        document.resource,
        document.paymentId,
        document.amount.value,
        document.destination,
        document.description,
      ],
      [201, 'route', shop.id, '20.00', DESTINATION, 'leg 1'],
    );
    shop.route('17.00');
    const list = shop.request('GET', `/payments/${shop.id}/routes`).document;
    assert.deepEqual([list.count, list._embedded.routes?.map(({ amount }) => amount.value)], [2, ['20.00', '17.00']]);
    assert.equal(shop.request('GET', `/payments/${shop.id}/routes/${document.id}`).document.id, document.id);
    assert.equal(shop.request('GET', `/payments/${shop.id}/routes/crt_none`).status, 404);
  });

  it('behaviour 25: routes no more than was paid, less what went back or on, and than there is', () => {
    const shop = openPaidShop();
    for (const value of ['37.01', '0.00']) {
      const { status, document } = shop.route(value);
      assert.deepEqual([status, document.field], [422, 'amount']);
    }
    shop.request('POST', `/payments/${shop.id}/refunds`, { amount: { currency: 'EUR', value: '10.00' } });
    assert.equal(shop.route('27.01').status, 422);
    assert.equal(shop.route('20.00').status, 201);
    assert.equal(shop.route('7.01').status, 422);
    shop.machine.refunds.setBalance(KEY, 500);
    assert.equal(shop.route('5.01').status, 422);
    assert.equal(shop.route('5.00').status, 201);
  });

  it('behaviour 25: routes nothing of what is not paid, nor of vouchers, nor after ninety days', () => {
    const open = openShop();
    const { id } = open.create();
    const body = { amount: { currency: 'EUR', value: '1.00' }, destination: DESTINATION };
    assert.equal(open.request('POST', `/payments/${id}/routes`, body).status, 422);
    assert.equal(openPaidShop('voucher').route('1.00').status, 422);
    const shop = openPaidShop();
    shop.clock.advance(90 * 24 * HOUR);
    assert.equal(shop.route('1.00').status, 201);
    shop.clock.advance(1);
    assert.equal(shop.route('1.00').status, 422);
  });

  it('behaviour 25: names the field of a destination that is none', () => {
    const shop = openPaidShop();
    for (const [destination, field] of [
      [undefined, 'destination'],
      [{ type: 'bank', organizationId: 'org_1' }, 'destination.type'],
      [{ type: 'organization' }, 'destination.organizationId'],
      [{ type: 'organization', organizationId: 'pfl_1' }, 'destination.organizationId'],
    ] as const) {
      const { status, document } = shop.route('1.00', { destination });
      assert.deepEqual([status, document.field], [422, field]);
    }
    assert.equal(shop.route('1.00', { amount: { currency: 'USD', value: '1.00' } }).document.field, 'amount.currency');
  });
});
