import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Order } from '../../../../sdk/contract/index.ts';
import { verifyTicketCode } from '../../../../sdk/model/ticket-code.ts';
import { checkSignature } from '../../../../server/adapters/tickets/index.ts';
import type { TestCentre } from '../../../harness/centre.ts';
import type { Buyer } from '../../../harness/sale.ts';
import { createSaleCluster, type SaleCluster } from '../../../harness/sale-cluster.ts';

/** Every test takes seats of its own. */
const ROWS = ['A', 'B', 'C', 'D', 'E'];

describe('one cart over three centres', () => {
  let cluster: SaleCluster;
  let seller: TestCentre;
  let brug: TestCentre;
  let kade: TestCentre;
  let turn = 0;
  before(async () => {
    cluster = await createSaleCluster({ centres: 3, terms: { commission: { basisPoints: 500, centsPerTicket: 50 } } });
    [seller, brug, kade] = cluster.centres as [TestCentre, TestCentre, TestCentre];
  });
  after(() => cluster.stop());

  /** Two seats beside each other that nobody had before, in every hall. */
  const nextSeats = () => {
    const row = ROWS[Math.floor(turn / 5)];
    const first = (turn % 5) * 2 + 1;
    turn += 1;
    return [`Z-${row}-${first}`, `Z-${row}-${first + 1}`];
  };
  /** A buyer with two seats at each of the three. */
  async function withThree(): Promise<{ buyer: Buyer; seats: string[] }> {
    const buyer = await cluster.buyer(seller);
    const seats = nextSeats();
    for (const performance of ['stuk-1', cluster.reference(brug), cluster.reference(kade)]) {
      const held = await buyer.cart.holdSeats(seats, performance);
      assert.equal(held.status, 200, `${performance}: ${held.code}`);
    }
    return { buyer, seats };
  }
  const pay = async (buyer: Buyer) => {
    cluster.mollie.pay(buyer.payment());
    await cluster.settle();
    return buyer.show();
  };
  const statesOf = ({ parts }: Order) => parts.map(({ state }) => state);
  const entriesOf = async ({ db }: TestCentre, agreement: string) =>
    db
      .selectFrom('entry')
      .select(['id', 'kind', 'cents', 'hash'])
      .where('agreement_id', '=', agreement)
      .orderBy('id')
      .execute();
  const takenAt = async ({ db }: TestCentre, seats: readonly string[]) => {
    const rows = await db
      .selectFrom('claim')
      .select('state')
      .where('place', 'in', seats)
      .where('until', '>', new Date())
      .execute();
    return rows.map(({ state }) => state);
  };

  it('shows every place with who plays it, what it costs and one time that is left', async () => {
    const { buyer } = await withThree();
    const cart = await buyer.cart.show();
    assert.deepEqual(
      cart.lines.map(({ performance }) => performance.owner?.name ?? 'own'),
      ['own', 'own', 'Huis 2', 'Huis 2', 'Huis 3', 'Huis 3'],
    );
    // Of its own price types the seller has the names; a partner tells those of its.
    assert.deepEqual(
      cart.lines.map(({ priceTypeName }) => priceTypeName?.nl),
      [undefined, undefined, 'Volwassene', 'Volwassene', 'Volwassene', 'Volwassene'],
    );
    assert.equal(
      cart.total.cents,
      cart.lines.reduce((sum, { price }) => sum + price.cents, 0),
    );
    assert.ok(cart.secondsLeft !== null && cart.secondsLeft > 500 && cart.secondsLeft <= 600, `${cart.secondsLeft}`);
    assert.equal(cart.extendable, true);
  });

  it('is paid once and becomes six tickets, each signed by the centre that plays it', async () => {
    const { buyer } = await withThree();
    await buyer.order();
    const order = await pay(buyer);
    assert.equal(order.state, 'paid');
    assert.deepEqual(statesOf(order), ['confirmed', 'confirmed']);
    assert.equal(order.tickets.length, 6);
    for (const ticket of order.tickets) {
      const line = order.lines.find(({ id }) => id === ticket.line);
      const owner = cluster.centres.find(({ id }) => id === (line?.performance.owner?.id ?? seller.id));
      const { keyId = '', publicKey = '' } = owner?.runtime.signer ?? {};
      const read = await verifyTicketCode(ticket.code, [{ id: keyId, publicKey }], checkSignature);
      assert.equal(read.valid, true, line?.performance.id);
    }
    assert.equal(seller.mails.filter(({ messageId }) => messageId.includes(order.id)).length, 1);
    assert.equal(brug.mails.length + kade.mails.length, 0);
  });

  it('puts the same lines on both sides of every account', async () => {
    const { buyer } = await withThree();
    await buyer.order();
    await pay(buyer);
    for (const owner of [brug, kade]) {
      const agreement = cluster.agreementOf(owner, seller);
      const ours = await entriesOf(owner, agreement);
      assert.ok(ours.length >= 4, `${ours.length} lines`);
      assert.deepEqual(await entriesOf(seller, agreement), ours);
    }
  });

  it('gives a partner’s places back when the visitor takes them out', async () => {
    const { buyer, seats } = await withThree();
    const { lines } = await buyer.cart.show();
    const atBrug = lines.filter(({ performance }) => performance.owner?.id === brug.id);
    const release = (ids: readonly string[]) => buyer.cart.request('/release', { json: { lines: ids } });
    await release([atBrug[0]?.id ?? '']);
    assert.equal((await buyer.cart.show()).lines.length, 5);
    assert.deepEqual(await takenAt(brug, seats), ['held']);
    await release([atBrug[1]?.id ?? '']);
    await cluster.work(seller);
    assert.equal((await buyer.cart.show()).lines.length, 4);
    assert.deepEqual(await takenAt(brug, seats), []);
    assert.deepEqual(await takenAt(kade, seats), ['held', 'held']);
  });

  it('does a request again only once, however often it is sent', async () => {
    const buyer = await cluster.buyer(seller);
    const request = {
      performance: cluster.reference(brug),
      areas: [{ area: 'STAAN', quantity: 2 }],
    };
    for (let time = 0; time < 2; time += 1) {
      const { status, cart } = await buyer.cart.hold(request, { 'Idempotency-Key': 'once' });
      assert.equal(status, 200);
      assert.equal(cart.lines.length, 2);
    }
    const other = await buyer.cart.hold(
      { ...request, performance: cluster.reference(kade) },
      { 'Idempotency-Key': 'once' },
    );
    assert.equal(other.code, 'idempotency_key_reused');
  });

  it('prolongs every part, and says which one is lost', async () => {
    const { buyer, seats } = await withThree();
    await kade.db
      .updateTable('claim')
      .set({ until: new Date(0) })
      .where('place', 'in', seats)
      .execute();
    await kade.db.deleteFrom('claim').where('place', 'in', seats).execute();
    const thief = await cluster.buyer(kade);
    assert.equal((await thief.cart.holdSeats(seats, 'stuk-3')).status, 200);
    const answer = await buyer.cart.request('/extend', { json: {} });
    const { error } = await answer.json();
    assert.equal(error.code, 'hold_part_expired');
    assert.equal(error.centre, 'Huis 3');
    assert.deepEqual(error.seats.sort(), [...seats].sort());
    const cart = await buyer.cart.show();
    assert.equal(cart.lines.length, 4);
    assert.ok((cart.secondsLeft ?? 0) > 590);
  });

  it('tells what a partner refuses in the visitor’s own words', async () => {
    const { seats } = await withThree();
    const second = await cluster.buyer(seller);
    const refused = await second.cart.holdSeats(seats, cluster.reference(brug));
    assert.equal(refused.code, 'seats_taken');
    assert.deepEqual(refused.seats, seats);
    assert.equal((await second.cart.show()).lines.length, 0);
    assert.equal((await second.cart.holdSeats(seats, 'nobody.stuk')).code, 'performance_unknown');
    assert.equal((await second.cart.holdSeats(seats, cluster.reference(brug, 'no-such'))).code, 'performance_unknown');
  });

  it('frees every part when the order ends unpaid', async () => {
    const { buyer, seats } = await withThree();
    await buyer.order();
    assert.deepEqual(await takenAt(brug, seats), ['held', 'held']);
    await buyer.cancel();
    await cluster.work(seller);
    for (const centre of cluster.centres) assert.deepEqual(await takenAt(centre, seats), [], centre.id);
  });
});
