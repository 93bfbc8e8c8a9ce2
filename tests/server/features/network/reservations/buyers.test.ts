import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { TEST_MANAGE_TOKEN } from '../../../../harness/centre.ts';
import { askingPartner } from '../../../../harness/network/asking-partner.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';
import { addPartner } from '../../../../harness/partner.ts';
import { createSaleCentre, type SaleCentre } from '../../../../harness/sale.ts';

describe('a performance that was sold here and by partners', () => {
  let centre: SaleCentre;
  before(async () => {
    centre = await createSaleCentre({ performances: ['het-gedacht', 'de-zee'] });
  });
  after(() => centre.stop());

  /** A buyer of our own and a partner's reservation, both sold. */
  async function sold(performance: string) {
    const buyer = await centre.buyer(performance);
    await buyer.order();
    centre.mollie.pay(buyer.payment());
    await centre.settle();
    const partner = askingPartner(centre, await addPartner(centre));
    const id = randomUUID();
    await partner.put(id, wanting(['Z-C-1', 'Z-C-2'], { performance }));
    assert.equal((await partner.confirm(id, 4800)).status, 200);
    return { buyer, partner, id };
  }
  const manage = (path: string, json: object) =>
    centre.request(`/manage/performances/${path}`, { json, token: TEST_MANAGE_TOKEN });

  it('and is cancelled: everybody gets the money back, and our own buyers hear of it', async () => {
    const { buyer, partner, id } = await sold('het-gedacht');
    const mails = centre.mails.length;
    assert.equal((await manage('het-gedacht/cancel', {})).status, 200);
    await centre.settle();
    const order = await buyer.show();
    assert.deepEqual(
      [order.refund?.amount.cents, new Set(order.tickets.map(({ state }) => state))],
      [4800, new Set(['refunded'])],
    );
    assert.ok(centre.mails.length > mails);
    const { body } = await partner.read(id);
    assert.deepEqual([body.state, body.entries.reduce((sum, { amount }) => sum + amount.cents, 0)], ['cancelled', 0]);
  });

  it('and is moved: tickets stay, and our own buyers hear when it is', async () => {
    const { buyer, partner, id } = await sold('de-zee');
    const mails = centre.mails.length;
    assert.equal((await manage('de-zee/move', { startsAt: '2099-01-01T20:00:00Z' })).status, 200);
    await centre.settle();
    const order = await buyer.show();
    assert.equal(order.lines[0]?.performance.startsAt, '2099-01-01T20:00:00.000Z');
    assert.equal(centre.mails.length, mails + 1);
    assert.equal((await partner.read(id)).body.tickets[0]?.state, 'valid');
    const { text } = await partner.ask('GET', '/changes');
    assert.equal(JSON.parse(text).changes[0].startsAt, '2099-01-01T20:00:00.000Z');
  });
});
