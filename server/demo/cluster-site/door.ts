import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** The plainest web server there is: gives the files of a folder and knows nothing else. */
export function createFileDoor(folder: string): Hono {
  const door = new Hono();
  door.use(serveStatic({ root: folder }));
  return door;
}
