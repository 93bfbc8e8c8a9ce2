import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** What an image's name looks like: nothing in it can lead out of the folder. */
export const VIEW_NAME = /^[a-z0-9][a-z0-9-]{0,80}\.(avif|jpg|png|svg|webp)$/;

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};
/** A photo for a screen is far smaller; what is above it was put there by mistake. */
const MAX_BYTES = 2_000_000;

export interface View {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

/** A centre's own photos and sketches of what one sees from its seats. */
export interface Views {
  /** An image by its name, such as `balcony-1.webp`; undefined when there is none. */
  find(name: string): Promise<View | undefined>;
}

/**
 * Gives the images of one folder, and nothing of what lies below or beside it.
 * @param folder Without it there are no images.
 * @throws Error when the folder is not there: then every view of a plan would be missing.
 */
export function createViews(folder: string | undefined): Views {
  if (folder === undefined) return { find: async () => undefined };
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`The folder with views, ${folder}, is not there.`);
  }
  return { find: async (name) => (VIEW_NAME.test(name) ? read(join(folder, name)) : undefined) };
}

async function read(path: string): Promise<View | undefined> {
  try {
    await using file = await open(path, 'r');
    const about = await file.stat();
    if (!about.isFile() || about.size > MAX_BYTES) return undefined;
    const body = Uint8Array.from(await file.readFile());
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    return { body, etag, type: TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? '' };
  } catch (error) {
    // No such image is an answer; anything else is a fault of the machine.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
