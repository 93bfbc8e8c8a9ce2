import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Bounds, layOutPlan, type Point, type SeatingPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { readPlan } from '../../../../sdk/model/seating-plan/read-plan.ts';
import type { BlockSource, PlanSource } from '../../../../sdk/model/seating-plan/source.ts';
import { HALLS, hallText, smallPlan, smallSection } from './plans.ts';

const inside = ({ x, y }: Point, bounds: Bounds) =>
  x >= bounds.x && y >= bounds.y && x <= bounds.x + bounds.width && y <= bounds.y + bounds.height;

/** What everybody who draws or sells a plan relies on. */
function assertSound(plan: SeatingPlan): void {
  const ids = plan.seats.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
  for (const [index, section] of plan.sections.entries()) {
    assert.ok(plan.floors[section.floor]);
    for (const row of section.rows) assert.equal(plan.rows[row]?.section, index);
  }
  for (const [index, row] of plan.rows.entries()) {
    assert.ok(row.seats.length > 0, 'no empty rows');
    for (const seat of row.seats) assert.equal(plan.seats[seat]?.row, index);
  }
  assert.equal(
    plan.rows.reduce((sum, { seats }) => sum + seats.length, 0),
    plan.seats.length,
  );
  for (const seat of plan.seats) {
    const section = plan.sections[plan.rows[seat.row]!.section]!;
    assert.ok(inside(seat, plan.floors[section.floor]!.bounds), `${seat.id} lies on its floor`);
    assert.ok(inside(seat, plan.bounds), `${seat.id} lies in the plan`);
  }
  for (const { outline, floor } of [...plan.areas, ...plan.decor, ...plan.sections]) {
    for (const point of outline) assert.ok(inside(point, plan.floors[floor]!.bounds));
  }
}

const anyBlock = (label: string): fc.Arbitrary<BlockSource> =>
  fc.record(
    {
      rows: fc.constantFrom(`${label}1..${label}6`, `${label}1`, `${label}1..${label}3 ${label}5`),
      seats: fc.oneof(
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('5+9+5', '3+3'),
        fc.constant({ from: '3+6+3', to: '6+9+6' }),
      ),
      at: fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 })),
      turn: fc.integer({ min: -180, max: 180 }),
      radius: fc.integer({ min: 700, max: 5000 }),
      pitch: fc.integer({ min: 48, max: 60 }),
      depth: fc.integer({ min: 80, max: 110 }),
      aisle: fc.integer({ min: 0, max: 200 }),
      numbering: fc.constantFrom('left', 'right', 'odd-left', 'odd-right', 'middle'),
      start: fc.integer({ min: 0, max: 200 }),
    },
    { requiredKeys: ['rows', 'seats'] },
  );

/** Plans whose blocks stand apart from each other, on one or two floors. */
const anyPlan: fc.Arbitrary<PlanSource> = fc
  .tuple(anyBlock('A'), anyBlock('B'), anyBlock('C'), fc.boolean())
  .map(([a, b, c, upstairs]) =>
    smallPlan({
      floors: [
        { id: 'zaal', name: { nl: 'Zaal' } },
        { id: 'balkon', name: { nl: 'Balkon' }, at: [0, 20_000] },
      ],
      sections: [
        smallSection({ blocks: [a, { ...b, at: [5_000, 0] }] }),
        smallSection({ id: 'B', ...(upstairs && { floor: 'balkon' }), blocks: [{ ...c, at: [0, 6_000] }] }),
      ],
    }),
  );

describe('a plan that is laid out', () => {
  it('is sound, whatever the rules it is written in', () => {
    fc.assert(
      fc.property(anyPlan, (source) => assertSound(layOutPlan(source))),
      { numRuns: 200, seed: 20261122 },
    );
  });

  it('has no two seats on top of each other when rows are as wide as people', () => {
    fc.assert(
      fc.property(anyPlan, (source) => {
        const result = readPlan(JSON.stringify(source));
        assert.deepEqual('problems' in result ? result.problems : [], []);
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(anyPlan, (source) => assert.deepEqual(layOutPlan(source), layOutPlan(structuredClone(source)))),
      { numRuns: 20, seed: 20261122 },
    );
  });

  it('joins blocks of one row, in the order of the blocks', () => {
    const blocks: BlockSource[] = [
      { rows: 'A..B', seats: 2, at: [-300, 0], start: 1 },
      { rows: 'A', seats: 3, at: [0, 0], start: 3 },
    ];
    const plan = layOutPlan(smallPlan({ sections: [smallSection({ blocks })] }));
    const numbers = plan.rows.map(
      ({ label, seats }) => `${label}: ${seats.map((seat) => plan.seats[seat]!.number).join(' ')}`,
    );
    assert.deepEqual(numbers, ['A: 1 2 3 4 5', 'B: 1 2']);
  });

  it('has no row where every seat is missing', () => {
    const blocks: BlockSource[] = [{ rows: 'A..C', seats: 3, except: [{ seats: 'B', missing: true }] }];
    const plan = layOutPlan(smallPlan({ sections: [smallSection({ blocks })] }));
    assert.deepEqual(
      plan.rows.map(({ label }) => label),
      ['A', 'C'],
    );
    assertSound(plan);
  });

  it('moves a floor with everything on it', () => {
    const floors = [{ id: 'zaal', name: { nl: 'Zaal' }, at: [1000, 2000] as const }];
    const decor = [{ kind: 'pillar', circle: [0, 0, 20] }] as const;
    const [here, moved] = [layOutPlan(smallPlan({ decor })), layOutPlan(smallPlan({ decor, floors }))];
    const shifted = (point?: Point) => point && { x: point.x + 1000, y: point.y + 2000 };
    assert.equal(moved.seats[0]?.x, here.seats[0]!.x + 1000);
    assert.deepEqual(moved.areas[0]?.outline[0], shifted(here.areas[0]?.outline[0]));
    assert.deepEqual(moved.decor[0]?.outline[0], shifted(here.decor[0]?.outline[0]));
    assert.deepEqual(moved.sections[0]?.outline[0], shifted(here.sections[0]?.outline[0]));
  });

  it('draws a line around a section that has all its seats inside', () => {
    const blocks: BlockSource[] = [{ rows: 'A..F', seats: { from: 12, to: 20 }, radius: 900 }];
    const plan = layOutPlan(smallPlan({ sections: [smallSection({ blocks })] }));
    const { outline } = plan.sections[0]!;
    for (const seat of plan.seats) assert.ok(contains(outline, seat), `${seat.id} is inside`);
    assert.ok(!contains(outline, { x: 0, y: -200 }), 'the room before the front row is outside');
  });
});

/** Even-odd rule: a point is inside when a ray from it crosses the line an odd number of times. */
function contains(outline: readonly Point[], { x, y }: Point): boolean {
  let crossings = 0;
  for (const [index, from] of outline.entries()) {
    const to = outline[(index + 1) % outline.length]!;
    if (from.y > y !== to.y > y && x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x) crossings += 1;
  }
  return crossings % 2 === 1;
}

describe('the demo’s halls', () => {
  const expected = {
    schouwburg: { seats: 798, floors: 4, sections: 10, wheelchair: 4, restricted: 38, house: 7, areas: 0 },
    concertzaal: { seats: 1290, floors: 3, sections: 8, wheelchair: 4, restricted: 68, house: 9, areas: 0 },
    'vlakke-zaal': { seats: 335, floors: 1, sections: 1, wheelchair: 4, restricted: 0, house: 3, areas: 100 },
  };
  for (const hall of HALLS) {
    const result = readPlan(hallText(hall));
    assert.ok('plan' in result);
    const { plan } = result;
    const kinds = (kind: string) => plan.seats.filter((seat) => seat.kind === kind).length;

    it(`${hall} has the seats it should have`, () => {
      assert.deepEqual(
        {
          seats: plan.seats.length,
          floors: plan.floors.length,
          sections: plan.sections.length,
          wheelchair: kinds('wheelchair'),
          restricted: kinds('restricted-view'),
          house: kinds('house'),
          areas: plan.areas.reduce((sum, { capacity }) => sum + capacity, 0),
        },
        expected[hall],
      );
      assert.equal(kinds('companion'), kinds('wheelchair'), 'nobody in a wheelchair has to come alone');
    });

    it(`${hall} is sound`, () => assertSound(plan));

    it(`${hall} is the same to the left and to the right`, () => {
      const places = new Set(plan.seats.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`));
      const lonely = plan.seats.filter(({ x, y }) => {
        const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${Math.round(-x) + dx} ${Math.round(y) + dy}`));
        return !near.some((place) => places.has(place));
      });
      assert.deepEqual(
        lonely.map(({ id }) => id),
        [],
      );
    });
  }

  it('the schouwburg’s stalls have rows A to T', () => {
    const result = readPlan(hallText('schouwburg'));
    assert.ok('plan' in result);
    const stalls = result.plan.sections[0]!.rows.map((row) => result.plan.rows[row]!.label);
    assert.equal(stalls.join(''), 'ABCDEFGHIJKLMNOPQRST');
  });
});
