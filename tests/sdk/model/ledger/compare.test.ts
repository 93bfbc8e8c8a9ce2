import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareEntries, totalsOf } from '../../../../sdk/model/ledger/index.ts';

describe('two lists of entries laid side by side', () => {
  const list = fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 0, max: 30 }).map(String), hash: fc.constantFrom('a', 'b') }),
    {
      selector: ({ id }) => id,
    },
  );

  it('differ by what only one has and what both have otherwise, and by nothing else', () => {
    fc.assert(
      fc.property(list, list, (ours, theirs) => {
        const { missingHere, missingThere, different } = compareEntries(ours, theirs);
        const repaired = new Map(ours.map((entry) => [entry.id, entry]));
        for (const id of missingThere) repaired.delete(id);
        for (const id of [...missingHere, ...different]) {
          const their = theirs.find((entry) => entry.id === id);
          assert.ok(their);
          assert.notDeepEqual(repaired.get(id), their);
          repaired.set(id, their);
        }
        const hashes = (all: Iterable<{ id: string; hash: string }>) =>
          [...all].map(({ id, hash }) => `${id} ${hash}`).sort();
        assert.deepEqual(hashes(repaired.values()), hashes(theirs));
      }),
    );
  });

  it('are equal whatever order they come in', () => {
    fc.assert(
      fc.property(list, (ours) => {
        assert.deepEqual(compareEntries(ours, ours.toReversed()), { missingHere: [], missingThere: [], different: [] });
      }),
    );
  });
});

describe('totals', () => {
  it('are by kind and VAT code, the same in any order, and lose no cent', () => {
    const entry = fc.record({
      kind: fc.constantFrom('sale' as const, 'commission' as const),
      vat: fc.constantFrom('BE-6' as const, 'BE-21' as const),
      amount: fc.integer({ min: -5000, max: 5000 }).map((cents) => ({ cents, currency: 'EUR' as const })),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const totals = totalsOf(entries);
        assert.deepEqual(totals, totalsOf(entries.toReversed()));
        const sum = (all: readonly { amount: { cents: number } }[]) =>
          all.reduce((cents, { amount }) => cents + amount.cents, 0);
        assert.equal(sum(totals), sum(entries));
        assert.equal(
          totals.reduce((count, total) => count + total.count, 0),
          entries.length,
        );
      }),
    );
  });
});
