import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';
import type { PerformanceSummary } from '../../../sdk/contract/performance.ts';
import { layOutPlan } from '../../../sdk/model/seating-plan/index.ts';
import { silentLog } from '../../../server/adapters/log.ts';
import { startDemo } from '../../../server/demo/main.ts';
import { createHall } from '../seat-map/halls.ts';
import { peersFolder } from '../seat-map/peers.ts';
import { type Front, openFront } from './front.ts';
import type { MapSeat } from './maps/hall.ts';
import { FOYER, HEAD, pageOf } from './page.ts';
import { LONG, MAP_SEATS, MAPS, PAINTED, SUBJECTS } from './subjects.ts';

/** What the pages sell. */
export interface Shown {
  /** Address of the centre's API. */
  readonly centre: string;
  /** A performance with a plan and free seats. */
  readonly performance: string;
  /** What the centre tells of itself. */
  readonly told: unknown;
  /** What the server paints of an element, by its name. */
  readonly painted: ReadonlyMap<string, string>;
  /** Very many performances. */
  readonly long: readonly PerformanceSummary[];
}

/** Pages with one element each on the real demo, and pages with others' seat maps. */
export interface Site {
  readonly front: Front;
  readonly shown: Shown;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-elements-'));
  await buildPeers(join(folder, 'peers'));
  let behind = '';
  let shown: Shown = { centre: '', performance: '', told: null, painted: new Map(), long: [] };
  const front = await openFront({ behind: () => behind, file: (path) => fileOf(folder, path, shown) });
  const demo = await startDemo({
    port: 0,
    dataFolder: join(folder, 'demo'),
    log: silentLog,
    guests: [front.url],
    say: () => undefined,
  });
  const stop = async () => {
    front.stop();
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  behind = demo.urls.index.replace(/\/$/, '');
  try {
    shown = await chooseShown(`${front.url}/centres/de-lantaarn`, behind);
  } catch (error) {
    await stop();
    throw error;
  }
  return { front, shown, stop };
}

async function chooseShown(centre: string, behind: string): Promise<Shown> {
  const { performances } = (await (await fetch(`${centre}/performances`)).json()) as {
    performances: PerformanceSummary[];
  };
  const inHall = performances.filter(({ hall }) => hall.id === 'schouwburg');
  const [most] = inHall.sort((one, other) => other.availability.free - one.availability.free);
  if (!most) throw new Error('The demo plays nothing in its large hall.');
  const told = await (await fetch(centre)).json();
  const painted = new Map<string, string>();
  for (const name of PAINTED) {
    const tag = { link: '#{id}', ...(name === 'performance' && { performance: most.id }) };
    const fragment = await (await fetch(`${centre}/first-paint/${name}?${new URLSearchParams(tag)}`)).text();
    // The server knows itself by the address behind.
    painted.set(name, fragment.replaceAll(behind, new URL(centre).origin));
  }
  return { centre, performance: most.id, told, painted, long: repeat(performances, LONG) };
}

/** The season again and again, year after year. */
const repeat = (season: readonly PerformanceSummary[], count: number): PerformanceSummary[] =>
  Array.from({ length: Math.ceil(count / season.length) }, (_, year) =>
    season.map((one) => ({
      ...one,
      id: `${one.id}-${year}`,
      startsAt: new Date(Date.parse(one.startsAt) + year * 365 * 24 * 60 * 60_000).toISOString(),
    })),
  )
    .flat()
    .slice(0, count);

function fileOf(folder: string, path: string, shown: Shown) {
  const page = /^\/(elements|mounts|painted)\/([\w-]+)$/.exec(path);
  const subject = page && SUBJECTS.find(({ name }) => name === page[2]);
  if (subject) {
    const painted = page[1] === 'painted' ? shown.painted.get(subject.name) : '';
    const { centre, performance } = shown;
    const often = page[1] === 'mounts';
    return { type: 'text/html', body: pageOf(subject, { centre, performance, tall: true, often, painted }) };
  }
  const peer = /^\/maps\/([\w-]+)$/.exec(path)?.[1];
  if (peer) return { type: 'text/html', body: mapPage(peer) };
  if (path === '/long/programme') return { type: 'text/html', body: longPage(shown) };
  if (path === '/long') return json(shown.told);
  if (path.startsWith('/long/performances')) return json({ performances: pageOfLong(path, shown.long) });
  if (path === '/hall.json') return json(givenHall());
  if (path === '/seats.json') return json(mapSeats());
  if (!path.startsWith('/peers/')) return undefined;
  return { type: TYPES[extname(path)] ?? 'text/plain', body: readFileSync(join(folder, path)) };
}

const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) });

/** As the API pages: from an instant, so many. */
function pageOfLong(path: string, all: readonly PerformanceSummary[]): readonly PerformanceSummary[] {
  const asked = new URLSearchParams(path.split('?')[1]);
  const from = Date.parse(asked.get('from') ?? '') || 0;
  return all.filter(({ startsAt }) => Date.parse(startsAt) >= from).slice(0, Number(asked.get('limit')));
}

/** The hall as our own map takes it. */
function givenHall() {
  const { plan, sold } = createHall(MAP_SEATS);
  const { seats } = layOutPlan(plan);
  return { plan, status: { seats: Object.fromEntries(sold.map((seat) => [seats[seat]?.id, 'sold'])) } };
}

/** The same, worked out for those that cannot lay out a plan. */
function mapSeats(): MapSeat[] {
  const { plan, sold } = createHall(MAP_SEATS);
  const { seats, rows } = layOutPlan(plan);
  return seats.map(({ id, x, y, number, row }, seat) => {
    return { id, x, y, number, row, section: rows[row]?.section ?? 0, sold: sold.includes(seat) };
  });
}

const longPage = ({ centre }: Shown) =>
  `${HEAD}${FOYER}<body><h1>De Lantaarn</h1><foyer-programme data-subject link="#{id}" centres="${new URL('/long', centre)}"></foyer-programme>`;

const mapPage = (name: string) =>
  `${HEAD}${name === 'foyer-seat-map' ? FOYER : ''}<link rel="stylesheet" href="/peers/${name}.css">
  <script type="module" src="/peers/${name}.js"></script><body><div class="map" id="hall"></div>`;

/** Each seat map's page with all it needs, as its makers say it is built in. */
async function buildPeers(outDir: string): Promise<void> {
  const peers = peersFolder();
  const names = ['@alisaitteke/seatmap-canvas', '@sbb-esta/lyne-elements-experimental', '@sbb-esta/lyne-elements'];
  for (const entry of MAPS)
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': "'production'" },
      resolve: {
        alias: names.map((name) => ({ find: new RegExp(`^${name}(?=/|$)`), replacement: join(peers, name) })),
      },
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2022',
        minify: true,
        lib: {
          entry: { [entry]: resolve(`tests/bench/elements/maps/${entry}.ts`) },
          formats: ['es'],
          cssFileName: entry,
        },
      },
    });
}
