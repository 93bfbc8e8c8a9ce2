import { printTable, whole } from '../table.ts';
import { FASTEST_MS, type Left, mountOften, openBrowser, type Visit, visit } from './measure.ts';
import { openSite } from './site.ts';
import { MAP_SEATS, MAPS, SUBJECTS } from './subjects.ts';

/** What was asked for on the command line. */
export interface ElementsBench {
  /** Only the tables of the README. */
  readonly markdown: boolean;
  /** Only the subject of this name. */
  readonly only?: string;
}

const MOUNTS = [1, 10, 100];

/** Each element by itself on the real demo, then the seat maps of others with the same hall, in one run. */
export async function benchElements({ markdown, only }: ElementsBench): Promise<void> {
  const site = await openSite();
  const browser = await openBrowser();
  const visits = new Map<string, Visit>();
  const left = new Map<string, readonly Left[]>();
  const failed: string[] = [];
  try {
    const attempt = async (name: string, work: () => Promise<void>) => {
      if (only && !name.includes(only)) return;
      console.error(name);
      await work().catch((error) => failed.push(`${name}: ${error}`));
    };
    for (const subject of SUBJECTS)
      await attempt(subject.name, async () => {
        const { url } = site.front;
        left.set(subject.name, await mountOften(browser, `${url}/mounts/${subject.name}`, MOUNTS));
        visits.set(subject.name, await visit(browser, site.front, `/elements/${subject.name}`));
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
  printLeft(left);
  if (!markdown) for (const [name, { shifts }] of visits) for (const shift of shifts) console.log(`${name}: ${shift}`);
  for (const text of failed) console.log(`not measured: ${text}`);
}

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
