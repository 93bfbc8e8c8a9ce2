import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { answerOf, openTestCart, type TestAnswer } from '../../../harness/centre.ts';
import { choose, putPrices } from '../../../harness/prices.ts';
import { createSaleCentre, RETURN_URL, type SaleCentre } from '../../../harness/sale.ts';

const name = { nl: 'Naam' };
const CHEAP = { cents: 1, currency: 'EUR' };

/** What the server says to those attempts that say a price; the others are passed over. */
const REFUSED: Readonly<Record<string, string>> = {
  'with a place': 'invalid_request',
  'with another price type': 'invalid_request',
  'as a reason': 'invalid_request',
  'for a product': 'product_not_offered',
  'as a subscription with a price': 'invalid_request',
  'as a code that nobody gave': 'code_unknown',
  'as a visit on a pass that does not exist': 'code_unknown',
  'as the total of the order': 'total_changed',
  'as lines of the order': 'invalid_request',
};

/** A centre whose list gives nothing to this cart: whatever is cheaper was made up by the client. */
const LIST = {
  groups: [{ id: 'all' }],
  rules: [
    { id: 'vast', name, group: 'all', when: { code: true }, codes: ['NOOIT'], effect: { kind: 'price', cents: 0 } },
  ],
  subscriptions: [{ id: 'drie', name, tiers: [{ from: 3, price: { kind: 'ticket', cents: 100 } }] }],
  passes: [{ id: 'maand', name, price: 1000, vat: 'BE-6', period: { months: 1 }, visits: { among: {}, price: 0 } }],
  products: [{ id: 'drank', kind: 'extra', name, price: { cents: 350 }, vat: 'BE-21' }],
};

describe('a client that sends its own prices', () => {
  let centre: SaleCentre;
  before(async () => {
    centre = await createSaleCentre({ performances: ['een'] });
    await centre.db.updateTable('performance').set({ single_seat_rule: 'off' }).execute();
    await putPrices(centre, structuredClone(LIST) as never);
  });
  after(() => centre.stop());

  let seat = 0;
  /** A cart with one place at its full price, which nothing of what follows may change. */
  async function full() {
    seat += 1;
    const cart = await openTestCart(centre);
    const { cart: held } = await cart.holdSeats([`Z-A-${seat}`], 'een');
    const [line] = held.lines;
    assert.ok(line);
    return { cart, line, total: held.total.cents };
  }

  type Full = Awaited<ReturnType<typeof full>>;
  const order = ({ cart }: Full, expectedTotal: object, more: object = {}): Promise<TestAnswer> =>
    cart
      .request('/order', {
        json: { email: 'an@voorbeeld.example', language: 'nl', returnUrl: RETURN_URL, expectedTotal, ...more },
      })
      .then(answerOf);

  const attempts: Readonly<Record<string, (full: Full) => Promise<TestAnswer>>> = {
    'with a place': ({ cart }) => cart.hold({ performance: 'een', seats: [{ seat: 'Z-B-1', price: CHEAP }] } as never),
    'with another price type': async ({ cart, line }) =>
      answerOf(
        await cart.request('/lines', {
          method: 'PATCH',
          json: { lines: [{ line: line.id, priceType: line.priceType, price: CHEAP }] },
        }),
      ),
    'as a reason': ({ cart, line }) => choose(cart, { lines: [{ id: line.id, why: [{ kind: 'rule', id: 'vast' }] }] }),
    'for a product': ({ cart }) => choose(cart, { products: [{ product: 'drank', quantity: 1, cents: 1 }] }),
    'as a subscription that is not complete': ({ cart, line }) =>
      choose(cart, {
        subscriptions: [{ id: randomUUID(), formula: 'drie', lines: [line.id, randomUUID(), randomUUID()] }],
      }),
    'as a subscription with a price': ({ cart, line }) =>
      choose(cart, { subscriptions: [{ id: randomUUID(), formula: 'drie', lines: [line.id], price: CHEAP }] }),
    'as a code that nobody gave': ({ cart }) => choose(cart, { codes: ['GRATIS'] }),
    'as a visit on a pass that does not exist': ({ cart, line }) =>
      choose(cart, { visits: [{ line: line.id, code: 'AAAA-BBBB-CCCC-DDDD' }] }),
    'as the total of the order': (full) => order(full, CHEAP),
    'as lines of the order': (full) =>
      order(full, { cents: full.total, currency: 'EUR' }, { lines: [{ price: CHEAP }] }),
  };

  for (const [how, attempt] of Object.entries(attempts)) {
    it(`changes nothing: ${how}`, async () => {
      const one = await full();
      const answer = await attempt(one);
      assert.equal(answer.code, REFUSED[how], how);
      const now = await one.cart.show();
      const line = now.lines.find(({ id }) => id === one.line.id);
      assert.equal(line?.price.cents, one.total, 'the place costs what it did');
      const drinks = now.extras?.products.reduce((sum, { total }) => sum + total.cents, 0) ?? 0;
      assert.equal(now.total.cents, one.total + drinks);
      assert.ok([0, 350].includes(drinks));
      assert.equal(now.order, null, 'nothing was ordered');
    });
  }
});
