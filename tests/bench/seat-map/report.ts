import { printTable, tenths, whole } from '../table.ts';
import type { Frames, Measured } from './figures.ts';
import type { TooSlow } from './measure.ts';

const frames = ({ p50, p95 }: Frames) => `${tenths(p50)} / ${tenths(p95)}`;

const COLUMNS: readonly (readonly [heading: string, cell: (measured: Measured) => string])[] = [
  ['first frame ms', ({ shown }) => whole(shown)],
  ['blocked ms', ({ blocked }) => whole(blocked)],
  ['pan far p50 / p95', ({ far }) => frames(far)],
  ['pan near', ({ near }) => frames(near)],
  ['zoom', ({ zoom }) => frames(zoom)],
  ['pointer µs', ({ pointer }) => whole(pointer)],
  ['1,000 changes ms', ({ changes }) => tenths(changes)],
  ['heap MiB', ({ heap }) => tenths(heap)],
  ['memory MiB', ({ memory }) => whole(memory)],
];

/** One hall, one line for each engine. */
export function printHalls(heading: string, engines: ReadonlyMap<string, Measured | TooSlow>): void {
  const rows = [...engines].map(([name, measured]) =>
    'seconds' in measured
      ? [name, `> ${measured.seconds} s`, ...COLUMNS.slice(1).map(() => '–')]
      : [name, ...COLUMNS.map(([, cell]) => cell(measured))],
  );
  printTable(heading, ['engine', ...COLUMNS.map(([name]) => name)], rows);
}
