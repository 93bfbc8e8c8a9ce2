import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { foyer } from '../../harness/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-readme-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The JSON files that the README shows in its section on prices. */
function shown(): { readonly list: string; readonly cart: string } {
  const section =
    readFileSync('README.md', 'utf8')
      .split(/^### Prices$/m)[1]
      ?.split(/^### /m)[0] ?? '';
  const [list = '', cart = ''] = [...section.matchAll(/^```json5\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const paths = { list: join(folder, 'list.json'), cart: join(folder, 'cart.json') };
  writeFileSync(paths.list, list);
  writeFileSync(paths.cart, cart);
  return paths;
}

describe('the price list of the README', () => {
  it('is a good one', async () => {
    const { status, out } = await foyer('prices', 'check', shown().list);
    assert.equal(status, 0, out);
    assert.doesNotMatch(out, /never|\[(?!language-missing)/);
  });

  it('prices the cart of the README', async () => {
    const { cart, list } = shown();
    const { out } = await foyer('prices', 'try', list, '--cart', cart, '--language', 'en');
    assert.match(out, /Under 26 \(rule\)/);
    assert.match(out, /^Total {2}€37\.50 {2}\(saved: €12\.00\)$/m);
  });
});
