import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const LANGUAGE = /^\/([a-z]{2})\//;

/** The plainest web server there is: gives the files of a folder, and its `404.html` for what is not among them. */
export function createFileDoor(folder: string): Hono {
  const door = new Hono();
  door.use(serveStatic({ root: folder }));
  door.notFound((context) => {
    const [, language = ''] = LANGUAGE.exec(context.req.path) ?? [];
    const page = [language, ''].map((part) => join(folder, part, '404.html')).find((file) => existsSync(file));
    return page ? context.html(readFileSync(page, 'utf8'), 404) : context.text('Not found', 404);
  });
  return door;
}
