import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';
import type { Performance } from '../../../sdk/contract/performance.ts';
import { layOutPlan } from '../../../sdk/model/seating-plan/index.ts';
import { silentLog } from '../../../server/adapters/log.ts';
import { startDemo } from '../../../server/demo/main.ts';
import { createHall } from '../seat-map/halls.ts';
import { peersFolder } from '../seat-map/peers.ts';
import { type Front, openFront } from './front.ts';
import type { MapSeat } from './maps/hall.ts';
import { MAP_SEATS, MAPS, SUBJECTS } from './subjects.ts';

/** What the pages sell. */
export interface Shown {
  /** Address of the centre's API. */
  readonly centre: string;
  /** A performance with a plan and free seats. */
  readonly performance: string;
}

/** Pages with one element each on the real demo, and pages with others' seat maps. */
export interface Site {
  readonly front: Front;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-elements-'));
  await buildPeers(join(folder, 'peers'));
  let behind = '';
  let shown: Shown = { centre: '', performance: '' };
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
    shown = await chooseShown(`${front.url}/centres/de-lantaarn`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { front, stop };
}

async function chooseShown(centre: string): Promise<Shown> {
  const { performances } = (await (await fetch(`${centre}/performances`)).json()) as {
    performances: Pick<Performance, 'id' | 'hall' | 'availability'>[];
  };
  const inHall = performances.filter(({ hall }) => hall.id === 'schouwburg');
  const [most] = inHall.sort((one, other) => other.availability.free - one.availability.free);
  if (!most) throw new Error('The demo plays nothing in its large hall.');
  return { centre, performance: most.id };
}

function fileOf(folder: string, path: string, shown: Shown) {
  const page = /^\/(elements|mounts)\/([\w-]+)$/.exec(path);
  if (page) return { type: 'text/html', body: pageOf(page[2] ?? '', shown, page[1] === 'mounts') };
  const peer = /^\/maps\/([\w-]+)$/.exec(path)?.[1];
  if (peer) return { type: 'text/html', body: mapPage(peer) };
  if (path === '/hall.json') return json(givenHall());
  if (path === '/seats.json') return json(mapSeats());
  if (!path.startsWith('/peers/')) return undefined;
  return { type: TYPES[extname(path)] ?? 'text/plain', body: readFileSync(join(folder, path)) };
}

const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) });

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

const HEAD = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>Foyer</title><link rel="icon" href="data:,"><style>body { font: 16px sans-serif } .map { height: 480px }</style>`;
const FOYER = '<script type="module" src="/foyer.js"></script>';
const marked = (html: string) => html.replace('>', ' data-subject>');

function pageOf(name: string, { centre, performance }: Shown, often: boolean): string {
  const subject = SUBJECTS.find((one) => one.name === name);
  if (!subject) return HEAD;
  const html = marked(subject.html(performance));
  const content = `<h1>De Lantaarn</h1><div data-spot>${html}</div><p>Lantaarnplein 1, 9999 Wolvegem</p>`;
  return `${HEAD}${FOYER}<body>${often ? `<template>${html}</template>` : ''}
    <foyer-shop centre="${centre}">${content}</foyer-shop>`;
}

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
