import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { createHall } from './halls.ts';
import { peersFolder } from './peers.ts';

/** Bytes (gzip) that travel before an engine can begin. */
export interface Site {
  readonly url: string;
  /** The code of every engine with all it needs, by its name; ours is weighed apart. */
  readonly code: Readonly<Record<string, number>>;
  stop(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const SOURCE = resolve('tests/bench/seat-map/page');
const ELEMENT = /components\/seat-map\/seat-map\.ts$/;

/**
 * Builds the page of the bench and our embed as they would be deployed, and serves both to this machine only.
 * `readable` leaves the names in our code, for who looks where the time goes.
 */
export async function openSite({ readable = false } = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-map-'));
  mkdirSync(join(folder, 'embed'), { recursive: true });
  const page = await buildPage(folder);
  const embed = await buildEmbed(join(folder, 'embed'), readable);
  const element = embed.find(({ facadeModuleId }) => ELEMENT.test(facadeModuleId ?? ''));
  if (!element) throw new Error('The build has no seat map of its own.');
  const server = createServer(({ url = '/' }, answer) => {
    const path = normalize(new URL(url, 'http://localhost').pathname).slice(1) || 'index.html';
    // With these two headers the browser gives the page its exact clock.
    answer.setHeader('cross-origin-opener-policy', 'same-origin');
    answer.setHeader('cross-origin-embedder-policy', 'require-corp');
    const body = read(folder, path);
    if (!body) answer.writeHead(404).end();
    else
      answer
        .setHeader('content-type', TYPES[extname(path)] ?? 'text/plain')
        .end(body.replace('%element%', element.fileName));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    code: weighEngines(page),
    stop() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function read(folder: string, path: string): string | undefined {
  const hall = /^hall-(\d+)\.json$/.exec(path)?.[1];
  if (hall) return JSON.stringify(createHall(Number(hall)));
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    // A page asks for more than there is: an icon, a source map.
    return undefined;
  }
}

async function buildPage(outDir: string): Promise<Rolldown.OutputChunk[]> {
  const peers = peersFolder();
  const names = ['@alisaitteke/seatmap-canvas', 'seatchart', 'react-seat-picker', 'react-dom', 'react'];
  const built = await build({
    configFile: false,
    root: SOURCE,
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': "'production'" },
    resolve: { alias: names.map((name) => ({ find: new RegExp(`^${name}(?=/|$)`), replacement: join(peers, name) })) },
    build: { outDir, emptyOutDir: false, target: 'es2022', modulePreload: false },
  });
  return chunksOf(built);
}

async function buildEmbed(outDir: string, readable: boolean): Promise<Rolldown.OutputChunk[]> {
  const rolldownOptions = readable ? { output: { minify: false } } : {};
  return chunksOf(await build({ logLevel: 'error', build: { outDir, emptyOutDir: true, rolldownOptions } }));
}

const chunksOf = (built: Awaited<ReturnType<typeof build>>) =>
  [built]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((file) => file.type === 'chunk');

/** What an engine's file brings with it, the bench's own part left out. */
function weighEngines(chunks: readonly Rolldown.OutputChunk[]): Record<string, number> {
  const entry = chunks.find(({ isEntry }) => isEntry);
  const engines = chunks.filter(({ facadeModuleId }) => facadeModuleId?.includes('/engines/'));
  return Object.fromEntries(
    engines.map((chunk) => {
      const files = new Set([chunk]);
      for (const one of files)
        for (const other of chunks) if (other !== entry && one.imports.includes(other.fileName)) files.add(other);
      const bytes = [...files].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
      return [/engines\/([^/.]+)\.ts$/.exec(chunk.facadeModuleId ?? '')?.[1] ?? chunk.name, bytes];
    }),
  );
}
