import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** Pages that set `html { font-size: 62.5% }` are many; they would shrink what is measured in `rem`. */
describe('lengths in elements', () => {
  it('are pixels or follow the text around them, never the root of somebody’s page', () => {
    const found = globSync('components/**/*.ts').flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => (/\d\s*r(?:em|ex|ch|ic|lh|cap)\b/.test(line) ? [`${file}:${index + 1}`] : [])),
    );
    assert.deepEqual(found, []);
  });
});
