import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { TEST_CARDS, TEST_EVENTS } from '../../../../server/demo/uitpas/index.ts';
import { createTestCentre, openTestCart, type TestCart, type TestCentre } from '../../../harness/centre.ts';
import { makeUitpasEvents, openTestUitpas, type UitpasVisitor, uitpasVisitor } from '../../../harness/uitpas.ts';

const CARD = TEST_CARDS.social.number;
const [FINE, ONCE, FOREIGN, PLAIN] = ['stuk', 'een-keer', 'van-een-ander', 'zonder'];

describe('a visitor with a UiTPAS', () => {
  const { standIn, uitpas, passes } = openTestUitpas();
  let centre: TestCentre;
  let cart: TestCart;
  let visitor: UitpasVisitor;

  before(async () => {
    centre = await createTestCentre({
      performances: [FINE, ONCE, FOREIGN, PLAIN],
      parts: { uitpas },
    });
    await makeUitpasEvents(centre, [FINE]);
    await makeUitpasEvents(centre, [ONCE], TEST_EVENTS.oncePerWeek.id);
    await makeUitpasEvents(centre, [FOREIGN], TEST_EVENTS.withoutPermission.id);
  });
  beforeEach(async () => {
    standIn.fail(null);
    passes(60_000);
    cart = await openTestCart(centre);
    visitor = uitpasVisitor(centre, cart);
  });
  afterEach(async () => {
    const lines = (await cart.show()).lines.map(({ id }) => id);
    if (lines.length > 0) await cart.request('/release', { json: { lines } });
  });
  after(() => centre.stop());

  /** Holds so many places to stand, and gives their lines. */
  async function hold(performance: string, quantity = 1): Promise<string[]> {
    const held = await cart.hold({ performance, areas: [{ area: 'STAAN', quantity }] });
    assert.equal(held.status, 200, held.code);
    return held.cart.lines.map(({ id }) => id);
  }

  it('is told of each performance whether it can be used', async () => {
    const offered = async (id: string) => (await (await centre.request(`/performances/${id}`)).json()) as object;
    assert.ok('uitpas' in (await offered(FINE)));
    assert.ok(!('uitpas' in (await offered(PLAIN))));
  });

  it('hears which tariffs the card has, and nothing of the cart changes', async () => {
    const [line = ''] = await hold(FINE);
    const { status, body } = await visitor.ask(line, CARD);
    assert.equal(status, 200);
    assert.deepEqual(
      body.tariffs.map(({ id, kind, price, remaining }) => [id, kind, price.cents, remaining]),
      [['SOCIALTARIFF', 'social', 300, 1]],
    );
    assert.equal((await cart.show()).total.cents, 1500);
  });

  it('hears what UiTPAS says also when there is no tariff', async () => {
    const [line = ''] = await hold(FINE);
    const { status, body } = await visitor.ask(line, TEST_CARDS.otherRegion.number);
    assert.deepEqual([status, body.tariffs], [200, []]);
    assert.match(body.message?.nl ?? '', /regio/);
  });

  const refusals = [
    ['expired', 'uitpas_tariff_expired'],
    ['suspended', 'uitpas_tariff_suspended'],
    ['blocked', 'uitpas_card_blocked'],
    ['unregistered', 'uitpas_card_invalid'],
  ] as const;
  for (const [name, code] of refusals) {
    it(`hears why a card is refused that is ${name}, in our code and UiTPAS’ words`, async () => {
      const [line = ''] = await hold(FINE);
      const reply = await visitor.ask(line, TEST_CARDS[name].number);
      assert.deepEqual([reply.status, reply.code], [422, code]);
      assert.ok(reply.text?.nl);
    });
  }

  it('pays the tariff’s price, with the reason beside it, and the service cost within it', async () => {
    await hold(FINE);
    const { lines, total } = await visitor.takeSocial(CARD);
    const [line] = lines;
    assert.equal(total.cents, 300);
    assert.deepEqual([line?.price.cents, line?.fee.cents], [300, 100]);
    assert.deepEqual(
      line?.why?.map(({ kind, id, amount }) => [kind, id, amount.cents]),
      [
        ['price', 'adult', 1500],
        ['uitpas', 'SOCIALTARIFF', -1200],
      ],
    );
    assert.deepEqual((await cart.show()).lines, lines, 'it is the same when it is read again');
  });

  it('takes the normal price again, or another price type, and the tariff is gone', async () => {
    const [line = ''] = await hold(FINE);
    await visitor.takeSocial(CARD);
    assert.equal((await visitor.take([line], null)).body.total.cents, 1500);
    await visitor.takeSocial(CARD);
    const json = { lines: [{ line, priceType: 'under-26' }] };
    await cart.request('/lines', { method: 'PATCH', json });
    assert.equal((await cart.show()).total.cents, 800);
  });

  it('takes a coupon rather than the social tariff', async () => {
    const [line = ''] = await hold(FINE);
    const { body } = await visitor.take([line], 'COUPON_1079', TEST_CARDS.withCoupon.number);
    assert.deepEqual([body.total.cents, body.lines[0]?.why?.[1]?.id], [900, 'COUPON_1079']);
  });

  it('takes it for one place with a card of one person, however it is tried', async () => {
    const lines = await hold(FINE, 2);
    assert.equal((await visitor.take(lines, 'SOCIALTARIFF', CARD)).code, 'uitpas_maximum_reached');
    assert.equal((await cart.show()).total.cents, 3000);
    await visitor.takeSocial(CARD);
    assert.equal((await visitor.take([lines[1] ?? ''], 'SOCIALTARIFF', CARD)).code, 'uitpas_maximum_reached');
    assert.equal((await visitor.take([lines[1] ?? ''], 'SOCIALTARIFF', TEST_CARDS.socialToo.number)).status, 200);
    assert.equal((await cart.show()).total.cents, 600);
  });

  it('takes it for as many as a group pass has left', async () => {
    const lines = await hold(FINE, 6);
    assert.equal((await visitor.take(lines, 'SOCIALTARIFF', TEST_CARDS.group.number)).code, 'uitpas_maximum_reached');
    const { body } = await visitor.take(lines.slice(0, 5), 'SOCIALTARIFF', TEST_CARDS.group.number);
    assert.equal(body.total.cents, 5 * 300 + 1500);
  });

  it('has no tariff of which UiTPAS says nothing', async () => {
    const [line = ''] = await hold(FINE);
    const reply = await visitor.take([line], 'SOCIALTARIFF', TEST_CARDS.otherRegion.number);
    assert.deepEqual([reply.status, reply.code], [409, 'uitpas_tariff_gone']);
    assert.match(reply.text?.nl ?? '', /regio/);
  });

  it('cannot use it where the centre, its permissions or the performance do not let one', async () => {
    const [plain = ''] = await hold(PLAIN);
    const proof = `${uitpas.proofs.current.id}.${'A'.repeat(40)}`;
    const answer = await cart.request('/uitpas', { json: { line: plain, proof } });
    assert.equal((await answer.json()).error.code, 'uitpas_not_offered');
    const foreign = (await hold(FOREIGN)).at(0) ?? '';
    assert.equal((await visitor.ask(foreign, CARD)).code, 'uitpas_not_offered');
  });

  it('is asked for the number again when it did not come across', async () => {
    const [line = ''] = await hold(FINE);
    const proof = `${await visitor.seal(line, CARD)}A`;
    const answer = await cart.request('/uitpas', { json: { line, proof } });
    assert.equal((await answer.json()).error.code, 'uitpas_proof_unreadable');
  });

  const nonsense: [string, object][] = [
    ['no proof', { line: '00000000-0000-4000-8000-000000000000' }],
    ['an open number', { line: '00000000-0000-4000-8000-000000000000', proof: CARD }],
    ['a proof without end', { line: '00000000-0000-4000-8000-000000000000', proof: `1.${'A'.repeat(9_000)}` }],
    ['no line', { line: 'x', proof: '1.AAAA' }],
    ['something more', { line: '00000000-0000-4000-8000-000000000000', proof: '1.AAAA', insz: '85073003328' }],
  ];
  for (const [what, json] of nonsense) {
    it(`gets a clear refusal for ${what}`, async () => {
      const answer = await cart.request('/uitpas', { json });
      assert.equal(answer.status, 400);
      assert.equal((await answer.json()).error.code, 'invalid_request');
    });
  }

  it('buys at the normal price while UiTPAS is away', async () => {
    const [line = ''] = await hold(FINE);
    for (const fault of ['down', 'broken', 'hangs'] as const) {
      standIn.fail(fault);
      const reply = await visitor.ask(line, CARD);
      assert.deepEqual([reply.status, reply.code], [503, 'uitpas_unavailable']);
      passes(60_000);
    }
    assert.equal((await cart.show()).total.cents, 1500);
  });

  it('gets nothing of a place that is not in the cart', async () => {
    const [line = ''] = await hold(FINE);
    const proof = await visitor.seal(line, CARD);
    await cart.request('/release', { json: { lines: [line] } });
    const answer = await cart.request('/uitpas/tariff', { json: { lines: [line], tariff: 'SOCIALTARIFF', proof } });
    assert.equal((await answer.json()).error.code, 'hold_expired');
  });

  it('cannot find cards by trying', async () => {
    const strict = await createTestCentre({
      ...{ performances: [FINE], parts: { uitpas } },
      limits: { cardQuestions: { burst: 12, perMinute: 6 } },
    });
    try {
      await makeUitpasEvents(strict, [FINE]);
      const own = await openTestCart(strict);
      const held = await own.hold({ performance: FINE, areas: [{ area: 'STAAN', quantity: 1 }] });
      const guesser = uitpasVisitor(strict, own);
      const codes = new Set<string | undefined>();
      for (let guess = 0; guess < 20; guess += 1) {
        codes.add((await guesser.ask(held.cart.lines[0]?.id ?? '', `${1_000_000_000_000 + guess}`)).code);
      }
      assert.ok(codes.has('rate_limited'));
    } finally {
      await strict.stop();
    }
  });
});
