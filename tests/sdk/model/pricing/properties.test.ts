import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type PricedCart, priceCart } from '../../../../sdk/model/pricing/index.ts';
import { generatedCart, shuffledCart, type Wishes, withOneMore } from '../../../harness/pricing.ts';

const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
/** Small carts are tried first, and shrunk to. */
const wishes = fc.record({ lines: fc.integer({ min: 1, max: 16 }), rules: fc.integer({ min: 0, max: 20 }) });
const anyCart = (given: Wishes = {}) =>
  fc.tuple(seed, wishes).map(([one, wish]) => generatedCart(one, { ...wish, ...given }));

const sum = (cents: readonly number[]) => cents.reduce((total, one) => total + one, 0);
const byLine = ({ lines }: PricedCart) => new Map(lines.map((line) => [line.id, line]));

describe('whatever is in a cart', () => {
  it('no price is below zero or a broken cent, and no fee is more than its price', () => {
    fc.assert(
      fc.property(anyCart(), (request) => {
        const cart = priceCart(request);
        assert.equal(cart.lines.length, request.lines.length);
        for (const { cents, feeCents } of cart.lines) {
          assert.ok(Number.isSafeInteger(cents) && Number.isSafeInteger(feeCents));
          assert.ok(cents >= 0 && feeCents >= 0 && feeCents <= cents);
        }
        assert.ok(cart.savedCents >= 0 && cart.totalCents >= 0);
      }),
      { numRuns: 1500 },
    );
  });

  it('the reasons of a price add up to it, each is said once, and lines, products and fees add up to the total', () => {
    fc.assert(
      fc.property(anyCart(), (request) => {
        const cart = priceCart(request);
        for (const { cents, why } of cart.lines) {
          assert.equal(sum(why.map(({ amount }) => amount.cents)), cents);
          assert.equal(new Set(why.map(({ kind, id }) => `${kind} ${id}`)).size, why.length);
        }
        assert.equal(
          cart.totalCents,
          sum(cart.lines.map(({ cents }) => cents)) +
            sum(cart.products.map(({ cents, quantity }) => cents * quantity)) +
            sum(cart.fees.map(({ cents }) => cents)),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('the order in which it was put there never matters', () => {
    fc.assert(
      fc.property(anyCart(), seed, (request, order) => {
        const [one, other] = [priceCart(request), priceCart(shuffledCart(request, order))];
        assert.deepEqual(byLine(other), byLine(one));
        assert.deepEqual(
          [other.totalCents, other.savedCents, other.fees, new Set(other.workingCodes)],
          [one.totalCents, one.savedCents, one.fees, new Set(one.workingCodes)],
        );
        const standings = ({ subscriptions }: PricedCart) => new Map(subscriptions.map((each) => [each.id, each]));
        assert.deepEqual(standings(other), standings(one));
      }),
      { numRuns: 1500 },
    );
  });

  it('one more place makes no other place dearer, where no rule is about how few there are', () => {
    fc.assert(
      fc.property(anyCart({ growing: true }), seed, fc.boolean(), (request, more, joins) => {
        const before = byLine(priceCart(request));
        const after = byLine(priceCart(withOneMore(request, more, joins)));
        for (const [id, { cents }] of before) assert.ok((after.get(id)?.cents ?? 0) <= cents, `${id} was ${cents}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('what is settled elsewhere keeps its price and its reasons', () => {
    fc.assert(
      fc.property(anyCart(), (request) => {
        const lines = byLine(priceCart(request));
        for (const { id, settled } of request.lines) {
          if (settled) assert.deepEqual(lines.get(id)?.why, settled);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a cart without its codes, passes and subscriptions is never cheaper than with a whole list that only takes off', () => {
    fc.assert(
      fc.property(anyCart({ growing: true }), (request) => {
        const bare = priceCart({ ...request, codes: [], passes: [], subscriptions: [], bundles: [] });
        const full = priceCart({ ...request, bundles: [] });
        assert.ok(full.totalCents <= bare.totalCents);
      }),
      { numRuns: 1000 },
    );
  });
});
