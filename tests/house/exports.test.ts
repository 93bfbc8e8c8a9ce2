import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface Manifest {
  readonly exports?: Record<string, string>;
}

const { exports: doors = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

describe('the package from outside', () => {
  it('gives the SDK by one door: ways to begin, with and without a server, a memory for those who bring none, a reader of what is taken, a programme to look through, also by day, one by one or by an address, subscriptions to choose, and a line to wait in', async () => {
    assert.deepEqual(Object.keys(await import('../../sdk/index.ts')).sort(), [
      'NO_FILTER',
      'PublicSeatState',
      'createCalendar',
      'createClient',
      'createMemory',
      'createPerformance',
      'createProgramme',
      'createSeatChoice',
      'createShop',
      'createSubscription',
      'createWaitingList',
      'eventOf',
      'filterInQuery',
      'filterProgramme',
      'filterWithin',
      'jsonLd',
      'lookThrough',
      'queryWithFilter',
      'readStatus',
    ]);
  });

  for (const file of ['sdk/index.ts', 'components/embed.ts']) {
    it(`can import ${file} on a server, where it says and starts nothing`, () => {
      const script = `await import('./${file}'); console.log(process.getActiveResourcesInfo().includes('Timeout'))`;
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
      });
      assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: 'false\n', stderr: '' });
    });
  }

  it('has no door in package.json that leads nowhere', () => {
    assert.deepEqual(
      Object.values(doors).filter((file) => !existsSync(file)),
      [],
    );
  });
});
