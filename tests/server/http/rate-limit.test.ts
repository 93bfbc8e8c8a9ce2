import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createLimiter } from '../../../server/http/rate-limit.ts';
import { answerOf, createTestCentre, openTestCart, type TestCentre } from '../../harness/centre.ts';
import { standingClock } from '../../harness/http.ts';

describe('a limiter', () => {
  it('lets a burst through, then as much as comes back, and says how long to wait', () => {
    const clock = standingClock();
    const limiter = createLimiter({ burst: 3, perMinute: 6 }, clock);
    assert.deepEqual(
      [1, 2, 3, 4].map(() => limiter.take('a')),
      [0, 0, 0, 10],
    );
    assert.equal(limiter.take('b'), 0);
    clock.pass(4_000);
    assert.equal(limiter.take('a'), 6);
    clock.pass(6_000);
    assert.deepEqual([limiter.take('a'), limiter.take('a')], [0, 10]);
  });

  it('never saves up more than a burst, nor minds a clock that goes back', () => {
    const clock = standingClock();
    const limiter = createLimiter({ burst: 2, perMinute: 60 }, clock);
    limiter.take('a');
    clock.pass(3_600_000);
    assert.deepEqual(
      [1, 2, 3].map(() => limiter.take('a') > 0),
      [false, false, true],
    );
    clock.pass(-3_600_000);
    assert.ok(limiter.take('a') > 0);
  });

  it('takes back what should not have counted, and never more than a burst', () => {
    const limiter = createLimiter({ burst: 1, perMinute: 1 }, standingClock());
    limiter.take('a');
    limiter.giveBack('a');
    limiter.giveBack('a');
    limiter.giveBack('never seen');
    assert.deepEqual([limiter.take('a') > 0, limiter.take('a') > 0], [false, true]);
  });

  it('remembers a bounded number of networks', () => {
    const limiter = createLimiter({ burst: 1, perMinute: 1 }, standingClock());
    limiter.take('first');
    for (let n = 0; n < 50_000; n += 1) limiter.take(`network ${n}`);
    assert.equal(limiter.take('first'), 0);
    assert.ok(limiter.take('network 49999') > 0);
  });
});

describe('a network that asks too much', () => {
  let centre: TestCentre;
  const clock = standingClock(new Date().toISOString());
  before(async () => {
    centre = await createTestCentre({
      clock,
      limits: { requests: { burst: 10, perMinute: 60 }, newCarts: { burst: 2, perMinute: 2 } },
    });
  });
  after(() => centre.stop());

  it('is told when to come back, and nobody else is', async () => {
    const from = '198.51.100.7';
    const answers = [];
    for (let n = 0; n < 11; n += 1) answers.push(await centre.request('', { from }));
    const last = answers.at(-1)!;
    assert.deepEqual([last.status, last.headers.get('Retry-After')], [429, '1']);
    assert.equal((await answerOf(last)).code, 'rate_limited');
    assert.equal((await centre.request('', { from: '198.51.100.8' })).status, 200);
    clock.pass(1_000);
    assert.equal((await centre.request('', { from })).status, 200);
  });

  it('gets only so many new carts, and keeps what it has', async () => {
    const from = '198.51.100.9';
    const cart = await openTestCart(centre, from);
    await openTestCart(centre, from);
    const third = await centre.request('/carts', { method: 'POST', from });
    assert.deepEqual([third.status, third.headers.get('Retry-After')], [429, '30']);
    assert.equal((await cart.holdSeats(['Z-A-1'])).status, 200);
  });
});
