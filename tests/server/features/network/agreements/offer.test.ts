import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  agreementListSchema,
  agreementSchema,
  newOfferSchema,
  seenOfferSchema,
} from '../../../../../sdk/contract/index.ts';
import { describeToNetwork } from '../../../../../server/features/network/centre.ts';
import { TEST_MANAGE_TOKEN, type TestCentre } from '../../../../harness/centre.ts';
import { createCluster, manage, type TestCluster } from '../../../../harness/cluster.ts';
import { standingClock } from '../../../../harness/http.ts';

const DAY = 24 * 3_600_000;

describe('an offer to sell for each other', () => {
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  let third: TestCentre;
  const clock = standingClock();
  before(async () => {
    cluster = await createCluster({ centres: 3, terms: false, options: () => ({ clock }) });
    [owner, seller, third] = cluster.centres as [TestCentre, TestCentre, TestCentre];
  });
  after(() => cluster.stop());

  const offer = async (terms: object = { performances: {} }) =>
    newOfferSchema.parse(await manage(owner, '/agreements', { terms }));
  const ask = (centre: TestCentre, path: string, json?: unknown) =>
    centre.request(`/manage${path}`, { token: TEST_MANAGE_TOKEN, json });
  const refusal = async (answer: Promise<Response>) => {
    const response = await answer;
    const { error } = await response.json();
    return { status: response.status, code: error?.code, field: error?.field, message: error?.message };
  };
  const endAll = async () => {
    for (const { id } of agreementListSchema.parse(await manage(owner, '/agreements')).agreements) {
      await ask(owner, `/agreements/${id}/end`, {});
      await seller.db.deleteFrom('agreement').where('id', '=', id).execute();
    }
  };
  /** As another centre's server asks. */
  const take = (offerUrl: string, centre: TestCentre) =>
    cluster.network.fetch(offerUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(describeToNetwork(centre.runtime)),
    });

  it('is looked at, accepted, and then the same at both sides', async () => {
    const { agreement, offerUrl } = await offer({ performances: { tags: ['jeugd'] }, adminCentsPerTicket: 50 });
    assert.equal(agreement.state, 'offered');
    const seen = seenOfferSchema.parse(await manage(seller, '/agreements/look', { offerUrl }));
    assert.deepEqual([seen.owner.id, seen.agreement.terms], [owner.id, agreement.terms]);
    const accepted = agreementSchema.parse(await manage(seller, '/agreements/accept', { offerUrl }));
    const kept = agreementSchema.parse(await manage(owner, `/agreements/${agreement.id}`));
    assert.deepEqual([accepted.role, accepted.state, accepted.partner?.id], ['seller', 'active', owner.id]);
    assert.deepEqual([kept.role, kept.state, kept.partner], ['owner', 'active', describeToNetwork(seller.runtime)]);
    for (const key of ['id', 'terms', 'version', 'createdAt', 'acceptedAt'] as const) {
      assert.deepEqual(accepted[key], kept[key], key);
    }
    await endAll();
  });

  it('is accepted once; its own seller may say so again, anybody else is told that there is none', async () => {
    const { offerUrl } = await offer();
    const first = await take(offerUrl, seller);
    assert.equal(first.status, 200);
    const again = await take(offerUrl, seller);
    assert.deepEqual(await again.json(), await first.json());
    assert.equal((await take(offerUrl, third)).status, 404);
    assert.equal((await cluster.network.fetch(offerUrl)).status, 404);
    await endAll();
    assert.equal((await take(offerUrl, seller)).status, 404);
  });

  it('is open for a week, and answers then as one that never was', async () => {
    const { offerUrl } = await offer();
    clock.pass(7 * DAY - 1);
    assert.equal((await cluster.network.fetch(offerUrl)).status, 200);
    clock.pass(1);
    const unknown = offerUrl.replace(/[^/]+$/, 'A'.repeat(43));
    const bodies = await Promise.all(
      [offerUrl, unknown]
        .flatMap((url) => [cluster.network.fetch(url), take(url, seller)])
        .map(async (answer) => {
          const { status } = await answer;
          const { error } = await (await answer).json();
          return { status, ...error, requestId: '' };
        }),
    );
    for (const body of bodies) assert.deepEqual(body, bodies[0]);
    assert.equal(bodies[0]?.status, 404);
    await endAll();
  });

  it('has a code that the database does not know', async () => {
    const { agreement, offerUrl } = await offer();
    const row = await owner.db.selectFrom('agreement').selectAll().where('id', '=', agreement.id).executeTakeFirst();
    const code = offerUrl.split('/').at(-1)!;
    assert.equal(Buffer.from(code, 'base64url').length, 32);
    assert.equal(JSON.stringify(row).includes(code), false);
    await endAll();
  });

  it('is taken back by its maker', async () => {
    const { agreement, offerUrl } = await offer();
    const ended = agreementSchema.parse(await manage(owner, `/agreements/${agreement.id}/end`, {}));
    assert.deepEqual([ended.state, ended.endedBy], ['ended', 'owner']);
    assert.equal((await refusal(ask(seller, '/agreements/accept', { offerUrl }))).code, 'not_found');
    assert.equal((await ask(owner, `/agreements/${agreement.id}`)).status, 404);
  });

  it('is refused by who sells for that owner already, with the way out', async () => {
    const id = await cluster.agree(owner, seller);
    const { offerUrl } = await offer();
    const { code, message } = await refusal(ask(seller, '/agreements/accept', { offerUrl }));
    assert.equal(code, 'agreement_not_open');
    assert.match(message, new RegExp(`${id}.*End it first`));
    assert.equal((await refusal(take(offerUrl, seller))).code, 'agreement_not_open');
    assert.equal((await take(offerUrl, third)).status, 200, 'and stays open for another');
    await endAll();
  });

  it('is refused when it cannot be one, or nobody can be asked', async () => {
    const { offerUrl } = await offer();
    const accept = (url: unknown) => refusal(ask(seller, '/agreements/accept', { offerUrl: url }));
    for (const wrong of [
      'not an address',
      'https://x.example/',
      7,
      'ftp://x.example/network/v1/offers/aaaaaaaaaaaaaaaaaaaaaa',
    ]) {
      assert.deepEqual(
        [(await accept(wrong)).code, (await accept(wrong)).field],
        ['invalid_request', 'offerUrl'],
        String(wrong),
      );
    }
    assert.equal(
      (await accept(offerUrl.replace(`//${owner.id}.example`, '//elsewhere.example'))).code,
      'invalid_request',
    );
    assert.equal(
      (await accept(`https://x.example/centres/niemand/network/v1/offers/${'A'.repeat(43)}`)).code,
      'partner_unavailable',
    );
    assert.equal((await refusal(ask(owner, '/agreements/accept', { offerUrl }))).code, 'agreement_not_open');
    cluster.network.cut(owner);
    assert.equal((await accept(offerUrl)).code, 'partner_unavailable');
    cluster.network.heal(owner);
    await endAll();
  });

  it('is not taken by a centre with keys that are none, or with our own name', async () => {
    const { offerUrl } = await offer();
    const seen = describeToNetwork(seller.runtime);
    const post = (body: object) =>
      refusal(
        cluster.network.fetch(offerUrl, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      );
    const forged = [{ ...seen.keys[0], id: '0'.repeat(16) }];
    assert.deepEqual((await post({ ...seen, keys: forged })).field, 'keys.0');
    assert.equal((await post({ ...seen, id: owner.id })).code, 'agreement_not_open');
    assert.equal((await post({ ...seen, keys: [] })).code, 'invalid_request');
    assert.equal((await post({ ...seen, contact: 'an@voorbeeld.example' })).code, 'invalid_request');
    await endAll();
  });
});
