import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  type Agreement,
  type Performance,
  type PerformanceList,
  performanceListSchema,
  performanceSchema,
  seatStatusSchema,
} from '../../../../../sdk/contract/index.ts';
import { openTestCart, TEST_MANAGE_TOKEN, type TestCentre } from '../../../../harness/centre.ts';
import { createCluster, manage, type TestCluster } from '../../../../harness/cluster.ts';
import { codeOf, standingClock } from '../../../../harness/http.ts';
import { readStatusOf } from '../../../../harness/live.ts';

/** Visitors of a centre that sells for another one, by the public API that every page uses. */
describe('what partners play, at the centre that sells it', () => {
  let cluster: TestCluster;
  let owner: TestCentre;
  let seller: TestCentre;
  let hamlet: string;
  const clock = standingClock(new Date().toISOString());
  before(async () => {
    cluster = await createCluster({
      centres: 2,
      terms: false,
      options: (index) => ({ clock, performances: index === 0 ? ['hamlet', 'lear'] : ['eigen', 'ander'] }),
    });
    [owner, seller] = cluster.centres as [TestCentre, TestCentre];
    await cluster.agree(owner, seller);
    hamlet = `${owner.id}.hamlet`;
  });
  after(() => cluster.stop());
  beforeEach(async () => {
    await owner.db.deleteFrom('claim').execute();
    // Past whatever was asked in the test before.
    clock.pass(60_000);
  });

  const get = async <T>(path: string): Promise<T> => (await seller.request(path)).json() as Promise<T>;
  const listed = async (query = '') =>
    performanceListSchema
      .parse(await get<PerformanceList>(`/performances${query}`))
      .performances.map(({ id, owner, state }) => `${id} ${owner?.name ?? 'own'} ${state}`);

  it('is listed with the centre’s own, by start', async () => {
    assert.deepEqual(await listed(), [
      `${hamlet} Huis 1 on-sale`,
      'eigen own on-sale',
      `${owner.id}.lear Huis 1 on-sale`,
      'ander own on-sale',
    ]);
  });

  it('is listed within the time and the number that was asked for', async () => {
    const { performances } = await get<PerformanceList>('/performances');
    const [first, second] = performances;
    assert.deepEqual((await listed('?limit=1')).length, 1);
    assert.equal((await listed(`?to=${encodeURIComponent(second!.startsAt)}`)).length, 1);
    assert.equal((await listed(`?from=${encodeURIComponent(second!.startsAt)}`)).length, 3);
    assert.notEqual(first?.id, second?.id);
  });

  it('is a performance with its own price types, and a plan by our name for it', async () => {
    const told = performanceSchema.parse(await get<Performance>(`/performances/${hamlet}`));
    assert.deepEqual(told.owner, { id: owner.id, name: 'Huis 1', website: owner.runtime.config.website });
    assert.deepEqual([told.id, told.plan.id], [hamlet, `${owner.id}.kleine-zaal`]);
    assert.deepEqual(
      told.priceTypes?.map(({ id }) => id),
      ['adult', 'under-26'],
    );
    assert.equal(told.plan.href, `/plans/${owner.id}.kleine-zaal/1`);
    const plan = await seller.request(told.plan.href);
    assert.equal(((await plan.json()) as { id: string }).id, told.plan.id);
    assert.match(plan.headers.get('Cache-Control') ?? '', /immutable/);
  });

  it('has a status that names the plan alike', async () => {
    await (await openTestCart(owner)).holdSeats(['Z-A-1'], 'hamlet');
    const { named, ...status } = await readStatusOf(seller, hamlet);
    assert.deepEqual(seatStatusSchema.parse(status).plan, { id: `${owner.id}.kleine-zaal`, version: 1 });
    assert.deepEqual(named, { 'Z-A-1': 'held' });
  });

  it('is not there when the partner has no such thing, or there is no such partner', async () => {
    for (const path of [
      `/performances/${owner.id}.niets`,
      '/performances/niemand.hamlet',
      `/performances/${owner.id}.niets/status`,
      `/performances/${owner.id}.niets/live`,
      `/plans/${owner.id}.niets/1`,
      `/performances/${seller.id}.eigen`,
    ]) {
      const answer = await seller.request(path);
      assert.deepEqual([answer.status, await codeOf(answer)], [404, 'not_found'], path);
    }
  });

  it('asks the partner for a plan once, and for the rest once in a while', async () => {
    const askedFor = (part: RegExp) => cluster.network.sent.filter(({ path }) => part.test(path)).length;
    const before = [askedFor(/\/plans\//), askedFor(/performances$/), askedFor(/performances\/hamlet$/)];
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        await seller.request('/performances');
        await seller.request(`/performances/${hamlet}`);
        await seller.request(`/plans/${owner.id}.kleine-zaal/1`);
      }),
    );
    const after = [askedFor(/\/plans\//), askedFor(/performances$/), askedFor(/performances\/hamlet$/)];
    assert.deepEqual(
      after.map((count, index) => count - before[index]!),
      [0, 1, 1],
    );
  });

  it('follows the terms within seconds', async () => {
    const { id } = await seller.db.selectFrom('agreement').select('id').executeTakeFirstOrThrow();
    const change = (terms: object) =>
      owner.request(`/manage/agreements/${id}`, { method: 'PATCH', token: TEST_MANAGE_TOKEN, json: { terms } });
    await listed();
    await change({ performances: { ids: ['lear'] } });
    clock.pass(2_000);
    assert.equal(
      (await listed()).some((line) => line.startsWith(hamlet)),
      false,
    );
    assert.equal((await seller.request(`/performances/${hamlet}`)).status, 404);
    await change({ performances: {} });
    clock.pass(2_000);
    assert.equal(
      (await listed()).some((line) => line.startsWith(hamlet)),
      true,
    );
  });

  it('is no more when the owner ended the agreement, and then the seller knows that too', async () => {
    const { id } = await seller.db.selectFrom('agreement').select('id').executeTakeFirstOrThrow();
    const known = () => manage<Agreement>(seller, `/agreements/${id}`);
    await manage(owner, `/agreements/${id}/end`, {});
    assert.equal((await known()).state, 'active');
    clock.pass(2_000);
    assert.deepEqual(await listed(), ['eigen own on-sale', 'ander own on-sale']);
    while ((await known()).state !== 'ended');
    assert.equal((await known()).endedBy, 'owner');
    await cluster.agree(owner, seller);
    clock.pass(2_000);
    assert.equal((await listed()).length, 4);
  });

  it('is for the moment unavailable while the partner is away, and the rest of the page works', async () => {
    await listed();
    assert.equal((await seller.request(`/plans/${owner.id}.kleine-zaal/1`)).status, 200);
    cluster.network.cut(owner);
    clock.pass(2_000);
    const started = performance.now();
    const lines = await listed();
    assert.ok(performance.now() - started < 2_000);
    assert.deepEqual(
      lines.filter((line) => line.startsWith(owner.id)).map((line) => line.split(' ').at(-1)),
      ['unavailable', 'unavailable'],
    );
    assert.equal(lines.filter((line) => line.endsWith('own on-sale')).length, 2);
    const answer = await seller.request(`/performances/${hamlet}`);
    const { error } = await answer.json();
    assert.deepEqual([answer.status, error.code, error.centre], [503, 'partner_unavailable', 'Huis 1']);
    assert.equal(
      (await seller.request(`/plans/${owner.id}.kleine-zaal/1`)).status,
      200,
      'what never changes is still here',
    );
    cluster.network.heal(owner);
  });
});
