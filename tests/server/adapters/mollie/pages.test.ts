import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemsOf, type Page } from '../../../../server/adapters/mollie/pages.ts';

/** A list of so many pages, one number on each. */
const list = (pages: number, number = 1): Page<number> =>
  Object.assign([number], number < pages ? { nextPage: async () => list(pages, number + 1) } : {});

async function collect(pages: number) {
  const seen: number[] = [];
  const items = itemsOf(
    async () => list(pages),
    (page) => page(),
  );
  for await (const item of items) seen.push(item);
  return seen;
}

describe('Mollie’s lists', () => {
  it('are gone through to the end, in order', async () => {
    assert.deepEqual(await collect(1), [1]);
    assert.deepEqual(
      await collect(20),
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it('are given up loudly when they are too long, for "not found" would be a lie', async () => {
    await assert.rejects(collect(21), { name: 'ProviderError', outcome: 'unknown', code: 'failed' });
  });
});
