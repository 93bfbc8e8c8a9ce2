import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { requirePartner } from '../../../../server/features/network/require-partner.ts';
import { createTestCentre, type TestCentre, type TestServer } from '../../../harness/centre.ts';
import { codeOf, standingClock } from '../../../harness/http.ts';
import { addPartner, type SignedInit, send, type TestPartner } from '../../../harness/partner.ts';

const PATH = '/network/v1/probe';

/** Routes as those of the network are: behind the signature, reading the body after it was digested. */
function addProbes({ app }: TestServer): void {
  app.on(['GET', 'PUT'], `/centres/:centre${PATH}`, requirePartner(), async (context) => {
    const { id, partner, state } = context.get('agreement');
    const body = context.req.method === 'GET' ? null : ((await context.req.json()) as unknown);
    return context.json({ id, partner: partner.id, state, body });
  });
  app.get(`/centres/:centre${PATH}/ended`, requirePartner({ alsoEnded: true }), (context) => context.text('here'));
}

describe('a route for partners', () => {
  let centre: TestCentre;
  let second: TestServer;
  let partner: TestPartner;
  const clock = standingClock(new Date().toISOString());
  before(async () => {
    centre = await createTestCentre({ clock, limits: { requests: { burst: 20, perMinute: 1 } } });
    second = await centre.another();
    for (const server of [centre, second]) addProbes(server);
    partner = await addPartner(centre);
  });
  after(() => centre.stop());

  const answerTo = async (signed: SignedInit) => (await send(centre, signed)).json() as Promise<unknown>;
  const refusalOf = async (signed: SignedInit) => {
    const answer = await send(centre, signed);
    return [answer.status, await codeOf(answer)];
  };

  it('knows the agreement, and has the body that was signed', async () => {
    const id = `partner-${partner.agreement.slice(0, 8)}`;
    assert.deepEqual(await answerTo(partner.sign(`${PATH}?a=1`)), {
      ...{ id: partner.agreement, partner: id, state: 'active', body: null },
    });
    assert.deepEqual(await answerTo(partner.sign(PATH, { method: 'PUT', json: { seconds: 60 } })), {
      ...{ id: partner.agreement, partner: id, state: 'active', body: { seconds: 60 } },
    });
  });

  it('refuses who does not sign, and what was changed', async () => {
    assert.deepEqual(await refusalOf({ path: PATH, init: { method: 'GET', headers: new Headers() } }), [
      401,
      'signature_missing',
    ]);
    const put = partner.sign(PATH, { method: 'PUT', json: { seconds: 60 } });
    const other = { ...put, init: { ...put.init, body: '{"seconds":61}' } };
    assert.deepEqual(await refusalOf(other), [401, 'signature_invalid']);
    assert.deepEqual(await refusalOf({ ...partner.sign(PATH), path: `${PATH}/ended` }), [401, 'signature_invalid']);
  });

  it('refuses a signature for the same path at another of our centres', async () => {
    const neighbour = await createTestCentre();
    const foreign = await addPartner(neighbour);
    assert.deepEqual(await refusalOf(foreign.sign(PATH)), [401, 'signature_invalid']);
    await neighbour.stop();
  });

  it('accepts a signature once, at whichever server it comes first', async () => {
    const signed = partner.sign(PATH);
    assert.equal((await send(second, signed)).status, 200);
    assert.deepEqual(await refusalOf(signed), [401, 'signature_invalid']);
  });

  it('accepts every key that the partner has told us, and no other', async () => {
    const seeds = [1, 2].map((byte) => new Uint8Array(32).fill(byte));
    const rotated = await addPartner(centre, { seeds });
    assert.equal((await send(centre, rotated.sign(PATH))).status, 200);
    const old = await addPartner(centre, { seeds: seeds.toReversed() });
    assert.equal((await send(centre, old.sign(PATH))).status, 200);
    await centre.db
      .updateTable('agreement')
      .set({ partner: JSON.stringify({ keys: [rotated.keys.shown[0]] }) })
      .where('id', '=', old.agreement)
      .execute();
    assert.deepEqual(await refusalOf(old.sign(PATH)), [401, 'signature_invalid']);
  });

  it('knows no agreement in which we sell, nor one that was only offered', async () => {
    for (const options of [{ role: 'seller' }, { state: 'offered' }] as const) {
      const other = await addPartner(centre, options);
      assert.deepEqual(await refusalOf(other.sign(PATH)), [401, 'signature_invalid']);
    }
  });

  it('says that an agreement has ended, save where what was sold is cared for', async () => {
    const ended = await addPartner(centre, { state: 'ended' });
    assert.deepEqual(await refusalOf(ended.sign(PATH)), [403, 'agreement_not_active']);
    assert.equal((await send(centre, ended.sign(`${PATH}/ended`))).status, 200);
  });

  it('counts a partner by its agreement, not by its network', async () => {
    const hasty = await addPartner(centre, { requestsPerMinute: 30 });
    const answers = [];
    // More than the twenty that a network may ask.
    for (let n = 0; n < 31; n += 1) answers.push(await send(centre, hasty.sign(PATH)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [...Array<number>(30).fill(200), 429],
    );
    assert.deepEqual(
      [answers.at(-1)!.headers.get('Retry-After'), await codeOf(answers.at(-1)!)],
      ['2', 'rate_limited'],
    );
    assert.equal((await send(centre, partner.sign(PATH))).status, 200);
    clock.pass(2_000);
    assert.equal((await send(centre, hasty.sign(PATH))).status, 200);
  });

  it('counts who cannot prove to be a partner by its network', async () => {
    const from = '198.51.100.20';
    const { init } = partner.sign(PATH, { method: 'PUT', json: { seconds: 60 } });
    const forged = { ...init, from, body: '{"seconds":61}' };
    const statuses = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await centre.request(PATH, forged)).status);
    assert.deepEqual([statuses[0], statuses.at(-1)], [401, 429]);
  });
});

describe('one signature at two servers at the same moment', () => {
  async function accepted(prepare: (centre: TestCentre) => Promise<void>): Promise<readonly number[]> {
    const centre = await createTestCentre({ seed: false });
    const servers: TestServer[] = [centre, await centre.another()];
    for (const server of servers) addProbes(server);
    await prepare(centre);
    const partner = await addPartner(centre);
    const counts = [];
    for (let round = 0; round < 20; round += 1) {
      const signed = partner.sign(PATH);
      const answers = await Promise.all(servers.map((server) => send(server, signed)));
      counts.push(answers.filter(({ status }) => status === 200).length);
    }
    await centre.stop();
    return counts;
  }

  it('is accepted exactly once', async () => {
    assert.deepEqual(new Set(await accepted(async () => {})), new Set([1]));
  });

  it('would be accepted by both if the nonces were not unique', async () => {
    const counts = await accepted(async ({ adminUrl, schema }) => {
      const client = new pg.Client(adminUrl);
      await client.connect();
      await client.query(`alter table ${schema}.network_nonce drop constraint network_nonce_pkey`);
      await client.end();
    });
    assert.deepEqual(new Set(counts), new Set([2]));
  });
});
