import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Order, Statement } from '../../../../sdk/contract/index.ts';
import { verifyTicketCode } from '../../../../sdk/model/ticket-code.ts';
import { transact } from '../../../../server/adapters/postgres/transact.ts';
import { checkSignature } from '../../../../server/adapters/tickets/index.ts';
import { closeStreams } from '../../../../server/centre.ts';
import { TEST_CARDS } from '../../../../server/demo/uitpas/index.ts';
import { followPartner } from '../../../../server/features/legs/follow.ts';
import type { Manifest } from '../../../../server/features/moving/index.ts';
import { registerSales } from '../../../../server/features/uitpas/index.ts';
import { openTestCart, startTestServer, type TestCentre, type TestServer } from '../../../harness/centre.ts';
import { SHOP_LIST } from '../../../harness/entitlements.ts';
import {
  archiveFolder,
  createOtherDatabase,
  exportTo,
  importInto,
  lookAt,
  type OtherDatabase,
} from '../../../harness/moving.ts';
import { choose, putPrices } from '../../../harness/prices.ts';
import type { Buyer } from '../../../harness/sale.ts';
import { createSaleCluster, type SaleCluster } from '../../../harness/sale-cluster.ts';
import { statementOf } from '../../../harness/settlement.ts';
import { makeUitpasEvents, openTestUitpas, uitpasVisitor } from '../../../harness/uitpas.ts';

const [PERIOD] = new Date().toISOString().match(/^\d{4}-\d{2}/) ?? [''];
/** A voucher of € 50 that paid € 24 before the move. */
let voucherCode = '';
/** Tables that stay behind, each for the reason that is written where they are left out. */
const STAYS = ['migration', 'seat_change'];

describe('a centre that moves to another server', () => {
  const folder = archiveFolder();
  let cluster: SaleCluster;
  let mover: TestCentre;
  let partner: TestCentre;
  let elsewhere: OtherDatabase;
  let manifest: Manifest;
  let moved: TestServer;
  let order: Order;
  const statements: Statement[] = [];
  let lastChange: number;

  before(async () => {
    const { uitpas } = openTestUitpas();
    cluster = await createSaleCluster({
      centres: 2,
      terms: { commission: { basisPoints: 500, centsPerTicket: 50 } },
      options: (index) => (index === 0 ? { parts: { uitpas } } : {}),
    });
    [mover, partner] = cluster.centres as [TestCentre, TestCentre];
    elsewhere = await createOtherDatabase(mover.adminUrl);
    order = await livedIn(cluster, mover, partner);
    lastChange = await tidyFeed(mover);
    await followPartner(partner.runtime, cluster.agreementOf(mover, partner));
    statements.push(await statementOf(mover, partner, PERIOD), await statementOf(partner, mover, PERIOD));

    ({ manifest } = await exportTo(folder.path('all'), mover));
    const place = await importInto(elsewhere.adminUrl, folder.path('all'), mover);
    const { config, networkKeys, provider, signer } = mover.runtime;
    moved = startTestServer({ ...place, id: mover.id }, [], {
      config,
      parts: { networkKeys, provider, signer },
      reach: (url, request) => cluster.network.fetch(url, { ...request, body: request.body ?? null }),
    });
    cluster.network.join({ id: mover.id, app: moved.app });
  });
  after(async () => {
    closeStreams(moved.runtime);
    await moved.runtime.db.destroy();
    await elsewhere.drop();
    await cluster.stop();
    folder.remove();
  });

  const there = (): TestCentre => ({ ...mover, ...moved, db: moved.runtime.db });
  const tablesOf = async (adminUrl: string): Promise<string[]> => {
    const rows = await lookAt<{ name: string }>(
      adminUrl,
      `select table_name::text as name from information_schema.tables
      where table_schema = $1 and table_type = 'BASE TABLE' order by 1`,
      [mover.schema],
    );
    return rows.map(({ name }) => name).filter((name) => !STAYS.includes(name));
  };
  const rowsOf = (adminUrl: string, table: string) =>
    lookAt<{ line: string }>(adminUrl, `select t::text as line from ${mover.schema}.${table} t order by t::text`);

  it('takes every table there is along, and each had something in it to be tried with', async () => {
    const names = await tablesOf(mover.adminUrl);
    assert.deepEqual(manifest.tables.map(({ name }) => name).sort(), [...names, 'job'].sort());
    assert.deepEqual(
      manifest.tables.filter(({ rows }) => rows === 0).map(({ name }) => name),
      [],
      'tables this test moves nothing of',
    );
  });

  it('has every row there as it was here', async () => {
    for (const table of await tablesOf(mover.adminUrl)) {
      assert.deepEqual(await rowsOf(elsewhere.adminUrl, table), await rowsOf(mover.adminUrl, table), table);
    }
  });

  it('still has on a voucher what was on it, for who has its code', async () => {
    const cart = await openTestCart(there());
    const { cart: chosen } = await choose(cart, { codes: [voucherCode] });
    assert.equal(chosen.extras?.codes[0]?.left?.cents, 2600);
  });

  it('can be read by anybody: a file of JSON lines a table', () => {
    assert.deepEqual(
      readdirSync(folder.path('all')).sort(),
      [...manifest.tables.map(({ name }) => `${name}.ndjson`), 'manifest.json'].sort(),
    );
    const orders = readFileSync(`${folder.path('all')}/orders.ndjson`, 'utf8')
      .trimEnd()
      .split('\n');
    const mine = orders.map((line) => JSON.parse(line)).find(({ id }) => id === order.id);
    assert.deepEqual([mine.number, mine.email, mine.state], [order.number, 'buyer@example.com', 'paid']);
  });

  it('has no secret in it', () => {
    const secrets = [new URL(mover.url).password];
    for (const file of readdirSync(folder.path('all'))) {
      const text = readFileSync(`${folder.path('all')}/${file}`, 'utf8');
      for (const secret of secrets) assert.ok(!text.includes(secret), file);
    }
  });

  it('does there what was left to do here', async () => {
    const jobs = `select task_identifier, key, run_at, attempts, max_attempts, priority from ${mover.jobsSchema}.jobs
      where task_identifier <> 'reconcile' order by key`;
    const before = await lookAt(mover.adminUrl, jobs);
    assert.ok(before.length > 0);
    assert.deepEqual(await lookAt(elsewhere.adminUrl, jobs), before);
  });

  it('lets tickets in that were sold before', async () => {
    const rows = await moved.runtime.db.selectFrom('ticket').select(['code', 'leg_id']).execute();
    assert.ok(rows.length >= order.tickets.length);
    const answer = await moved.request('');
    const own = ((await answer.json()) as { ticketKeys: { id: string; publicKey: string }[] }).ticketKeys;
    const { keyId, publicKey } = partner.runtime.signer;
    for (const { code, leg_id } of rows) {
      const keys = leg_id === null ? own : [{ id: keyId, publicKey }];
      assert.equal((await verifyTicketCode(code, keys, checkSignature)).valid, true);
    }
  });

  it('has the same statements, and agrees on them with its partner', async () => {
    const again = [await statementOf(there(), partner, PERIOD), await statementOf(partner, mover, PERIOD)];
    const timeless = (list: readonly Statement[]) => list.map(({ madeAt: _, ...statement }) => statement);
    assert.deepEqual(timeless(again), timeless(statements));
    for (const { comparison, net } of again) {
      assert.equal(comparison.state, 'agreed');
      assert.notEqual(net.cents, 0);
    }
  });

  it('sells on: for itself, for its partner, and by its partner', async () => {
    const seats = ['Z-E-1', 'Z-E-2'];
    const fromPartner = await cluster.buyer(partner);
    assert.equal((await fromPartner.cart.holdSeats(seats, cluster.reference(mover))).status, 200);
    const fromMoved = await cluster.buyer(there());
    assert.equal((await fromMoved.cart.holdSeats(seats, 'stuk-1')).code, 'seats_taken');
    assert.equal((await fromMoved.cart.holdSeats(['Z-E-3', 'Z-E-4'], 'stuk-1')).status, 200);
    assert.equal((await fromMoved.cart.holdSeats(seats, cluster.reference(partner))).status, 200);
  });

  it('goes on numbering its feed where it was, so that partners miss nothing though its last lines were tidied away', async () => {
    const agreement = cluster.agreementOf(mover, partner);
    await transact(moved.runtime.db, (trx) =>
      trx
        .insertInto('network_change')
        .values({ agreement_id: agreement, kind: 'performance-moved', performance_id: 'stuk-1', starts_at: new Date() })
        .execute(),
    );
    await followPartner(partner.runtime, agreement);
    const { feed_cursor } = await partner.db
      .selectFrom('agreement')
      .select('feed_cursor')
      .where('id', '=', agreement)
      .executeTakeFirstOrThrow();
    assert.equal(feed_cursor, lastChange + 1);
  });

  it('keeps what guards its books', async () => {
    const unbalanced = sql`insert into posting (kind, reference, position, account, cents, order_id)
      values ('sale', ${randomUUID()}, 1, 'buyers', 5, ${randomUUID()})`;
    await assert.rejects(unbalanced.execute(moved.runtime.db), /differ by 5 cents/);
    await assert.rejects(sql`delete from posting`.execute(moved.runtime.db), /permission denied/);
  });
});

/** A price list, a pass with a visit and a voucher that paid. */
async function withPrices(cluster: SaleCluster, mover: TestCentre): Promise<void> {
  await putPrices(mover, structuredClone(SHOP_LIST) as never);
  const giver = await cluster.buyer(mover);
  const products = [
    { product: 'cubo-pass', quantity: 1 },
    { product: 'voucher', quantity: 1, cents: 5000 },
  ];
  await choose(giver.cart, { products });
  await giver.order();
  cluster.mollie.pay(giver.payment());
  await cluster.settle();
  const [pass, voucher] = ((await giver.show()).entitlements ?? []).toSorted((one) => (one.kind === 'pass' ? -1 : 1));
  voucherCode = voucher?.code ?? '';
  const visitor = await cluster.buyer(mover);
  await hold(visitor, ['Z-F-1', 'Z-F-2'], 'stuk-1');
  const [line] = (await visitor.cart.show()).lines;
  await choose(visitor.cart, { codes: [voucherCode], visits: [{ line: line?.id, code: pass?.code }] });
  assert.equal((await visitor.order()).state, 'paid');
}

/** Sells at both, gives back, and leaves something in every table. @returns an order over both centres. */
async function livedIn(cluster: SaleCluster, mover: TestCentre, partner: TestCentre): Promise<Order> {
  const both = await cluster.buyer(mover);
  await hold(both, ['Z-A-1', 'Z-A-2'], 'stuk-1');
  await hold(both, ['Z-A-1', 'Z-A-2'], cluster.reference(partner));
  await both.order();
  cluster.mollie.pay(both.payment());
  const other = await cluster.buyer(partner);
  await hold(other, ['Z-B-1', 'Z-B-2', 'Z-B-3'], cluster.reference(mover));
  await other.order();
  cluster.mollie.pay(other.payment());
  await cluster.settle();
  const late = await cluster.buyer(mover);
  await hold(late, ['Z-C-1', 'Z-C-2'], 'stuk-1', { 'Idempotency-Key': randomUUID() });
  await late.order();
  const undecided = await cluster.buyer(mover);
  await hold(undecided, ['Z-D-1', 'Z-D-2'], 'stuk-1');
  const [line] = (await undecided.cart.show()).lines;
  assert.equal((await undecided.cart.request('/release', { json: { lines: [line?.id] } })).status, 200);
  await makeUitpasEvents(mover, ['stuk-1']);
  await uitpasVisitor(mover, undecided.cart).takeSocial(TEST_CARDS.social.number);
  await registerSales(mover.runtime, undecided.cart.id);
  const { db, jobs } = mover.runtime;
  await sql`
    insert into octo_booking (agreement_id, uuid, reservation_id, reference, product_id, option_id, performance_id,
      request_hash, items)
    select agreement_id, id, id, 'OCTO-1', 'stuk', 'rang-1', 'stuk-1', request_hash, '[]' from reservation`.execute(db);
  await transact(db, (trx) => jobs.add(trx, 'mail-tickets', { order: both.id }, { key: 'mail-again' }));
  await db
    .insertInto('alarm')
    .values({
      code: 'refund_failed',
      order_id: both.id,
      detail: JSON.stringify({ note: 'één “regel”\u2028\nen nog een' }),
    })
    .execute();
  await db
    .insertInto('waiting')
    .values({ id: randomUUID(), performance_id: 'stuk-1', email: 'an@example.be', places: 2, language: 'nl' })
    .execute();
  await withPrices(cluster, mover);
  const { id } = await db.selectFrom('payment').select('id').where('order_id', '=', both.id).executeTakeFirstOrThrow();
  await db
    .insertInto('refund')
    .values({ id: randomUUID(), payment_id: id, order_id: both.id, cents: 100, reason: 'goodwill', state: 'refunded' })
    .execute();
  return both.show();
}

async function hold(
  buyer: Buyer,
  seats: string[],
  performance: string,
  headers?: Record<string, string>,
): Promise<void> {
  const held = await buyer.cart.hold({ performance, seats: seats.map((seat) => ({ seat })) }, headers);
  assert.equal(held.status, 200, `${performance}: ${held.code}`);
}

/** Leaves the first line of the feed only, and says what number the last one had. */
async function tidyFeed({ db }: TestCentre): Promise<number> {
  const agreement = await db.selectFrom('agreement').select('id').where('role', '=', 'owner').executeTakeFirstOrThrow();
  const line = { agreement_id: agreement.id, kind: 'reservation-expired', reservation_id: randomUUID() } as const;
  const added = await db.insertInto('network_change').values([line, line, line]).returning('id').execute();
  const last = Math.max(...added.map(({ id }) => Number(id)));
  await db
    .deleteFrom('network_change')
    .where('id', '>', last - 2)
    .execute();
  return last;
}
