import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Cart } from '../../../../sdk/contract/cart.ts';
import { systemClock } from '../../../../server/adapters/clock.ts';
import { createLog } from '../../../../server/adapters/log.ts';
import { TEST_CARDS } from '../../../../server/demo/uitpas/index.ts';
import { endSales } from '../../../../server/features/uitpas/index.ts';
import { dumpCentre } from '../../../harness/canary.ts';
import type { TestCentre } from '../../../harness/centre.ts';
import { archiveFolder, exportTo } from '../../../harness/moving.ts';
import type { Buyer } from '../../../harness/sale.ts';
import { createSaleCluster, type SaleCluster } from '../../../harness/sale-cluster.ts';
import { makeUitpasEvents, openTestUitpas, type UitpasVisitor, uitpasVisitor } from '../../../harness/uitpas.ts';

const CARD = TEST_CARDS.social.number;
/** Who a card is of, as the stand-in tells it without being asked. */
const HOLDER = /Vogelpeeters|Kanariemarc|85073003328/;

describe('a UiTPAS at a partner', () => {
  const { standIn, uitpas, passes, logged } = openTestUitpas();
  const lines: string[] = [];
  const log = createLog(systemClock, (line) => lines.push(line));
  let cluster: SaleCluster;
  let seller: TestCentre;
  let owner: TestCentre;
  let row = 0;

  before(async () => {
    // Only the owner has UiTPAS; the seller knows nothing of it.
    cluster = await createSaleCluster({
      centres: 2,
      options: (index) => ({ log, ...(index === 1 && { parts: { uitpas } }) }),
    });
    [seller, owner] = cluster.centres as [TestCentre, TestCentre];
    await makeUitpasEvents(owner, ['stuk-2']);
  });
  beforeEach(() => {
    standIn.fail(null);
    passes(60_000);
    for (const { id } of standIn.sales()) standIn.world.cancel(id);
    row += 1;
  });
  after(() => cluster.stop());

  /** Somebody at the seller's website with two seats of the owner's, and what they do about UiTPAS. */
  async function anna(): Promise<{ buyer: Buyer; visitor: UitpasVisitor; line: string }> {
    const buyer = await cluster.buyer(seller);
    const place = (row * 2) % 10;
    const held = await buyer.cart.holdSeats(
      [`Z-${'ABCDE'[Math.floor(row / 5)]}-${place + 1}`, `Z-${'ABCDE'[Math.floor(row / 5)]}-${place + 2}`],
      cluster.reference(owner),
    );
    assert.equal(held.status, 200, held.code);
    return { buyer, visitor: uitpasVisitor(seller, buyer.cart), line: held.cart.lines[0]?.id ?? '' };
  }
  const cents = ({ lines }: Cart) => lines.map(({ price }) => price.cents);

  it('is asked about by the owner, and its tariff is the seller’s visitor’s', async () => {
    const { buyer, visitor, line } = await anna();
    const { body } = await visitor.ask(line, CARD);
    assert.deepEqual(
      body.tariffs.map(({ id, price }) => [id, price.cents]),
      [['SOCIALTARIFF', 480]],
    );
    const taken = await visitor.take([line], 'SOCIALTARIFF', CARD);
    assert.equal(taken.status, 200, taken.code);
    assert.deepEqual(cents(taken.body), [480, 2400]);
    assert.deepEqual(
      taken.body.lines[0]?.why?.map(({ kind, amount }) => [kind, amount.cents]),
      [
        ['price', 2400],
        ['uitpas', -1920],
      ],
    );
    assert.deepEqual(await buyer.cart.show(), taken.body);
  });

  it('keeps its tariff when more is chosen there, and loses it when the visitor takes the normal price', async () => {
    const { buyer, visitor, line } = await anna();
    await visitor.take([line], 'SOCIALTARIFF', CARD);
    const more = await buyer.cart.hold({
      performance: cluster.reference(owner),
      areas: [{ area: 'STAAN', quantity: 1 }],
    });
    assert.deepEqual(cents(more.cart).sort(), [1500, 2400, 480].sort());
    assert.deepEqual(cents((await visitor.take([line], null)).body).sort(), [1500, 2400, 2400].sort());
  });

  it('says why a card is refused, in UiTPAS’ words, through the seller', async () => {
    const { visitor, line } = await anna();
    const reply = await visitor.ask(line, TEST_CARDS.expired.number);
    assert.deepEqual([reply.status, reply.code], [422, 'uitpas_tariff_expired']);
    assert.match(reply.text?.nl ?? '', /vervallen/);
  });

  it('is registered when the seller holds for the payment, and stays so when it is sold', async () => {
    const { buyer, visitor, line } = await anna();
    await visitor.take([line], 'SOCIALTARIFF', CARD);
    assert.deepEqual(standIn.sales(), []);
    const order = await buyer.order();
    assert.equal(order.total.cents, 480 + 2400);
    assert.equal(standIn.sales().length, 1);
    cluster.mollie.pay(buyer.payment());
    await cluster.settle();
    await cluster.reconcile(owner);
    assert.equal((await buyer.show()).tickets.length, 2);
    assert.equal(standIn.sales().length, 1);
    assert.deepEqual(await owner.db.selectFrom('alarm').select('code').execute(), []);
  });

  it('is taken back when the seller’s buyer does not pay', async () => {
    const { buyer, visitor, line } = await anna();
    await visitor.take([line], 'SOCIALTARIFF', CARD);
    await buyer.order();
    await buyer.cancel();
    await cluster.settle();
    await cluster.reconcile(owner);
    assert.deepEqual(standIn.sales(), []);
  });

  it('refuses the order with its lines while UiTPAS does not answer the owner, whose other places still sell', async () => {
    const { buyer, visitor, line } = await anna();
    await visitor.take([line], 'SOCIALTARIFF', CARD);
    standIn.fail('broken');
    for (let turn = 0; turn < 6; turn += 1) {
      const answer = await buyer.tryOrder();
      const { error } = answer.body as unknown as { error: { lines: string[] } };
      assert.deepEqual([answer.status, answer.code, error.lines], [503, 'uitpas_unavailable', [line]]);
    }
    row += 1;
    const { buyer: other } = await anna();
    assert.equal((await other.order()).total.cents, 4800);
    assert.equal((await visitor.take([line], null)).status, 200);
    assert.equal((await buyer.order()).total.cents, 4800);
  });

  it('leaves its number nowhere: not at the seller, not at the owner, in no table, log or export', async () => {
    // Others still hold places at tariffs.
    await owner.db.deleteFrom('uitpas_tariff').execute();
    const { buyer, visitor, line } = await anna();
    await visitor.ask(line, CARD);
    await visitor.ask(line, TEST_CARDS.blocked.number);
    await visitor.take([line], 'SOCIALTARIFF', CARD);
    const proofs = await owner.db.selectFrom('uitpas_tariff').select('proof').where('line_id', '=', line).execute();
    assert.equal(proofs.filter(({ proof }) => proof).length, 1, 'until it is registered, the owner has it sealed');
    const secrets = [CARD, TEST_CARDS.blocked.number];
    await leavesNoTrace(secrets, { sealedAt: seller });
    standIn.fail('answer-lost', 'POST /ticket-sales');
    await buyer.tryOrder();
    standIn.fail(null);
    await buyer.order();
    cluster.mollie.pay(buyer.payment());
    await cluster.settle();
    await endSales(owner.runtime);
    await leavesNoTrace(secrets, { sealedAt: seller });
    await leavesNoTrace(secrets, { sealedAt: owner });
  });

  it('is found by that search when it is there, so that the search is one', async () => {
    await seller.db
      .insertInto('alarm')
      .values({ code: 'proof', detail: JSON.stringify({ number: CARD }) })
      .execute();
    await assert.rejects(leavesNoTrace([CARD], { sealedAt: seller }), /alarm/);
    await seller.db.deleteFrom('alarm').execute();
  });

  /** @param sealedAt A centre at which there is nothing sealed either. */
  async function leavesNoTrace(numbers: readonly string[], { sealedAt }: { readonly sealedAt: TestCentre }) {
    const places = new Map<string, string>([
      ['log', lines.join('\n')],
      ['adapter log', logged.join('\n')],
    ]);
    for (const centre of cluster.centres) {
      for (const [table, text] of await dumpCentre(centre)) places.set(`${centre.id} ${table}`, text);
      const archive = archiveFolder();
      const folder = archive.path('uit');
      await exportTo(folder, centre);
      for (const file of readdirSync(folder))
        places.set(`${centre.id} ${file}`, readFileSync(join(folder, file), 'utf8'));
      archive.remove();
    }
    for (const [place, text] of places) {
      for (const number of numbers) assert.ok(!text.includes(number), `a card number is in ${place}`);
      assert.doesNotMatch(text, HOLDER, `a holder is in ${place}`);
    }
    const { rows } = await sql<{ sealed: number }>`
      select count(*)::int as sealed from uitpas_tariff where proof is not null`.execute(sealedAt.db);
    assert.equal(rows[0]?.sealed, 0, `something sealed is at ${sealedAt.id}`);
    for (const [table, text] of await dumpCentre(sealedAt)) {
      assert.doesNotMatch(text, /\d{5}\.[A-Za-z0-9_-]{160,}/, `something sealed is in ${table}`);
    }
  }
});
