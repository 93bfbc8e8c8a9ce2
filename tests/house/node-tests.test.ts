import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runText, type Said } from '../harness/command.ts';

const FILES = {
  'open.test.mjs': `
    import { createServer } from 'node:net';
    import { test } from 'node:test';
    test('passes', () => createServer().listen(0));`,
  'endless.test.mjs': `
    import { test } from 'node:test';
    test('never ends', () => new Promise((resolve) => setInterval(resolve, 2 ** 30)));`,
  'sound.test.mjs': `
    import { test } from 'node:test';
    test('is sound', () => {});`,
};

describe('a test file that stays open', () => {
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

  it('is ended, and told by name with what keeps it', () => {
    assert.match(said.out, /open\.test\.mjs was ended after 3 s; it was still waiting, with .*TCPServerWrap/);
    assert.match(said.out, /endless\.test\.mjs was ended after 3 s; it was still waiting, with .*Timeout/);
    assert.doesNotMatch(said.out, /sound\.test\.mjs was ended/);
  });

  it('counts as failed, beside the tests in it that passed', () => {
    assert.match(said.out, /\{"passed":2,"failed":2\}/);
  });
});
