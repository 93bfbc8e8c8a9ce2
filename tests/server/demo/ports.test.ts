import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { DOORS, findPorts, PortTakenError } from '../../../server/demo/ports.ts';

describe('the ports of the demo', () => {
  it('are different free ones when none is asked for', async () => {
    const { api, sites, cluster, payments, apart } = await findPorts(0);
    assert.equal(new Set([api, ...sites, cluster, payments, apart]).size, DOORS);
  });

  it('are the one asked for and those after it', async () => {
    // Somebody else on this machine may have any of them, so a few are tried.
    for (let first = 23_000; ; first += 97) {
      const found = await findPorts(first).catch((error: unknown) => {
        if (error instanceof PortTakenError && first < 30_000) return null;
        throw error;
      });
      if (!found) continue;
      assert.deepEqual(found, {
        api: first,
        sites: [first + 1, first + 2, first + 3],
        cluster: first + 4,
        payments: first + 5,
        apart: first + 6,
      });
      return;
    }
  });

  it('that somebody else has are named in one line, with what to do', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' ? address!.port : 0;
    await assert.rejects(findPorts(port - 1), (error) => {
      assert.ok(error instanceof PortTakenError);
      assert.match(error.message, new RegExp(`^Port ${port} is in use\\. .+PORT=\\d+ npm start$`));
      return true;
    });
    holder.close();
  });
});
