import fc from 'fast-check';
import type { SeatRules } from '../../../../sdk/contract/performance.ts';
import { createScene, SeatState } from '../../../../sdk/model/scene/index.ts';
import type { HallNow } from '../../../../sdk/model/seat-choice/types.ts';
import { layOutPlan, type PlanSource, type SeatKind } from '../../../../sdk/model/seating-plan/index.ts';

const text = (nl: string) => ({ nl });

interface Limits {
  /** Most seats in all. */
  readonly seats?: number;
  /** How many of the visitor's own seats there may be. */
  readonly mine?: boolean;
  /** Other kinds than standard. */
  readonly kinds?: readonly SeatKind[];
}

const anySection = fc.record({
  rows: fc.integer({ min: 1, max: 4 }),
  groups: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
  radius: fc.option(fc.integer({ min: 900, max: 3000 }), { nil: undefined }),
  numbering: fc.constantFrom('left', 'right', 'middle', 'odd-left', 'odd-right'),
});
type AnySection = typeof anySection extends fc.Arbitrary<infer Value> ? Value : never;

function planOf(sections: readonly AnySection[]): PlanSource {
  return {
    format: 'foyer-plan/1',
    id: 'een-zaal',
    version: 1,
    name: text('Een zaal'),
    zones: sections.map((_, index) => ({ id: `rang-${index + 1}`, name: text(`Rang ${index + 1}`) })),
    floors: [{ id: 'zaal', name: text('Zaal') }],
    sections: sections.map(({ rows, groups, radius, numbering }, index) => ({
      id: `S${index}`,
      name: text(`Deel ${index}`),
      floor: 'zaal',
      zone: `rang-${index + 1}`,
      blocks: [
        {
          rows: rows === 1 ? 'A' : `A..${String.fromCharCode(64 + rows)}`,
          seats: groups.join('+'),
          at: [0, index * 600],
          numbering,
          ...(radius && { radius }),
        },
      ],
    })),
  };
}

const anyRules = (): fc.Arbitrary<SeatRules> =>
  fc.record({
    singleSeat: fc.constantFrom('strict', 'lenient', 'off'),
    wheelchair: fc.constantFrom('protected', 'released'),
  });

/** Halls with straight and curved rows, aisles, numbers from every side, from empty to nearly full, under any rules. */
export function anyHallNow({ seats = 60, mine = false, kinds = [] }: Limits = {}): fc.Arbitrary<HallNow> {
  const taken = [SeatState.sold, SeatState.held, SeatState.blocked];
  const own = mine ? [SeatState.mine, SeatState.mine] : [];
  return fc
    .record({
      sections: fc.array(anySection, { minLength: 1, maxLength: 3 }),
      rules: anyRules(),
      free: fc.integer({ min: 0, max: 12 }),
    })
    .chain(({ sections, rules, free }) => {
      const whole = layOutPlan(planOf(sections));
      const count = Math.min(seats, whole.seats.length);
      const states = fc.constantFrom(...Array<SeatState>(free).fill(SeatState.free), ...taken, ...own);
      const others: SeatKind[] = ['standard', 'standard', 'standard', 'standard', ...kinds];
      return fc.record({
        rules: fc.constant(rules),
        plan: fc.constant(whole),
        states: fc.array(states, { minLength: count, maxLength: count }),
        kinds: fc.array(fc.constantFrom(...others), { minLength: count, maxLength: count }),
      });
    })
    .map(({ rules, plan, states, kinds: seatKinds }) => {
      // What is beyond the limit is the house's: it is there and never for sale.
      const kindOf = (seat: number): SeatKind => seatKinds[seat] ?? 'house';
      const scene = createScene({ ...plan, seats: plan.seats.map((one, seat) => ({ ...one, kind: kindOf(seat) })) });
      return {
        scene,
        rules,
        states: Uint8Array.from(plan.seats, (_, seat) => states[seat] ?? SeatState.blocked),
      };
    });
}
