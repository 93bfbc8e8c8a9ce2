import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { installPackage } from '../harness/built-package.ts';

const MODULES = resolve('node_modules');
const folder = mkdtempSync(join(tmpdir(), 'foyer-package-'));
const built = join(folder, 'node_modules', 'foyer');
const json = (file: string) => JSON.parse(readFileSync(join(built, file), 'utf8'));
const compiler = join(MODULES, '.bin', 'tsc');

describe('the npm package', () => {
  before(() => {
    installPackage(folder, ['@types']);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has nothing that publint finds', async () => {
    const { messages } = await publint({ pkgDir: built, strict: true });
    const manifest = json('package.json');
    assert.deepEqual(
      messages.map((message) => formatMessage(message, manifest, { color: false })),
      [],
    );
  });

  it('has types that resolve wherever modules do', async () => {
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: built });
    const tarball = readFileSync(join(folder, `foyer-${json('package.json').version}.tgz`));
    const checked = await checkPackage(createPackageFromTarballData(tarball), {
      modes: ['node16-esm', 'bundler'],
    } as never);
    assert.ok(checked.types, 'it has types');
    const found = 'problems' in checked ? checked.problems : [];
    // Only modules: who requires gets them by Node's own require(esm), and resolvers from before `exports` find nothing.
    const own = found.filter((problem) => !['CJSResolvesToESM'].includes(problem.kind) && !isOld(problem));
    assert.deepEqual(own, []);
  });

  it('tells editors and frameworks every element by its tag', () => {
    const { exports } = json('package.json');
    const { modules } = json('custom-elements.json');
    const tags: string[] = modules.flatMap(({ declarations }: { declarations: { tagName: string }[] }) =>
      declarations.map(({ tagName }) => tagName),
    );
    assert.ok(tags.length >= 8);
    const texts = ['vscode.html-custom-data.json', 'web-types.json', 'vue.d.ts', 'svelte.d.ts', 'jsx.d.ts', 'react.js'];
    for (const tag of tags) {
      assert.ok(exports[`./${tag.replace('foyer-', '')}`], `${tag} has a door`);
      for (const file of texts)
        assert.ok(readFileSync(join(built, file), 'utf8').includes(tag), `${file} knows ${tag}`);
    }
  });

  it('documents every event by its class, and every public member', () => {
    for (const { declarations } of json('custom-elements.json').modules) {
      for (const { tagName, events = [], members = [] } of declarations) {
        for (const { name, description } of events) assert.ok(description, `${tagName}: ${name} says nothing`);
        const silent = members.filter(
          (one: { kind: string; privacy?: string; description?: string; inheritedFrom?: object; attribute?: string }) =>
            one.kind === 'field' && one.attribute && !one.description && !one.inheritedFrom,
        );
        assert.deepEqual(silent, [], tagName);
      }
    }
  });

  it('lets a React page compile by its types, and refuses an event that is none', () => {
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          module: 'nodenext',
          jsx: 'react-jsx',
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          lib: ['es2024', 'dom', 'dom.iterable'],
          types: [],
        },
        include: ['*.tsx'],
      }),
    );
    const page = (handler: string) => `
      import { FoyerCart, FoyerShop } from 'foyer/react';
      import { createShop } from 'foyer/sdk';
      export const shop = createShop({ baseUrl: 'https://tickets.example/centres/de-lantaarn' });
      export const Page = () => (
        <FoyerShop centre="https://tickets.example/centres/de-lantaarn">
          <FoyerCart bar ${handler}={(event) => console.log(event.line.price.cents)} />
        </FoyerShop>
      );`;
    writeFileSync(join(folder, 'page.tsx'), page('onFoyerCartRemove'));
    execFileSync(compiler, ['-p', folder], { stdio: 'pipe' });
    writeFileSync(join(folder, 'page.tsx'), page('onFoyerCartGone'));
    assert.throws(() => execFileSync(compiler, ['-p', folder], { stdio: 'pipe' }));
  });

  it('gives the SDK to Node without any element', () => {
    mkdirSync(join(folder, 'alone'), { recursive: true });
    const script = "const { createShop } = await import('foyer/sdk'); console.log(typeof createShop)";
    writeFileSync(join(folder, 'alone', 'run.mjs'), script);
    assert.equal(
      execFileSync(process.execPath, ['run.mjs'], { cwd: join(folder, 'alone'), encoding: 'utf8' }),
      'function\n',
    );
  });
});

const isOld = (problem: object): boolean =>
  ('resolutionKind' in problem && problem.resolutionKind === 'node10') ||
  ('resolutionOption' in problem && problem.resolutionOption === 'node10');
