import { posix } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.RenderedChunk;
type Chunks = Readonly<Record<string, Chunk>>;

/** A file that is asked for later: `import("./chunks/cart-BiTdSw2m.js")`, perhaps with a `.then` that takes out of it. */
const LATER = /import\(["']\.\/([^"']+)["']\)(?:\.then\(\(?\w+\)? => \w+\.\w+\))?/g;

/**
 * Asks at the same time for a file and for all that it begins with. A browser finds out what a file imports only when it
 * has read it, and on a slow line every such step costs as much as the files themselves.
 */
export const sideBySide = (): Plugin => ({
  name: 'foyer-side-by-side',
  apply: 'build',
  renderChunk(code, chunk, _options, { chunks }) {
    const folder = `${posix.dirname(chunk.fileName)}/`.replace('./', '');
    const here = beginsWith(chunk.fileName, chunks);
    return code.replace(LATER, (asked, name: string) => {
      const file = folder + name;
      const others = [...beginsWith(file, chunks)].filter((other) => other !== file && !here.has(other));
      if (others.length === 0) return asked;
      const imports = others.map((other) => `import("./${other.slice(folder.length)}")`);
      return `Promise.all([${[asked, ...imports]}]).then(([it]) => it)`;
    });
  },
});

/** A file, what it imports, and what that imports; not what they may ask for later. */
function beginsWith(file: string, chunks: Chunks, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const name of chunks[file]?.imports ?? []) beginsWith(name, chunks, found);
  return found;
}
