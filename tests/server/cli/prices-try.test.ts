import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Language, Text } from '../../../sdk/contract/text.ts';
import { priceCart } from '../../../sdk/model/pricing/index.ts';
import { requestOf } from '../../../server/cli/prices/request.ts';
import { tellPrices } from '../../../server/cli/prices/tell.ts';
import { words } from '../../../server/cli/prices/words/index.ts';
import { foyer } from '../../harness/command.ts';
import { tariffs } from '../../harness/tariffs/examples.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-try-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const LIST = 'tests/fixtures/tariffs/de-wilg.json';
const LANGUAGES: readonly Language[] = ['nl', 'fr', 'en', 'de'];

function cart(name: string, content: unknown): string {
  const path = join(folder, `${name.replaceAll(/\W+/g, '-')}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

const hamlet = {
  starts: '2026-11-20T20:00:00+01:00',
  onSale: '2026-06-06T10:00:00+02:00',
  tags: ['reeks'],
  prices: { 'rang-1': { normaal: 2400, kind: 1200 } },
};
const small = {
  at: '2026-06-20T12:00:00+02:00',
  performances: { hamlet },
  places: [{ id: 'a', performance: 'hamlet', count: 2 }],
  codes: ['ZOMER'],
};

/** Words a person sees once, whatever the blanks that a language puts in its amounts. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('what foyer prices try says of the worked examples', () => {
  for (const tariff of tariffs()) {
    for (const language of LANGUAGES) {
      it(`explains every price of ${tariff.id} in ${language}`, () => {
        const money = new Intl.NumberFormat(words[language].locale, { style: 'currency', currency: 'EUR' });
        for (const { cart: bought, title } of tariff.examples) {
          const request = requestOf(tariff.list, bought, 0);
          assert.ok('lines' in request);
          const priced = priceCart(request);
          const said = tellPrices(request, priced, language);
          const has = (text: string) => assert.ok(plain(said).includes(plain(text)), `${title}: ${text} in\n${said}`);
          const named = (name: Text) => has(name[language] ?? `no name in ${language} of ${name.nl}`);
          for (const { id, kind, name } of priced.lines.flatMap(({ why }) => why)) {
            assert.ok(name[language], `${title}: ${id} has no name in ${language}`);
            has(words[language].kinds[kind] ? `${name[language]} (${words[language].kinds[kind]})` : name[language]);
          }
          for (const { cents } of priced.lines) has(money.format(cents / 100));
          for (const { name } of priced.fees) named(name);
          for (const { product } of priced.products) {
            named(tariff.list.products.find(({ id }) => id === product)?.name ?? { nl: product });
          }
          has(`${words[language].total} ${money.format(priced.totalCents / 100)}`);
        }
      });
    }
  }

  it('differs between the languages', () => {
    const [tariff] = tariffs();
    const [example] = tariff?.examples ?? [];
    assert.ok(tariff && example);
    const request = requestOf(tariff.list, example.cart, 0);
    assert.ok('lines' in request);
    assert.equal(new Set(LANGUAGES.map((language) => tellPrices(request, priceCart(request), language))).size, 4);
  });
});

describe('foyer prices try', { concurrency: 2 }, () => {
  const run = (path: string, ...more: readonly string[]) => foyer('prices', 'try', LIST, '--cart', path, ...more);

  it('prints every price and its reasons below each other', async () => {
    const { status, out, err } = await run(cart('small', small), '--language', 'en');
    assert.deepEqual([status, err], [0, '']);
    const lines = out.replaceAll('\u00a0', ' ').split('\n');
    assert.equal(lines[0], 'Bought on Saturday, 20 June 2026 at 12:00, online');
    assert.match(
      lines[3] ?? '',
      /^a\.1 +hamlet +rang-1 +€18\.60 +€24\.00 +Standard|^a\.1 +hamlet +rang-1 +€18\.60 +€24\.00 +normaal/,
    );
    assert.match(lines[4] ?? '', /^ +− €2\.40 +Early bird \(rule\)$/);
    assert.match(lines[5] ?? '', /^ +− €3\.00 +Summer offer \(rule\) · VAT 6%$/);
    assert.match(out, /^Total {2}€38\.70 {2}\(saved: €10\.80\)$/m);
  });

  it('speaks Dutch unless another language is asked', async () => {
    assert.match((await run(cart('dutch', small))).out, /Vroege vogel \(regel\)/);
  });

  it('prices at another moment when asked to', async () => {
    const { out } = await run(cart('later', small), '--at', '2026-10-01T12:00:00+02:00', '--language', 'en');
    assert.doesNotMatch(out, /Early bird/);
    assert.match(out, /^Total {2}€43\.50/m);
  });

  it('says what a cart without anything costs', async () => {
    const { status, out } = await run(cart('empty', { performances: {} }), '--language', 'de');
    assert.equal(status, 0);
    assert.match(out, /nichts gewählt[\s\S]*Summe/);
  });

  it('lets nothing of a file speak to the terminal', async () => {
    const { out } = await run(
      cart('hostile', {
        ...small,
        priceTypes: { normaal: { nl: '\u001b[2JGratis' } },
        subscriptions: [{ formula: 'keuze', holder: '\u001b]0;x\u0007', places: ['a.1'] }],
      }),
    );
    assert.ok(
      [...out].every((sign) => sign === '\n' || !/\p{Cc}/u.test(sign)),
      JSON.stringify(out),
    );
    assert.match(out, /\[2JGratis/);
  });

  const WRONG: readonly (readonly [what: string, content: unknown, why: RegExp])[] = [
    [
      'a performance that is not there',
      { ...small, places: [{ id: 'a', performance: 'hamlt' }] },
      /line \d+, places\.0\.performance: no performance is called “hamlt” \(there are: hamlet\)/,
    ],
    [
      'a zone that is not there',
      { ...small, places: [{ id: 'a', performance: 'hamlet', zone: 'rang-9' }] },
      /places\.0\.zone: no zone is called “rang-9”/,
    ],
    [
      'a price type that is not there',
      { ...small, places: [{ id: 'a', performance: 'hamlet', priceType: 'lid' }] },
      /places\.0\.priceType: no price type is called “lid” \(there are: normaal, kind\)/,
    ],
    [
      'two places of one name',
      {
        ...small,
        places: [
          { id: 'a', performance: 'hamlet' },
          { id: 'a', performance: 'hamlet' },
        ],
      },
      /places\.1\.id: “a” is there already/,
    ],
    [
      'a subscription nobody sells',
      { ...small, subscriptions: [{ formula: 'twaalf', places: ['a'] }] },
      /subscriptions\.0\.formula: no subscription is called “twaalf”/,
    ],
    [
      'a place of a subscription that is not there',
      { ...small, subscriptions: [{ formula: 'keuze', places: ['a', 'z'] }] },
      /subscriptions\.0\.places\.1: no place is called “z”/,
    ],
    ['a pass nobody sells', { ...small, passes: [{ formula: 'lid' }] }, /passes\.0\.formula: no pass is called “lid”/],
    [
      'a product nobody sells',
      { ...small, products: [{ product: 'bier' }] },
      /products\.0\.product: no product is called “bier”/,
    ],
    ['a mistyped key', { ...small, place: [] }, /place: is not known here; did you mean `places`\?/],
    [
      'a start without offset',
      { ...small, performances: { hamlet: { ...hamlet, starts: '2026-11-20' } } },
      /performances\.hamlet\.starts: must be a moment with its offset/,
    ],
    ['what is no JSON', '{', /not JSON/],
  ];
  for (const [what, content, why] of WRONG) {
    it(`refuses ${what} and says where`, async () => {
      const { status, out, err } = await run(cart(what, content));
      assert.deepEqual([status, out], [1, '']);
      assert.match(err, why);
    });
  }

  it('refuses a price list that is not good', async () => {
    const list = cart('list', { version: 1, access: [{ priceType: 'lid', pass: 'geen' }] });
    const { status, err } = await foyer('prices', 'try', list, '--cart', cart('any', small));
    assert.equal(status, 1);
    assert.match(err, /line \d+, access\.0\.pass: no pass is called “geen”/);
  });

  const MISUSED: readonly (readonly [words: readonly string[], why: RegExp])[] = [
    [[], /one price list is needed/],
    [[LIST], /--cart must name a file/],
    [[LIST, '--cart', 'x.json', '--language', 'es'], /--language must be nl, fr, en or de/],
    [[LIST, '--cart', 'x.json', '--at', 'tomorrow'], /--at must be a moment/],
    [[LIST, '--cart', 'x.json', '--loud'], /--loud/],
  ];
  for (const [given, why] of MISUSED) {
    it(`says how it is used after “prices try ${given.join(' ')}”, with exit status 2`, async () => {
      const { status, out, err } = await foyer('prices', 'try', ...given);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, why);
      assert.match(err, /foyer prices try FILE --cart CART/);
    });
  }
});
