import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { measureSizes, RECORD, type Size } from '../bench/sizes.ts';

const recorded = JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, Size>;
const AGAIN = 'If that is meant: node tests/bench/sizes.ts --record';

describe('what a page loads', () => {
  let sizes: Record<string, Size> = {};
  before(async () => {
    sizes = await measureSizes();
  });

  it('is recorded for every element, and for nothing that is no more', () => {
    assert.deepEqual(Object.keys(recorded).sort(), Object.keys(sizes).sort(), AGAIN);
  });

  for (const [name, { gzip }] of Object.entries(recorded)) {
    it(`has not grown for ${name}`, () => {
      const now = sizes[name]?.gzip ?? 0;
      assert.ok(now <= gzip + Math.max(300, gzip * 0.02), `${name} grew from ${gzip} to ${now} bytes (gzip). ${AGAIN}`);
    });

    it(`is recorded as small as it is for ${name}`, () => {
      const now = sizes[name]?.gzip ?? 0;
      assert.ok(
        now >= gzip - Math.max(1000, gzip * 0.05),
        `${name} shrank from ${gzip} to ${now}: well done. ${AGAIN}`,
      );
    });
  }

  it('is under 3 kB (gzip) before an element is used', () => {
    assert.ok((sizes['foyer.js']?.gzip ?? Number.POSITIVE_INFINITY) < 3000);
  });

  it('is under 95 kB (gzip) from the seat map to the tickets', () => {
    assert.ok((sizes['seat map to tickets']?.gzip ?? Number.POSITIVE_INFINITY) < 95_000);
  });
});
