import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completePlatform, createDecoder, createMemory, webRandomness, webTimers } from '../../sdk/platform.ts';

describe('the SDK’s surroundings', () => {
  it('are the web’s own where nothing is given, and what is given where it is', () => {
    const memory = createMemory();
    const platform = completePlatform({ memory });
    assert.equal(platform.memory, memory);
    assert.equal(platform.timers, webTimers);
    assert.equal(platform.random, webRandomness);
    assert.equal(typeof platform.fetch, 'function');
  });

  it('make keys of 128 bits that never repeat', () => {
    const keys = Array.from({ length: 1000 }, () => webRandomness.key());
    assert.equal(new Set(keys).size, keys.length);
    assert.ok(keys.every((key) => /^[0-9a-f]{32}$/.test(key)));
  });

  it('call back once, and not at all when it was prevented', (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const called: string[] = [];
    webTimers.after(100, () => void called.push('kept'));
    const prevent = webTimers.after(100, () => void called.push('prevented'));
    prevent();
    test.mock.timers.tick(500);
    assert.deepEqual(called, ['kept']);
  });

  it('read a character that was cut in two', () => {
    const decode = createDecoder();
    const bytes = new TextEncoder().encode('€ 5');
    assert.equal(decode(bytes.slice(0, 2)) + decode(bytes.slice(2)), '€ 5');
  });

  it('remember what was set until it is removed', () => {
    const memory = createMemory({ a: '1' });
    memory.set('b', '2');
    memory.remove('a');
    assert.deepEqual([memory.get('a'), memory.get('b')], [null, '2']);
  });
});
