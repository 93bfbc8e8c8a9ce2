import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decimal, statementCsv } from '../../../../server/features/settlement/csv.ts';
import { sampleStatement } from '../../../harness/statement.ts';

describe('a statement as CSV', () => {
  it('has a row a line, in euros with a dot, and ends its rows as the standard says', () => {
    const statement = sampleStatement({ role: 'seller', prices: [2400] });
    const rows = statementCsv(statement).split('\r\n');
    assert.equal(rows.length, statement.lines.length + 2);
    assert.equal(rows.at(-1), '');
    const [header = '', first = ''] = rows;
    const row = Object.fromEntries(header.split(',').map((name, index) => [name, first.split(',')[index]]));
    const { kind, owed_eur, role, vat, period } = row;
    assert.deepEqual(
      { kind, owed_eur, role, vat, period },
      {
        kind: 'sale',
        owed_eur: '-24.00',
        role: 'seller',
        vat: 'BE-6',
        period: '2026-11',
      },
    );
  });

  it('writes no cell that a spreadsheet would reckon with, and quotes what must be', () => {
    const statement = sampleStatement({ role: 'owner', place: '=HYPERLINK("x"),1' });
    assert.ok(statementCsv(statement).includes(`,"'=HYPERLINK(""x""),1",`));
  });

  it('writes cents as euros', () => {
    assert.deepEqual([0, 5, -5, 100, -123_456].map(decimal), ['0.00', '0.05', '-0.05', '1.00', '-1234.56']);
  });
});
