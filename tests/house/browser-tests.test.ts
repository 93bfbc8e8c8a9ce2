import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runText } from '../harness/command.ts';

it('a test in the browser that finds an element where none should be fails, and says so', async () => {
  const harness = new URL('../harness/browser-tests.ts', import.meta.url);
  // What it says would be read as said of this file.
  const script = `
    import { askBrowser } from ${JSON.stringify(harness)};
    console.log(JSON.stringify(await askBrowser(['tests/fixtures/unwanted-element.ts'], 20_000)));`;
  const { out } = await runText(script);
  assert.match(out, /✖ a page › has none/);
  assert.match(
    out,
    /\{"passed":1,"failures":\["tests\/fixtures\/unwanted-element\.ts › a page › has none\\n[^"]+"\]\}/,
  );
});
