import { NO_FILTER } from '../../sdk/model/programme/index.ts';
import { filterProgramme } from '../../sdk/model/programme/look-through.ts';
import { programmeItem } from '../harness/programme-item.ts';
import { printTable, ratio } from './table.ts';

const PERFORMANCES = 2000;
const TURNS = 60;
const TYPED = ['gezelshcap', 'stroomopwarts', 'grande', 'concrt'];

/** What a key press costs in the search of a big programme, beside looking for the very letters in the same titles. */
export async function benchSearch(): Promise<void> {
  const items = Array.from({ length: PERFORMANCES }, (_, index) =>
    programmeItem('2026-12-01', `${nameOf(index)} ${nameOf(index + 3001)}`, {
      subtitle: { nl: `Gezelschap ${nameOf(index + 7001)}`, fr: `Compagnie ${nameOf(index + 7001)}` },
    }),
  );
  const titles = items.map(({ performance }) => performance.title.nl);
  const rows = TYPED.map((typed) => {
    const ours = medianOf(() => filterProgramme(items, { ...NO_FILTER, search: typed }));
    const letters = medianOf(() => titles.filter((title) => title.toLowerCase().includes(typed)));
    return [typed, ours.toFixed(2), letters.toFixed(2), ratio(ours / letters)];
  });
  printTable(
    `A key in the search of ${PERFORMANCES.toLocaleString('en')} performances, median in milliseconds`,
    ['typed', 'ours, with slips, in all texts', 'the letters in the titles', 'takes'],
    rows,
  );
}

function medianOf(work: () => unknown): number {
  const times = Array.from({ length: TURNS }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return times.sort((one, other) => one - other)[TURNS >> 1] ?? 0;
}

/** A word of 5 to 12 letters, another one for each number. */
function nameOf(seed: number): string {
  const alphabet = 'aeionrtslkmdgbvzuhp';
  const letter = (at: number) => alphabet.charAt((at * 7919 + (at >> 3) * 104_729) % alphabet.length);
  return Array.from({ length: 5 + (seed % 8) }, (_, at) => letter(seed * 13 + at)).join('');
}
