import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Performance, type PerformanceSummary, performanceSchema } from '../../../../../sdk/contract/index.ts';
import { openTestCart, TEST_MANAGE_TOKEN, type TestCentre } from '../../../../harness/centre.ts';
import { createCluster, type TermsInput, type TestCluster } from '../../../../harness/cluster.ts';
import { standingClock } from '../../../../harness/http.ts';

const HOUR = 3_600_000;

/** What a partner is told of the programme, asked and signed as its server does. */
describe('the programme under an agreement', () => {
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  let id: string;
  const clock = standingClock(new Date().toISOString());
  before(async () => {
    cluster = await createCluster({
      centres: 2,
      terms: false,
      options: (index) => ({ clock, performances: index === 0 ? ['hamlet', 'lear', 'vos'] : ['eigen'] }),
    });
    [owner, seller] = cluster.centres as [TestCentre, TestCentre];
    id = await cluster.agree(owner, seller);
    await owner.db
      .updateTable('performance')
      .set({ tags: ['jeugd'] })
      .where('id', '=', 'vos')
      .execute();
    await owner.db
      .updateTable('performance')
      .set({ on_sale_at: new Date(clock.now().getTime() - 48 * HOUR) })
      .execute();
  });
  after(() => cluster.stop());
  beforeEach(() => owner.db.deleteFrom('claim').execute());

  const terms = async (given: TermsInput) => {
    const json = { terms: { performances: {}, ...given } };
    const answer = await owner.request(`/manage/agreements/${id}`, { method: 'PATCH', token: TEST_MANAGE_TOKEN, json });
    assert.equal(answer.status, 200);
  };
  const list = async (): Promise<readonly PerformanceSummary[]> =>
    (await seller.runtime.partners.performances(id)).data?.performances ?? [];
  const named = async () => (await list()).map((summary) => summary.id);
  const one = async (performance: string): Promise<Performance> => {
    const { data } = await seller.runtime.partners.performance(id, performance);
    return performanceSchema.parse(data);
  };
  const failure = async (asking: Promise<{ error?: { code: string } | undefined }>) => (await asking).error?.code;

  it('is everything by start, unless the terms name less', async () => {
    await terms({});
    assert.deepEqual(await named(), ['hamlet', 'lear', 'vos']);
    await terms({ performances: { tags: ['jeugd'] } });
    assert.deepEqual(await named(), ['vos']);
    await terms({ performances: { ids: ['lear', 'hamlet'] } });
    assert.deepEqual(await named(), ['hamlet', 'lear']);
  });

  it('tells what the partner’s formulas may go by, and when its own sale began', async () => {
    await terms({ sale: { startsAfterHours: 24 } });
    const found = await list();
    assert.deepEqual(
      found.map(({ tags }) => tags),
      [undefined, undefined, ['jeugd']],
    );
    const hoursAgo = (at: string | undefined) => (clock.now().getTime() - Date.parse(at ?? '')) / HOUR;
    assert.deepEqual(
      found.map(({ onSaleAt }) => hoursAgo(onSaleAt)),
      [24, 24, 24],
    );
    assert.deepEqual([(await one('vos')).tags, hoursAgo((await one('vos')).onSaleAt)], [['jeugd'], 24]);
    await terms({});
  });

  it('has nothing of what is not offered: no performance, plan, status or stream', async () => {
    await terms({ performances: { ids: ['hamlet'] } });
    const api = seller.runtime.partners;
    assert.equal(await failure(api.performance(id, 'hamlet')), undefined);
    assert.equal(await failure(api.plan(id, 'kleine-zaal', 1)), undefined);
    assert.equal(await failure(api.performance(id, 'lear')), 'not_found');
    assert.equal(await failure(api.performance(id, 'niets')), 'not_found');
    assert.equal(await failure(api.status(id, 'lear')), 'not_found');
    assert.equal(await failure(api.live(id, 'lear', '', AbortSignal.timeout(5_000))), 'not_found');
    assert.equal(await failure(api.plan(id, 'kleine-zaal', 2)), 'not_found');
    await terms({ performances: { tags: ['niets'] } });
    assert.equal(await failure(api.plan(id, 'kleine-zaal', 1)), 'not_found');
  });

  it('has the prices and names of the price types that are allowed', async () => {
    await terms({ priceTypes: ['under-26'] });
    const hamlet = await one('hamlet');
    assert.deepEqual([...new Set(hamlet.prices.map(({ priceType }) => priceType))], ['under-26']);
    assert.deepEqual(hamlet.priceTypes, [{ id: 'under-26', name: { nl: '-26 jaar', en: 'Under 26' } }]);
    assert.deepEqual(hamlet.priceFrom, { cents: 800, currency: 'EUR' });
    await terms({ priceTypes: ['vip'] });
    assert.deepEqual(await named(), []);
  });

  it('is on sale when the partner’s own sale is', async () => {
    const state = async () => (await one('hamlet')).state;
    await terms({ sale: { startsAfterHours: 49 } });
    assert.equal(await state(), 'not-yet-on-sale');
    await terms({ sale: { startsAfterHours: 47 } });
    assert.equal(await state(), 'on-sale');
    await terms({ sale: { endsBeforeHours: 24 * 7 + 1 } });
    assert.equal(await state(), 'sale-ended');
    await terms({ validTo: clock.now().toISOString() });
    assert.equal(await state(), 'sale-ended');
  });

  it('has as many places as are free, and no more than the partner’s share', async () => {
    await terms({});
    const free = async () => (await one('hamlet')).availability;
    assert.deepEqual(await free(), { level: 'available', free: 78, capacity: 78 });
    await terms({ stock: { kind: 'quota', places: 10 } });
    assert.deepEqual(await free(), { level: 'available', free: 10, capacity: 10 });
    assert.deepEqual((await list())[0]?.availability.free, 10);
    const cart = await openTestCart(owner);
    await cart.hold({ performance: 'hamlet', seats: [{ seat: 'Z-A-1' }, { seat: 'Z-A-2' }] });
    assert.equal((await free()).free, 10, 'what others hold is not of the share');
    await sql`update claim set address = ${`agreement:${id}`} where place = 'Z-A-1'`.execute(owner.db);
    assert.deepEqual(await free(), { level: 'available', free: 9, capacity: 10 });
    await terms({ stock: { kind: 'quota', places: 1 } });
    assert.deepEqual(await free(), { level: 'sold-out', free: 0, capacity: 1 });
  });

  it('is no more once the agreement has ended, but the agreement can still be read', async () => {
    await owner.request(`/manage/agreements/${id}/end`, { token: TEST_MANAGE_TOKEN, method: 'POST' });
    const api = seller.runtime.partners;
    assert.equal(await failure(api.performances(id)), 'agreement_not_active');
    assert.equal(await failure(api.status(id, 'hamlet')), 'agreement_not_active');
    assert.equal((await api.agreement(id)).data?.state, 'ended');
  });
});
