import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createObservable } from '../../../sdk/stores/observable.ts';

/** A store that notes when it is begun and rested, in a time that the test lets pass. */
function open(test: TestContext) {
  test.mock.timers.enable({ apis: ['setTimeout'] });
  const noted: string[] = [];
  const store = createObservable({ count: 0 }, () => {
    noted.push('begun');
    return () => noted.push('rested');
  });
  return { store, noted, pass: (milliseconds: number) => test.mock.timers.tick(milliseconds) };
}

describe('what others read', () => {
  it('is begun for the first who looks, and rests a second after the last', (test) => {
    const { store, noted, pass } = open(test);
    assert.deepEqual([store.get(), store.followed, noted], [{ count: 0 }, false, []]);
    const leave = [store.subscribe(() => {}), store.subscribe(() => {})];
    for (const one of leave) one();
    pass(999);
    assert.deepEqual([store.followed, noted], [true, ['begun']]);
    pass(1);
    assert.deepEqual([store.followed, noted], [false, ['begun', 'rested']]);
    store.subscribe(() => {});
    assert.deepEqual(noted, ['begun', 'rested', 'begun']);
  });

  it('is not begun anew for who comes back within a second', (test) => {
    const { store, noted, pass } = open(test);
    store.subscribe(() => {})();
    pass(500);
    const leave = store.subscribe(() => {});
    pass(5000);
    assert.deepEqual(noted, ['begun']);
    leave();
    pass(1000);
    assert.deepEqual(noted, ['begun', 'rested']);
  });

  it('counts who leaves twice as one', (test) => {
    const { store, noted, pass } = open(test);
    const leave = store.subscribe(() => {});
    const heard: number[] = [];
    store.subscribe(({ count }) => void heard.push(count));
    leave();
    leave();
    pass(5000);
    store.set({ count: 1 });
    assert.deepEqual([noted, heard], [['begun'], [0, 1]]);
  });

  it('tells with a signal that nobody looks any more, each time anew', (test) => {
    const { store, pass } = open(test);
    const leave = store.subscribe(() => {});
    const { signal } = store;
    leave();
    assert.equal(signal.aborted, false);
    pass(1000);
    assert.equal(signal.aborted, true);
    store.subscribe(() => {});
    assert.equal(store.signal.aborted, false);
  });
});
