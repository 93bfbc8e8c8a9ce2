import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { settle } from '../../../server/features/payments/settle.ts';
import type { CentreRuntime } from '../../../server/runtime.ts';
import { type Buyer, createSaleCentre, type SaleCentre } from '../../harness/sale.ts';
import { withoutLocks } from '../../harness/without-locks.ts';
import { booksOf, sold } from './outcome.ts';

const ROUNDS = 12;
const PERFORMANCES = Array.from({ length: ROUNDS + 1 }, (_, index) => `wedloop-${index + 1}`);

describe('the news that an order is paid, six times at once', () => {
  let centre: SaleCentre;

  before(async () => {
    centre = await createSaleCentre({ performances: PERFORMANCES });
  });
  after(() => centre.stop());

  /** Everybody has read that the payment is paid before anybody writes it down. */
  async function tellAtOnce(buyer: Buyer, runtime: CentreRuntime): Promise<PromiseSettledResult<void>[]> {
    const { id } = await centre.db
      .selectFrom('payment')
      .select('id')
      .where('order_id', '=', buyer.id)
      .executeTakeFirstOrThrow();
    centre.mollie.pay(buyer.payment());
    centre.mollie.webhooks.clear();
    const told = await centre.runtime.provider.read(buyer.payment());
    return Promise.allSettled(Array.from({ length: 6 }, () => settle(runtime, id, told)));
  }

  it('is one sale', async () => {
    const anna = await centre.buyer(PERFORMANCES[0] ?? '');
    await anna.order();
    const outcomes = await tellAtOnce(anna, centre.runtime);
    assert.ok(outcomes.every(({ status }) => status === 'fulfilled'));
    await centre.work();
    await sold(centre, anna);
  });

  it('would be several, without the lock on the order and the keys of the tables', async () => {
    const admin = new pg.Client({ connectionString: centre.adminUrl });
    await admin.connect();
    await admin.query(`
      set search_path = ${centre.schema};
      alter table ticket drop constraint ticket_line_id_key;
      drop index ticket_place;
      alter table ledger_entry drop constraint ledger_entry_kind_reference_key;
      alter table posting drop constraint posting_pkey;`);
    await admin.end();
    const unguarded = { ...centre.runtime, db: centre.db.withPlugin(withoutLocks) };
    let most = 0;
    for (let round = 1; round <= ROUNDS && most <= 2; round += 1) {
      const anna = await centre.buyer(PERFORMANCES[round] ?? '');
      await anna.order();
      await tellAtOnce(anna, unguarded);
      most = Math.max(most, (await booksOf(centre, anna.id)).tickets);
    }
    assert.ok(most > 2, 'two seats should have become more than two tickets');
  });
});
