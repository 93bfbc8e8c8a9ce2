import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPace } from '../../../sdk/stores/pace.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';

function open() {
  const timers = createManualTimers();
  let happened = 0;
  const pace = createPace(timers, () => {
    happened += 1;
  });
  return { timers, pace, count: () => happened };
}

describe('a pace', () => {
  it('lets what comes now and then happen at once', () => {
    const { timers, pace, count } = open();
    for (let time = 1; time <= 100; time += 1) {
      pace.ask();
      assert.equal(count(), time);
      timers.advance(50);
    }
  });

  it('lets a flood happen at most once a frame of a slow screen, and its last part too', () => {
    const { timers, pace, count } = open();
    for (let asked = 0; asked < 4000; asked += 1) {
      pace.ask();
      if (asked % 4 === 3) timers.advance(1);
    }
    assert.ok(count() <= 20 + 1000 / 40, `${count()} in a second`);
    assert.ok(count() >= 1000 / 40);
    const before = count();
    timers.advance(40);
    assert.ok(count() <= before + 1);
    assert.equal(timers.waiting, 0);
  });

  it('forgets what it still had to do when it is cancelled, and goes on when asked again', () => {
    const { timers, pace, count } = open();
    for (let asked = 0; asked < 25; asked += 1) pace.ask();
    assert.equal(timers.waiting, 1);
    pace.cancel();
    timers.advance(1000);
    assert.equal(count(), 20);
    pace.ask();
    assert.equal(count(), 21);
  });
});
