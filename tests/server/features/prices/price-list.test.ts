import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestCentre, TEST_MANAGE_TOKEN, type TestCentre } from '../../../harness/centre.ts';
import { putPrices } from '../../../harness/prices.ts';

const RULES = {
  groups: [{ id: 'early' }],
  rules: [
    {
      id: 'early-bird',
      name: { nl: 'Vroege vogel' },
      group: 'early',
      effect: { kind: 'percentage', basisPoints: 1000 },
    },
    {
      ...{ id: 'secret', name: { nl: 'Actie' }, group: 'early', when: { code: true }, codes: ['GEHEIM'] },
      effect: { kind: 'amount', cents: 500 },
    },
  ],
} as const;

describe('the price list of a centre', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());
  const manage = (init: object = {}) => centre.request('/manage/price-list', { token: TEST_MANAGE_TOKEN, ...init });

  it('is empty until there is one', async () => {
    const answer = await centre.request('/price-list');
    assert.equal(answer.status, 200);
    const list = await answer.json();
    assert.deepEqual([list.version, list.rules, list.products], [1, [], []]);
  });

  it('is read by everybody without the rules that ask for a code, and as a whole by who manages', async () => {
    await putPrices(centre, structuredClone(RULES) as never);
    const open = await (await centre.request('/price-list')).text();
    assert.deepEqual(
      JSON.parse(open).rules.map(({ id }: { id: string }) => id),
      ['early-bird'],
    );
    assert.ok(!open.includes('GEHEIM') && !open.includes('secret'));
    assert.deepEqual((await (await manage()).json()).rules[1].codes, ['GEHEIM']);
  });

  it('is told once to who has it already, and anew when it changed', async () => {
    const first = await centre.request('/price-list');
    const tag = first.headers.get('ETag') ?? '';
    assert.match(first.headers.get('Cache-Control') ?? '', /public/);
    const again = () => centre.request('/price-list', { headers: { 'If-None-Match': tag } });
    assert.equal((await again()).status, 304);
    await putPrices(centre, structuredClone(RULES) as never);
    assert.equal((await again()).status, 200);
  });

  for (const [what, list, field] of [
    ['a key that is not there', { rule: [] }, 'rule'],
    [
      'a price below zero',
      { products: [{ id: 'x', kind: 'extra', name: { nl: 'x' }, price: { cents: -1 } }] },
      'products.0.price',
    ],
    ['a group that is not there', { rules: [{ ...RULES.rules[0], group: 'none' }] }, 'rules.0.group'],
  ] as const) {
    it(`is refused with ${what}, and the old one stays`, async () => {
      const before = await (await manage()).text();
      const answer = await manage({ method: 'PUT', json: { version: 1, ...list } });
      const { error } = await answer.json();
      assert.deepEqual([answer.status, error.code], [400, 'invalid_request']);
      assert.ok(error.field.startsWith(field), error.field);
      assert.equal(await (await manage()).text(), before);
    });
  }

  it('is changed by nobody but who manages', async () => {
    const answer = await centre.request('/manage/price-list', { method: 'PUT', json: { version: 1 } });
    assert.equal(answer.status, 401);
  });

  it('gets a version of its own for each of two that are put at once', async () => {
    await Promise.all([putPrices(centre, {}), putPrices(centre, {})]);
    const rows = await centre.db.selectFrom('price_list').select('version').orderBy('version').execute();
    assert.deepEqual(
      rows.map(({ version }) => version),
      rows.map((_, index) => index + 1),
    );
  });
});
