import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';

const TOKEN = 'A'.repeat(32);

describe('a webhook', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());

  it('needs no origin, no token of ours and no JSON', async () => {
    const answer = await centre.request(`/webhooks/mollie/${TOKEN}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://stranger.example' },
      body: 'id=tr_7UhSN1zuXS',
    });
    assert.deepEqual([answer.status, await answer.text()], [200, '']);
  });

  it('is asked to come again while it cannot be kept', async () => {
    const server = await centre.another();
    // A database that was never asked anything has nothing to close.
    await server.request('');
    await server.runtime.db.destroy();
    const answer = await server.request(`/webhooks/mollie/${TOKEN}`, { method: 'POST', body: 'id=tr_7UhSN1zuXS' });
    assert.equal(answer.status, 503);
    assert.equal((await answer.json()).error.code, 'unavailable');
  });
});
