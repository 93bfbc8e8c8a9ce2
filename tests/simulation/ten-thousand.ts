import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runSchedules } from './schedules.ts';

/** Ten thousand schedules from this seed on; two files of it run at the same time. */
export function tenThousand(first: number): void {
  describe(`centres that sell for each other while everything fails, seeds ${first} to ${first + 9_999}`, () => {
    it('keep what must always be true', async () => {
      const { failures, total } = await runSchedules({ first, count: 10_000 });
      assert.deepEqual(failures, []);
      // Otherwise nothing would have been tried.
      assert.ok(total.orders > 9_000, `${total.orders} orders`);
      assert.ok(total.crashes > 10_000, `${total.crashes} crashes`);
      for (const [end, count] of Object.entries(total.parts)) assert.ok(count > 150, `${count} parts ${end}`);
    });
  });
}
