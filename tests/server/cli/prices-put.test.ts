import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { listen } from '../../../server/http/listen.ts';
import { createTestCentre, TEST_MANAGE_TOKEN, type TestCentre } from '../../harness/centre.ts';
import { foyer } from '../../harness/command.ts';

/** The command as a person types it, at a centre that listens on a port of this machine. */
describe('foyer prices put', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-put-'));
  let centre: TestCentre;
  let listener: Awaited<ReturnType<typeof listen>>;
  before(async () => {
    process.env.FOYER_TOKEN = TEST_MANAGE_TOKEN;
    centre = await createTestCentre();
    listener = await listen(centre.app, { port: 0 });
  });
  after(async () => {
    delete process.env.FOYER_TOKEN;
    await listener.close();
    await centre.stop();
    rmSync(folder, { recursive: true });
  });

  const url = () => `http://127.0.0.1:${listener.port}${centre.base}`;
  function file(list: object): string {
    const path = join(folder, 'prices.json');
    writeFileSync(path, JSON.stringify({ version: 1, ...list }));
    return path;
  }
  const groups = async () =>
    (await (await centre.request('/price-list')).json()).groups.map(({ id }: { id: string }) => id);

  it('lets a good list hold, and a bad one change nothing', async () => {
    const good = await foyer('prices', 'put', file({ groups: [{ id: 'discounts' }] }), '--url', url());
    assert.deepEqual([good.status, good.err], [0, '']);
    assert.deepEqual(await groups(), ['discounts']);
    const shape = await foyer('prices', 'put', file({ groups: 1 }), '--url', url());
    assert.equal(shape.status, 1);
    assert.match(shape.err, /groups/);
    const twice = await foyer('prices', 'put', file({ groups: [{ id: 'a' }, { id: 'a' }] }), '--url', url());
    assert.equal(twice.status, 1);
    assert.match(twice.err, /groups\.1/);
    assert.deepEqual(await groups(), ['discounts']);
  });

  it('says what is missing', async () => {
    assert.equal((await foyer('prices', 'put')).status, 2);
    assert.equal((await foyer('prices', 'put', file({}))).status, 2);
  });
});
