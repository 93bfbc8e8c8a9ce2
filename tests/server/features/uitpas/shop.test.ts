import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createMemory, createShop, type Shop } from '../../../../sdk/index.ts';
import { TEST_CARDS } from '../../../../server/demo/uitpas/index.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';
import { makeUitpasEvents, openTestUitpas } from '../../../harness/uitpas.ts';

const [EVENING, PLAIN] = ['stuk', 'zonder'];

describe('a shop whose visitor has a UiTPAS', () => {
  const { standIn, uitpas, passes } = openTestUitpas();
  const sent: string[] = [];
  let centre: TestCentre;
  let shop: Shop;

  before(async () => {
    centre = await createTestCentre({ performances: [EVENING, PLAIN], parts: { uitpas } });
    await makeUitpasEvents(centre, [EVENING]);
  });
  beforeEach(() => {
    standIn.fail(null);
    passes(60_000);
    const baseUrl = `https://api.example${centre.base}`;
    shop = createShop({
      ...{ baseUrl, memory: createMemory() },
      fetch(url, options) {
        sent.push(`${url} ${options.body ?? ''} ${JSON.stringify(options.headers)}`);
        return centre.request(url.slice(baseUrl.length), options);
      },
    });
  });
  after(() => centre.stop());

  async function hold(performance: string, quantity = 1): Promise<readonly string[]> {
    const held = await shop.cart.hold({ performance, areas: [{ area: 'STAAN', quantity }] });
    assert.ok(held.data, held.error?.code);
    return held.data.lines.map(({ id }) => id);
  }

  it('asks, takes and drops a tariff, and no request ever shows the number', async () => {
    const [line = ''] = await hold(EVENING);
    const number = TEST_CARDS.social.number;
    const spaced = number.replace(/(\d{4})(\d{4})(\d{5})/, '$1 $2-$3');
    const { data: answer } = await shop.cart.askUitpas(line, spaced);
    assert.deepEqual(
      answer?.tariffs.map(({ id, price }) => [id, price.cents]),
      [['SOCIALTARIFF', 300]],
    );
    assert.equal((await shop.cart.takeTariff([line], 'SOCIALTARIFF')).data?.total.cents, 300);
    assert.equal((await shop.cart.takeTariff([line], null)).data?.total.cents, 1500);
    assert.ok(sent.length > 3);
    for (const request of sent) assert.ok(!request.includes(number) && !request.includes(spaced), request);
  });

  it('takes a group pass for several places after asking about one', async () => {
    const lines = await hold(EVENING, 3);
    await shop.cart.askUitpas(lines[0] ?? '', TEST_CARDS.group.number);
    assert.equal((await shop.cart.takeTariff(lines, 'SOCIALTARIFF')).data?.total.cents, 900);
  });

  for (const typed of ['', '12345', '850730-033-28', '9'.repeat(40)]) {
    it(`sends nothing when ${JSON.stringify(typed.slice(0, 15))} was typed`, async () => {
      const [line = ''] = await hold(EVENING);
      const before = sent.length;
      assert.equal((await shop.cart.askUitpas(line, typed)).error?.code, 'uitpas_number_invalid');
      assert.equal(sent.length, before);
    });
  }

  it('shows what UiTPAS says of a refusal, and that it is away, without trying again by itself', async () => {
    const [line = ''] = await hold(EVENING);
    const { error } = await shop.cart.askUitpas(line, TEST_CARDS.blocked.number);
    assert.deepEqual([error?.code, error?.text?.nl], ['uitpas_card_blocked', 'Deze UiTPAS is geblokkeerd.']);
    standIn.fail('broken');
    const before = sent.length;
    const away = await shop.cart.askUitpas(line, TEST_CARDS.social.number);
    assert.equal(away.error?.code, 'uitpas_unavailable');
    assert.equal(sent.slice(before).filter((request) => request.includes('/uitpas ')).length, 1);
  });

  it('is told where UiTPAS cannot be used, and when nothing was asked before', async () => {
    const [plain = ''] = await hold(PLAIN);
    assert.equal((await shop.cart.askUitpas(plain, TEST_CARDS.social.number)).error?.code, 'uitpas_not_offered');
    assert.equal((await shop.cart.takeTariff([plain], 'SOCIALTARIFF')).error?.code, 'uitpas_proof_unreadable');
  });
});
