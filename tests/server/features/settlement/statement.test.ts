import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { statementSchema } from '../../../../sdk/contract/index.ts';
import { entriesForReturn } from '../../../../sdk/model/ledger/index.ts';
import { transact } from '../../../../server/adapters/postgres/transact.ts';
import { bookEntries } from '../../../../server/features/ledger/index.ts';
import type { TestCentre } from '../../../harness/centre.ts';
import type { TestCluster } from '../../../harness/cluster.ts';
import { sampleSale } from '../../../harness/ledger.ts';
import { bookAtBoth, createPaidCluster, ids, statementOf } from '../../../harness/settlement.ts';

describe('a statement of two centres', () => {
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  let agreement: string;
  before(async () => {
    cluster = await createPaidCluster(3);
    [owner, seller] = cluster.centres as [TestCentre, TestCentre];
    agreement = cluster.agreementOf(owner, seller);
    const sale = sampleSale({ agreement, prices: [2400, 1200] });
    await bookAtBoth(owner, seller, sale);
    const [first] = sale;
    const later = { at: new Date('2026-11-25T10:00:00Z'), ids };
    await bookAtBoth(
      owner,
      seller,
      entriesForReturn(
        sale.filter(({ line }) => line !== first?.line),
        later,
      ),
    );
    // And the other way round, a little.
    const back = cluster.agreementOf(seller, owner);
    await bookAtBoth(seller, owner, sampleSale({ agreement: back, prices: [1000], performance: 'stuk-2' }));
    await bookAtBoth(
      owner,
      seller,
      sampleSale({ agreement, prices: [9900], at: new Date('2026-12-01T00:00:00+01:00') }),
    );
  });
  after(() => cluster.stop());

  it('is the same seen from both sides, turned round, and fits the contract', async () => {
    const [ours, theirs] = await Promise.all([statementOf(owner, seller), statementOf(seller, owner)]);
    for (const one of [ours, theirs]) statementSchema.parse(one);
    // 2400 - 145 - 50 of what they sold for us, 1000 - 75 - 50 of what we sold for them.
    assert.equal(ours.net.cents, 2205 - 875);
    assert.equal(theirs.net.cents, -ours.net.cents);
    const flip = new Map(theirs.lines.map((line) => [line.entry.id, line]));
    assert.equal(ours.lines.length, theirs.lines.length);
    for (const { entry, owed, role } of ours.lines) {
      const mirror = flip.get(entry.id);
      assert.deepEqual(mirror?.entry, entry);
      assert.equal((mirror?.owed.cents ?? 0) + owed.cents, 0);
      assert.notEqual(mirror?.role, role);
    }
  });

  it('says who pays whom, with one communication at both sides, ready to scan', async () => {
    const [ours, theirs] = await Promise.all([statementOf(owner, seller), statementOf(seller, owner)]);
    assert.equal(ours.transfer?.payer, 'partner');
    assert.equal(theirs.transfer?.payer, 'us');
    assert.match(ours.transfer?.communication ?? '', /^\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+$/);
    assert.deepEqual({ ...ours.transfer, payer: 'us' }, theirs.transfer);
    assert.deepEqual(theirs.transfer?.qr?.split('\n'), [
      ...['BCD', '002', '1', 'SCT', 'GKCCBEBB', 'Huis 1', 'BE68539007547034', 'EUR13.30'],
      ...['', '', theirs.transfer?.communication],
    ]);
  });

  it('stays what it was, and has its own communication every month', async () => {
    const [one, again, december] = [
      await statementOf(owner, seller),
      await statementOf(owner, seller),
      await statementOf(owner, seller, '2026-12'),
    ];
    assert.equal(one.transfer?.communication, again.transfer?.communication);
    assert.notEqual(one.transfer?.communication, december.transfer?.communication);
    assert.equal(december.net.cents, 9900 - 520 - 50);
  });

  it('agrees line by line, whoever makes it', async () => {
    for (const [one, other] of [
      [owner, seller],
      [seller, owner],
    ] as const) {
      assert.deepEqual((await statementOf(one, other)).comparison, { state: 'agreed', disagreements: [] });
    }
  });

  it('of a month without sales says that nobody owes anything', async () => {
    const { net, transfer, comparison } = await statementOf(owner, seller, '2026-10');
    assert.deepEqual([net.cents, transfer, comparison.state], [0, null, 'agreed']);
  });

  it('goes on after the agreement ended', async () => {
    for (const { db } of [owner, seller]) {
      await db
        .updateTable('agreement')
        .set({ state: 'ended', ended_at: new Date(), ended_by: 'owner' })
        .where('id', '=', agreement)
        .execute();
    }
    assert.equal((await statementOf(seller, owner)).comparison.state, 'agreed');
    assert.equal((await statementOf(owner, seller)).comparison.state, 'agreed');
  });

  it('is made without a partner that is away, and says so', async () => {
    cluster.network.cut(seller);
    const { comparison, net, lacks } = await statementOf(owner, seller);
    cluster.network.heal(seller);
    assert.deepEqual([comparison.state, net.cents], ['unknown', 1330]);
    assert.ok(comparison.reason);
    assert.deepEqual(lacks, ['partner-vat-number']);
  });

  it('says what it lacks: a third centre told neither account nor VAT number', async () => {
    const third = cluster.centres[2] as TestCentre;
    const sale = sampleSale({ agreement: cluster.agreementOf(third, owner) });
    await bookAtBoth(third, owner, sale);
    const { transfer, lacks } = await statementOf(owner, third);
    assert.equal(transfer?.qr, null);
    assert.deepEqual(lacks, ['creditor-iban', 'partner-vat-number']);
    assert.equal(transfer?.creditor.name, 'Huis 3');
  });

  it('is nobody’s but a partner’s, and a month’s', async () => {
    const stranger = await owner.request(`/manage/settlements/niemand/2026-11`, { token: 'x'.repeat(40) });
    assert.equal(stranger.status, 401);
    await assert.rejects(statementOf(owner, { id: 'niemand' } as TestCentre), /404/);
    await assert.rejects(statementOf(owner, seller, '2026-13'), /400/);
  });

  describe('on which they disagree', () => {
    it('names what is missing here, missing there, and different, and in what', async () => {
      const third = cluster.centres[2] as TestCentre;
      const shared = cluster.agreementOf(seller, third);
      const [sold, commission, admin] = sampleSale({ agreement: shared, prices: [3000] });
      assert.ok(sold && commission && admin);
      const forged = { ...admin, amount: { cents: -60, currency: 'EUR' as const }, place: 'P-B-2' };
      await transact(seller.db, (trx) => bookEntries(trx, 'owner', [sold, admin]));
      await transact(third.db, (trx) => bookEntries(trx, 'seller', [commission, forged]));
      const { comparison } = await statementOf(seller, third);
      assert.equal(comparison.state, 'different');
      assert.deepEqual(
        new Set(comparison.disagreements),
        new Set([
          { kind: 'missing-here', entry: commission },
          { kind: 'missing-there', entry: sold },
          { kind: 'different', fields: ['place', 'amount'], entry: admin, theirs: forged },
        ]),
      );
    });
  });
});
