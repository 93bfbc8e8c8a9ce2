import fc from 'fast-check';
import { layOutPlan, type PlanSource, type SeatingPlan } from '../../../../sdk/model/seating-plan/index.ts';

const text = (nl: string) => ({ nl });

/** Halls of one to four floors with straight or curved rows, of any size from one seat to some hundreds. */
export const anyHall: fc.Arbitrary<SeatingPlan> = fc
  .array(
    fc.record({
      rows: fc.integer({ min: 1, max: 8 }),
      seats: fc.integer({ min: 1, max: 24 }),
      radius: fc.option(fc.integer({ min: 900, max: 3000 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => layOutPlan(hallOf(blocks)));

interface Block {
  readonly rows: number;
  readonly seats: number;
  readonly radius?: number | undefined;
}

/** A hall with one floor and one section a block. */
export function hallOf(blocks: readonly Block[]): PlanSource {
  return {
    format: 'foyer-plan/1',
    id: 'een-zaal',
    version: 1,
    name: text('Een zaal'),
    zones: [
      { id: 'rang-1', name: text('Rang 1') },
      { id: 'rang-2', name: text('Rang 2') },
    ],
    floors: blocks.map((_, index) => ({ id: `v${index}`, name: text(`Verdieping ${index}`), at: [0, index * 2000] })),
    sections: blocks.map(({ rows, seats, radius }, index) => ({
      id: `S${index}`,
      name: text(`Deel ${index}`),
      floor: `v${index}`,
      zone: index === 0 ? 'rang-1' : 'rang-2',
      blocks: [
        { rows: rows === 1 ? 'A' : `A..${String.fromCharCode(64 + rows)}`, seats, ...(radius ? { radius } : {}) },
      ],
    })),
  };
}

/** Three rows of five: `S0-A-1` to `S0-C-5`. */
export const smallHall = (): SeatingPlan => layOutPlan(hallOf([{ rows: 3, seats: 5 }]));
