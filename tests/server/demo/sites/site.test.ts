import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceSummary } from '../../../../sdk/contract/index.ts';
import { deBrug } from '../../../../server/demo/centres/de-brug/centre.ts';
import { deLantaarn } from '../../../../server/demo/centres/de-lantaarn/centre.ts';
import { CENTRES } from '../../../../server/demo/cluster.ts';
import { createSite } from '../../../../server/demo/sites/site.ts';
import { assertOwnLetters } from '../../../harness/letters.ts';
import { centre } from '../../../harness/order.ts';

const API = 'https://tickets.example/centres/de-lantaarn';

const summary = (change: Partial<PerformanceSummary>): PerformanceSummary => ({
  id: 'nachtwerk-2026-12-04',
  title: { nl: 'Nachtwerk', en: 'Night Work' },
  subtitle: { nl: 'Compagnie Tij' },
  genre: 'dans',
  startsAt: '2026-12-04T20:00:00+01:00',
  hall: { id: 'schouwburg', name: { nl: 'Schouwburg', en: 'Theatre' } },
  state: 'on-sale',
  priceFrom: { cents: 1400, currency: 'EUR' },
  availability: { level: 'available', free: 300, capacity: 798 },
  ...change,
});

const season = [
  summary({}),
  summary({ id: 'nachtwerk-2026-12-05', startsAt: '2026-12-05T20:00:00+01:00' }),
  summary({ id: 'boos', title: { nl: '<b>Boos</b> & "co"' } }),
  summary({ id: 'vol', title: { nl: 'Vol' }, availability: { level: 'sold-out', free: 0, capacity: 798 } }),
  summary({ id: 'weg', title: { nl: 'Weg' }, state: 'cancelled' }),
];
const partner = { id: 'de-brug', name: 'De Brug', website: 'https://debrug.example' };
const neighbours = [
  summary({ id: 'de-brug.nachttrein', title: { nl: 'Nachttrein' }, owner: partner }),
  summary({ id: 'de-brug.weg', title: { nl: 'Onbereikbaar' }, owner: partner, state: 'unavailable' }),
];

/** The ticket server as the site knows it: three addresses. */
function answer(url: string): Response {
  const path = url.slice(API.length);
  if (path === '') return Response.json(centre);
  if (path === '/performances?limit=200') return Response.json({ performances: [...season, ...neighbours] });
  if (path === '/performances/de-brug.weg') {
    return Response.json({ error: { code: 'partner_unavailable', message: '', requestId: '1' } }, { status: 503 });
  }
  const found = [...season, ...neighbours].find(({ id }) => path === `/performances/${id}`);
  return found ? Response.json({ ...found, prices: [], maxPlacesPerCart: 12 }) : new Response(null, { status: 404 });
}

const options = {
  api: API,
  script: 'https://tickets.example/foyer.js',
  face: deLantaarn.face,
  partners: ['https://debrug.example'],
  fetch: answer,
};
const site = createSite(options);
const text = async (path: string) => (await site.request(path)).text();

describe('the website of a demo centre', () => {
  describe('tells search engines, in the page itself', () => {
    const found = async (path: string) => {
      const page = await text(path);
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
      return { canonical: /rel="canonical" href="([^"]+)"/.exec(page)?.[1], event: data && JSON.parse(data) };
    };

    it('what its own performance is, at its one address', async () => {
      const { canonical, event } = await found('/voorstelling/nachtwerk-2026-12-04');
      assert.equal(canonical, new URL('/voorstelling/nachtwerk-2026-12-04', centre.website).href);
      assert.deepEqual(
        [event['@type'], event.name, event.url, event.startDate],
        ['DanceEvent', 'Nachtwerk', canonical, '2026-12-04T20:00:00+01:00'],
      );
    });

    it('nothing that a title could break', async () => {
      const { event } = await found('/voorstelling/boos');
      assert.equal(event.name, '<b>Boos</b> & "co"');
    });

    it('of a partner’s performance only where its own page is', async () => {
      assert.deepEqual(await found('/voorstelling/de-brug.nachttrein'), {
        canonical: 'https://debrug.example/voorstelling/nachttrein',
        event: undefined,
      });
    });
  });

  it('leads whoever types a slash too many to the page', async () => {
    const answer = await site.request('/fr/kalender/?view=week');
    assert.equal(answer.status, 301);
    assert.match(answer.headers.get('location') ?? '', /\/fr\/kalender\?view=week$/);
  });

  it('offers a place in line and other evenings, where a house is full', async () => {
    const page = await text('/voorstelling/vol');
    assert.match(page, /<h2>Uitverkocht<\/h2>.*<foyer-waiting-list performance="vol"/s);
    assert.match(page, /Ook iets voor u.*href="\/voorstelling\/nachtwerk-2026-12-04"/s);
    assert.doesNotMatch(await text('/voorstelling/nachtwerk-2026-12-04'), /foyer-waiting-list|Ook iets voor u/);
  });

  it('shows what is on by day, and as a list where nothing runs', async () => {
    const page = await text('/en/kalender');
    assert.match(page, /<foyer-calendar in-address link="\/en\/voorstelling\/\{id\}">/);
    assert.match(page, /href="\/en\/voorstelling\/nachtwerk-2026-12-05"/);
  });

  it('has its calendar painted by the ticket server, and goes on without when it is not', async () => {
    const painted = '<template shadowrootmode="open">…</template>';
    const paints = (url: string) =>
      url.startsWith(`${API}/first-paint/calendar?lang=fr&link=`) ? new Response(painted) : answer(url);
    const painting = createSite({ ...options, fetch: paints });
    assert.match(await (await painting.request('/fr/kalender')).text(), /\{id\}"><template shadowrootmode="open">…</);
    assert.doesNotMatch(await text('/fr/kalender'), /<template/);
  });

  it('has painted what its address looks for', async () => {
    const asked: URLSearchParams[] = [];
    const notes = (url: string) => {
      if (url.startsWith(`${API}/first-paint/`)) asked.push(new URL(url).searchParams);
      return answer(url);
    };
    await createSite({ ...options, fetch: notes }).request('/kalender?view=week&date=2026-12-04');
    await createSite({ ...options, face: deBrug.face, fetch: notes }).request('/en?genre=jazz&q=a+b');
    assert.deepEqual(
      asked.map((tag) => [tag.get('in-address'), tag.get('query')]),
      [
        ['', '?view=week&date=2026-12-04'],
        ['', '?genre=jazz&q=a+b'],
      ],
    );
  });

  const pages = [
    '/',
    '/en',
    '/voorstelling/nachtwerk-2026-12-04',
    '/en/voorstelling/nachtwerk-2026-12-04',
    '/nowhere',
    '/style.css',
  ];
  for (const path of pages) {
    it(`allows itself only what it needs, and sets no cookie: ${path}`, async () => {
      const { headers } = await site.request(path);
      assert.deepEqual(headers.get('Content-Security-Policy')!.split('; '), [
        "default-src 'none'",
        'script-src https://tickets.example',
        'connect-src https://tickets.example',
        "style-src 'self' https://tickets.example",
        "img-src 'self' data: https://tickets.example https://debrug.example",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types lit-html',
      ]);
      assert.equal(headers.get('Set-Cookie'), null);
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
    });
  }

  it('needs no inline style, script or handler for it: what search engines read is data, and runs nowhere', async () => {
    const inline = /<style|\sstyle=|\son\w+=|<script(?![^>]* src=)(?! type="application\/ld\+json">)/;
    for (const path of pages) assert.doesNotMatch(await text(path), inline);
  });

  it('shows the season as plain HTML, with when, where and from what price', async () => {
    const page = await text('/');
    const own = page.slice(0, page.indexOf('id="neighbours"'));
    assert.equal(own.match(/class="row"/g)?.length, season.length);
    assert.match(page, /december 2026/);
    assert.match(page, /20:00 uur/);
    assert.match(page, /vanaf €\u00a014</);
    assert.match(page, /href="\/voorstelling\/nachtwerk-2026-12-04"/);
  });

  it('says what can no longer be had, and keeps it from the posters', async () => {
    const page = await text('/');
    assert.match(page, /Uitverkocht/);
    assert.match(page, /Gaat niet door/);
    const posters = page.slice(page.indexOf('class="posters"'), page.indexOf('id="programme"'));
    assert.doesNotMatch(posters, /Vol<|Weg</);
  });

  it('speaks English under /en, in Dutch where there is no English', async () => {
    const page = await text('/en');
    assert.match(page, /<html lang="en">/);
    assert.match(page, /Night Work/);
    assert.match(page, /Compagnie Tij/);
    assert.match(page, /href="\/en\/voorstelling\/nachtwerk-2026-12-04"/);
  });

  it('leads from every page to the same page in every other language', async () => {
    for (const path of ['', '/voorstelling/nachtwerk-2026-12-04', '/abonnementen']) {
      const addresses = { nl: path || '/', fr: `/fr${path}`, en: `/en${path}`, de: `/de${path}` };
      for (const [language, address] of Object.entries(addresses)) {
        const page = await text(address);
        assert.match(page, new RegExp(`<html lang="${language}">`));
        for (const [other, there] of Object.entries(addresses)) {
          if (other !== language) assert.match(page, new RegExp(`hreflang="${other}"[^>]* href="${there}"`));
        }
      }
    }
  });

  it('sells with one script tag and the elements around it', async () => {
    const page = await text('/voorstelling/nachtwerk-2026-12-04');
    assert.deepEqual(page.match(/<script (?!type="application)[^>]*>/g), [
      '<script type="module" src="https://tickets.example/foyer.js">',
    ]);
    assert.match(page, new RegExp(`<foyer-shop centre="${API}">`));
    assert.match(page, /<foyer-seat-map performance="nachtwerk-2026-12-04">/);
    for (const element of ['ticket-types', 'cart', 'checkout', 'order']) assert.ok(page.includes(`<foyer-${element}`));
  });

  it('says on every page without a cart that places are held, and leads to the page of what was chosen', async () => {
    for (const [path, page] of [
      ['', '/voorstelling/{id}#basket'],
      ['/kalender', '/voorstelling/{id}#basket'],
      ['/nergens', '/voorstelling/{id}#basket'],
      ['/fr', '/fr/voorstelling/{id}#basket'],
    ] as const) {
      assert.ok(
        (await text(path || '/')).includes(`<foyer-shop centre="${API}" cart-page="${page}"></foyer-shop>`),
        path,
      );
    }
    for (const path of ['/voorstelling/nachtwerk-2026-12-04', '/abonnementen']) {
      assert.doesNotMatch(await text(path), /cart-page/);
    }
    assert.match(await text('/voorstelling/nachtwerk-2026-12-04'), /id="basket"/);
  });

  it('names the other dates of the same production', async () => {
    assert.match(
      await text('/voorstelling/nachtwerk-2026-12-04'),
      /Ook op <a href="\/voorstelling\/nachtwerk-2026-12-05">za 5 december<\/a>/,
    );
    assert.match(
      await text('/de/voorstelling/nachtwerk-2026-12-04'),
      /<a href="\/de\/voorstelling\/nachtwerk-2026-12-05">Sa\., 5\. Dezember<\/a>/,
    );
  });

  it('shows a title’s own brackets as brackets', async () => {
    const page = await text('/voorstelling/boos');
    assert.ok(page.includes('&lt;b&gt;Boos&lt;/b&gt; &amp; &quot;co&quot;'));
    assert.ok(!page.includes('<b>Boos'));
  });

  it('sells nothing of what is cancelled, says what becomes of tickets, and shows something else', async () => {
    const page = await text('/voorstelling/weg');
    assert.match(page, /<strong>Gaat niet door\.<\/strong> Had u al tickets\?/);
    assert.doesNotMatch(page, /<foyer-seat-map|Kies uw plaatsen/);
    const instead = page.slice(page.indexOf('Ook iets voor u'));
    assert.deepEqual(instead.match(/(?<=href=")\/voorstelling\/[^"]+/g), [
      '/voorstelling/nachtwerk-2026-12-04',
      '/voorstelling/boos',
    ]);
  });

  it('leads on from what is not there, in the visitor’s language', async () => {
    for (const [path, title, home] of [
      ['/nergens', 'Deze pagina vinden we niet.', '/'],
      ['/voorstelling/nooit', 'Deze voorstelling vinden we niet.', '/'],
      ['/fr/voorstelling/jamais', 'Nous ne trouvons pas cette représentation.', '/fr'],
      ['/en/nowhere', 'We cannot find this page.', '/en'],
      ['/de/nirgends', 'Diese Seite finden wir nicht.', '/de'],
    ] as const) {
      const page = await text(path);
      assert.ok(page.includes(`<h1>${title}</h1>`), path);
      assert.ok(page.includes(`href="${home}#programme"`), path);
      assert.ok(page.includes(`href="${home === '/' ? '' : home}/voorstelling/nachtwerk-2026-12-04"`), path);
    }
  });

  it('names the months of what its partners play too', async () => {
    for (const { face } of CENTRES.filter((one) => !one.face.scripted)) {
      const page = await (await createSite({ ...options, face }).request('/')).text();
      const partners = page.slice(page.indexOf('id="neighbours"'));
      assert.match(partners, /<h3>december 2026<\/h3><ul class="rows">/);
    }
  });

  it('answers 404 in its own face for what is not there', async () => {
    for (const path of ['/voorstelling/nooit', '/beeld/..%2f.svg', '/en/voorstelling/%00', '/wp-admin']) {
      const reply = await site.request(path);
      assert.equal(reply.status, 404, path);
      assert.match(await reply.text(), /De Lantaarn/);
    }
  });

  it('draws every production its own picture, the same each time, to keep for ever', async () => {
    const first = await site.request('/beeld/dans-abc.svg');
    assert.equal(first.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
    const again = await text('/beeld/dans-abc.svg');
    assert.equal(await first.text(), again);
    assert.match(again, /^<svg xmlns[^>]+>.+<\/svg>$/);
    assert.notEqual(again, await text('/beeld/dans-abd.svg'));
  });

  it('says so kindly when the ticket server is away', async () => {
    const alone = createSite({ ...options, fetch: () => new Response(null, { status: 503 }) });
    const reply = await alone.request('/');
    assert.equal(reply.status, 503);
    assert.match(await reply.text(), /even niet/);
  });

  it('shows what its partners play after its own, by their names, and leaves out what cannot be reached', async () => {
    const page = await text('/');
    const partners = page.slice(page.indexOf('id="neighbours"'));
    assert.match(partners, /href="\/voorstelling\/de-brug\.nachttrein"/);
    assert.match(partners, /<b>De Brug<\/b>/);
    assert.doesNotMatch(partners, /Onbereikbaar/);
  });

  it('sells a partner’s performance on a page that names the partner', async () => {
    const page = await text('/voorstelling/de-brug.nachttrein');
    assert.match(page, /Speelt in De Brug/);
    assert.match(page, /<foyer-seat-map performance="de-brug.nachttrein">/);
  });

  it('keeps the page of a performance whose partner is away', async () => {
    const reply = await site.request('/voorstelling/de-brug.weg');
    assert.equal(reply.status, 200);
    assert.match(await reply.text(), /Even niet bereikbaar/);
  });

  for (const { profile, face } of CENTRES) {
    it(`has a face of its own: ${profile.name}`, async () => {
      const own = createSite({ ...options, face });
      const page = await (await own.request('/')).text();
      assert.ok(page.includes(face.tagline.nl) && page.includes(face.fictional.nl));
      assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|<script(?![^>]* src=)/);
      assert.ok((await (await own.request('/style.css')).text()).includes(face.style));
      await assertOwnLetters('/', (path) => own.request(path));
    });
  }
});
