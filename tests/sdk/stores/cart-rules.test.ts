import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CartState } from '../../../sdk/stores/types.ts';
import { createScene } from '../../../stories/fixtures/shops.ts';

const PERFORMANCE = 'het-laatste-licht';
const ORDER = { email: 'an@wolvegem.example', language: 'nl', returnUrl: 'https://delantaarn.example/' } as const;
const linesOf = (state: CartState) => ('cart' in state ? state.cart.lines : []);

describe('the cart and who may sit where', () => {
  it('passes on that somebody comes in a wheelchair, and tells when that was asked', async () => {
    const { cart } = createScene().shop;
    const silent = await cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'P-E-1' }] });
    assert.deepEqual([silent.error?.code, silent.error?.seats], ['wheelchair_place_protected', ['P-E-1']]);
    const said = await cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'P-E-1', wheelchairUser: true }] });
    assert.equal(said.data?.lines.length, 1);
  });

  it('shows that a companion’s seat went back with its wheelchair place', async () => {
    const { cart } = createScene().shop;
    const alone = await cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'P-E-2' }] });
    assert.equal(alone.error?.code, 'companion_alone');
    await cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'P-E-1', wheelchairUser: true }, { seat: 'P-E-2' }] });
    const place = linesOf(cart.get()).find((line) => line.place.id === 'P-E-1');
    const { data } = await cart.release([place?.id ?? '']);
    assert.deepEqual(data?.lines, []);
  });

  it('keeps the choice when it may not be ordered yet, and says which seats it leaves alone', async () => {
    const { cart } = createScene().shop;
    await cart.hold({ performance: PERFORMANCE, seats: [{ seat: 'P-C-2' }, { seat: 'P-C-3' }] });
    const { error } = await cart.checkout(ORDER);
    assert.deepEqual([error?.code, error?.seats], ['seat_left_alone', ['P-C-1']]);
    assert.equal(cart.get().state, 'open');
    assert.equal(linesOf(cart.get()).length, 2);
  });
});
