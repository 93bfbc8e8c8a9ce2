import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cart } from '../../../sdk/contract/index.ts';
import { nextCart } from '../../../sdk/stores/next-cart.ts';
import type { CartState } from '../../../sdk/stores/types.ts';
import { createFakeApi } from '../../../stories/fixtures/fake-api.ts';
import { NOW } from '../../../stories/fixtures/manual-timers.ts';

const HOUR = 60 * 60 * 1000;
const still = { busy: false, failure: null };

async function carts(): Promise<{ full: Cart; none: Cart; ordered: Cart }> {
  const api = createFakeApi({ now: () => NOW });
  const { id, token } = api.fillCart(['P-A-1'], 300);
  const answer = await api.fetch(`${api.baseUrl}/carts/${id}`, {
    method: 'GET',
    headers: { authorization: `Bearer ${token}` },
    signal: new AbortController().signal,
    credentials: 'omit',
  });
  const full = (await answer.json()) as Cart;
  return {
    full,
    none: { ...full, lines: [], secondsLeft: null, expiresAt: null },
    ordered: { ...full, order: full.id },
  };
}

describe('what is shown of a cart', () => {
  it('is open with lines, and ends as many seconds from now as the server says', async () => {
    const { full } = await carts();
    for (const state of ['empty', 'loading'] as const) {
      const shown = nextCart({ state, ...still }, full, { now: NOW + HOUR, changedAt: 0 });
      assert.deepEqual(shown, { state: 'open', cart: full, endsAt: NOW + HOUR + 300_000 });
    }
  });

  it('is closed once there is an order of it, whatever was shown before', async () => {
    const { full, ordered } = await carts();
    const before: CartState = { state: 'open', cart: full, endsAt: NOW, ...still };
    assert.equal(nextCart(before, ordered, { now: NOW, changedAt: NOW }).state, 'ordered');
  });

  it('tells an end by time from an end by giving back', async () => {
    const { full, none } = await carts();
    const table: readonly (readonly [CartState, number, string])[] = [
      [{ state: 'open', cart: full, endsAt: NOW, ...still }, 0, 'ended'],
      [{ state: 'open', cart: full, endsAt: NOW + 1500, ...still }, 0, 'ended'],
      [{ state: 'open', cart: full, endsAt: NOW + 60_000, ...still }, NOW, 'empty'],
      [{ state: 'open', cart: full, endsAt: null, ...still }, NOW, 'empty'],
      [{ state: 'loading', ...still }, NOW - HOUR / 2, 'ended'],
      [{ state: 'loading', ...still }, NOW - 2 * HOUR, 'empty'],
      [{ state: 'ended', lost: full.lines, ...still }, 0, 'ended'],
      [{ state: 'empty', ...still }, NOW, 'empty'],
      [{ state: 'ordered', cart: full, endsAt: null, ...still }, NOW, 'empty'],
    ];
    for (const [before, changedAt, expected] of table) {
      assert.equal(
        nextCart(before, none, { now: NOW, changedAt }).state,
        expected,
        JSON.stringify(before).slice(0, 60),
      );
    }
  });

  it('is open with what takes no seat, which has no end, once the end of the places was told', async () => {
    const { full, none } = await carts();
    const choices = { codes: ['BON-1'], subscriptions: [], products: [], birthYears: [], visits: [] };
    const extras = { choices, codes: [], products: [], subscriptions: [], fees: [], saved: none.total };
    const rest: Cart = { ...none, extras: { ...extras, paidByVouchers: none.total } };
    const times = { now: NOW, changedAt: NOW };
    for (const state of ['empty', 'loading'] as const) {
      assert.deepEqual(nextCart({ state, ...still }, rest, times), { state: 'open', cart: rest, endsAt: null });
    }
    const before: CartState = { state: 'open', cart: full, endsAt: NOW, ...still };
    assert.equal(nextCart(before, rest, times).state, 'ended');
    assert.equal(nextCart({ ...before, endsAt: NOW + HOUR }, rest, times).state, 'open');
    assert.equal(nextCart({ ...before, cart: rest, endsAt: null }, rest, times).state, 'open');
    assert.equal(nextCart({ state: 'ended', lost: full.lines, ...still }, rest, times).state, 'ended');
  });

  it('goes on saying what was lost', async () => {
    const { full, none } = await carts();
    const before: CartState = { state: 'open', cart: full, endsAt: NOW, ...still };
    const ended = nextCart(before, none, { now: NOW, changedAt: 0 });
    assert.deepEqual(ended, { state: 'ended', lost: full.lines });
    assert.deepEqual(nextCart({ ...ended, ...still } as CartState, none, { now: NOW, changedAt: 0 }), ended);
  });
});
