import type { SeatRules } from '../../../../sdk/contract/performance.ts';
import { createScene, SeatState } from '../../../../sdk/model/scene/index.ts';
import type { HallNow } from '../../../../sdk/model/seat-choice/types.ts';
import { layOutPlan, type SeatKind } from '../../../../sdk/model/seating-plan/index.ts';

const text = (nl: string) => ({ nl });

/** One character a seat: its kind, and its state. */
const SEATS: Readonly<Record<string, readonly [SeatKind, SeatState]>> = {
  '.': ['standard', SeatState.free],
  x: ['standard', SeatState.sold],
  h: ['standard', SeatState.held],
  b: ['standard', SeatState.blocked],
  m: ['standard', SeatState.mine],
  r: ['restricted-view', SeatState.free],
  R: ['restricted-view', SeatState.mine],
  w: ['wheelchair', SeatState.free],
  W: ['wheelchair', SeatState.mine],
  c: ['companion', SeatState.free],
  C: ['companion', SeatState.mine],
  H: ['house', SeatState.blocked],
};

/**
 * A hall as it is drawn: a line a row, a character a seat, `|` for an aisle, blanks for nothing, `-` for a missing
 * seat, and an empty line before the next section, which is also the next price zone. Seats are 50 cm apart, rows 90.
 */
export function drawnHall(drawing: string, rules: Partial<SeatRules> = {}): HallNow {
  const sections = drawing.split(/\n\s*\n/).map((lines) => lines.split('\n').filter((line) => line.trim() !== ''));
  const states: SeatState[] = [];
  let y = 0;
  const blocks = sections.map((lines) =>
    lines.map((line, row) => {
      let x = 0;
      y += 90;
      const places: [number, number][] = [];
      const except: { seats: string; kind: SeatKind }[] = [];
      for (const character of line.replaceAll(' ', '')) {
        const [kind, state] = SEATS[character] ?? [];
        if (kind && state !== undefined) {
          states.push(state);
          places.push([x, y]);
          if (kind !== 'standard') except.push({ seats: `${row + 1}-${places.length}`, kind });
        }
        x += 50;
      }
      return { rows: String(row + 1), places, except };
    }),
  );
  const plan = layOutPlan({
    format: 'foyer-plan/1',
    id: 'getekend',
    version: 1,
    name: text('Getekende zaal'),
    zones: blocks.map((_, section) => ({ id: `rang-${section + 1}`, name: text(`Rang ${section + 1}`) })),
    floors: [{ id: 'zaal', name: text('Zaal') }],
    sections: blocks.map((own, section) => ({
      id: String.fromCharCode(65 + section),
      name: text(`Deel ${section + 1}`),
      floor: 'zaal',
      zone: `rang-${section + 1}`,
      blocks: own,
    })),
  });
  return {
    scene: createScene(plan),
    states: Uint8Array.from(states),
    rules: { singleSeat: 'strict', wheelchair: 'protected', ...rules },
  };
}

/** Ids of seats, such as `A-1-3`: section, row, seat. */
export const idsOf = ({ scene }: HallNow, seats: Iterable<number>): string[] =>
  [...seats].map((seat) => scene.plan.seats[seat]?.id ?? '?');

/** The index of a seat by its id. */
export function seatAt({ scene }: HallNow, id: string): number {
  const seat = scene.indexOf.get(id);
  if (seat === undefined) throw new Error(`There is no seat ${id}.`);
  return seat;
}
