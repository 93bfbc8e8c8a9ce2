import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Agreement, agreementSchema } from '../../../../../sdk/contract/index.ts';
import { createTestCentre, TEST_MANAGE_TOKEN, TEST_ORIGIN, type TestCentre } from '../../../../harness/centre.ts';
import { createCluster, manage, type TestCluster } from '../../../../harness/cluster.ts';
import { codeOf } from '../../../../harness/http.ts';

describe('managing agreements', () => {
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

  const ask = (centre: TestCentre, method: string, path: string, json?: unknown) =>
    centre.request(`/manage/agreements${path}`, { token: TEST_MANAGE_TOKEN, method, json });
  const changes = () =>
    owner.db.selectFrom('network_change').select('kind').where('agreement_id', '=', id).orderBy('id').execute();

  it('is for who has the centre’s token only', async () => {
    const answers = [undefined, 'short', 'x'.repeat(40), `${TEST_MANAGE_TOKEN}.`].map(async (token) => {
      const answer = await owner.request('/manage/agreements', token === undefined ? {} : { token });
      return [answer.status, await codeOf(answer)];
    });
    assert.deepEqual(await Promise.all(answers), [
      [401, 'token_missing'],
      [401, 'token_invalid'],
      [401, 'token_invalid'],
      [401, 'token_invalid'],
    ]);
  });

  it('is no path at all where no token is configured', async () => {
    const closed = await createTestCentre({ parts: { manage: undefined } });
    const answers = await Promise.all(
      ['/agreements', '/agreements/accept', '/anything'].map((path) =>
        closed.request(`/manage${path}`, { token: TEST_MANAGE_TOKEN }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 404],
    );
    await closed.stop();
  });

  it('changes terms as owner, counts the changes, and tells the seller', async () => {
    const terms = { performances: {}, priceTypes: ['adult'] };
    const answer = await ask(owner, 'PATCH', `/${id}`, { terms });
    const changed = agreementSchema.parse(await answer.json());
    assert.deepEqual([changed.version, changed.terms.priceTypes], [2, ['adult']]);
    assert.deepEqual(
      (await changes()).map(({ kind }) => kind),
      ['agreement-changed'],
    );
  });

  it('refuses terms that are none, and changes nothing', async () => {
    const cases: readonly [terms: unknown, field: string][] = [
      [{}, 'terms.performances'],
      [{ performances: {}, commission: { basisPoints: 10_001 } }, 'terms.commission.basisPoints'],
      [{ performances: {}, stock: { kind: 'quota', places: 0 } }, 'terms.stock.places'],
      [{ performances: { ids: ['Niet Zo'] } }, 'terms.performances.ids.0'],
      [{ performances: {}, email: 'an@voorbeeld.example' }, 'terms.email'],
    ];
    for (const [terms, field] of cases) {
      const answer = await ask(owner, 'PATCH', `/${id}`, { terms });
      const { error } = await answer.json();
      assert.deepEqual([answer.status, error.code, error.field], [400, 'invalid_request', field]);
    }
    assert.equal((await manage<Agreement>(owner, `/agreements/${id}`)).version, 2);
  });

  it('lets only the owner change terms and revoke keys', async () => {
    const keyId = owner.runtime.networkKeys.current.shown.id;
    const answers = [
      ask(seller, 'PATCH', `/${id}`, { terms: { performances: {} } }),
      ask(seller, 'POST', `/${id}/revoke-key`, { keyId }),
    ];
    for (const answer of answers) assert.equal(await codeOf(answer), 'agreement_not_open');
  });

  it('revokes keys for good, also the last', async () => {
    const keyId = seller.runtime.networkKeys.current.shown.id;
    assert.equal(await codeOf(ask(owner, 'POST', `/${id}/revoke-key`, { keyId: '0'.repeat(16) })), 'invalid_request');
    for (const _ of ['first', 'again']) {
      const revoked = agreementSchema.parse(await (await ask(owner, 'POST', `/${id}/revoke-key`, { keyId })).json());
      assert.deepEqual(revoked.partner?.keys, []);
    }
  });

  it('ends at once, tells the seller once, and keeps what is over as it was', async () => {
    for (const _ of ['first', 'again']) {
      const ended = agreementSchema.parse(await (await ask(owner, 'POST', `/${id}/end`)).json());
      assert.deepEqual([ended.state, ended.endedBy], ['ended', 'owner']);
    }
    assert.deepEqual(
      (await changes()).map(({ kind }) => kind),
      ['agreement-changed', 'agreement-ended'],
    );
    assert.equal(await codeOf(ask(owner, 'PATCH', `/${id}`, { terms: { performances: {} } })), 'agreement_not_active');
  });

  it('knows no agreement of another centre, and no page may ask', async () => {
    const stranger = await ask(owner, 'GET', '/0c6ff5ac-58ae-4f0b-8d6e-8a2c2ef1f0aa');
    assert.deepEqual([stranger.status, await codeOf(stranger)], [404, 'not_found']);
    const page = await owner.request('/manage/agreements', {
      token: TEST_MANAGE_TOKEN,
      json: { terms: { performances: {} } },
      headers: { Origin: 'https://elsewhere.example' },
    });
    assert.equal(await codeOf(page), 'origin_not_allowed');
    assert.notEqual(TEST_ORIGIN, 'https://elsewhere.example');
  });
});
