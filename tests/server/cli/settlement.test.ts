import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { transact } from '../../../server/adapters/postgres/transact.ts';
import { bookEntries } from '../../../server/features/ledger/index.ts';
import { type Listener, listen } from '../../../server/http/listen.ts';
import { TEST_MANAGE_TOKEN, type TestCentre } from '../../harness/centre.ts';
import type { TestCluster } from '../../harness/cluster.ts';
import { sampleSale } from '../../harness/ledger.ts';
import { bookAtBoth, createPaidCluster } from '../../harness/settlement.ts';

describe('foyer settlement', () => {
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  let listener: Listener;
  const folder = mkdtempSync(join(tmpdir(), 'foyer-settlement-'));
  before(async () => {
    cluster = await createPaidCluster(2);
    [owner, seller] = cluster.centres as [TestCentre, TestCentre];
    await bookAtBoth(
      owner,
      seller,
      sampleSale({ agreement: cluster.agreementOf(owner, seller), prices: [2400, 1200] }),
    );
    listener = await listen(seller.app, { port: 0, host: '127.0.0.1' });
  });
  after(async () => {
    await listener.close();
    await cluster.stop();
    rmSync(folder, { recursive: true });
  });

  function settle(...args: string[]): Promise<{ status: number | null; out: string; error: string }> {
    const url = `http://127.0.0.1:${listener.port}/centres/${seller.id}`;
    const child = spawn(process.execPath, ['server/cli/foyer.ts', 'settlement', '--url', url, ...args], {
      env: { ...process.env, FOYER_TOKEN: TEST_MANAGE_TOKEN },
    });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      error += chunk.toString();
    });
    return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, error })));
  }

  it('writes the statement and the invoice, and says who pays whom and that both agree', async () => {
    const { status, out, error } = await settle('--partner', owner.id, '--period', '2026-11', '--out', folder);
    assert.equal(status, 0, error);
    assert.match(out, /Huis 2 pays € 32\.70 to Huis 1, \+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+/);
    assert.match(out, /exactly the same lines/);
    const base = `${owner.id}-2026-11`;
    assert.deepEqual(
      readdirSync(folder).sort(),
      ['csv', 'json', 'pdf', 'xml'].map((ending) => `${base}.${ending}`),
    );
    const read = (ending: string) => readFileSync(join(folder, `${base}.${ending}`), 'latin1');
    assert.ok(read('pdf').startsWith('%PDF-1.7'));
    assert.ok(read('csv').startsWith('period,booked_at,'));
    assert.match(read('xml'), /<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/);
  });

  it('names the lines on which they do not agree, and fails', async () => {
    const extra = sampleSale({ agreement: cluster.agreementOf(owner, seller), prices: [1500] });
    await transact(seller.db, (trx) => bookEntries(trx, 'seller', extra));
    const { status, out } = await settle('--partner', owner.id, '--period', '2026-11', '--out', folder);
    assert.equal(status, 1);
    for (const { id } of extra) assert.match(out, new RegExp(`missing there: .*${id}`));
  });

  it('says that there is no invoice where nothing was sold', async () => {
    const { status, out } = await settle('--partner', owner.id, '--period', '2026-10', '--out', folder);
    assert.equal(status, 0);
    assert.match(out, /Nobody owes anything/);
    assert.match(out, /No invoice: there is no commission/);
  });

  it('refuses what is no partner and no month before it writes anything', async () => {
    const unknown = await settle('--partner', 'niemand', '--period', '2026-11', '--out', folder);
    assert.deepEqual([unknown.status, /not found/.test(unknown.error)], [1, true]);
    for (const args of [
      ['--partner', '../x', '--period', '2026-11'],
      ['--partner', owner.id, '--period', '2026-13'],
      ['--what'],
    ]) {
      assert.equal((await settle(...args)).status, 2);
    }
  });
});
