import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPeriod, periodOf } from '../../../../sdk/model/ledger/index.ts';

describe('a period', () => {
  it('is the month it is in Belgium, in winter and in summer', () => {
    for (const [at, period] of [
      ['2026-11-30T22:59:59.999Z', '2026-11'],
      ['2026-11-30T23:00:00.000Z', '2026-12'],
      ['2026-06-30T21:59:59.999Z', '2026-06'],
      ['2026-06-30T22:00:00.000Z', '2026-07'],
      ['2026-12-31T23:00:00.000Z', '2027-01'],
    ] as const) {
      assert.equal(periodOf(new Date(at)), period);
    }
  });

  it('is written as year and month, and nothing else is one', () => {
    for (const text of ['2026-01', '2026-12']) assert.ok(isPeriod(text), text);
    for (const text of ['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01', ' 2026-01', '']) {
      assert.ok(!isPeriod(text), text);
    }
  });
});
