import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestCentre, openTestCart, type TestCentre } from '../../../harness/centre.ts';

describe('holding places', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());

  it('gives the places to the cart with their prices, for ten minutes', async () => {
    const cart = await openTestCart(centre);
    const answer = await cart.hold({
      performance: 'het-gedacht',
      seats: [{ seat: 'Z-A-1' }, { seat: 'Z-A-2', priceType: 'under-26' }],
      areas: [{ area: 'STAAN', quantity: 2 }],
    });
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.cart.total, { cents: 6600, currency: 'EUR' });
  });
});
