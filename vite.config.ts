import { defineConfig } from 'vite';
import { integrity } from './.build/integrity.ts';
import { leanTemplates } from './.build/lean-templates.ts';
import { oneKindOfDecorators } from './.build/one-kind-of-decorators.ts';
import { sideBySide } from './.build/side-by-side.ts';

/**
 * Builds what a centre's page loads: `foyer.js`, which keeps its name, and chunks that are named by what is in them and
 * may be cached for ever. Chunks are found relative to `foyer.js`, so it works from any address and any origin.
 */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [leanTemplates(), oneKindOfDecorators(), sideBySide(), integrity()],
  define: { 'process.env.NODE_ENV': "'production'" },
  build: {
    outDir: 'dist/embed',
    // What each element begins with, for who asks for it ahead of the elements.
    manifest: 'files.json',
    target: 'es2022',
    sourcemap: false,
    // A library, not a site: Vite then adds no code of its own that puts preload links into the host's page.
    lib: { entry: { foyer: 'components/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      // Asked by `includeDependenciesRecursively` below.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        comments: { legal: true, annotation: false, jsdoc: false },
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // On a phone every file costs a round trip: what is mostly wanted together is one file.
        codeSplitting: {
          groups: [
            // What a seat map's first picture needs, apart from the words, which it does not.
            {
              name: 'base',
              test: /node_modules\/(lit-html\/(lit-html|directive)\.js|lit-element|lit\/(index|decorators)\.js|@lit\/)|components\/internal\/(foyer-base|language|announcer|register|store-controller|shop-context|adopt|patiently|version|warn|return-code)\.ts|components\/styles\/(tokens|host|room)\.ts|sdk\/platform\.ts/,
              minShareCount: 3,
            },
            // The shop, which shows nothing, reads where a buyer comes back to without any words.
            {
              name: 'words',
              test: /components\/(internal\/(?!seating-controller|time-left|painted-element|told|visitor-kept)|styles\/)|components\/translations\/\w+\.ts|lit(-html)?\/directive|sdk\/model\/lines\.ts/,
              minShareCount: 2,
            },
            // How a centre is asked, and what it said kept.
            {
              name: 'data',
              test: /nanostores|sdk\/(client\/(client|request|live|server-sent-events)|stores\/observable)\.ts/,
              minShareCount: 2,
            },
            // What is on, for the programme, the calendar, a performance and subscriptions.
            {
              name: 'shows',
              test: /sdk\/(stores\/programme|model\/(programme|calendar\/days))|components\/(internal\/(painted-element|told|visitor-kept)|programme|translations\/programme\/(index|nl))/,
              minShareCount: 2,
            },
            { name: 'codes', test: /components\/(prices|translations\/prices\/(index|nl))/, minShareCount: 2 },
            { name: 'fitting', test: /sdk\/model\/pricing\/(selection|subscriptions)/, minShareCount: 2 },
            // A hall: who sits where, how a plan is laid out, and what the map and its ways both know of the drawing.
            { name: 'seats', test: /sdk\/model\/seat-status/, minShareCount: 2 },
            { name: 'plan', test: /sdk\/model\/seating-plan\/(index|lay-out|places)/ },
            {
              name: 'hall',
              test: /sdk\/model\/scene\/(index|scene|floors|states|summary|detail)|components\/seat-map\/(drawing\/(marks|pads)|css-properties)/,
              minShareCount: 2,
              // The door of that folder leads to much that the first picture does not need.
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
});
