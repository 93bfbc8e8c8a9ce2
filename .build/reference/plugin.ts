import type { Plugin } from 'vite';
import { readReference } from './index.ts';

const NAME = 'virtual:foyer-reference';

/** Gives stories the reference: `import { elements, sdk } from 'virtual:foyer-reference'`. */
export const reference = (): Plugin => ({
  name: 'foyer-reference',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return undefined;
    const pages = Object.entries(readReference());
    return pages.map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`).join('\n');
  },
});
