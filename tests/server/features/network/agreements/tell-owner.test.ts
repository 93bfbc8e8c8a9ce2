import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Agreement, keysToldSchema } from '../../../../../sdk/contract/index.ts';
import { webTimers } from '../../../../../sdk/platform.ts';
import { refreshAgreement, tellEnd } from '../../../../../server/features/network/agreements/index.ts';
import { announceKeys } from '../../../../../server/features/network/agreements/tell-owner.ts';
import { describeToNetwork } from '../../../../../server/features/network/centre.ts';
import { createNetworkKeys } from '../../../../../server/features/network/keys.ts';
import { createPartners } from '../../../../../server/features/network/partners.ts';
import type { JobPayloads } from '../../../../../server/jobs.ts';
import { TEST_MANAGE_TOKEN, type TestCentre } from '../../../../harness/centre.ts';
import { createCluster, manage, type TestCluster } from '../../../../harness/cluster.ts';

type Left = JobPayloads['end-agreement'] & { readonly runAt: Date | undefined };

describe('what a seller tells the owner of an agreement', () => {
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  /** Work that the seller left for later. */
  const left: Left[] = [];
  before(async () => {
    cluster = await createCluster({
      centres: 2,
      terms: false,
      options: () => ({
        parts: {
          jobs: {
            add: async (_trx, name, payload, { runAt }) => {
              if (name === 'end-agreement') left.push({ ...(payload as JobPayloads['end-agreement']), runAt });
            },
          },
        },
      }),
    });
    [owner, seller] = cluster.centres as [TestCentre, TestCentre];
  });
  after(() => cluster.stop());

  const work = async () => {
    for (const job of left.splice(0)) await tellEnd(seller.runtime, seller.runtime.agreementCalls, job);
  };
  const stateAt = async (centre: TestCentre, id: string) => {
    const { endedBy, state } = await manage<Agreement>(centre, `/agreements/${id}`);
    return [state, endedBy];
  };

  it('is that it ended, at once here, and at the owner as soon as that can be reached', async () => {
    const id = await cluster.agree(owner, seller);
    cluster.network.cut(owner);
    await manage(seller, `/agreements/${id}/end`, {});
    assert.deepEqual(await stateAt(seller, id), ['ended', 'seller']);
    const pauses: number[] = [];
    for (const _ of ['first', 'second', 'third']) {
      const before = Date.now();
      await work();
      pauses.push(Math.round((left[0]!.runAt!.getTime() - before) / 5_000));
    }
    assert.deepEqual(await stateAt(owner, id), ['active', null]);
    assert.equal(left.length, 1, 'it is tried again, and again');
    assert.ok(pauses[0]! < pauses[1]! && pauses[1]! < pauses[2]!, `later and later: ${pauses}`);
    cluster.network.heal(owner);
    // The client leaves a partner alone for a while after failures; another process of ours has not seen them.
    const { clock, db, log, networkKeys, random } = seller.runtime;
    const { network } = cluster;
    const fetch = (url: string, request: RequestInit) => network.fetch(url, request);
    const other = createPartners({
      clock,
      db,
      log,
      random,
      keys: networkKeys,
      timers: webTimers,
      fetch: fetch as never,
    });
    await tellEnd(seller.runtime, other, left.pop()!);
    assert.deepEqual(await stateAt(owner, id), ['ended', 'seller']);
    assert.deepEqual(left, [], 'and then no more');
  });
});

describe('the keys of a seller', () => {
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  let id: string;
  before(async () => {
    cluster = await createCluster({ centres: 2, terms: false });
    [owner, seller] = cluster.centres as [TestCentre, TestCentre];
    id = await cluster.agree(owner, seller);
  });
  after(() => cluster.stop());

  const [oldSeed, newSeed] = [randomBytes(32), randomBytes(32)];
  /** The same seller after a restart with other seeds. */
  const restarted = (...seeds: Uint8Array[]) => {
    const { clock, db, log, random } = seller.runtime;
    const networkKeys = createNetworkKeys(seeds);
    const fetch = (url: string, request: object) => cluster.network.fetch(url, request as RequestInit);
    const partners = createPartners({ clock, db, log, random, keys: networkKeys, timers: webTimers, fetch });
    return { runtime: { ...seller.runtime, networkKeys }, partners };
  };
  const knownKeys = async () =>
    (await manage<Agreement>(owner, `/agreements/${id}`)).partner?.keys.map((key) => key.id);
  const learn = async (...seeds: Uint8Array[]) => {
    const { runtime } = restarted(...seeds);
    const partner = {
      id: seller.id,
      name: 'x',
      website: 'https://x.example',
      url: runtime.config.apiUrl,
      keys: runtime.networkKeys.shown,
    };
    await owner.db
      .updateTable('agreement')
      .set({ partner: JSON.stringify(partner) })
      .where('id', '=', id)
      .execute();
  };

  it('are changed without a moment in which the owner does not know the seller', async () => {
    await learn(oldSeed);
    const { partners, runtime } = restarted(newSeed, oldSeed);
    assert.equal((await partners.performances(id)).error, undefined, 'the old key still opens');
    assert.deepEqual(await announceKeys(runtime, partners), [{ agreement: id, owner: owner.id, outcome: 'told' }]);
    assert.deepEqual(
      await knownKeys(),
      runtime.networkKeys.shown.map((key) => key.id),
    );
    const after = restarted(newSeed);
    assert.equal((await after.partners.performances(id)).error, undefined);
    await announceKeys(after.runtime, after.partners);
    assert.deepEqual(await knownKeys(), [after.runtime.networkKeys.current.shown.id]);
    assert.equal((await restarted(oldSeed).partners.performances(id)).error?.code, 'signature_invalid');
  });

  it('open nothing any more from the moment that the owner revokes them, and do not come back', async () => {
    await learn(oldSeed, newSeed);
    const thief = restarted(oldSeed);
    const honest = restarted(newSeed);
    const keyId = thief.runtime.networkKeys.current.shown.id;
    assert.equal((await thief.partners.performances(id)).error, undefined);
    await manage(owner, `/agreements/${id}/revoke-key`, { keyId });
    assert.equal((await thief.partners.performances(id)).error?.code, 'signature_invalid');
    assert.equal((await honest.partners.performances(id)).error, undefined);
    await announceKeys(restarted(newSeed, oldSeed).runtime, honest.partners);
    assert.deepEqual(await knownKeys(), [honest.runtime.networkKeys.current.shown.id]);
  });

  it('are announced by who manages the seller, who hears what became of it', async () => {
    const told = async () => keysToldSchema.parse(await manage(seller, '/network/keys/rotate', {})).told;
    await learn(oldSeed);
    assert.deepEqual(await told(), [{ agreement: id, owner: owner.id, outcome: 'unreachable' }]);
    const partner = JSON.stringify(describeToNetwork(seller.runtime));
    await owner.db.updateTable('agreement').set({ partner }).where('id', '=', id).execute();
    assert.deepEqual(await told(), [{ agreement: id, owner: owner.id, outcome: 'told' }]);
  });
});

describe('what a seller knows of an agreement', () => {
  let cluster: TestCluster;
  before(async () => {
    cluster = await createCluster({ centres: 2, terms: false });
  });
  after(() => cluster.stop());

  it('is what the owner has, once it asks: other terms, or that it ended', async () => {
    const [owner, seller] = cluster.centres as [TestCentre, TestCentre];
    const id = await cluster.agree(owner, seller);
    const refresh = async () => {
      await refreshAgreement(seller.runtime, seller.runtime.agreementCalls, id);
      return manage<Agreement>(seller, `/agreements/${id}`);
    };
    const json = { terms: { performances: {}, adminCentsPerTicket: 25 } };
    await owner.request(`/manage/agreements/${id}`, { method: 'PATCH', token: TEST_MANAGE_TOKEN, json });
    const changed = await refresh();
    assert.deepEqual([changed.version, changed.terms.adminCentsPerTicket], [2, 25]);
    await manage(owner, `/agreements/${id}/end`, {});
    const ended = await refresh();
    assert.deepEqual([ended.state, ended.endedBy], ['ended', 'owner']);
  });
});
