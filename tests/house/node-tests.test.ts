import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runText, type Said } from '../harness/command.ts';
import type { Outcome } from '../harness/node-tests.ts';

const FILES = {
  'open.test.mjs': `
    import { createServer } from 'node:net';
    import { test } from 'node:test';
    test('passes', () => createServer().listen(0));`,
  'endless.test.mjs': `
    import { test } from 'node:test';
    test('never ends', () => new Promise((resolve) => setInterval(resolve, 2 ** 30)));`,
  'wrong.test.mjs': `
    import { strictEqual } from 'node:assert';
    import { describe, it } from 'node:test';
    describe('a shop', () => it('counts', () => strictEqual(1, 2, 'one is not two')));`,
  'sound.test.mjs': `
    import { test } from 'node:test';
    test('is sound', () => {});`,
};

describe('test files in Node', () => {
  let folder: string;
  let said: Said;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'foyer-open-'));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const files = Object.keys(FILES).map((name) => join(folder, name));
    const harness = new URL('../harness/node-tests.ts', import.meta.url);
    // Within a test file, Node's runner runs nothing.
    const script = `
      import { runInNode } from ${JSON.stringify(harness)};
      delete process.env.NODE_TEST_CONTEXT;
      console.log(JSON.stringify(await runInNode(${JSON.stringify(files)}, 3, 3000)));`;
    said = await runText(script);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are ended when they stay open, and told by name with what keeps them', () => {
    assert.match(said.out, /open\.test\.mjs was ended after 3 s; it was still waiting, with .*TCPServerWrap/);
    assert.match(said.out, /endless\.test\.mjs was ended after 3 s; it was still waiting, with .*Timeout/);
    assert.doesNotMatch(said.out, /sound\.test\.mjs was ended/);
  });

  it('count as failed then, beside the tests in them that passed; what failed is told with its reason', () => {
    const { failures, passed } = JSON.parse(said.out.trim().split('\n').at(-1) ?? '') as Outcome;
    assert.equal(passed, 2);
    const [endless, open, wrong, ...others] = failures.toSorted();
    assert.deepEqual(others, []);
    assert.match(endless ?? '', /endless\.test\.mjs\n/);
    assert.match(open ?? '', /open\.test\.mjs\n/);
    assert.match(wrong ?? '', /wrong\.test\.mjs › counts\n +AssertionError .*one is not two/);
  });
});
