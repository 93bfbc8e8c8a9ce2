import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entry } from '../../../../sdk/contract/network/entry.ts';
import { canonicalEntry, hashEntry } from '../../../../sdk/model/ledger/index.ts';

const entry: Entry = {
  id: '6f1f0c3e-8f3a-4a55-9d0e-0c6f5a2b7d11',
  agreement: '0a4b7c7e-2a2f-4a77-8a4c-7c1f3a9b5e22',
  reservation: '3c9d1e5f-4b6a-4c88-9b3d-5e7f9a1b3c44',
  line: '9e8d7c6b-5a49-4382-8716-253443526170',
  performance: 'hamlet',
  place: 'P-A-1',
  kind: 'sale',
  amount: { cents: 2400, currency: 'EUR' },
  vat: 'BE-6',
  at: '2026-11-20T19:00:00.000Z',
};

describe('an entry as a text', () => {
  it('is this, for ever: other centres compare by it', () => {
    assert.equal(
      canonicalEntry(entry),
      '{"agreement":"0a4b7c7e-2a2f-4a77-8a4c-7c1f3a9b5e22","amount":{"cents":2400,"currency":"EUR"},' +
        '"at":"2026-11-20T19:00:00.000Z","id":"6f1f0c3e-8f3a-4a55-9d0e-0c6f5a2b7d11","kind":"sale",' +
        '"line":"9e8d7c6b-5a49-4382-8716-253443526170","performance":"hamlet","place":"P-A-1",' +
        '"reservation":"3c9d1e5f-4b6a-4c88-9b3d-5e7f9a1b3c44","vat":"BE-6"}',
    );
  });

  it('is the same however its members, ids and moment were written', () => {
    const { id, ...rest } = entry;
    const other = { ...rest, at: '2026-11-20T20:00:00+01:00', amount: { currency: 'EUR' as const, cents: 2400 } };
    assert.equal(canonicalEntry({ ...other, id: id.toUpperCase() }), canonicalEntry(entry));
  });

  it('is another when anything of it is', () => {
    const changes: Partial<Entry>[] = [
      { id: entry.line },
      { agreement: entry.line },
      { reservation: entry.line },
      { line: entry.id },
      { performance: 'macbeth' },
      { place: 'P-A-2' },
      { kind: 'refund' },
      { amount: { cents: 2401, currency: 'EUR' } },
      { vat: 'BE-12' },
      { at: '2026-11-20T19:00:00.001Z' },
    ];
    const texts = changes.map((change) => canonicalEntry({ ...entry, ...change }));
    assert.equal(new Set([canonicalEntry(entry), ...texts]).size, changes.length + 1);
  });

  it('is what is hashed', () => {
    assert.equal(
      hashEntry(entry, (text) => `#${text}`),
      `#${canonicalEntry(entry)}`,
    );
  });
});
