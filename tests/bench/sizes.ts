/** What a page loads of Foyer. `node tests/bench/sizes.ts` prints it; with `--record` it becomes what the house test expects. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** Bytes, with each file compressed by itself as a server sends it. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

export const RECORD = 'tests/house/sizes.json';

/** Everything for choosing seats on a plan, paying, and holding tickets. */
const SALE = ['shop', 'seat-map', 'ticket-types', 'cart', 'checkout', 'order'];

type Chunk = Rolldown.OutputChunk;

/**
 * Builds the embed and weighs what each element needs by itself (with everything it shares), and whole paths. Texts in
 * other languages than Dutch are weighed apart: a page fetches at most one. So is what is fetched only when a visitor
 * asks for it.
 */
export async function measureSizes(): Promise<Record<string, Size>> {
  const chunks = await buildChunks();
  const loader = chunks.find(({ isEntry }) => isEntry);
  if (!loader) throw new Error('The build made no foyer.js.');
  const elements = loader.dynamicImports.flatMap((file) => chunks.filter(({ fileName }) => fileName === file));
  const nameOf = (chunk: Chunk) => /components\/([^/]+)\//.exec(chunk.facadeModuleId ?? '')?.[1] ?? chunk.name;
  const forSale = elements.filter((chunk) => SALE.includes(nameOf(chunk)));
  const languages = chunks.filter(isWholeLanguage);
  const map = elements.filter((chunk) => nameOf(chunk) === 'seat-map');
  const sale = needed([loader, ...forSale], chunks);

  return Object.fromEntries([
    ['foyer.js', weigh([loader])],
    ...elements.map((chunk) => [`foyer-${nameOf(chunk)}`, weigh(needed([chunk], chunks))] as const),
    ['foyer-seat-map, first frame', weigh(neededAtOnce([loader, ...map], chunks))],
    ['foyer-seat-map, when asked', weigh(chunks.filter(isOfMap))],
    ['a sale with rules, passes and vouchers, besides', weigh(besides(chunks.filter(isAboutPrices), sale, chunks))],
    ...languages.map((chunk) => [`texts in ${chunk.name}`, weigh([chunk])] as const),
    ['seat map to tickets', weigh(sale)],
  ]);
}

async function buildChunks(): Promise<Chunk[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'foyer-sizes-'));
  try {
    const built = await build({ build: { outDir, emptyOutDir: true, write: false }, logLevel: 'warn' });
    const outputs = Array.isArray(built) ? built : [built];
    return outputs.flatMap((one) => ('output' in one ? one.output : [])).filter((file) => file.type === 'chunk');
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

const isLanguage = ({ facadeModuleId }: Chunk) =>
  /components\/translations\/(?:[\w-]+\/)?(en|fr|de)\.ts$/.test(facadeModuleId ?? '');

/** What all elements say, but for those that bring their own words. */
const isWholeLanguage = ({ facadeModuleId }: Chunk) =>
  /components\/translations\/(en|fr|de)\.ts$/.test(facadeModuleId ?? '');

/**
 * Parts that most visitors never need: fetched when somebody presses their button or needs help, for a centre with zone
 * colours of its own, for a page that asks for the cart's bar or away from it says what is held, once an e-mail address is typed or a partner's places are chosen, when an order is refused for a seat left alone, or where there are prices beyond price
 * types, for who comes by the link in a mail, or where a performance is sold out; and the sentences for what seldom goes
 * wrong.
 */
const ON_DEMAND =
  /(seat-map\/(areas|drawing\/zone-signs|best\/index|advice\/advice|list\/index|given|room\/(?:minimap|dialogs|full-screen))|model\/colour\/zones|checkout\/(?:lone-seat|(?:email-advice|parties)\/index)|translations\/rare\/index|(?:cart|order)\/extras\/index|order\/more\/index|cart\/bar|ticket-types\/rules\/index|shop\/(?:cart-link|held)|waiting-list\/waiting-list|stores\/(?:uitpas|choices)|client\/seal)\.ts$/;
/** Those of them that are about prices. */
const ABOUT_PRICES = /(extras|rules)\/index\.ts$/;
const isOnDemand = ({ facadeModuleId }: Chunk) => ON_DEMAND.test(facadeModuleId ?? '');

const isAboutPrices = (chunk: Chunk) => isOnDemand(chunk) && ABOUT_PRICES.test(chunk.facadeModuleId ?? '');

const isOfMap = (chunk: Chunk) => isOnDemand(chunk) && /\/(seat-map|colour)\//.test(chunk.facadeModuleId ?? '');

/** What these need that others have not brought. */
const besides = (from: readonly Chunk[], brought: readonly Chunk[], all: readonly Chunk[]): Chunk[] =>
  needed(from, all).filter((chunk) => !brought.includes(chunk));

/** The chunks and all they load, at once or later; not the elements that the loader knows of but the page does not use. */
function needed(from: readonly Chunk[], all: readonly Chunk[]): Chunk[] {
  const found = new Set(from);
  for (const chunk of found) {
    const later = chunk.isEntry ? [] : chunk.dynamicImports;
    for (const name of [...chunk.imports, ...later]) {
      const other = all.find(({ fileName }) => fileName === name);
      if (other && !isLanguage(other) && !isOnDemand(other)) found.add(other);
    }
  }
  return [...found];
}

/** The chunks and all they cannot begin without: what has to arrive before anything is shown. */
function neededAtOnce(from: readonly Chunk[], all: readonly Chunk[]): Chunk[] {
  const found = new Set(from);
  for (const chunk of found) {
    for (const other of all) if (chunk.imports.includes(other.fileName)) found.add(other);
  }
  return [...found];
}

function weigh(chunks: readonly Chunk[]): Size {
  const sum = (bytes: (code: Buffer) => number) =>
    chunks.reduce((total, { code }) => total + bytes(Buffer.from(code)), 0);
  return {
    minified: sum((code) => code.length),
    gzip: sum((code) => gzipSync(code, { level: 9 }).length),
    brotli: sum((code) => brotliCompressSync(code).length),
  };
}

/** What the seat map aims at, in bytes (gzip): its first frame needs Lit and the kernel only. */
export const MAP_AIMS = { 'foyer-seat-map, first frame': 15_000, 'foyer-seat-map': 50_000 } as const;

if (import.meta.main) {
  const sizes = await measureSizes();
  console.table(sizes);
  if (process.argv.includes('--record')) writeFileSync(RECORD, `${JSON.stringify(sizes, null, 2)}\n`);
}
