import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SeatStatus } from '../../../../../sdk/contract/index.ts';
import { createSharedLive } from '../../../../../server/features/network/partner-programme/shared-live.ts';
import type { WireFollower } from '../../../../../server/features/seating/index.ts';

const plan = { id: 'zaal', version: 1 };
const status: SeatStatus = { cursor: '1.0', plan, seats: { held: 'a' }, areas: {} };

/** A partner's stream that tells what it is told to, and how often it was opened and whether it is open. */
function partner({ silent = false } = {}) {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  let open = 0;
  const tell = (type: string, data: unknown) =>
    streams.at(-1)!.enqueue(new TextEncoder().encode(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`));
  const take = (cursor: number, seats: object) => tell('change', { cursor: `${cursor}.0`, plan, seats, areas: {} });
  return {
    tell,
    take,
    break: () => streams.at(-1)!.error(new TypeError('terminated')),
    count: () => streams.length,
    isOpen: () => open > 0,
    open: async (signal: AbortSignal) => {
      open += 1;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          streams.push(controller);
          if (!silent) tell('reset', status);
          signal.addEventListener('abort', () => {
            open -= 1;
            controller.error(signal.reason);
          });
        },
      });
      return stream;
    },
  };
}

describe('one stream of a partner for all who follow it here', () => {
  const follow = (live: ReturnType<typeof createSharedLive>, from: ReturnType<typeof partner>, since?: string) =>
    live.follow('hamlet', since, from.open);

  it('is opened by the first, shared by the others, and closed after the last', async () => {
    const [live, owner] = [createSharedLive(), partner()];
    const followers = await Promise.all([follow(live, owner), follow(live, owner)]);
    const third = await follow(live, owner);
    assert.equal(owner.count(), 1);
    for (const follower of [...followers, third]) assert.deepEqual((await follower.next())?.type, 'reset');
    owner.take(2, { sold: 'a' });
    for (const follower of [...followers, third]) {
      assert.deepEqual(await follower.next(), {
        type: 'change',
        data: { cursor: '2.0', plan, seats: { sold: 'a' }, areas: {} },
      });
    }
    for (const follower of [...followers, third]) {
      assert.equal(owner.isOpen(), true);
      follower.close();
    }
    assert.equal(owner.isOpen(), false);
    assert.equal(live.status('hamlet'), undefined);
  });

  it('goes on from a cursor that is known, and starts with everything from any other', async () => {
    const [live, owner] = [createSharedLive(), partner()];
    const first = await follow(live, owner);
    await first.next();
    owner.take(2, { sold: 'a' });
    owner.take(3, { held: 'b' });
    await first.next();
    await first.next();
    const heard = async (follower: WireFollower) => {
      const event = await follower.next();
      return event && event.type !== 'alive' ? event.data : undefined;
    };
    const late = await follow(live, owner, '2.0');
    assert.deepEqual((await heard(late))?.seats, { held: 'b' });
    const whole = await follow(live, owner, '7.7');
    assert.deepEqual(await whole.next(), {
      type: 'reset',
      data: { cursor: '3.0', plan, seats: { sold: 'a', held: 'b' }, areas: {} },
    });
    assert.deepEqual(live.status('hamlet')?.cursor, '3.0');
    const upToDate = await follow(live, owner, '3.0');
    owner.take(9, {});
    assert.deepEqual((await heard(upToDate))?.cursor, '9.0');
    live.close();
  });

  it('lets who is slow start again instead of keeping everything for them', async () => {
    const [live, owner] = [createSharedLive(), partner()];
    const [slow, quick] = [await follow(live, owner), await follow(live, owner)];
    await slow.next();
    await quick.next();
    for (let cursor = 2; cursor < 400; cursor += 1) {
      owner.take(cursor, { sold: 'a' });
      await quick.next();
    }
    assert.deepEqual(await slow.next(), {
      type: 'reset',
      data: { cursor: '399.0', plan, seats: { sold: 'a' }, areas: {} },
    });
    live.close();
  });

  it('ends for all who follow when the partner’s breaks, and is opened anew for who comes back', async () => {
    const [live, owner] = [createSharedLive(), partner()];
    const follower = await follow(live, owner);
    await follower.next();
    const waiting = follower.next();
    owner.break();
    assert.equal(await waiting, null);
    const again = await follow(live, owner, '1.0');
    owner.take(2, {});
    assert.equal((await again.next())?.type, 'change');
    assert.equal(owner.count(), 2);
    live.close();
  });

  it('ends when the partner tells what cannot be', async () => {
    for (const wrong of [{ cursor: '2.0' }, { cursor: '2.0', plan, seats: { held: 'a9999999' }, areas: {} }]) {
      const [live, owner] = [createSharedLive(), partner()];
      const follower = await follow(live, owner);
      await follower.next();
      const waiting = follower.next();
      owner.tell('change', wrong);
      assert.equal(await waiting, null);
      assert.equal(owner.isOpen(), false);
    }
  });

  it('is refused when the partner’s does not begin with what is taken', async () => {
    const [live, owner] = [createSharedLive(), partner({ silent: true })];
    const following = follow(live, owner);
    const refused = assert.rejects(following, { code: 'partner_unavailable' });
    await Promise.resolve();
    owner.take(2, {});
    await refused;
    assert.equal(owner.isOpen(), false);
  });
});
