import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateSvelteTypes } from 'custom-element-svelte-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { generateVuejsTypes } from 'custom-element-vuejs-integration';
import { analyse, type Element, type Elements, elementsOf, tidy } from './manifest.ts';
import { reactWrappers } from './react-wrappers.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** Kernels and stores that are doors of their own, beside the SDK's one door. */
const MODULES = ['contract', 'model/pricing', 'model/seating-plan', 'model/theme', 'model/ticket-code'];

/**
 * Makes the npm package of elements and SDK in a folder: modules and types as they are written, nothing bundled, so that
 * the bundler of whoever uses it takes what it needs; the manifest of all elements, and what editors and frameworks read.
 * @throws Error when a step fails.
 */
export function buildPackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run('tsc', ['-p', '.build/tsconfig.package.json', '--outDir', folder]);
  const manifest = tidy(analyse());
  writeFileSync(join(folder, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const elements = elementsOf(manifest);
  integrate(folder, manifest, elements);
  for (const [name, text] of Object.entries(reactWrappers(elements))) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageOf(elements), null, 2)}\n`);
  for (const file of ['LICENSE', 'README.md']) cpSync(join(ROOT, file), join(folder, file));
}

const run = (command: string, words: readonly string[]): void => {
  execFileSync(join(ROOT, 'node_modules', '.bin', command), words, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

function integrate(folder: string, manifest: Elements, elements: readonly Element[]): void {
  const quiet = { outdir: folder, skip: false, hideLogs: true, debug: false };
  const modules = new Map(elements.map(({ tag, module }) => [tag, `./${module}`]));
  const modulePath = (_: string, tag = '') => modules.get(tag) ?? '';
  generateVsCodeCustomElementData(manifest, {
    ...quiet,
    htmlFileName: 'vscode.html-custom-data.json',
    cssFileName: 'vscode.css-custom-data.json',
  });
  generateJetBrainsWebTypes(manifest, { ...quiet, webTypesFileName: 'web-types.json', packageJson: false });
  generateVuejsTypes(manifest, { ...quiet, fileName: 'vue.d.ts', componentTypePath: modulePath });
  generateSvelteTypes(manifest, { ...quiet, fileName: 'svelte.d.ts', componentTypePath: modulePath });
  generateJsxTypes(manifest, { ...quiet, fileName: 'jsx.d.ts', componentTypePath: modulePath });
}

/** A door is a module with its types. */
const door = (file: string) => ({ types: `./${file}.d.ts`, default: `./${file}.js` });

function packageOf(elements: readonly Element[]): object {
  const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { name, version, description, license, dependencies } = own;
  const used = ['@lit/context', 'lit', 'nanostores', 'zod'];
  return {
    ...{ name, version, description, license },
    type: 'module',
    // Elements register themselves; everything else may be left out by a bundler that finds it unused.
    sideEffects: [...elements.map(({ module }) => `./${module}`), './components/embed.js'],
    customElements: 'custom-elements.json',
    'web-types': './web-types.json',
    exports: {
      './sdk': door('sdk/index'),
      ...Object.fromEntries(MODULES.map((module) => [`./sdk/${module}`, door(entryOf(module))])),
      './embed': door('components/embed'),
      ...Object.fromEntries(
        elements.map(({ tag, module }) => [`./${tag.replace('foyer-', '')}`, door(module.replace(/\.js$/, ''))]),
      ),
      './testing': door('components/testing/seat-map'),
      './react': door('react'),
      './jsx': { types: './jsx.d.ts' },
      './vue': { types: './vue.d.ts' },
      './svelte': { types: './svelte.d.ts' },
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    dependencies: Object.fromEntries(used.filter((one) => one in dependencies).map((one) => [one, dependencies[one]])),
    peerDependencies: { '@lit/react': '^1.0.0', react: '>=18' },
    peerDependenciesMeta: { '@lit/react': { optional: true }, react: { optional: true } },
  };
}

const entryOf = (module: string): string =>
  globSync(`sdk/${module}/index.ts`, { cwd: ROOT }).length > 0 ? `sdk/${module}/index` : `sdk/${module}`;

if (process.argv[1] === import.meta.filename) {
  const folder = resolve(process.argv[2] ?? join(ROOT, 'dist', 'package'));
  mkdirSync(dirname(folder), { recursive: true });
  buildPackage(folder);
  process.stdout.write(`The package is in ${folder}.\n`);
}
