import { printTable, whole } from '../table.ts';
import { begin } from './begun.ts';
import { FASTEST_MS, type Left, mountOften, openBrowser, type Scrolled, scroll, type Visit, visit } from './measure.ts';
import { openSite } from './site.ts';
import { LONG, MAP_SEATS, MAPS, PAINTED, SUBJECTS } from './subjects.ts';

/** What was asked for on the command line. */
export interface ElementsBench {
  /** Only the tables of the README. */
  readonly markdown: boolean;
  /** Only the subject of this name. */
  readonly only?: string;
}

/** Each page is opened so often, with and without what a server paints by turns. */
const TURNS = 5;
const MOUNTS = [1, 10, 100];

/** Each element by itself on the real demo, then the seat maps of others with the same hall, in one run. */
export async function benchElements({ markdown, only }: ElementsBench): Promise<void> {
  const site = await openSite();
  const browser = await openBrowser();
  const visits = new Map<string, Visit>();
  const left = new Map<string, readonly Left[]>();
  const failed: string[] = [];
  let scrolled: Scrolled | undefined;
  const painted: string[][] = [];
  try {
    const attempt = async (name: string, work: () => Promise<void>) => {
      if (only && !name.includes(only)) return;
      console.error(name);
      await work().catch((error) => failed.push(`${name}: ${error}`));
    };
    for (const subject of SUBJECTS)
      await attempt(subject.name, async () => {
        const { front, shown } = site;
        const kept = subject.begun && (await begin(shown, subject.begun));
        left.set(subject.name, await mountOften(browser, `${front.url}/mounts/${subject.name}`, MOUNTS, kept));
        visits.set(subject.name, await visit(browser, front, `/elements/${subject.name}`, kept));
      });
    for (const name of PAINTED)
      await attempt(`painted ${name}`, async () => {
        const turns: Record<'elements' | 'painted', Visit[]> = { elements: [], painted: [] };
        for (let turn = 0; turn < TURNS; turn += 1)
          for (const how of ['elements', 'painted'] as const)
            turns[how].push(await visit(browser, site.front, `/${how}/${name}`));
        for (const [how, visits] of Object.entries(turns))
          painted.push([how === 'painted' ? `${name}, painted` : name, ...middleOf(visits)]);
      });
    await attempt('long programme', async () => {
      scrolled = await scroll(browser, `${site.front.url}/long/programme`);
    });
    for (const map of MAPS)
      await attempt(map, async () => {
        // Once before, so that nothing is packed while the clock runs.
        await visit(browser, site.front, `/maps/${map}`);
        visits.set(map, await visit(browser, site.front, `/maps/${map}`));
      });
  } finally {
    await browser.close();
    await site.stop();
  }
  printVisits(visits);
  printTable(
    `What a server paints, on the same phone: the middle of ${TURNS}`,
    ['page with', 'shown ms', 'lives ms'],
    painted,
  );
  printLeft(left);
  if (scrolled) printScrolled(scrolled);
  if (!markdown) for (const [name, { shifts }] of visits) for (const shift of shifts) console.log(`${name}: ${shift}`);
  for (const text of failed) console.log(`not measured: ${text}`);
}

const middle = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

const middleOf = (visits: readonly Visit[]): string[] => [
  ms(middle(visits.map(({ shown }) => shown))),
  ms(middle(visits.map(({ lives }) => lives))),
];

const ms = (value: number) => whole(Math.round(value / 10) * 10);

function printVisits(visits: ReadonlyMap<string, Visit>): void {
  const rows = [...visits].map(([name, one]) => [
    name,
    whole(one.requests),
    ...[one.plain, one.gzip, one.brotli].map((bytes) => (bytes / 1000).toFixed(1)),
    ms(one.shown),
    one.answer <= FASTEST_MS ? `≤ ${FASTEST_MS}` : whole(one.answer),
    ms(one.blocked),
    one.shift.toFixed(3),
  ]);
  const columns = [
    'page with',
    'requests',
    'kB',
    'gzip kB',
    'brotli kB',
    'shown ms',
    'answer ms',
    'blocked ms',
    'shift',
  ];
  printTable(
    `On a phone (processor 4× slower, slow 4G); the last ${MAPS.length} draw ${MAP_SEATS} seats`,
    columns,
    rows,
  );
}

function printScrolled({ height, coming, scrolling }: Scrolled): void {
  const tasks = (found: readonly number[]) => [whole(found.length), whole(found[0] ?? 0)];
  printTable(
    `A programme of ${whole(LONG)} performances on the same phone, scrolled from top to end: tasks over 50 ms`,
    ['pixels', 'while it comes', 'longest ms', 'while scrolling', 'longest ms'],
    [[whole(height), ...tasks(coming), ...tasks(scrolling)]],
  );
}

function printLeft(left: ReadonlyMap<string, readonly Left[]>): void {
  const rows = [...left].map(([name, counts]) => [
    name,
    ...counts.map(({ heap }) => whole(heap / 1000)),
    ...counts.map(({ nodes }) => whole(nodes)),
    ...counts.map(({ listeners }) => whole(listeners)),
  ]);
  const each = (what: string) => MOUNTS.map((mounts) => `${what} ${mounts}`);
  printTable(
    'After mounts and unmounts',
    ['element', ...each('heap kB'), ...each('nodes'), ...each('listeners')],
    rows,
  );
}
