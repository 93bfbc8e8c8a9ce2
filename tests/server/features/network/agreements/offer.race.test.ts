import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { NewOffer } from '../../../../../sdk/contract/index.ts';
import { describeToNetwork } from '../../../../../server/features/network/centre.ts';
import type { TestCentre } from '../../../../harness/centre.ts';
import { createCluster, manage, type TestCluster } from '../../../../harness/cluster.ts';

/** How centres accept an offer: the way of the API, or one whose guard is gone. Gives whether it was theirs. */
type Take = (offerUrl: string, seller: TestCentre) => Promise<boolean>;

describe('several centres that accept one offer at the same moment', () => {
  let cluster: TestCluster;
  before(async () => {
    cluster = await createCluster({ centres: 6, terms: false });
  });
  after(() => cluster.stop());

  /** How many of five centres believe that the offer is theirs. */
  async function winners(take: Take): Promise<number> {
    const [owner, ...sellers] = cluster.centres as [TestCentre, ...TestCentre[]];
    const { agreement, offerUrl } = await manage<NewOffer>(owner, '/agreements', { terms: { performances: {} } });
    const took = await Promise.all(sellers.map((seller) => take(offerUrl, seller)));
    await owner.db.deleteFrom('agreement').where('id', '=', agreement.id).execute();
    return took.filter(Boolean).length;
  }

  const overTheApi: Take = async (offerUrl, seller) => {
    const body = JSON.stringify(describeToNetwork(seller.runtime));
    const headers = { 'Content-Type': 'application/json' };
    return (await cluster.network.fetch(offerUrl, { method: 'POST', headers, body })).ok;
  };

  /** The same steps without the lock: everybody looks before anybody writes. */
  function unguarded(): Take {
    const looked = Promise.withResolvers<void>();
    let count = 0;
    return async (offerUrl, seller) => {
      const { db } = cluster.centres[0]!;
      const open = await db.selectFrom('agreement').select('id').where('state', '=', 'offered').executeTakeFirst();
      count += 1;
      if (count === 5) looked.resolve();
      await looked.promise;
      if (!open || !offerUrl) return false;
      const partner = JSON.stringify(describeToNetwork(seller.runtime));
      const { numAffectedRows } = await sql`
        update agreement set state = 'active', partner = ${partner}::jsonb where id = ${open.id}`.execute(db);
      return numAffectedRows === 1n;
    };
  }

  it('have one winner, every time', async () => {
    for (let round = 0; round < 10; round += 1) assert.equal(await winners(overTheApi), 1);
  });

  it('would have more without the lock', async () => {
    assert.ok((await winners(unguarded())) > 1);
  });
});
