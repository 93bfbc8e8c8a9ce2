import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { webTimers } from '../../../../sdk/platform.ts';
import { systemClock } from '../../../../server/adapters/clock.ts';
import { silentLog } from '../../../../server/adapters/log.ts';
import { openDatabase } from '../../../../server/adapters/postgres/index.ts';
import { systemRandomness } from '../../../../server/adapters/randomness.ts';
import { createNetworkKeys, type NetworkKeys } from '../../../../server/features/network/keys.ts';
import { createPartnerFetch } from '../../../../server/features/network/partner-fetch.ts';
import { createPartners } from '../../../../server/features/network/partners.ts';
import { createSafeFetch, type PartnerFetch } from '../../../../server/features/network/safe-fetch.ts';
import { type Listener, listen } from '../../../../server/http/listen.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';
import { addPartner } from '../../../harness/partner.ts';

const PLAYED = 'het-gedacht';

describe('two centres', () => {
  let listener: Listener;
  let owner: TestCentre;
  let seller: TestCentre;
  const outside = createSafeFetch({ allowPrivate: true });
  before(async () => {
    const id = `proef-${randomBytes(4).toString('hex')}`;
    listener = await listen({ fetch: (request, env) => owner.app.fetch(request, env as never) }, { port: 0 });
    const apiUrl = `http://127.0.0.1:${listener.port}/centres/${id}`;
    owner = await createTestCentre({ id, config: { apiUrl } });
    seller = await createTestCentre({ seed: false });
  });
  after(async () => {
    await outside.close();
    await listener.close();
    await owner.stop();
    await seller.stop();
  });

  /** An agreement between the two, and the seller's way to use it. */
  async function agree(reach: PartnerFetch = outside.fetch) {
    const seeds = [randomBytes(32)];
    const { agreement } = await addPartner(owner, { seeds });
    await addPartner(seller, { id: agreement, role: 'seller', url: `${owner.runtime.config.apiUrl}/` });
    const partnersWith = (keys: NetworkKeys) =>
      createPartners({
        ...{ db: seller.db, keys, fetch: reach, clock: systemClock, timers: webTimers },
        ...{ random: systemRandomness, log: silentLog },
      });
    return { agreement, seeds, partners: partnersWith(createNetworkKeys(seeds)), partnersWith };
  }

  const inProcess = createPartnerFetchTo(() => owner);
  for (const [where, reach] of [
    ['over a socket', outside.fetch],
    ['in one process', inProcess],
  ] as const) {
    it(`tell each other what is played and taken, ${where}`, async () => {
      const { agreement, partners } = await agree(reach);
      const { data: list } = await partners.performances(agreement);
      assert.deepEqual(
        list?.performances.map(({ id }) => id),
        [PLAYED],
      );
      const { data: performance } = await partners.performance(agreement, PLAYED);
      const { id, version } = performance!.plan;
      assert.equal((await partners.plan(agreement, id, version)).data?.id, id);
      assert.deepEqual((await partners.status(agreement, PLAYED)).data?.plan, { id, version });
      assert.deepEqual(await partners.performance(agreement, 'hamlet'), {
        error: { outcome: 'refused', code: 'not_found' },
      });
    });

    it(`follow along until the reader leaves, ${where}`, async () => {
      const { agreement, partners } = await agree(reach);
      const reading = new AbortController();
      const { data } = await partners.live(agreement, PLAYED, '0-0', reading.signal);
      const reader = data!.body!.getReader();
      assert.match(new TextDecoder().decode((await reader.read()).value), /^retry: /);
      reading.abort(new Error('enough'));
      await assert.rejects(async () => {
        for (;;) if ((await reader.read()).done) return;
      }, /enough/);
    });
  }

  it('end it, and then only what was sold is still talked about', async () => {
    const { agreement, partners } = await agree();
    assert.equal((await partners.agreement(agreement)).data?.state, 'active');
    assert.equal((await partners.end(agreement)).data?.state, 'ended');
    assert.deepEqual(await partners.performances(agreement), {
      error: { outcome: 'refused', code: 'agreement_not_active' },
    });
    assert.equal((await partners.agreement(agreement)).data?.endedBy, 'seller');
  });

  it('go on while the seller changes its keys, and after the old one is forgotten', async () => {
    const { agreement, seeds, partnersWith } = await agree();
    const fresh = randomBytes(32);
    const both = createNetworkKeys([fresh, ...seeds]);
    assert.ok((await partnersWith(both).performances(agreement)).data, 'the owner does not know the new key yet');
    assert.ok((await partnersWith(both).announceKeys(agreement, both.shown)).data);
    const onlyNew = createNetworkKeys([fresh]);
    assert.ok((await partnersWith(onlyNew).announceKeys(agreement, onlyNew.shown)).data);
    assert.deepEqual(
      (await partnersWith(createNetworkKeys(seeds)).performances(agreement)).error?.code,
      'signature_invalid',
    );
    assert.ok((await partnersWith(onlyNew).performances(agreement)).data);
  });

  it('know nothing of an agreement in which they are the owner, or of none', async () => {
    const { agreement, partnersWith, seeds } = await agree();
    await seller.db.updateTable('agreement').set({ role: 'owner' }).where('id', '=', agreement).execute();
    assert.deepEqual(await partnersWith(createNetworkKeys(seeds)).changes(agreement, '0'), {
      error: { outcome: 'refused', code: 'not_found' },
    });
  });

  it('are told, and not failed, when the own database is away', async () => {
    const { agreement, seeds } = await agree();
    const away = openDatabase('postgres://nobody@127.0.0.1:1/nothing', { max: 1 });
    const partners = createPartners({
      ...{ db: away, keys: createNetworkKeys(seeds), fetch: outside.fetch, clock: systemClock, timers: webTimers },
      ...{ random: systemRandomness, log: silentLog },
    });
    assert.deepEqual(await partners.changes(agreement, '0'), { error: { outcome: 'unknown', code: 'unavailable' } });
  });
});

/** Reaches a centre without a socket, as one of the same process. */
function createPartnerFetchTo(centre: () => TestCentre): PartnerFetch {
  return (url, request) => {
    const { app, base, runtime } = centre();
    const reach = createPartnerFetch({
      own: 'https://seller.example/centres/de-brug',
      local: new Map([[runtime.config.apiUrl, (path, asked) => app.request(`${base}${path}`, asked)]]),
      remote: async () => {
        throw new TypeError('Nothing leaves the process.');
      },
    });
    return reach(url, request);
  };
}
