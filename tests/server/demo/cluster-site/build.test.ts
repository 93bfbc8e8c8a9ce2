import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Places } from '../../../../server/demo/cluster.ts';
import { buildClusterSite } from '../../../../server/demo/cluster-site/build.ts';
import { createFileDoor } from '../../../../server/demo/cluster-site/door.ts';
import { assertOwnLetters } from '../../../harness/letters.ts';

const place = (id: string, name: string, server: string) => ({
  ...{ id, name, server },
  site: `https://www.${id}.example`,
  api: `${server}/centres/${id}`,
});
const places: Places = {
  centres: [
    place('een', 'Huis Een', 'https://tickets.example'),
    place('twee', 'Huis Twee', 'https://tickets.example'),
    place('drie', 'Huis <Drie>', 'https://elders.example'),
  ],
  cluster: 'https://samen.example',
  guests: [],
};

describe('the site of the whole cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-cluster-'));
  const embedFolder = join(folder, 'embed');
  const site = join(folder, 'site');
  let door: ReturnType<typeof createFileDoor>;
  before(() => {
    mkdirSync(join(embedFolder, 'chunks'), { recursive: true });
    writeFileSync(join(embedFolder, 'foyer.js'), 'export {};');
    writeFileSync(join(embedFolder, 'chunks', 'cart-x.js'), 'export {};');
    mkdirSync(site);
    writeFileSync(join(site, 'old.html'), 'of a site before');
    buildClusterSite({ folder: site, places, embedFolder });
    door = createFileDoor(site);
  });
  after(() => rmSync(folder, { recursive: true }));
  const page = async (path: string) => {
    const answer = await door.request(path);
    return { status: answer.status, text: await answer.text() };
  };

  it('is files and nothing else, the elements among them, so that it needs no centre’s server to be there', async () => {
    for (const path of [
      '/',
      '/en/',
      '/voorstelling/',
      '/en/voorstelling/?id=een.hamlet',
      '/foyer.js',
      '/chunks/cart-x.js',
    ]) {
      assert.equal((await page(path)).status, 200, path);
    }
    assert.equal((await page('/old.html')).status, 404);
  });

  it('comes with its own letters', () => assertOwnLetters('/en/', (path) => door.request(path)));

  it('shows the programme of every centre, and sells at the first', async () => {
    const { text } = await page('/');
    const apis = places.centres.map(({ api }) => api);
    assert.ok(text.includes(`<foyer-programme centres="${apis.join(' ')}"`));
    assert.ok(text.includes(`<foyer-shop centre="${apis[0]}">`));
    assert.match(text, /U koopt bij <span data-seller>Huis Een<\/span>/);
    assert.match(text, /De andere huizen krijgen die niet/);
  });

  it('lets a visitor choose another centre to buy at', async () => {
    const { text } = await page('/en/');
    for (const { id, api } of places.centres)
      assert.ok(text.includes(`<a href="?bij=${id}" data-centre="${id}" data-api="${api}">`));
    assert.ok(text.includes('Huis &lt;Drie&gt;'));
  });

  it('allows itself its own scripts, the servers’ answers and the houses’ pictures', async () => {
    for (const path of ['/', '/voorstelling/']) {
      const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec((await page(path)).text)?.[1];
      assert.deepEqual(policy?.replaceAll('&#39;', "'").split('; '), [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data: https://tickets.example https://elders.example https://www.een.example https://www.twee.example https://www.drie.example",
        'connect-src https://tickets.example https://elders.example',
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types lit-html',
      ]);
    }
    assert.doesNotMatch(
      readFileSync(join(site, 'index.html'), 'utf8'),
      /<style|\sstyle=|\son\w+=|<script(?![^>]* src=)/,
    );
  });

  it('says in the visitor’s language what cannot be found, with the way to the programme', async () => {
    for (const [path, text, home] of [
      ['/nergens', 'Deze pagina vinden we niet.', '/'],
      ['/de/nirgends/', 'Diese Seite finden wir nicht.', '/de/'],
      ['/xx/nowhere', 'Deze pagina vinden we niet.', '/'],
    ] as const) {
      const found = await page(path);
      assert.equal(found.status, 404, path);
      assert.ok(found.text.includes(`<h1>${text}</h1>`), path);
      assert.match(found.text, new RegExp(`<a href="${home}" data-keeps>[^<]+programm?a?</a>`, 'i'));
    }
  });

  it('gives no file from elsewhere', async () => {
    for (const path of ['/..%2fembed/foyer.js', '/%2e%2e%2fembed/foyer.js', '/.%2e/embed/foyer.js']) {
      assert.equal((await page(path)).status, 404, path);
    }
  });
});
