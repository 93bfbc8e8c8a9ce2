import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A file of the built browser code, ready to be sent. */
export interface EmbedFile {
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same in brotli, about a quarter of the size. Made when first asked for. */
  readonly brotli: () => Uint8Array<ArrayBuffer>;
  readonly etag: string;
  /** True when the name changes with the content, so that browsers may keep it for ever. */
  readonly hashed: boolean;
}

/** What a bundler puts before the ending: a hyphen and a hash of eight. */
const HASHED = /-[\w-]{8}\.js$/;

/**
 * Reads the built browser code into memory: a handful of files, some hundred kilobytes.
 * @returns The files by their path, such as `/foyer.js`; none when nothing was built.
 */
export function readEmbedFiles(folder: string): ReadonlyMap<string, EmbedFile> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    globSync('**/*.js', { cwd: folder }).map((name) => [
      `/${name.replaceAll('\\', '/')}`,
      readFile(join(folder, name)),
    ]),
  );
}

function readFile(path: string): EmbedFile {
  const body = Uint8Array.from(readFileSync(path));
  let packed: Uint8Array<ArrayBuffer> | undefined;
  return {
    body,
    brotli: () => {
      packed ??= Uint8Array.from(brotliCompressSync(body));
      return packed;
    },
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    hashed: HASHED.test(path),
  };
}
