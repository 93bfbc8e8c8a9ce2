import { defineConfig } from 'vite';
import { leanTemplates } from './lean-templates.ts';

/**
 * Builds what a server runs to paint elements before a page's scripts do: the same elements, for Node. Packages stay
 * where they are: Node takes their builds for servers.
 */
export default defineConfig({
  publicDir: false,
  plugins: [leanTemplates()],
  build: {
    ssr: 'components/first-paint/first-paint.ts',
    outDir: 'dist/first-paint',
    target: 'node20',
  },
});
