import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
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

  it('that somebody else has are named in one line, with what to do', async (test) => {
    const holder = createServer().listen(0, '127.0.0.1');
    test.after(() => holder.close());
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const first = port - 1;
    await assert.rejects(findPorts(first), (error) => {
      assert.ok(error instanceof PortTakenError);
      const [, taken] = /^Port (\d+) is in use\. .+PORT=\d+ npm start$/.exec(error.message) ?? [];
      // Others on this machine may have those around it.
      const ours = Array.from({ length: DOORS }, (_, index) => String(first + index));
      assert.ok(taken && ours.includes(taken), error.message);
      return true;
    });
  });
});
