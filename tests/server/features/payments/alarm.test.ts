import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { raiseAlarm } from '../../../../server/features/payments/alarm.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';

describe('an alarm', () => {
  let centre: TestCentre;

  before(async () => {
    centre = await createTestCentre({ seed: false });
  });
  after(() => centre.stop());

  async function raiseAtOnce(order: string | null): Promise<number> {
    await Promise.all(Array.from({ length: 6 }, () => raiseAlarm(centre.db, 'refund-failed', order, {})));
    return (await unseen(order)).length;
  }

  const unseen = (order: string | null) =>
    centre.db
      .selectFrom('alarm')
      .select('id')
      .where('order_id', 'is not distinct from', order)
      .where('seen_at', 'is', null)
      .execute();

  it('calls one person once, however many raise it at once', async () => {
    assert.equal(await raiseAtOnce(centre.runtime.random.uuid()), 1);
    assert.equal(await raiseAtOnce(null), 1);
  });

  it('is raised again after somebody looked', async () => {
    const order = centre.runtime.random.uuid();
    await raiseAlarm(centre.db, 'refund-failed', order, {});
    await centre.db.updateTable('alarm').set({ seen_at: new Date() }).where('order_id', '=', order).execute();
    assert.equal(await raiseAtOnce(order), 1);
  });

  it('would call several times without the index', async () => {
    const admin = new pg.Client({ connectionString: centre.adminUrl });
    await admin.connect();
    await admin.query(`drop index ${centre.schema}.alarm_unseen`);
    await admin.end();
    assert.ok((await raiseAtOnce(centre.runtime.random.uuid())) > 1);
  });
});
