import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { silentLog } from '../../../../server/adapters/log.ts';
import { reachDatabase } from '../../../../server/adapters/postgres/index.ts';
import { lookAt } from '../../../harness/moving.ts';

describe('a database that may be in use', () => {
  it('is started when nobody runs it, joined when somebody does, and left as it was found', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-reach-'));
    const first = await reachDatabase({ folder }, silentLog);
    const second = await reachDatabase({ folder }, silentLog);
    assert.equal(second.adminUrl, first.adminUrl);
    await second.leave();
    assert.deepEqual(await lookAt(first.adminUrl, 'select 1 as one'), [{ one: 1 }]);
    await first.leave();
    await assert.rejects(lookAt(first.adminUrl, 'select 1'));
    rmSync(folder, { recursive: true });
  });

  it('is where the operator says', async () => {
    const { adminUrl, leave } = await reachDatabase({ url: 'postgres://elsewhere.example/foyer' }, silentLog);
    await leave();
    assert.equal(adminUrl, 'postgres://elsewhere.example/foyer');
  });
});
