import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { closeStreams, createRuntime } from '../../../../server/centre.ts';
import { holdPlaces } from '../../../../server/features/holds/verbs.ts';
import type { CentreRuntime } from '../../../../server/runtime.ts';
import { createTestCentre, openTestCart, type TestCentre } from '../../../harness/centre.ts';
import { choose, putPrices } from '../../../harness/prices.ts';

describe('holding places in a rush', () => {
  let centre: TestCentre;
  let runtime: CentreRuntime;
  let asked = 0;
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  before(async () => {
    centre = await createTestCentre();
    runtime = createRuntime({ ...centre.runtime, db: centre.db.withPlugin(counting) });
  });
  after(async () => {
    closeStreams(runtime);
    await centre.stop();
  });

  /** How often the database is asked for one hold, when the performance was asked for just before. */
  async function statementsOf(seat: string, choices: object = {}): Promise<number> {
    const cart = await openTestCart(centre);
    assert.equal((await choose(cart, choices)).status, 200);
    await runtime.catalogue.recentOffer('het-gedacht');
    asked = 0;
    const { cart: held } = await holdPlaces(runtime, cart.id, { performance: 'het-gedacht', seats: [{ seat }] }, null);
    assert.equal(held.lines.length, 1);
    return asked;
  }

  it('asks the database once, with and without a price list', async () => {
    assert.equal(await statementsOf('Z-A-1'), 1);
    await putPrices(centre, { groups: [{ id: 'discounts' }] });
    await runtime.catalogue.offers(['het-gedacht']);
    // The first reads the list, which then never changes.
    await statementsOf('Z-B-1');
    assert.equal(await statementsOf('Z-C-1'), 1);
  });

  it('asks once more for a cart with codes', async () => {
    await statementsOf('Z-D-1');
    const code = '0000-0000-0000-0000';
    await putPrices(centre, {
      groups: [{ id: 'discounts' }],
      rules: [
        {
          ...{ id: 'promo', name: { nl: 'Actie' }, group: 'discounts', when: { code: true }, codes: [code] },
          effect: { kind: 'amount', cents: 100 },
        },
      ],
    });
    await statementsOf('Z-E-1', { codes: [code] });
    assert.ok((await statementsOf('Z-F-1', { codes: [code] })) <= 2);
  });
});
