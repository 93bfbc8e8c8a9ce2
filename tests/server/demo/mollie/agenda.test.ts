import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createAgenda } from '../../../../server/demo/mollie/agenda.ts';

describe('the agenda of the Mollie emulator', () => {
  it('gives everything back once, earliest first, equals in the order they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (instants) => {
        const agenda = createAgenda<{ readonly at: number; readonly order: number }>();
        const items = instants.map((at, order) => ({ at, order }));
        for (const item of items) agenda.add(item);
        const sorted = items.toSorted((a, b) => a.at - b.at || a.order - b.order);
        assert.deepEqual(agenda.list(), sorted);
        const taken = items.map(() => agenda.take(20));
        assert.deepEqual(taken, sorted);
        assert.equal(agenda.take(20), undefined);
      }),
    );
  });

  it('keeps what is not due yet, and says when the next is', () => {
    const agenda = createAgenda<{ readonly at: number }>();
    assert.equal(agenda.next(), Number.POSITIVE_INFINITY);
    agenda.add({ at: 10 });
    assert.equal(agenda.take(9), undefined);
    assert.equal(agenda.next(), 10);
    assert.deepEqual(agenda.take(10), { at: 10 });
  });
});
