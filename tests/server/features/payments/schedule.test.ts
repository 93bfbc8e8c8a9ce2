import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXPIRY_GRACE, nextCheck } from '../../../../server/features/payments/schedule.ts';

const MINUTE = 60_000;
const open = { status: 'open', expiresIn: null, refunding: false } as const;

describe('when a payment is looked at again', () => {
  it('looks often at first, then daily for as long as it takes', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 50].map((checks) => nextCheck({ ...open, checks }));
    assert.deepEqual(pauses, [10_000, MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 1440 * MINUTE, 1440 * MINUTE]);
  });

  it('looks soon after the payment should have ended', () => {
    assert.equal(nextCheck({ ...open, checks: 4, expiresIn: 3 * MINUTE }), 3 * MINUTE + EXPIRY_GRACE);
  });

  it('does not hurry for a payment whose end has passed', () => {
    assert.equal(nextCheck({ ...open, checks: 3, expiresIn: -10 * MINUTE }), 15 * MINUTE);
  });

  it('leaves a payment alone that is over', () => {
    for (const status of ['paid', 'failed', 'canceled', 'expired', 'refused', 'suspect'] as const) {
      assert.equal(nextCheck({ status, checks: 0, expiresIn: null, refunding: false }), null);
    }
  });

  it('keeps watching a paid payment while money of it goes back', () => {
    assert.equal(nextCheck({ status: 'paid', checks: 1, expiresIn: null, refunding: true }), MINUTE);
  });
});
