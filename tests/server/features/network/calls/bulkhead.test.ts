import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBulkhead } from '../../../../../server/features/network/calls/bulkhead.ts';
import { atRest } from '../../../../harness/passing-time.ts';

const never = new AbortController().signal;

describe('a bulkhead', () => {
  it('gives so many places, then lets wait, then refuses', async () => {
    const bulkhead = createBulkhead(1, 1);
    const leave = (await bulkhead.enter(never))!;
    const waits = bulkhead.enter(never);
    assert.equal(await bulkhead.enter(never), undefined);
    leave();
    assert.ok(await waits);
  });

  it('hands a place to who came first, and it counts once however often it is given back', async () => {
    const bulkhead = createBulkhead(1, 3);
    const order: string[] = [];
    const leave = (await bulkhead.enter(never))!;
    for (const name of ['first', 'second', 'third']) void bulkhead.enter(never).then(() => order.push(name));
    leave();
    leave();
    await atRest();
    assert.deepEqual(order, ['first']);
  });

  it('is free again when all have left', async () => {
    const bulkhead = createBulkhead(2, 0);
    for (let round = 0; round < 3; round += 1) {
      const [one, two] = await Promise.all([bulkhead.enter(never), bulkhead.enter(never)]);
      assert.equal(await bulkhead.enter(never), undefined);
      one!();
      two!();
    }
  });

  it('forgets who would not wait longer', async () => {
    const bulkhead = createBulkhead(1, 1);
    const leave = (await bulkhead.enter(never))!;
    const ending = new AbortController();
    const waits = bulkhead.enter(ending.signal);
    ending.abort();
    assert.equal(await waits, undefined);
    assert.equal(await bulkhead.enter(ending.signal), undefined);
    const next = bulkhead.enter(never);
    leave();
    assert.ok(await next);
  });
});
