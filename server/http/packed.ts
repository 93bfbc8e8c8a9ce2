import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };
type Coding = keyof typeof pack;

/** A smaller answer is not worth the work. */
const SMALLEST = 500;
/** Brotli's effort for an answer of this moment: a status of a full stadium in a few milliseconds. */
const QUICK = 4;
/** Answers that never change are packed as small as can be, once; so many of them are kept. */
const KEPT = 50;
const PACKABLE = /^(application\/json|image\/svg\+xml|text\/(css|html))\b/;

/**
 * Packs answers for who can unpack them, in brotli or gzip. Only for what is the same for everybody: an answer that holds
 * a secret beside something of the asker's could be guessed from its length.
 */
export const packed = () => {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  const keep = (key: string, body: ArrayBuffer, coding: Coding) => {
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= KEPT) kept.clear();
    const made = packBody(body, coding, zlib.BROTLI_MAX_QUALITY);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };

  return createMiddleware<Env>(async function packed(context, next) {
    await next();
    const { headers, status } = context.res;
    headers.append('Vary', 'Accept-Encoding');
    const coding = codingFor(context.req.header('Accept-Encoding'));
    if (status !== 200 || !coding || !PACKABLE.test(headers.get('Content-Type') ?? '')) return;
    const body = await context.res.arrayBuffer();
    const isForEver = headers.get('Cache-Control')?.includes('immutable');
    if (body.byteLength < SMALLEST) {
      context.res = new Response(body, { status, headers });
      return;
    }
    headers.set('Content-Encoding', coding);
    const bytes = isForEver ? keep(`${coding} ${context.req.path}`, body, coding) : packBody(body, coding, QUICK);
    context.res = new Response(await bytes, { status, headers });
  });
};

async function packBody(body: ArrayBuffer, coding: Coding, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const options = coding === 'br' ? { params: { [zlib.BROTLI_PARAM_QUALITY]: quality } } : {};
  return Uint8Array.from(await pack[coding](body, options));
}

/** The best way to pack that the asker takes: `br;q=0` is not one. */
function codingFor(accepted = ''): Coding | undefined {
  const codings = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((word) => word.trim()))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
    .map(([coding]) => coding);
  if (codings.includes('br')) return 'br';
  return codings.includes('gzip') ? 'gzip' : undefined;
}
