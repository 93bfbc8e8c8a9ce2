import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { slugSchema } from '../../../sdk/contract/identifiers.ts';
import { textSchema } from '../../../sdk/contract/text.ts';
import { layOutPlan, type SeatingPlan } from '../../../sdk/model/seating-plan/index.ts';
import { CENTRES } from '../../../server/demo/cluster.ts';
import { createSeason, momentOf } from '../../../server/demo/season.ts';

const now = new Date('2026-11-22T10:00:00Z');
const seasons = CENTRES.map((centre) => ({ centre, ...createSeason({ centre, now }) }));
const performances = seasons.flatMap((season) => season.performances);
const plans = new Map<string, SeatingPlan>(seasons.map(({ plan: { id, source } }) => [id, layOutPlan(source)]));
const planOf = (performance: (typeof performances)[number]) => plans.get(performance.row.plan_id)!;
const count = (taken: object, state: string) => Object.values(taken).filter((value) => value === state).length;
/** Part of what was for sale that is sold. */
const fullness = ({ row, taken }: (typeof performances)[number]) => count(taken, 'sold') / row.capacity;

describe('the demo’s seasons', () => {
  it('leave no seat alone nearly everywhere, and release wheelchair places only shortly before', () => {
    const rules = performances.map(({ row }) => row.single_seat_rule);
    assert.deepEqual([...new Set(rules)].sort(), ['lenient', 'off', 'strict']);
    assert.ok(rules.filter((rule) => rule === 'strict').length > rules.length * 0.8);
    const released = performances.filter(({ row }) => row.wheelchair_rule === 'released');
    assert.ok(released.length > 0);
    for (const { row } of released) assert.ok(row.starts_at.getTime() - now.getTime() < 8 * 86_400_000, row.id);
  });

  it('differ in everything a visitor sees: titles, price types, halls', () => {
    const differ = (of: (season: (typeof seasons)[number]) => readonly string[]) => {
      const all = seasons.flatMap(of);
      assert.equal(new Set(all).size, all.length);
    };
    differ(({ plan }) => [plan.id]);
    differ(({ priceTypes }) => priceTypes.map(({ id }) => id));
    differ(({ performances: listed }) => [...new Set(listed.map(({ row }) => row.title.nl))]);
    differ(({ centre }) => [centre.face.style, centre.face.brand]);
  });

  it('have at least forty performances ahead, in three halls, with ids of their own', () => {
    assert.ok(performances.length >= 40);
    assert.equal(new Set(performances.map(({ row }) => row.id)).size, performances.length);
    assert.equal(new Set(performances.map(({ row }) => row.hall_id)).size, 3);
    for (const { row } of performances) {
      slugSchema.parse(row.id);
      for (const text of [row.title, row.subtitle, row.description, row.hall_name]) {
        textSchema.parse(text);
        assert.ok(text.en, `${row.id} is also in English`);
      }
    }
  });

  it('tell in every language what is played, where and at what prices; a title stays as it is', () => {
    const told = [
      ...performances.flatMap(({ row }) => [row.subtitle, row.description, row.hall_name]),
      ...seasons.flatMap(({ priceTypes }) =>
        priceTypes.flatMap(({ name, explanation }) => [name, explanation ?? name]),
      ),
      ...seasons.flatMap(({ plan }) => (plan.source.sections ?? []).flatMap(({ entrance }) => entrance ?? [])),
    ];
    for (const text of told) assert.deepEqual(Object.keys(text).sort(), ['de', 'en', 'fr', 'nl'], text.nl);
  });

  it('start within days whatever the day, and never in the past', () => {
    for (let day = 0; day < 14; day += 1) {
      const today = new Date(now.getTime() + day * 86_400_000);
      const first =
        createSeason({ centre: CENTRES[day % CENTRES.length]!, now: today }).performances[0]!.row.starts_at.getTime() -
        today.getTime();
      assert.ok(first > 0 && first < 13 * 86_400_000, `${first / 86_400_000} days`);
    }
  });

  it('play one thing at a time in a hall, with an hour between', () => {
    for (const hall of plans.keys()) {
      const rows = performances.map(({ row }) => row).filter(({ hall_id }) => hall_id === hall);
      for (const [index, row] of rows.slice(1).entries()) {
        assert.ok(
          row.starts_at.getTime() - rows[index]!.ends_at.getTime() >= 3_600_000,
          `${rows[index]!.id}, ${row.id}`,
        );
      }
    }
  });

  it('start at the hour that the poster says, in summer and in winter', () => {
    const evening = (moment: string) => momentOf({ week: 1, day: 'fri', at: '20:00' }, new Date(moment)).toISOString();
    assert.equal(evening('2026-11-22T10:00:00Z'), '2026-11-27T19:00:00.000Z');
    assert.equal(evening('2026-07-01T10:00:00Z'), '2026-07-10T18:00:00.000Z');
    assert.equal(evening('2026-10-18T10:00:00Z'), '2026-10-23T18:00:00.000Z');
    assert.equal(evening('2026-10-19T10:00:00Z'), '2026-10-30T19:00:00.000Z');
    assert.equal(evening('2026-11-22T23:30:00Z'), '2026-12-04T19:00:00.000Z', 'it is Monday in Brussels already');
  });

  it('price every zone for every price type, reductions never above the full price, the fee included', () => {
    for (const season of seasons) {
      for (const { row, prices } of season.performances) {
        assert.equal(prices.length, plans.get(row.plan_id)!.zones.length * season.priceTypes.length);
        for (const { zone, cents, fee_cents } of prices) {
          const full = prices.find((price) => price.zone === zone && price.price_type === season.priceTypes[0]!.id)!;
          assert.ok(cents <= full.cents && fee_cents <= cents, row.id);
        }
      }
    }
    assert.ok(
      performances.some(({ prices }) => prices.every(({ cents }) => cents === 0)),
      'one is free',
    );
  });

  it('know fresh, half sold, nearly sold and sold-out houses', () => {
    const houses = performances.map(fullness);
    assert.equal(houses.filter((part) => part === 1).length, 1);
    assert.ok(houses.filter((part) => part > 0.9 && part < 1).length >= 3);
    assert.ok(houses.filter((part) => part > 0.3 && part < 0.7).length >= 10);
    assert.ok(houses.filter((part) => part < 0.1).length >= 3);
  });

  it('have sold and blocked only places that exist, and blocked every house seat', () => {
    for (const performance of performances) {
      const plan = planOf(performance);
      const places = new Set([
        ...plan.seats.map(({ id }) => id),
        ...plan.areas.flatMap(({ id, capacity }) =>
          Array.from({ length: capacity }, (_, index) => `${id}#${index + 1}`),
        ),
      ]);
      assert.deepEqual(
        Object.keys(performance.taken).filter((place) => !places.has(place)),
        [],
      );
      for (const { id, kind } of plan.seats) if (kind === 'house') assert.equal(performance.taken[id], 'blocked');
    }
  });

  it('are sold in parties: most sold seats have a sold neighbour', () => {
    const performance = performances.find(({ row }) => row.id === 'de-stille-cowboy-1')!;
    const { rows, seats } = planOf(performance);
    const sold = (index?: number) => index !== undefined && performance.taken[seats[index]!.id] === 'sold';
    const all = rows.flatMap((row) =>
      row.seats.map((seat, index) => ({ seat, beside: [row.seats[index - 1], row.seats[index + 1]] })),
    );
    const taken = all.filter(({ seat }) => sold(seat));
    const together = taken.filter(({ beside }) => beside.some(sold));
    assert.ok(together.length / taken.length > 0.8, `${together.length} of ${taken.length}`);
  });

  it('are the same for the same moment', () => {
    for (const { centre, ...season } of seasons) assert.deepEqual(createSeason({ centre, now }), season);
  });
});
