import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCluster, type TestCluster } from '../../../harness/cluster.ts';

/** The harness itself: what the other tests of this folder stand on. */
describe('a cluster of test centres', () => {
  let cluster: TestCluster;
  before(async () => {
    cluster = await createCluster({ centres: 2 });
  });
  after(() => cluster.stop());

  const address = (path: string) => cluster.centres[0]!.runtime.config.apiUrl + path;

  it('has an agreement in both directions, the same at both sides', async () => {
    const [one, other] = [cluster.centres[0]!, cluster.centres[1]!];
    const id = cluster.agreementOf(one, other);
    const roles = cluster.centres.map(({ db }) => db.selectFrom('agreement').select('role').where('id', '=', id));
    const [ours, theirs] = await Promise.all(roles.map((query) => query.executeTakeFirstOrThrow()));
    assert.deepEqual([ours?.role, theirs?.role], ['owner', 'seller']);
  });

  it('asks each other in process, and remembers what was asked', async () => {
    const answer = await cluster.network.fetch(address('/performances'));
    assert.equal((await answer.json()).performances[0].id, 'stuk-1');
    assert.match(cluster.network.sent.at(-1)?.path ?? '', /\/performances$/);
  });

  it('cannot reach a centre that is cut off, and loses its streams', async () => {
    const answer = await cluster.network.fetch(address('/performances/stuk-1/live'));
    const reader = answer.body!.getReader();
    assert.equal((await reader.read()).done, false);
    await reader.read();
    const waiting = reader.read();
    cluster.network.cut(cluster.centres[0]!);
    await assert.rejects(waiting, /terminated/);
    await assert.rejects(cluster.network.fetch(address('')), /fetch failed/);
    cluster.network.heal(cluster.centres[0]!);
    assert.equal((await cluster.network.fetch(address(''))).status, 200);
  });

  it('waits for a centre that is held, as long as whoever asks has patience', async () => {
    const line = cluster.network.hold(cluster.centres[0]!);
    const patience = new AbortController();
    const impatient = cluster.network.fetch(address(''), { signal: patience.signal });
    const patient = cluster.network.fetch(address(''));
    patience.abort();
    await assert.rejects(impatient, { name: 'AbortError' });
    line.release();
    assert.equal((await patient).status, 200);
  });
});
