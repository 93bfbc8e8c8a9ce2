import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { Agreement, Entry } from '../../../../sdk/contract/index.ts';
import { entriesForReturn } from '../../../../sdk/model/ledger/index.ts';
import { transact } from '../../../../server/adapters/postgres/transact.ts';
import { bookEntries, EntryConflict } from '../../../../server/features/ledger/index.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';
import { insertAgreement, sampleSale } from '../../../harness/ledger.ts';

describe('entries in the books', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre({ seed: false });
  });
  after(() => centre.stop());

  const agree = async (role: Agreement['role']) => {
    const id = randomUUID();
    await insertAgreement(centre.db, id, role, { id: `buur-${id.slice(0, 8)}` });
    return id;
  };
  const book = (role: Agreement['role'], entries: readonly Entry[]) =>
    transact(centre.db, (trx) => bookEntries(trx, role, entries));
  const balances = async (agreement: string) => {
    const rows = await centre.db
      .selectFrom('posting')
      .select(['account', (eb) => eb.fn.sum<string>('cents').as('cents')])
      .where('agreement_id', '=', agreement)
      .groupBy('account')
      .execute();
    return Object.fromEntries(rows.map(({ account, cents }) => [account, Number(cents)]));
  };

  it('of what a partner sold for us make it owe us, and us owe its commission and work', async () => {
    const agreement = await agree('owner');
    await book('owner', sampleSale({ agreement, prices: [2400, 1200] }));
    assert.deepEqual(await balances(agreement), {
      partner: 3600 - (120 + 25) - (60 + 25) - 100,
      'ticket-revenue': -3600,
      'commission-expense': 230,
      'admin-expense': 100,
    });
  });

  it('of what we sold for a partner are the mirror of it', async () => {
    const agreement = await agree('seller');
    await book('seller', sampleSale({ agreement, prices: [2400, 1200] }));
    assert.deepEqual(await balances(agreement), {
      partner: -(3600 - 230 - 100),
      'partner-tickets': 3600,
      'commission-income': -230,
      'admin-income': -100,
    });
  });

  it('told again, in any order and mixed with new ones, change nothing', async () => {
    const agreement = await agree('seller');
    const sale = sampleSale({ agreement });
    const back = entriesForReturn(sale, { at: new Date('2026-11-21T10:00:00Z'), ids: randomUUID });
    await book('seller', sale);
    await book('seller', [...back, ...sale].reverse());
    await book('seller', [...sale, ...sale]);
    assert.deepEqual(Object.values(await balances(agreement)), [0, 0, 0, 0]);
  });

  it('told at the same time by many are booked once', async () => {
    const agreement = await agree('seller');
    const sale = sampleSale({ agreement, prices: [1000, 2000, 3000] });
    await Promise.all([1, 2, 3, 4].map((turn) => book('seller', turn % 2 ? sale : sale.toReversed())));
    assert.equal((await balances(agreement))['partner-tickets'], 6000);
  });

  it('told at the same time by many would be booked by each, without the keys of the tables', async () => {
    const open = await createTestCentre({ seed: false });
    const admin = new pg.Client({ connectionString: open.adminUrl });
    await admin.connect();
    await admin.query(`
      set search_path = ${open.schema};
      alter table entry drop constraint entry_pkey, drop constraint entry_agreement_id_line_id_kind_key;
      alter table posting drop constraint posting_pkey;`);
    await admin.end();
    const agreement = randomUUID();
    await insertAgreement(open.db, agreement, 'seller', { id: 'buur' });
    const sale = sampleSale({ agreement, prices: [1000, 2000, 3000] });
    await Promise.all([1, 2].map(() => transact(open.db, (trx) => bookEntries(trx, 'seller', sale))));
    const { count } = await open.db
      .selectFrom('entry')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    await open.stop();
    assert.equal(Number(count), 2 * sale.length);
  });

  it('with the id of another entry, but other content, are refused with all that came with them', async () => {
    const agreement = await agree('seller');
    const [sale] = sampleSale({ agreement });
    assert.ok(sale);
    await book('seller', [sale]);
    const forged = { ...sale, amount: { cents: 100, currency: 'EUR' as const } };
    await assert.rejects(book('seller', [...sampleSale({ agreement }), forged]), (error) => {
      assert.ok(error instanceof EntryConflict);
      assert.deepEqual(error.entries, [sale.id]);
      return true;
    });
    assert.equal((await balances(agreement)).partner, -2400);
  });

  it('that differ among themselves under one id are refused', async () => {
    const agreement = await agree('owner');
    const [sale] = sampleSale({ agreement });
    assert.ok(sale);
    await assert.rejects(book('owner', [sale, { ...sale, place: 'P-Z-1' }]), EntryConflict);
    assert.deepEqual(await balances(agreement), {});
  });

  it('that sell a line a second time under a fresh id are refused', async () => {
    const agreement = await agree('owner');
    const [sale] = sampleSale({ agreement });
    assert.ok(sale);
    await book('owner', [sale]);
    await assert.rejects(book('owner', [{ ...sale, id: randomUUID() }]), EntryConflict);
  });

  it('of an agreement we are not in, or on the other side of, are refused by the database', async () => {
    const unknown = { constraint: 'entry_agreement_id_role_fkey' };
    await assert.rejects(book('owner', sampleSale({ agreement: randomUUID() })), unknown);
    await assert.rejects(book('seller', sampleSale({ agreement: await agree('owner') })), unknown);
  });

  it('with an id that another partner used are nobody’s but that partner’s', async () => {
    const [one, other] = [await agree('seller'), await agree('seller')];
    const [sale] = sampleSale({ agreement: one });
    assert.ok(sale);
    await book('seller', [sale]);
    await book('seller', [{ ...sale, agreement: other }]);
    assert.equal((await balances(other)).partner, -2400);
  });

  it('keep balance because the database lets nothing else in', async () => {
    const lopsided = sql`insert into posting (kind, reference, position, account, cents, order_id)
      values ('sale', 'x', 1, 'buyers', 100, ${randomUUID()}), ('sale', 'x', 2, 'ticket-revenue', -99, ${randomUUID()})`;
    await assert.rejects(lopsided.execute(centre.db), { code: '23514', constraint: 'posting_balanced' });
  });
});
