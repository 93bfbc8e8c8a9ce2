import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRecent } from '../../../../../server/features/network/partner-programme/recent.ts';
import { standingClock } from '../../../../harness/http.ts';

describe('answers kept for a moment', () => {
  const asking = () => {
    let count = 0;
    return async () => {
      count += 1;
      return count;
    };
  };

  it('are given to all who ask the same while they are good', async () => {
    const clock = standingClock();
    const recent = createRecent<number>(clock, 1_000, 10);
    const ask = asking();
    assert.deepEqual(await Promise.all([recent.get('one', ask), recent.get('one', ask)]), [1, 1]);
    clock.pass(999);
    assert.equal(await recent.get('one', ask), 1);
    assert.equal(await recent.get('two', ask), 2);
    clock.pass(1);
    assert.equal(await recent.get('one', ask), 3);
  });

  it('make way for newer ones, the oldest first', async () => {
    const recent = createRecent<number>(standingClock(), Number.POSITIVE_INFINITY, 2);
    const ask = asking();
    for (const key of ['one', 'two', 'three', 'two', 'one']) await recent.get(key, ask);
    assert.equal(await recent.get('one', ask), 4, 'the first had made way');
    assert.equal(await recent.get('three', ask), 3);
  });

  it('are not kept when there was none', async () => {
    const recent = createRecent<number>(standingClock(), 1_000, 10);
    await assert.rejects(recent.get('one', () => Promise.reject(new Error('away'))));
    assert.equal(await recent.get('one', asking()), 1);
  });
});
