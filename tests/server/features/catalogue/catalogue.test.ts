import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  centreSchema,
  type Performance,
  performanceListSchema,
  performanceSchema,
} from '../../../../sdk/contract/index.ts';
import { layOutPlan, type PlanSource } from '../../../../sdk/model/seating-plan/index.ts';
import { createTestCentre, openTestCart, type TestCentre } from '../../../harness/centre.ts';
import { SMALL_HALL_SEATS } from '../../../harness/small-hall.ts';

describe('what a centre has on offer', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre({ performances: ['een', 'twee', 'drie'] });
  });
  after(() => centre.stop());

  const list = async (query = '') =>
    performanceListSchema.parse(await (await centre.request(`/performances${query}`)).json()).performances;
  const show = async (id: string): Promise<Performance> =>
    performanceSchema.parse(await (await centre.request(`/performances/${id}`)).json());

  it('begins with the centre itself: who it is, its price types in order, and its tickets’ key', async () => {
    const answer = centreSchema.parse(await (await centre.request('')).json());
    assert.equal(answer.id, centre.id);
    assert.deepEqual(
      answer.priceTypes.map(({ id }) => id),
      ['adult', 'under-26'],
    );
    assert.equal(answer.ticketKeys[0]?.publicKey, centre.runtime.signer.publicKey);
    assert.ok(!JSON.stringify(answer).includes('origins'));
  });

  it('lists performances by start, between two moments and up to a number', async () => {
    assert.deepEqual(
      (await list()).map(({ id }) => id),
      ['een', 'twee', 'drie'],
    );
    const [, second] = await list();
    const from = encodeURIComponent(second!.startsAt);
    assert.deepEqual(
      (await list(`?from=${from}`)).map(({ id }) => id),
      ['twee', 'drie'],
    );
    assert.deepEqual(
      (await list(`?to=${from}`)).map(({ id }) => id),
      ['een'],
    );
    assert.equal((await list('?limit=2')).length, 2);
  });

  it('tells the lowest price and how much is free, house seats left out', async () => {
    const [first] = await list();
    assert.deepEqual(first?.priceFrom, { cents: 800, currency: 'EUR' });
    assert.deepEqual(first?.availability, { level: 'available', free: 78, capacity: 78 });
  });

  it('tells who can follow a performance, and nothing where the centre said nothing', async () => {
    const { db } = centre.runtime;
    const facts = { accessibility: ['wheelchair', 'surtitles'] as const, languages: ['fr', 'nl'] };
    await db
      .updateTable('performance')
      .set({ accessibility: [...facts.accessibility], languages: facts.languages })
      .where('id', '=', 'twee')
      .execute();
    const [first, second] = await list();
    assert.deepEqual([first?.accessibility, first?.languages], [undefined, undefined]);
    for (const told of [second, await show('twee')]) {
      assert.deepEqual([told?.accessibility, told?.languages], [facts.accessibility, facts.languages]);
    }
  });

  it('counts what is held, sold and blocked, but not a blocked seat of the house', async () => {
    await (await openTestCart(centre)).holdSeats(['Z-A-1', 'Z-A-2'], 'twee');
    await centre.db
      .insertInto('claim')
      .values(
        ['Z-B-1', 'Z-F-9'].map((place) => ({
          performance_id: 'twee',
          place,
          id: crypto.randomUUID(),
          state: 'blocked' as const,
          until: 'infinity',
        })),
      )
      .execute();
    assert.equal((await show('twee')).availability.free, 75);
  });

  it('says few under a tenth, and sold-out at the end', async () => {
    const block = (places: readonly string[]) =>
      centre.db
        .insertInto('claim')
        .values(
          places.map((place) => ({
            performance_id: 'drie',
            place,
            id: crypto.randomUUID(),
            state: 'blocked' as const,
            until: 'infinity',
          })),
        )
        .execute();
    await block([...SMALL_HALL_SEATS, ...Array.from({ length: 13 }, (_, n) => `STAAN#${n + 1}`)]);
    assert.deepEqual((await show('drie')).availability, { level: 'few', free: 7, capacity: 78 });
    await block(Array.from({ length: 7 }, (_, n) => `STAAN#${n + 14}`));
    assert.equal((await show('drie')).availability.level, 'sold-out');
  });

  it('has for one performance its prices by zone and type, and where its plan is', async () => {
    const performance = await show('een');
    assert.deepEqual(
      performance.prices.map(({ zone, priceType, price }) => [zone, priceType, price.cents]),
      [
        ['rang-1', 'adult', 2400],
        ['rang-1', 'under-26', 1200],
        ['rang-2', 'adult', 1500],
        ['rang-2', 'under-26', 800],
      ],
    );
    assert.equal(performance.plan.href, '/plans/kleine-zaal/1');
    assert.equal(performance.maxPlacesPerCart, 12);
  });

  it('knows the state of its sale', async () => {
    const set = (values: Record<string, unknown>) =>
      centre.db.updateTable('performance').set(values).where('id', '=', 'een').execute();
    const day = 86_400_000;
    await set({ on_sale_at: new Date(Date.now() + day) });
    assert.equal((await show('een')).state, 'not-yet-on-sale');
    await set({ on_sale_at: new Date(Date.now() - day), sale_ends_at: new Date(Date.now() - 1) });
    assert.equal((await show('een')).state, 'sale-ended');
    await set({ cancelled: true });
    assert.equal((await show('een')).state, 'cancelled');
    await set({ cancelled: false, sale_ends_at: null });
    assert.equal((await show('een')).state, 'on-sale');
  });

  it('gives plans that may be kept for ever, and only sends them once', async () => {
    const answer = await centre.request('/plans/kleine-zaal/1');
    assert.match(answer.headers.get('Cache-Control') ?? '', /immutable/);
    assert.equal(layOutPlan((await answer.json()) as PlanSource).seats.length, 60);
    const tag = answer.headers.get('ETag')!;
    const again = await centre.request('/plans/kleine-zaal/1', { headers: { 'If-None-Match': tag } });
    assert.deepEqual([again.status, await again.text()], [304, '']);
    const unknown = await centre.request('/plans/kleine-zaal/2');
    assert.equal(unknown.status, 404);
    assert.equal(unknown.headers.get('Cache-Control'), 'no-store');
  });

  it('does not have what it does not have', async () => {
    assert.equal((await centre.request('/performances/niets')).status, 404);
  });
});
