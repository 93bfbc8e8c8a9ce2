import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createMemory, createShop } from '../../../../../sdk/index.ts';
import { when } from '../../../../../stories/fixtures/shops.ts';
import { openTestCart, type TestCentre } from '../../../../harness/centre.ts';
import { createCluster, type TestCluster } from '../../../../harness/cluster.ts';

describe('a shop of the centre that sells, with what a partner plays', () => {
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  before(async () => {
    cluster = await createCluster({ centres: 2, options: () => ({ performances: ['hamlet'] }) });
    [owner, seller] = cluster.centres as [TestCentre, TestCentre];
  });
  after(() => cluster.stop());

  it('shows the partner’s hall as its own, and heals by itself after the partner was lost', async () => {
    const baseUrl = seller.runtime.config.apiUrl;
    const ask = (url: string, options?: RequestInit) => seller.request(url.slice(baseUrl.length), options);
    const shop = createShop({ baseUrl, memory: createMemory(), fetch: ask });
    const seating = shop.seating(`${owner.id}.hamlet`);
    const loaded = await when(seating, ({ state }) => state === 'ready');
    assert.ok(loaded.state === 'ready');
    assert.equal(loaded.performance.owner?.name, 'Huis 1');
    assert.equal(loaded.plan.seats.length, 60);

    const isHeld = (seat: string) =>
      when(seating, (now) => now.state === 'ready' && now.status.seats[seat] === 'held' && !now.stale);
    const first = isHeld('Z-A-1');
    await (await openTestCart(owner)).holdSeats(['Z-A-1'], 'hamlet');
    await first;

    const stale = when(seating, (now) => now.state === 'ready' && now.stale);
    cluster.network.cut(owner);
    await stale;
    cluster.network.heal(owner);
    const second = isHeld('Z-A-2');
    await (await openTestCart(owner)).holdSeats(['Z-A-2'], 'hamlet');
    await second;
    shop.sleep();
  });
});
