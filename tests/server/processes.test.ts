import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestCentre, openTestCart, type TestCentre } from '../harness/centre.ts';
import { startProgram } from '../harness/process.ts';
import { faultsAfter, lineUp, run } from '../harness/race.ts';
import { type SeveralProcesses, startSeveral } from '../harness/several.ts';
import { removeGuards } from '../harness/unguarded.ts';

const SEATS = ['A', 'B', 'C'].flatMap((row) => [1, 2, 3, 4, 5, 6].map((seat) => `Z-${row}-${seat}`));

/** Forty carts over all processes want what others want too. @returns what must never be. */
async function race(centre: TestCentre, { door }: SeveralProcesses) {
  const attempts = await run(await lineUp({ servers: [door], carts: 40, seats: SEATS, seed: 20261128 }));
  return { attempts, faults: await faultsAfter(centre.db, attempts) };
}

const isGone = (pid: number) => {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
};

describe('several processes of one centre', () => {
  let centre: TestCentre;
  let several: SeveralProcesses;
  before(async () => {
    centre = await createTestCentre();
    several = await startSeveral(centre, 2);
  });
  after(async () => {
    await several.stop();
    await centre.stop();
  });

  it('sell one hall, and no seat twice', async () => {
    assert.equal(several.pids.length, 2);
    const { attempts, faults } = await race(centre, several);
    assert.deepEqual(faults, []);
    const statuses = new Set(attempts.map(({ answer }) => answer.status));
    assert.deepEqual([...statuses].sort(), [200, 409]);
  });

  it('go on when one is killed, with what it held, and are as many again a moment later', async () => {
    const cart = await openTestCart(several.door);
    assert.equal((await cart.holdSeats(['Z-E-1', 'Z-E-2'])).status, 200);
    const [killed = 0] = several.pids;
    process.kill(killed, 'SIGKILL');
    await several.program.says('process-ended');
    for (let time = 0; time < 4; time += 1) assert.equal((await cart.show()).lines.length, 2);
    const other = await openTestCart(several.door);
    assert.equal((await other.holdSeats(['Z-E-2', 'Z-E-3'])).code, 'seats_taken');
    assert.equal((await other.holdSeats(['Z-E-3', 'Z-E-4'])).status, 200);
    await several.started(3);
    assert.ok(isGone(killed));
  });

  it('end together at a signal, and leave nothing running', async () => {
    const again = await startSeveral(centre, 2);
    again.program.kill('SIGTERM');
    assert.equal((await again.program.ended).code, 0);
    assert.deepEqual(again.pids.map(isGone), [true, true]);
  });

  it('are not started when they cannot be', async () => {
    const { code, errors } = await startProgram('server/main.ts', ['--processes', '0']).ended;
    assert.equal(code, 1);
    assert.match(errors, /--processes must be a whole number from 1 to 64; it is “0”/);
  });
});

describe('several processes of a centre whose database guards nothing', () => {
  it('sell a seat twice, and this test sees it', async () => {
    const centre = await createTestCentre();
    const several = await startSeveral(centre, 2);
    try {
      await removeGuards(centre);
      assert.notDeepEqual((await race(centre, several)).faults, []);
    } finally {
      await several.stop();
      await centre.stop();
    }
  });
});
