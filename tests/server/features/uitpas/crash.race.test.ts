import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { TEST_CARDS } from '../../../../server/demo/uitpas/index.ts';
import { endSales, registerSales } from '../../../../server/features/uitpas/index.ts';
import type { CentreUitpas } from '../../../../server/features/uitpas/port.ts';
import type { CentreRuntime } from '../../../../server/runtime.ts';
import { createTestCentre, openTestCart, type TestCart, type TestCentre } from '../../../harness/centre.ts';
import { lookAt } from '../../../harness/moving.ts';
import { makeUitpasEvents, openTestUitpas, uitpasVisitor } from '../../../harness/uitpas.ts';

const CARD = TEST_CARDS.social.number;
const EVENING = 'stuk';

describe('a ticket sale at UiTPAS', () => {
  const { standIn, uitpas } = openTestUitpas();
  let centre: TestCentre;
  let cart: TestCart;

  before(async () => {
    centre = await createTestCentre({ performances: [EVENING], parts: { uitpas } });
    await makeUitpasEvents(centre, [EVENING]);
  });
  beforeEach(async () => {
    for (const { id } of standIn.sales()) standIn.world.cancel(id);
    cart = await openTestCart(centre);
    await cart.hold({ performance: EVENING, areas: [{ area: 'STAAN', quantity: 1 }] });
    await uitpasVisitor(centre, cart).takeSocial(CARD);
  });
  afterEach(async () => {
    await remember();
    const lines = (await cart.show()).lines.map(({ id }) => id);
    if (lines.length > 0) await cart.request('/release', { json: { lines } });
    await centre.db.deleteFrom('uitpas_sale').execute();
  });
  after(() => centre.stop());

  /** A process that asks UiTPAS and dies: `before` UiTPAS was told, or `after` it and before it could write so down. */
  async function dies(when: 'before' | 'after'): Promise<void> {
    const reached = Promise.withResolvers<void>();
    const register: CentreUitpas['api']['register'] = async (sales) => {
      if (when === 'after') await uitpas.api.register(sales);
      reached.resolve();
      return new Promise(() => {});
    };
    const dying: CentreRuntime = { ...centre.runtime, uitpas: { ...uitpas, api: { ...uitpas.api, register } } };
    void registerSales(dying, cart.id);
    await reached.promise;
  }

  /** Nobody waits any more for an answer that a dead process was to write down. */
  const timePasses = () =>
    sql`update uitpas_sale set lease_until = clock_timestamp() - interval '1 second'`.execute(centre.db);
  const holdEnds = () =>
    sql`update claim set until = clock_timestamp() - interval '1 second' where cart_id = ${cart.id}`.execute(centre.db);
  const sweep = async () => {
    await centre.db
      .updateTable('uitpas_sale')
      .set({ check_at: new Date(0) })
      .execute();
    await endSales(centre.runtime);
  };

  /** Takes away what the guard rests on: that an intent is there before UiTPAS is told. */
  const forget = () =>
    lookAt(
      centre.adminUrl,
      `set search_path = ${centre.schema};
       create function forget_intent() returns trigger language plpgsql as 'begin return null; end';
       create trigger forget_intent before insert on uitpas_sale for each row execute function forget_intent();`,
    );
  const remember = () =>
    lookAt(centre.adminUrl, `set search_path = ${centre.schema}; drop function if exists forget_intent() cascade;`);

  for (const when of ['before', 'after'] as const) {
    it(`is registered once when a process died ${when} UiTPAS was told, and the buyer asks again`, async () => {
      await dies(when);
      await assert.rejects(registerSales(centre.runtime, cart.id), { code: 'request_in_progress' });
      await timePasses();
      await registerSales(centre.runtime, cart.id);
      await sweep();
      assert.equal(standIn.sales().length, 1);
    });

    it(`is nowhere when a process died ${when} UiTPAS was told, and nobody asks again`, async () => {
      await dies(when);
      await timePasses();
      await holdEnds();
      await sweep();
      assert.deepEqual(standIn.sales(), []);
      const ours = await centre.db.selectFrom('uitpas_sale').select('state').execute();
      assert.deepEqual(
        ours.map(({ state }) => state),
        when === 'after' ? [] : ['ending'],
        'what UiTPAS does not know yet it may still do: it is looked for a while',
      );
    });
  }

  it('would stay there for ever when nothing had been written before', async () => {
    await forget();
    await dies('after');
    await holdEnds();
    await sweep();
    assert.equal(standIn.sales().length, 1);
  });

  it('is looked for no longer than UiTPAS may be slow', async () => {
    await dies('before');
    await timePasses();
    await holdEnds();
    await sweep();
    await sql`update uitpas_sale set created_at = clock_timestamp() - interval '1 hour'`.execute(centre.db);
    await sweep();
    assert.deepEqual(await centre.db.selectFrom('uitpas_sale').select('id').execute(), []);
  });

  it('is one when eight requests and two processes register it at once', async () => {
    const other = await centre.another();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => registerSales(index % 2 === 0 ? centre.runtime : other.runtime, cart.id)),
    );
    assert.ok(outcomes.some(({ status }) => status === 'fulfilled'));
    assert.equal(standIn.sales().length, 1);
  });

  it('would be more when nothing had been written before', async () => {
    await forget();
    await Promise.allSettled(Array.from({ length: 8 }, () => registerSales(centre.runtime, cart.id)));
    assert.ok(standIn.sales().length > 1);
  });

  it('is not taken back while it is being registered', async () => {
    await Promise.all([registerSales(centre.runtime, cart.id), sweep(), sweep()]);
    await sweep();
    assert.equal(standIn.sales().length, 1);
  });

  it('is gone when the tariff is dropped while it is being registered', async () => {
    const [line] = (await cart.show()).lines;
    const drop = () => uitpasVisitor(centre, cart).take([line?.id ?? ''], null);
    await Promise.allSettled([registerSales(centre.runtime, cart.id), drop(), drop()]);
    await timePasses();
    await sweep();
    await sweep();
    assert.deepEqual(standIn.sales(), []);
    assert.equal((await cart.show()).total.cents, 1500);
  });

  it('goes on being looked for while UiTPAS does not answer, and then it is gone', async () => {
    await registerSales(centre.runtime, cart.id);
    await holdEnds();
    standIn.fail('broken', 'DELETE');
    await sweep();
    assert.equal(standIn.sales().length, 1);
    standIn.fail(null);
    await sweep();
    assert.deepEqual(standIn.sales(), []);
  });

  it('that we may not look for is told to a person', async () => {
    await dies('after');
    await timePasses();
    await holdEnds();
    const poor = openTestUitpas({ permissions: ['TARIFFS_READ', 'TICKETSALES_REGISTER'] });
    await endSales({ ...centre.runtime, uitpas: poor.uitpas });
    const alarms = await centre.db.selectFrom('alarm').select('code').execute();
    assert.deepEqual(
      alarms.map(({ code }) => code),
      ['uitpas-sale-unknown'],
    );
  });
});
