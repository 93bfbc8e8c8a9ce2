import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBreaker } from '../../../../../server/features/network/calls/breaker.ts';
import { createManualTimers } from '../../../../../stories/fixtures/manual-timers.ts';

function broken() {
  const timers = createManualTimers();
  const breaker = createBreaker(timers);
  const fail = () => {
    assert.equal(breaker.enter(), 0);
    breaker.leave(false);
  };
  for (let n = 0; n < 5; n += 1) fail();
  return { breaker, timers, fail };
}

describe('a breaker', () => {
  it('lets calls through while no five in a row fail', () => {
    const breaker = createBreaker(createManualTimers());
    for (const healthy of [false, false, false, false, true, false, false, false, false]) {
      assert.equal(breaker.enter(), 0);
      breaker.leave(healthy);
    }
    assert.equal(breaker.enter(), 0);
  });

  it('keeps calls away after five, and says for how long', () => {
    const { breaker, timers } = broken();
    assert.equal(breaker.enter(), 5);
    timers.advance(3_200);
    assert.equal(breaker.enter(), 2);
  });

  it('lets one try after a while, and all when that one went well', () => {
    const { breaker, timers } = broken();
    timers.advance(5_000);
    assert.deepEqual([breaker.enter(), breaker.enter(), breaker.enter()], [0, 1, 1]);
    breaker.leave(true);
    assert.deepEqual([breaker.enter(), breaker.enter()], [0, 0]);
  });

  it('stays open when that one failed', () => {
    const { breaker, timers, fail } = broken();
    timers.advance(5_000);
    fail();
    assert.equal(breaker.enter(), 5);
  });

  it('lets another try when nobody can know how that one went', () => {
    const { breaker, timers } = broken();
    timers.advance(5_000);
    assert.equal(breaker.enter(), 0);
    breaker.leave(undefined);
    assert.equal(breaker.enter(), 0);
  });
});
