import { printTable, ratio, tenths, whole } from '../table.ts';
import { aims, type Found, kilobytes } from './aims.ts';
import type { Frames, Measured } from './figures.ts';
import { type Engines, fastestPeer, measured, PHONE_SIZE, type Results } from './results.ts';

const frames = ({ p50, p95 }: Frames) => `${tenths(p50)} / ${tenths(p95)}`;
const NOT_KNOWN = '–';

const COLUMNS: readonly (readonly [heading: string, cell: (engine: Measured) => string])[] = [
  ['first frame ms', ({ shown }) => whole(shown)],
  ['usable ms', ({ usable }) => whole(usable)],
  ['blocked ms', ({ blocked }) => whole(blocked)],
  ['pan far p50 / p95', ({ far }) => frames(far)],
  ['pan near', ({ near }) => frames(near)],
  ['zoom', ({ zoom }) => frames(zoom)],
  ['pointer µs', ({ pointer }) => whole(pointer)],
  ['1,000 changes ms', ({ changes }) => tenths(changes)],
  ['heap MiB', ({ heap }) => tenths(heap)],
  ['memory MiB', ({ memory }) => whole(memory)],
  ['data gzip', ({ data }) => kilobytes(data)],
];

const roundsText = ({ rounds }: Results) =>
  `${rounds === 1 ? 'One round' : `Medians of ${rounds} rounds`}; frames as p50 / p95 in milliseconds.`;

/** Every hall with every engine, then what it means. */
export function printAll(results: Results): void {
  console.log(`\n${roundsText(results)}`);
  for (const [seats, engines] of results.halls) printHall(`${whole(seats)} seats`, engines, results.code);
  printPhone(results);
  printRatios(results);
  printKeys(results);
  printAims(results);
}

/** What the README shows: one hall with every engine, the others by ratio, and the aims. */
export function printShort(results: Results): void {
  console.log(`\n${roundsText(results)}`);
  const hall = results.halls.get(20_000);
  if (hall) printHall('20,000 seats, drawn by', hall, results.code);
  printRatios(results);
  printPhone(results);
  printAims(results);
}

/** One hall, one line for each engine. */
function printHall(heading: string, engines: Engines, code: Results['code']): void {
  const rows = [...engines].map(([name, engine]) => {
    const cells =
      'seconds' in engine
        ? [`> ${whole(engine.seconds * 1000)}`, ...COLUMNS.slice(1).map(() => NOT_KNOWN)]
        : COLUMNS.map(([, cell]) => cell(engine));
    return [name, ...cells, code[name] ? kilobytes(code[name]) : NOT_KNOWN];
  });
  printTable(heading, ['engine', ...COLUMNS.map(([name]) => name), 'code gzip'], rows);
}

function printPhone({ phone, code }: Results): void {
  const heading = `${whole(PHONE_SIZE)} seats on a phone (390 × 844, ratio 3, processor four times slower)`;
  if (phone.size > 0) printHall(heading, phone, code);
}

const COMPARED: readonly (readonly [what: string, of: (engine: Measured) => number])[] = [
  ['first frame', ({ shown }) => shown],
  ['pan far p50', ({ far }) => far.p50],
  ['pan near p50', ({ near }) => near.p50],
  ['zoom p50', ({ zoom }) => zoom.p50],
  ['1,000 changes', ({ changes }) => changes],
];

/** How many times longer the others take than we do; under one is faster than we are. */
function printRatios({ halls }: Results): void {
  const rows = COMPARED.flatMap(([what, of]) =>
    [...halls].map(([seats, engines]) => {
      const ours = measured(engines, 'ours');
      const times = (other: number | undefined) => (ours && other ? ratio(other / of(ours)) : NOT_KNOWN);
      const by = (name: string) => {
        const engine = measured(engines, name);
        return times(engine && of(engine));
      };
      const own = ours ? `${tenths(of(ours))} ms` : NOT_KNOWN;
      return [what, whole(seats), own, by('raw'), by('konva-naive'), by('svg'), times(fastestPeer(engines, of))];
    }),
  );
  const others = ['raw canvas takes', 'Konva, a node a seat', 'SVG, a node a seat', 'fastest peer'];
  printTable('Ours, and how many times that the others take', ['what', 'seats', 'ours', ...others], rows);
}

function printKeys({ keys }: Results): void {
  const rows = [...keys].map(([seats, walk]) =>
    'seconds' in walk
      ? [whole(seats), `> ${walk.seconds} s`, NOT_KNOWN, NOT_KNOWN]
      : [whole(seats), tenths(walk.p50), tenths(walk.p95), whole(walk.nodes)],
  );
  printTable('Arrow keys on ours, accessibility tree on', ['seats', 'p50 ms', 'p95 ms', 'nodes in the tree'], rows);
}

function printAims(results: Results): void {
  const text = ({ at, text, met }: Found) => `${at}: ${text}${met ? '' : ' (not met)'}`;
  const rows = aims(results)
    .filter(({ found }) => found.length > 0)
    .map(({ what, limit, found }) => [
      what,
      limit,
      found.every(({ met }) => met) ? 'met' : 'not met',
      found.map(text).join('; '),
    ]);
  printTable('Aims', ['aim', 'limit', '', 'measured'], rows);
}
