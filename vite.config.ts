import { defineConfig } from 'vite';
import { integrity } from './.build/integrity.ts';
import { leanTemplates } from './.build/lean-templates.ts';
import { quietKonva } from './.build/quiet-konva.ts';

/**
 * Builds what a centre's page loads: `foyer.js`, which keeps its name, and chunks that are named by what is in them and
 * may be cached for ever. Chunks are found relative to `foyer.js`, so it works from any address and any origin.
 */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [leanTemplates(), quietKonva(), integrity()],
  define: { 'process.env.NODE_ENV': "'production'" },
  build: {
    outDir: 'dist/embed',
    target: 'es2022',
    sourcemap: false,
    // A library, not a site: Vite then adds no code of its own that puts preload links into the host's page.
    lib: { entry: { foyer: 'components/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        comments: { legal: true, annotation: false, jsdoc: false },
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // What a seat map's first picture needs, apart from the words, which it does not.
            {
              name: 'base',
              test: /node_modules\/(lit-html\/(lit-html|directive)\.js|lit-element|lit\/(index|decorators)\.js|@lit\/)|components\/internal\/(foyer-base|language|announcer|register|store-controller|shop-context|adopt|patiently|version|warn)\.ts|components\/styles\/(tokens|host)\.ts/,
              minShareCount: 3,
            },
            // The shop, which shows nothing, reads where a buyer comes back to without any words.
            {
              name: 'words',
              test: /components\/(internal\/(?!return-code)|styles\/)|components\/translations\/\w+\.ts|lit(-html)?\/directive/,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
});
