import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { DatabaseTransaction } from '../../../../server/adapters/postgres/tables.ts';
import { transact } from '../../../../server/adapters/postgres/transact.ts';
import {
  bookChargeback,
  bookPayment,
  bookRefund,
  bookReturn,
  bookSale,
} from '../../../../server/features/ledger/index.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';
import { accountsOf } from '../../sale/outcome.ts';

describe('what happens at a centre itself, in its books', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());

  const own = (cents: number) => ({ id: randomUUID(), performance_id: 'het-gedacht', leg_id: null, cents });
  const partners = (cents: number) => ({
    id: randomUUID(),
    performance_id: 'de-brug.hamlet',
    leg_id: randomUUID(),
    cents,
  });
  const book = (work: (trx: DatabaseTransaction) => Promise<void>) => transact(centre.db, work);

  it('tells its own revenue, by VAT code, from what it sells for partners', async () => {
    const order = randomUUID();
    await book((trx) => bookSale(trx, order, [own(2400), own(1000), partners(3000), own(0)]));
    assert.deepEqual(await accountsOf(centre, order), {
      buyers: 6400,
      'ticket-revenue': -3400,
      'partner-tickets': -3000,
    });
    const codes = await centre.db
      .selectFrom('posting')
      .select('vat')
      .where('order_id', '=', order)
      .where('account', '=', 'ticket-revenue')
      .execute();
    assert.deepEqual(codes, [{ vat: 'BE-6' }, { vat: 'BE-6' }]);
  });

  it('keeps the VAT code a line was sold with when the performance’s changes', async () => {
    const order = randomUUID();
    await book((trx) => bookSale(trx, order, [own(2400)]));
    await centre.db.updateTable('performance').set({ vat: 'BE-12' }).where('id', '=', 'het-gedacht').execute();
    await book((trx) => bookSale(trx, order, [own(2400)]));
    await centre.db.updateTable('performance').set({ vat: 'BE-6' }).where('id', '=', 'het-gedacht').execute();
    const codes = await centre.db
      .selectFrom('posting')
      .select('vat')
      .where('order_id', '=', order)
      .where('account', '=', 'ticket-revenue')
      .orderBy('at')
      .execute();
    assert.deepEqual(codes, [{ vat: 'BE-6' }, { vat: 'BE-12' }]);
  });

  it('has nothing left of an order whose lines and money all went back', async () => {
    const order = randomUUID();
    const lines = [own(2400), partners(3000)];
    const money = { order, reference: randomUUID(), cents: 5400 };
    await book((trx) => bookSale(trx, order, lines));
    await book((trx) => bookPayment(trx, money));
    await book((trx) => bookReturn(trx, order, lines));
    assert.deepEqual(await accountsOf(centre, order), { buyers: -5400, payments: 5400 });
    await book((trx) => bookRefund(trx, { ...money, cents: -5400 }));
    assert.deepEqual(await accountsOf(centre, order), {});
  });

  it('has what a visit on a pass costs beside what the buyer pays, and nothing of it when it is given back', async () => {
    const order = randomUUID();
    const visit = { ...partners(0), snapshot: { owed: { cents: 700, currency: 'EUR' as const } } };
    await book((trx) => bookSale(trx, order, [visit, partners(3000)]));
    assert.deepEqual(await accountsOf(centre, order), { buyers: 3000, 'pass-visits': 700, 'partner-tickets': -3700 });
    await book((trx) => bookReturn(trx, order, [visit]));
    assert.deepEqual(await accountsOf(centre, order), { buyers: 3000, 'partner-tickets': -3000 });
  });

  it('counts chargebacks of one payment, which may come and go', async () => {
    const order = randomUUID();
    const reference = randomUUID();
    for (const cents of [-2400, 2400, -2400]) await book((trx) => bookChargeback(trx, { order, reference, cents }));
    assert.deepEqual(await accountsOf(centre, order), { payments: -2400, buyers: 2400 });
  });

  it('refuses the same sale, payment or refund a second time, whole', async () => {
    const order = randomUUID();
    const line = own(2400);
    const money = { order, reference: randomUUID(), cents: 2400 };
    const bookings = [
      (trx: DatabaseTransaction) => bookSale(trx, order, [line]),
      (trx: DatabaseTransaction) => bookPayment(trx, money),
      (trx: DatabaseTransaction) => bookRefund(trx, { ...money, cents: -2400 }),
    ];
    for (const booking of bookings) {
      await book(booking);
      await assert.rejects(book(booking), { code: '23505' });
    }
    assert.deepEqual(await accountsOf(centre, order), { 'ticket-revenue': -2400, buyers: 2400 });
  });
});
