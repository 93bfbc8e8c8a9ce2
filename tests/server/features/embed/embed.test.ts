import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { registerEmbed } from '../../../../server/features/embed/index.ts';
import { createFoyerApp } from '../../../../server/http/env.ts';

const LOADER = 'console.log("foyer");';

describe('the elements for any page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-embed-'));
  mkdirSync(join(folder, 'chunks'));
  writeFileSync(join(folder, 'foyer.js'), LOADER);
  writeFileSync(join(folder, 'chunks', 'seat-map-aB3_dE5f.js'), 'export {};');
  writeFileSync(join(folder, 'manifest.json'), '{}');
  after(() => rmSync(folder, { recursive: true }));
  const app = createFoyerApp();
  registerEmbed(app, folder);
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

  it('are given to every origin, as JavaScript, without cookie', async () => {
    const answer = await get('/foyer.js', { Origin: 'https://www.example.be' });
    assert.equal(await answer.text(), LOADER);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    assert.match(answer.headers.get('Content-Type') ?? '', /^text\/javascript/);
    assert.equal(answer.headers.get('Set-Cookie'), null);
  });

  it('may be kept for ever when their name holds a hash, and are asked for again when it does not', async () => {
    const hashed = await get('/chunks/seat-map-aB3_dE5f.js');
    assert.equal(hashed.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
    assert.equal((await get('/foyer.js')).headers.get('Cache-Control'), 'no-cache');
  });

  it('travel packed to those who can unpack, and are the same after', async () => {
    const answer = await get('/foyer.js', { 'Accept-Encoding': 'gzip, br' });
    assert.equal(answer.headers.get('Content-Encoding'), 'br');
    assert.equal(answer.headers.get('Vary'), 'Accept-Encoding');
    assert.equal(brotliDecompressSync(await answer.arrayBuffer()).toString(), LOADER);
  });

  it('are not sent again to who has them', async () => {
    const etag = (await get('/foyer.js')).headers.get('ETag')!;
    assert.equal((await get('/foyer.js', { 'If-None-Match': etag })).status, 304);
  });

  it('are all that is served: no other file of the folder, and nothing outside it', async () => {
    for (const path of ['/manifest.json', '/../package.json', '/%2e%2e/package.json', '/chunks', '/']) {
      assert.equal((await get(path)).status, 404, path);
    }
  });

  it('are simply absent when nothing was built', async () => {
    const bare = createFoyerApp();
    registerEmbed(bare, join(folder, 'nowhere'));
    assert.equal((await bare.request('/foyer.js')).status, 404);
  });
});

describe('the elements of a version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-releases-'));
  const app = createFoyerApp();
  before(() => {
    const release = (name: string, version: string, text: string) => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'foyer.js'), text);
      writeFileSync(join(folder, name, 'integrity.json'), JSON.stringify({ version, files: { 'foyer.js': text } }));
    };
    release('embed', '0.2.0-bbbbbbbb', 'new');
    release('embed-before', '0.1.0-aaaaaaaa', 'old');
    release('embed-odd', '../*', 'odd');
    release('other', '0.3.0-cccccccc', 'other');
    mkdirSync(join(folder, 'embed-empty'));
    registerEmbed(app, join(folder, 'embed'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('may be kept for ever, also those that were kept beside the newest', async () => {
    for (const [version, text] of [
      ['0.2.0-bbbbbbbb', 'new'],
      ['0.1.0-aaaaaaaa', 'old'],
    ]) {
      const answer = await app.request(`/foyer/${version}/foyer.js`);
      assert.equal(await answer.text(), text);
      assert.equal(answer.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    }
    assert.equal(await (await app.request('/foyer.js')).text(), 'new');
  });

  it('are told with their hashes, the newest only', async () => {
    const answer = await app.request('/foyer/integrity.json');
    assert.deepEqual(await answer.json(), { version: '0.2.0-bbbbbbbb', files: { 'foyer.js': 'new' } });
    assert.equal(answer.headers.get('Cache-Control'), 'no-cache');
  });

  it('are not those of another folder, or of a version that is none', async () => {
    for (const path of [
      '/foyer/0.3.0-cccccccc/foyer.js',
      '/foyer/anything/foyer.js',
      '/foyer/0.2.0-bbbbbbbb/integrity.json',
    ])
      assert.equal((await app.request(path)).status, 404, path);
  });
});
