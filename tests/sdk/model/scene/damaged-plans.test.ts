import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  areaAt,
  arrangeFloors,
  changedSeats,
  chooseColumns,
  createScene,
  createSeatIndex,
  readStates,
  type Scene,
  SeatState,
  summarise,
  summariseChange,
  visibleRows,
  walk,
} from '../../../../sdk/model/scene/index.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import type { Seat, SeatingPlan } from '../../../../sdk/model/seating-plan/types.ts';
import { hallOf } from './any-hall.ts';

/** Does with a plan whatever a map does with it, from the first frame to a walk through it. */
function use(plan: SeatingPlan, aspect = 1.5): Scene {
  const scene = createScene(plan, chooseColumns(plan, aspect));
  const index = createSeatIndex(scene);
  for (const reach of [0, 20, Infinity]) index.nearest(scene.x[0] ?? 0, scene.y[0] ?? 0, reach);
  const states = readStates(scene, { status: { seats: { niets: 'sold' } }, mine: ['niets'], pending: ['niets'] });
  const summary = summarise(scene, states, new Map());
  const after = states.map((state) => (state === SeatState.free ? SeatState.held : SeatState.free));
  const changed = changedSeats(states, after);
  assert.deepEqual(
    summariseChange(scene, summary, { changed, before: states, after }, new Map()),
    summarise(scene, after, new Map()),
  );
  visibleRows(scene, scene.bounds, 10);
  areaAt(scene, scene.bounds);
  for (const step of ['left', 'right', 'back', 'forward', 'row-end', 'section-end', 'next-section'] as const) {
    walk(scene, 0, step);
  }
  return scene;
}

const isReachable = ({ x, y, width, height }: Scene['bounds']) => [x, y, width, height].every(Number.isFinite);

const anyNumber = fc.oneof(fc.double(), fc.constantFrom(3.4e38, -3.4e38, 1e300, Infinity, NaN, 0));
const anyIndex = fc.integer({ min: -3, max: 12 });
const anyText = fc.oneof(fc.string(), fc.constantFrom('x'.repeat(500), 'שורה א', 'صف ١', '\u202eabc'));
const name = fc.record({ nl: anyText });
const bounds = fc.record({ x: anyNumber, y: anyNumber, width: anyNumber, height: anyNumber });
const outline = fc.array(fc.record({ x: anyNumber, y: anyNumber }), { maxLength: 5 });
const seat = fc.record({
  id: anyText,
  number: anyText,
  x: anyNumber,
  y: anyNumber,
  kind: fc.constantFrom('standard', 'house', 'wheelchair', 'throne') as fc.Arbitrary<Seat['kind']>,
  zone: fc.constantFrom('rang-1', 'rang-2', 'nergens'),
  row: anyIndex,
});

/** What a page might give as a plan: of the right shape, and otherwise of no sense at all. */
const damagedPlan: fc.Arbitrary<SeatingPlan> = fc.record({
  id: anyText,
  version: fc.integer(),
  name,
  zones: fc.array(fc.record({ id: fc.constantFrom('rang-1', 'rang-2'), name }), { maxLength: 3 }),
  floors: fc.array(fc.record({ id: anyText, name, bounds }), { maxLength: 4 }),
  sections: fc.array(
    fc.record({ id: anyText, name, floor: anyIndex, rows: fc.array(anyIndex, { maxLength: 4 }), outline }),
    { maxLength: 4 },
  ),
  rows: fc.array(fc.record({ label: anyText, section: anyIndex, seats: fc.array(anyIndex, { maxLength: 8 }) }), {
    maxLength: 6,
  }),
  seats: fc.array(seat, { maxLength: 10 }),
  areas: fc.array(
    fc.record({
      id: anyText,
      name,
      kind: fc.constantFrom('standing' as const, 'table' as const),
      capacity: fc.integer(),
      zone: anyText,
      floor: anyIndex,
      outline,
    }),
    { maxLength: 3 },
  ),
  decor: fc.constant([]),
  bounds,
});

describe('a plan that nobody checked', () => {
  it('never makes the model throw, and always gives a hall that can be looked at', () => {
    fc.assert(
      fc.property(damagedPlan, fc.double({ min: 0.01, max: 100, noNaN: true }), (plan, aspect) => {
        const scene = use(plan, aspect);
        assert.ok(isReachable(scene.bounds), JSON.stringify(scene.bounds));
        assert.ok(scene.x.every(Number.isFinite) && scene.y.every(Number.isFinite));
        assert.ok(scene.pitch > 0 && Number.isFinite(scene.pitch));
      }),
      { numRuns: 300 },
    );
  });

  it('may have no seat at all, or one', () => {
    const none = { ...layOutPlan(hallOf([])), floors: [] };
    assert.equal(use(none).count, 0);
    assert.deepEqual(arrangeFloors(none, []).bounds, { x: 0, y: 0, width: 0, height: 0 });
    const one = use(layOutPlan(hallOf([{ rows: 1, seats: 1 }])));
    assert.equal(createSeatIndex(one).nearest(one.x[0] ?? 0, one.y[0] ?? 0, 10), 0);
  });

  it('finds a seat where all of them lie on one point', () => {
    const plan = layOutPlan(hallOf([{ rows: 8, seats: 24 }]));
    const scene = use({ ...plan, seats: plan.seats.map((each) => ({ ...each, x: 7, y: 7 })) });
    assert.equal(createSeatIndex(scene).nearest(scene.x[0] ?? 0, scene.y[0] ?? 0, 10), 0);
  });

  it('does not count a seat of no row, or of a row of no section, for any other', () => {
    const plan = layOutPlan(hallOf([{ rows: 2, seats: 5 }]));
    const lost = plan.seats.map((each, index) => (index === 0 ? { ...each, row: 99 } : each));
    const scene = createScene({ ...plan, seats: lost });
    const summary = summarise(scene, readStates(scene, { status: { seats: {} } }), new Map());
    assert.deepEqual(
      summary.rows.map(({ capacity }) => capacity),
      [4, 5],
    );
    assert.equal(summary.free, 9);
  });

  it('may have a quarter of a million seats, each row as long as a stadium', () => {
    const seats = 50_000;
    const plan = layOutPlan({
      ...hallOf([{ rows: 1, seats: 1 }]),
      sections: Array.from({ length: 5 }, (_, index) => ({
        id: `S${index}`,
        name: { nl: 'Lang' },
        zone: 'rang-1',
        blocks: [{ rows: 'A', seats, at: [0, index * 100] as const }],
      })),
    });
    assert.equal(use(plan).count, 250_000);
  });
});
