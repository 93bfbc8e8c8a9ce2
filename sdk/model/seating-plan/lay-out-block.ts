import { rowLabels, selector } from './ranges.ts';
import type { BlockSource, ExceptionSource, Numbering, PointSource, RowSize, SectionSource } from './source.ts';
import type { Seat } from './types.ts';

const PITCH = 52;
const DEPTH = 95;
const AISLE = 100;

/** A seat that does not know yet which row of the plan it is in, but what that row is called. */
export type BlockSeat = Omit<Seat, 'row'> & { readonly label: string };

const groupsIn = (size: RowSize) => String(size).split('+').map(Number);

/** Seats in each group of a row, left to right; between groups is an aisle. */
export function groupsOf(seats: NonNullable<BlockSource['seats']>, row: number, rows: number): number[] {
  if (typeof seats !== 'object') return groupsIn(seats);
  if (!('from' in seats)) return groupsIn(seats[row] ?? 0);
  const last = groupsIn(seats.to);
  const grown = row / Math.max(1, rows - 1);
  return groupsIn(seats.from).map((size, group) => Math.round(size + ((last[group] ?? size) - size) * grown));
}

/** What is written on the seat at `index`, counted from the left of a row of `count` seats. */
export function seatNumber(rule: Numbering, index: number, count: number, start: number, step: number): string {
  if (rule === 'left') return String(start + step * index);
  if (rule === 'right') return String(start + step * (count - 1 - index));
  // The seat in the very middle, if there is one, is on the side that starts counting.
  const half = rule === 'odd-right' ? Math.floor(count / 2) : Math.ceil(count / 2);
  const onLeft = index < half;
  const outward = onLeft ? half - 1 - index : index - half;
  if (rule === 'middle') return (onLeft ? 'L' : 'R') + (start + outward);
  return String(start + 2 * outward + (onLeft === (rule === 'odd-left') ? 0 : 1));
}

/** How far along the row each seat is from the row's middle, in cm. */
function stepsAlong(groups: readonly number[], pitch: number, aisle: number | readonly number[]): number[] {
  const steps: number[] = [];
  let at = 0;
  groups.forEach((size, group) => {
    for (let seat = 0; seat < size; seat += 1, at += pitch) steps.push(at);
    at += typeof aisle === 'object' ? (aisle[group] ?? AISLE) : aisle;
  });
  const middle = ((steps[0] ?? 0) + (steps.at(-1) ?? 0)) / 2;
  return steps.map((step) => step - middle);
}

const rounded = (length: number) => Math.round(length * 10) / 10;

/** Coordinates of every seat of a row by the block's rule, left to right, relative to the floor. */
function rowPoints(block: BlockSource, row: number, rows: number): PointSource[] {
  const { radius, turn = 0, at: [x, y] = [0, 0], pitch = PITCH, aisle = AISLE } = block;
  const behind = row * (block.depth ?? DEPTH);
  const sine = Math.sin((turn * Math.PI) / 180);
  const cosine = Math.cos((turn * Math.PI) / 180);
  return stepsAlong(groupsOf(block.seats ?? 0, row, rows), pitch, aisle).map((step) => {
    const arc = radius && radius + behind;
    const across = arc ? arc * Math.sin(step / arc) : step;
    const back = arc ? arc * Math.cos(step / arc) - (radius ?? 0) : behind;
    return [x + across * cosine - back * sine, y + across * sine + back * cosine];
  });
}

function exceptionsFor(block: BlockSource): (row: string, number: string) => ExceptionSource {
  const rules = (block.except ?? []).flatMap((rule) =>
    rule.seats.split(' ').map((word) => ({ rule, names: selector(word) })),
  );
  return (row, number) => Object.assign({}, ...rules.filter(({ names }) => names(row, number)).map(({ rule }) => rule));
}

/** Every seat of a block, row by row, in walking order. */
export function layOutBlock(block: BlockSource, section: SectionSource, [left, top]: PointSource): BlockSeat[] {
  const { numbering = 'left', start = 1, step = 1, places } = block;
  const [dx, dy] = places ? (block.at ?? [0, 0]) : [0, 0];
  const exceptionOf = exceptionsFor(block);
  const labels = rowLabels(block.rows);
  return labels.flatMap((label, row) => {
    const points = places ?? rowPoints(block, row, labels.length);
    return points.flatMap(([x, y, ownNumber, ownId], index): BlockSeat[] => {
      const ruled = ownNumber ?? seatNumber(numbering, index, points.length, start, step);
      const exception = exceptionOf(label, ruled);
      if (exception.missing) return [];
      const number = exception.number ?? ruled;
      const [nudgeX, nudgeY] = exception.nudge ?? [0, 0];
      return [
        {
          label,
          id: exception.id ?? ownId ?? `${section.id}-${label}-${number}`,
          number,
          x: rounded(left + dx + x + nudgeX),
          y: rounded(top + dy + y + nudgeY),
          kind: exception.kind ?? block.kind ?? 'standard',
          zone: exception.zone ?? block.zone ?? section.zone,
        },
      ];
    });
  });
}
