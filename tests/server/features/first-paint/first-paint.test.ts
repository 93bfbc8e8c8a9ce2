import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toldSchema } from '../../../../sdk/contract/index.ts';
import { openPainter } from '../../../../server/adapters/painter.ts';
import { buildBrowserCode } from '../../../../server/demo/build.ts';
import { readBeginnings } from '../../../../server/features/embed/index.ts';
import { registerFirstPaint } from '../../../../server/features/first-paint/index.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';

const HOSTILE = '</template><script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
const LINK = '/voorstelling/{id}';

describe('the first paint of an element', () => {
  let centre: TestCentre;
  let folder = '';
  before(async () => {
    folder = await buildBrowserCode(resolve('.'), () => {});
    centre = await createTestCentre({
      performances: ['stuk', 'kwaad'],
      config: { theme: { '--foyer-theme-color-accent': 'light-dark(#5b2a86,#d9b8f5)' } },
    });
    await centre.db
      .updateTable('performance')
      .set({ title: JSON.stringify({ nl: HOSTILE }), description: JSON.stringify({ nl: HOSTILE }) })
      .where('id', '=', 'kwaad')
      .execute();
    const painter = openPainter(folder);
    assert.ok(painter);
    registerFirstPaint(centre.app, painter, readBeginnings(folder));
  });
  after(() => centre.stop());

  const ask = (element: string, tag: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    centre.request(`/first-paint/${element}?${new URLSearchParams(tag)}`, { headers });
  const painted = async (element: string, tag: Record<string, string> = {}) => {
    const answer = await ask(element, tag);
    assert.equal(answer.status, 200, await answer.clone().text());
    return answer.text();
  };

  it('is a declarative shadow root with what the element shows, in the page’s language', async () => {
    const dutch = await painted('programme', { link: LINK });
    assert.match(dutch, /^<template shadowrootmode="open"><link rel="stylesheet" href="[^"]+">.*<\/template>$/s);
    assert.match(dutch, /href="\/voorstelling\/stuk"/);
    assert.match(dutch, /Programma/);
    assert.match(await painted('programme', { lang: 'fr' }), /Programme/);
    assert.match(await painted('calendar', { link: LINK, view: 'agenda' }), /href="\/voorstelling\/stuk"/);
    assert.match(await painted('performance', { performance: 'stuk', seats: '#tickets' }), /href="#tickets"/);
  });

  it('holds no waiting, no marks of the machinery, and no box that was ticked by nobody', async () => {
    const html = await painted('programme');
    assert.doesNotMatch(html, /skeleton|<!--|<\?|checked|aria-busy="true"/);
  });

  it('is what the address of the page looks for, where the tag keeps it there', async () => {
    const query = '?page=2&q=gedacht&from=2020-01-01&free=1&genre=opera';
    const html = await painted('programme', { link: LINK, 'in-address': '', query });
    assert.match(html, /<input[^>]* id="search"[^>]* value="gedacht"/);
    assert.match(html, /<input[^>]* id="from"[^>]* value="2020-01-01"/);
    assert.match(html, /<input[^>]* id="free"[^>]* checked/);
    assert.match(html, /<option value="" selected[^>]*>Alle genres/);
    assert.match(html, /href="\/voorstelling\/stuk"/);
    assert.doesNotMatch(html, /href="\/voorstelling\/kwaad"/);
    for (const tag of [{ query }, { 'in-address': 'b-', query }] as Record<string, string>[]) {
      assert.match(await painted('programme', { link: LINK, ...tag }), /href="\/voorstelling\/kwaad"/);
    }
    const nothing = { 'in-address': '', query: `?q=${encodeURIComponent(HOSTILE)}+qqqqq` };
    assert.match(await painted('programme', nothing), /Niets gevonden/);
  });

  it('begins a calendar where the address of the page says', async () => {
    const week = await painted('calendar', { 'in-address': 'k-', query: '?k-view=week' });
    assert.match(week, /class="[^"]*grid week/);
    assert.doesNotMatch(await painted('calendar', { query: '?k-view=week' }), /class="[^"]*grid week/);
  });

  it('brings what its element would ask for, as the API answers it', async () => {
    for (const [element, tag, paths] of [
      ['programme', {}, ['', '/performances?limit=200']],
      ['calendar', {}, ['', '/performances?limit=200']],
      ['performance', { performance: 'kwaad' }, ['', '/performances?limit=200', '/performances/kwaad']],
    ] as const) {
      const [, json] =
        /<script type="application\/json">(.+)<\/script><\/template>/s.exec(await painted(element, tag)) ?? [];
      const { of, answers } = toldSchema.parse(JSON.parse(json ?? ''));
      assert.equal(of, centre.runtime.config.apiUrl);
      assert.deepEqual(Object.keys(answers), paths);
      for (const path of paths) assert.deepEqual(answers[path], await (await centre.request(path)).json());
    }
  });

  it('has the files of its element asked for ahead, in the page’s language, unless they come from elsewhere', async () => {
    const preloads = async (tag: Record<string, string>) =>
      [...(await painted('programme', tag)).matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(
        ([, href]) => href,
      );
    const dutch = await preloads({});
    assert.ok(dutch.some((href) => /\/chunks\/programme-[\w-]{8}\.js$/.test(href ?? '')));
    assert.ok(dutch.some((href) => /\/chunks\/shop-[\w-]{8}\.js$/.test(href ?? '')));
    const french = (await preloads({ lang: 'fr' })).filter((href) => !dutch.includes(href));
    assert.ok(french.length > 0 && french.every((href) => /\/fr-[\w-]{8}\.js$/.test(href ?? '')), french.join());
    assert.deepEqual(await preloads({ preload: 'false' }), []);
    for (const href of [...dutch, ...french]) {
      const { pathname } = new URL(href ?? '');
      assert.ok(existsSync(join(folder, pathname)), pathname);
    }
  });

  it('lets nobody’s text be anything but text', async () => {
    const all = [
      await painted('programme', { link: `/x"><script>/{id}` }),
      await painted('calendar', { view: 'agenda' }),
      await painted('performance', { performance: 'kwaad', canonical: 'https://www.de-proef.example/kwaad' }),
    ];
    for (const html of all) {
      assert.doesNotMatch(html, /<script>|<img src=x/);
      assert.equal(html.split('</template>').length, 2);
      assert.match(html, /&lt;\/template&gt;/);
    }
  });

  it('tells search engines of a performance, on the page that owns it', async () => {
    const canonical = 'https://www.de-proef.example/stuk';
    const html = await painted('performance', { performance: 'stuk', canonical });
    const [, json] = /<\/template><script type="application\/ld\+json">(.+)<\/script>$/s.exec(html) ?? [];
    assert.equal(JSON.parse(json ?? '{}').url, canonical);
    assert.doesNotMatch(await painted('performance', { performance: 'stuk' }), /ld\+json/);
  });

  it('may be kept for a minute, and is not sent again to who has it', async () => {
    const { headers } = await ask('programme');
    assert.equal(headers.get('Cache-Control'), 'public, max-age=60');
    const again = await ask('programme', {}, { 'If-None-Match': headers.get('ETag') ?? '' });
    assert.deepEqual([again.status, await again.text()], [304, '']);
  });

  it('travels packed', async () => {
    const { headers } = await ask('programme', {}, { 'Accept-Encoding': 'br' });
    assert.equal(headers.get('Content-Encoding'), 'br');
  });

  it('has its styles in a file that never changes, in the face of the centre', async () => {
    const sheet = async (tag: Record<string, string>) => {
      const [, name] = /\/first-paint\/([^"]+\.css)"/.exec(await painted('programme', tag)) ?? [];
      const answer = await centre.request(`/first-paint/${name}`);
      assert.match(answer.headers.get('Content-Type') ?? '', /^text\/css/);
      assert.match(answer.headers.get('Cache-Control') ?? '', /immutable/);
      return answer.text();
    };
    assert.match(await sheet({}), /--foyer-theme-color-accent:light-dark\(#5b2a86,#d9b8f5\)/);
    assert.doesNotMatch(await sheet({ unthemed: 'true' }), /#5b2a86/);
  });

  it('has styles for a page that names those of another day too, but not for ever', async () => {
    const answer = await centre.request('/first-paint/programme-0123456789.css');
    assert.deepEqual([answer.status, answer.headers.get('Cache-Control')], [200, 'no-cache']);
  });

  for (const [element, tag, field] of [
    ['programme', { link: 'javascript:alert(1)//{id}' }, 'link'],
    ['programme', { link: 'java\nscript:alert(1)' }, 'link'],
    ['programme', { layout: 'heap' }, 'layout'],
    ['programme', { lang: 'xx' }, 'lang'],
    ['programme', { colour: 'red' }, 'colour'],
    ['calendar', { day: '2026-13-01' }, 'day'],
    ['calendar', { view: 'year' }, 'view'],
    ['performance', {}, 'performance'],
    ['performance', { performance: 'stuk', seats: 'data:text/html,x' }, 'seats'],
    ['performance', { performance: 'stuk', canonical: 'javascript:alert(1)' }, 'canonical'],
  ] as const) {
    it(`says what is wrong with ${element} ${JSON.stringify(tag)}`, async () => {
      const answer = await ask(element, tag);
      assert.equal(answer.status, 400);
      const { error } = (await answer.json()) as { error: { code: string; field: string } };
      assert.deepEqual([error.code, error.field], ['invalid_request', field]);
    });
  }

  it('is not there for a performance that is not', async () => {
    assert.equal((await ask('performance', { performance: 'nergens' })).status, 404);
  });

  it('is not there where the elements were not built for servers', () => {
    assert.equal(openPainter('no/such/embed'), undefined);
  });
});
