import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openTestCart, type TestCentre } from '../../../../harness/centre.ts';
import { createCluster, type TestCluster } from '../../../../harness/cluster.ts';
import { listen, readStatusOf } from '../../../../harness/live.ts';

describe('live seats of a partner, at the centre that sells it', () => {
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  let performance: string;
  before(async () => {
    cluster = await createCluster({ centres: 2, options: () => ({ performances: ['hamlet'] }) });
    [owner, seller] = cluster.centres as [TestCentre, TestCentre];
    performance = `${owner.id}.hamlet`;
  });
  after(() => cluster.stop());
  beforeEach(() => owner.db.deleteFrom('claim').execute());

  const streams = () => cluster.network.sent.filter(({ path }) => path.includes('/live')).length;
  const hold = async (...seats: string[]) => (await openTestCart(owner)).holdSeats(seats, 'hamlet');

  it('are seen within a second by all who follow, over one stream of the partner', async () => {
    const before = streams();
    const { cursor } = await readStatusOf(seller, performance);
    const listeners = await Promise.all(Array.from({ length: 10 }, () => listen(seller, { performance, cursor })));
    for (const listener of listeners) await listener.next();
    const started = process.hrtime.bigint();
    await hold('Z-A-1', 'Z-A-2');
    const seen = await Promise.all(listeners.map((listener) => listener.until('Z-A-2', 'held')));
    const took = Number(process.hrtime.bigint() - started) / 1e6;
    assert.ok(took < 1_000, `${took} ms`);
    assert.equal(streams() - before, 1);
    for (const event of seen) assert.equal(event.data.plan.id, `${owner.id}.kleine-zaal`);
    for (const listener of listeners) await listener.leave();
  });

  it('go on from a status without starting again, while others follow already', async () => {
    const first = await listen(seller, { performance });
    assert.equal((await first.next())?.type, 'reset');
    await hold('Z-B-1');
    await first.until('Z-B-1', 'held');
    const { cursor, named } = await readStatusOf(seller, performance);
    assert.deepEqual(named, { 'Z-B-1': 'held' });
    const second = await listen(seller, { performance, cursor });
    await hold('Z-B-2');
    const heard = await second.next();
    assert.deepEqual([heard?.type, heard?.seats], ['change', { 'Z-B-2': 'held' }]);
    await first.leave();
    await second.leave();
  });

  it('end when the partner is lost, and begin with everything when it is back', async () => {
    const lost = await listen(seller, { performance });
    await lost.next();
    cluster.network.cut(owner);
    assert.equal(await lost.next(), null);
    assert.equal((await seller.request(`/performances/${performance}/live`)).status, 503);
    cluster.network.heal(owner);
    await hold('Z-C-1');
    const back = await listen(seller, { performance, lastEventId: '1.1' });
    const heard = await back.next();
    assert.deepEqual([heard?.type, heard?.seats], ['reset', { 'Z-C-1': 'held' }]);
    await back.leave();
  });

  it('leave nothing open at the partner when nobody follows any more', async () => {
    const before = streams();
    for (const _ of ['first', 'second']) {
      const listener = await listen(seller, { performance });
      await listener.next();
      await listener.leave();
    }
    assert.equal(streams() - before, 2, 'each was the only one');
  });
});
