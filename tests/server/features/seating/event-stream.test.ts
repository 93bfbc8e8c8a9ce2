import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventStream, type WireFollower } from '../../../../server/features/seating/event-stream.ts';

describe('a stream of events', () => {
  const watch = (signal: AbortSignal) => {
    const told: string[] = [];
    const follower: WireFollower = { next: async () => ({ type: 'alive' }), close: () => told.push('closed') };
    return { told, stream: eventStream(follower, signal, () => told.push('ended')) };
  };

  it('ends once when its reader goes, however often that is said', async () => {
    const page = new AbortController();
    const { told, stream } = watch(page.signal);
    assert.deepEqual(told, []);
    page.abort();
    await stream.cancel();
    assert.deepEqual(told, ['closed', 'ended']);
  });

  it('ends at once for a reader who had gone before it began', async () => {
    const { told, stream } = watch(AbortSignal.abort());
    assert.deepEqual(told, ['closed', 'ended']);
    assert.equal(await new Response(stream).text(), 'retry: 2000\n\n');
  });
});
