import type { Context } from 'hono';
import type { Env, FoyerApp } from '../../http/env.ts';
import { type EmbedFile, readEmbedFiles } from './files.ts';
import { readReleases } from './releases.ts';

/**
 * Serves the elements to any page that embeds them: `/foyer.js` and the chunks it loads beside it. They are the same
 * for everybody and hold nothing of anybody, so every origin may have them. A page that wants the same code until it says
 * otherwise takes them from `/foyer/VERSION/foyer.js`; `/foyer/integrity.json` tells the version and every file's hash.
 * @param folder Where `npm run build` puts the browser code.
 */
export function registerEmbed(app: FoyerApp, folder: string): void {
  for (const [path, file] of readEmbedFiles(folder)) app.get(path, (context) => send(context, file));
  for (const { version, current, integrity, files } of readReleases(folder)) {
    for (const [path, file] of files)
      app.get(`/foyer/${version}${path}`, (context) => send(context, { ...file, hashed: true }));
    if (current) app.get('/foyer/integrity.json', (context) => tell(context, integrity));
  }
}

function tell(context: Context<Env>, integrity: string): Response {
  context.header('Access-Control-Allow-Origin', '*');
  context.header('Cache-Control', 'no-cache');
  return context.body(integrity, 200, { 'Content-Type': 'application/json' });
}

function send(context: Context<Env>, file: EmbedFile): Response {
  const { headers } = context.res;
  headers.set('Access-Control-Allow-Origin', '*');
  headers.set('Timing-Allow-Origin', '*');
  headers.set('Vary', 'Accept-Encoding');
  headers.set('ETag', file.etag);
  // The stable name is asked for again each time (mostly answered 304): an old one would name chunks that are gone.
  headers.set('Cache-Control', file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (context.req.header('If-None-Match') === file.etag) return context.body(null, 304);

  headers.set('Content-Type', 'text/javascript; charset=utf-8');
  if (!/\bbr\b/.test(context.req.header('Accept-Encoding') ?? '')) return context.body(file.body);
  headers.set('Content-Encoding', 'br');
  return context.body(file.brotli());
}
