import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXPIRY_GRACE, nextCheck } from '../../../../server/features/payments/schedule.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 1440 * MINUTE;
const open = { status: 'open', age: 0, expiresIn: null, refundAge: null } as const;

describe('when a payment is looked at again', () => {
  it('is often at first, then daily for as long as it takes', () => {
    const looks = [];
    let age = 0;
    for (let count = 0; count < 7; count += 1) {
      age += nextCheck({ ...open, age }) ?? Number.NaN;
      looks.push(age);
    }
    assert.deepEqual(looks, [
      10 * SECOND,
      MINUTE,
      5 * MINUTE,
      15 * MINUTE,
      60 * MINUTE,
      60 * MINUTE + DAY,
      60 * MINUTE + 2 * DAY,
    ]);
  });

  it('does not depend on how often somebody else asked meanwhile', () => {
    assert.equal(nextCheck({ ...open, age: 2 * MINUTE }), 3 * MINUTE);
    assert.equal(nextCheck({ ...open, age: 2 * MINUTE + 2 * SECOND }), 3 * MINUTE - 2 * SECOND);
  });

  it('is soon after the payment should have ended', () => {
    assert.equal(nextCheck({ ...open, age: 20 * MINUTE, expiresIn: 3 * MINUTE }), 3 * MINUTE + EXPIRY_GRACE);
  });

  it('is not hurried for a payment whose end has passed', () => {
    assert.equal(nextCheck({ ...open, age: 20 * MINUTE, expiresIn: -10 * MINUTE }), 40 * MINUTE);
  });

  it('never comes for a payment that is over', () => {
    for (const status of ['paid', 'failed', 'canceled', 'expired', 'refused', 'suspect'] as const) {
      assert.equal(nextCheck({ ...open, status }), null);
    }
  });

  it('comes for a paid payment while money of it goes back', () => {
    assert.equal(nextCheck({ ...open, status: 'paid', age: 3 * DAY, refundAge: 0 }), 10 * SECOND);
  });
});
