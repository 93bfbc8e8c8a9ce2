import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { layOutPlan, type PlanSource, placeName } from '../../../sdk/model/seating-plan/index.ts';
import { systemRandomness } from '../../../server/adapters/randomness.ts';
import { deLantaarn } from '../../../server/demo/centres/de-lantaarn/centre.ts';
import { hangPosters, seedSeason } from '../../../server/demo/seed.ts';
import { createTestCentre, type TestCentre } from '../../harness/centre.ts';

const START = new Date('2026-11-23T09:00:00Z');
const WEEK = 7 * 86_400_000;
const weeksLater = (weeks: number) => ({ now: () => new Date(START.getTime() + weeks * WEEK) });
const random = systemRandomness;
const house = deLantaarn;

describe('the season of the demo', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre({ seed: false });
  });
  after(() => centre.stop());
  const performances = () => centre.db.selectFrom('performance').selectAll().execute();

  it('is announced whole or not at all', async () => {
    let left = 5;
    const uuid = () => {
      if (left-- === 0) throw new Error('cut off');
      return random.uuid();
    };
    await assert.rejects(
      seedSeason({ centre: house, db: centre.db, clock: weeksLater(0), random: { ...random, uuid } }),
      /cut off/,
    );
    assert.deepEqual(await performances(), []);
    assert.deepEqual(await centre.db.selectFrom('claim').selectAll().execute(), []);
  });

  it('has at least twenty evenings, each with prices for every price type', async () => {
    const added = await seedSeason({ centre: house, db: centre.db, clock: weeksLater(0), random });
    assert.ok(added >= 20, `${added}`);
    const prices = await centre.db.selectFrom('price').selectAll().execute();
    for (const { id } of await performances()) {
      const types = new Set(
        prices.filter(({ performance_id }) => performance_id === id).map(({ price_type }) => price_type),
      );
      assert.deepEqual([...types].sort(), ['65-plus', 'adult', 'under-26']);
    }
  });

  it('has taken only places that are in the hall', async () => {
    const plans = new Map(
      (await centre.db.selectFrom('seating_plan').selectAll().execute()).map(({ id, source }) => [
        id,
        layOutPlan(source as PlanSource),
      ]),
    );
    const planOf = new Map((await performances()).map(({ id, plan_id }) => [id, plans.get(plan_id)!]));
    const claims = await centre.db.selectFrom('claim').select(['performance_id', 'place']).execute();
    assert.ok(claims.length > 1000);
    const strays = claims.filter(
      ({ performance_id, place }) => !placeName(planOf.get(performance_id)!, place.split('#')[0]!),
    );
    assert.deepEqual(strays, []);
  });

  it('does not change while enough is still to come', async () => {
    const earlier = await performances();
    assert.equal(await seedSeason({ centre: house, db: centre.db, clock: weeksLater(1), random }), 0);
    assert.deepEqual(await performances(), earlier);
  });

  it('is followed by the next one, which leaves the old one as it was and repeats nothing that still plays', async () => {
    const earlier = await performances();
    const clock = weeksLater(12);
    assert.ok((await seedSeason({ centre: house, db: centre.db, clock, random })) > 0);
    const now = await performances();
    for (const row of earlier)
      assert.deepEqual(
        now.find(({ id }) => id === row.id),
        row,
      );

    const upcoming = now.filter(({ starts_at }) => starts_at > clock.now());
    assert.ok(upcoming.length >= 14, `${upcoming.length}`);
    const old = new Set(earlier.map(({ id }) => id));
    const playing = new Set(upcoming.filter(({ id }) => old.has(id)).map(({ title }) => title.nl));
    assert.deepEqual(
      upcoming.filter(({ id, title }) => !old.has(id) && playing.has(title.nl)),
      [],
    );
  });

  it('hangs its posters where the website is today', async () => {
    for (const site of ['http://localhost:4001', 'http://localhost:5001']) {
      await hangPosters(centre.db, site);
      for (const { image } of await performances())
        assert.match(image ?? '', new RegExp(`^${site}/beeld/[a-z0-9-]+\\.svg$`));
    }
  });
});
