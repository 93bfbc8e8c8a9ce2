import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createEventReader } from '../../../sdk/client/server-sent-events.ts';

const STREAM = [
  ': kept alive\n\n',
  'event: change\nid: 7\ndata: {"a":1}\n\n',
  'id: 8\r\ndata: one\r\ndata: two\r\n\r\n',
  'event: reset\n: inside\ndata:bare\nunknown\n\n',
].join('');

const EVENTS = [
  { name: 'change', id: '7', data: '{"a":1}' },
  { name: 'message', id: '8', data: 'one\ntwo' },
  { name: 'reset', id: undefined, data: 'bare' },
];

describe('server-sent events', () => {
  it('are read the same however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: STREAM.length }), { maxLength: 30 }), (cuts) => {
        const read = createEventReader();
        const bounds = [0, ...cuts.sort((a, b) => a - b), STREAM.length];
        const pieces = bounds.slice(1).map((end, index) => STREAM.slice(bounds[index], end));
        assert.deepEqual(pieces.flatMap(read), EVENTS);
      }),
    );
  });

  it('are not told before they are complete', () => {
    const read = createEventReader();
    assert.deepEqual(read('data: half'), []);
    assert.deepEqual(read('\n'), []);
    assert.equal(read('\n').length, 1);
  });
});
