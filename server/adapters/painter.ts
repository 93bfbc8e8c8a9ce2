import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Painter } from '../features/first-paint/index.ts';

/**
 * Gets the elements as they were built for servers, when they are first asked for.
 * @param embedFolder Where the same elements are for browsers; those for servers lie beside it.
 * @returns Undefined when none were built.
 */
export function openPainter(embedFolder: string): (() => Promise<Painter>) | undefined {
  const file = resolve(join(embedFolder, '..', 'first-paint', 'first-paint.js'));
  if (!existsSync(file)) return undefined;
  return () => import(pathToFileURL(file).href);
}
