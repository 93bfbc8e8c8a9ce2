import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { foyer } from '../../harness/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-prices-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, `${name.replace(/\W+/g, '-')}.json`);
  writeFileSync(path, content);
  return path;
}

const RULE = (effect: string, more = '') => `{
  "version": 1,
  "groups": [{ "id": "korting" }],
  "rules": [
    { "id": "a", "name": { "nl": "A", "fr": "A", "en": "A", "de": "A" }, "group": "korting"${more},
      "effect": ${effect} }
  ]
}`;

const WRONG: readonly (readonly [what: string, text: string, line: RegExp])[] = [
  [
    'a percentage that is too high',
    RULE('{ "kind": "percentage", "basisPoints": 12000 }'),
    /^ {2}line 6, rules\.0\.effect\.basisPoints: must be at most 10000, not 12000$/m,
  ],
  [
    'euros where cents are meant',
    RULE('{ "kind": "price", "cents": 12.5 }'),
    /line 6, rules\.0\.effect\.cents: must be a whole number, not 12\.5; amounts are in cents/,
  ],
  [
    'a kind that does not exist',
    RULE('{ "kind": "procent", "cents": 1 }'),
    /rules\.0\.effect\.kind: .*"price", "percentage", .* or "fee-order"$/m,
  ],
  [
    'a mistyped key',
    RULE('{ "kind": "price", "cent": 1 }'),
    /line 6, rules\.0\.effect\.cent: is not known here; did you mean `cents`\?/,
  ],
  [
    'a key nobody knows',
    RULE('{ "kind": "price", "cents": 1, "wherefore": 2 }'),
    /effect\.wherefore: is not known here; take it out/,
  ],
  ['what is missing', RULE('{ "kind": "price" }'), /effect\.cents: is missing; it must be a number$/m],
  [
    'a moment without offset',
    RULE('{ "kind": "price", "cents": 1 }', ', "when": { "from": { "at": "2026-12-04 20:00" } }'),
    /line 5, rules\.0\.when\.from\.at: must be a moment with its offset, .* not "2026-12-04 20:00"$/m,
  ],
  [
    'a moment of no kind',
    RULE('{ "kind": "price", "cents": 1 }', ', "when": { "from": {} }'),
    /when\.from: needs one of `at`, `daysBeforeStart` or `daysAfterOnSale`$/m,
  ],
  [
    'an id with capitals',
    RULE('{ "kind": "price", "cents": 1 }').replace('"a"', '"Early Bird"'),
    /rules\.0\.id: must be lower-case words joined by hyphens/,
  ],
  [
    'a code in small letters',
    RULE('{ "kind": "price", "cents": 1 }', ', "when": { "code": true }, "codes": ["zomer"]'),
    /rules\.0\.codes\.0: must be capitals, digits and hyphens/,
  ],
  [
    'a code without its condition',
    RULE('{ "kind": "price", "cents": 1 }', ', "codes": ["ZOMER"]'),
    /rules\.0\.codes: A rule that asks for a code names its codes/,
  ],
  [
    'a rounding that does not exist',
    '{ "version": 1, "rounding": { "to": 3, "mode": "nearest" } }',
    /line 1, rounding\.to: must be 1, 5, 10, 50 or 100, not 3$/m,
  ],
  [
    'what cannot be seen in its shape',
    RULE('{ "kind": "price", "cents": 1 }', ', "when": { "pass": "lid" }'),
    /line 5, rules\.0\.when\.pass: no pass is called “lid” .* \[pass-unknown\]$/m,
  ],
  ['what is no JSON', '{ "version": 1,\n  "rules": [ }', /line 2, column 14: not JSON: expected a value/],
  ['a key that is there twice', '{ "version": 1, "version": 1 }', /the key "version" is there twice/],
  ['a list of lists', '[]', /line 1: a price list is an object/],
  ['an empty file', '', /the file is empty/],
];

describe('foyer prices check', { concurrency: 2 }, () => {
  for (const [what, text, line] of WRONG) {
    it(`refuses ${what} and says where`, async () => {
      const { status, out, err } = await foyer('prices', 'check', file(what, text));
      assert.deepEqual([status, err], [1, ''], out);
      assert.match(out, line);
    });
  }

  it('says what is in a good list', async () => {
    const text = RULE('{ "kind": "price", "cents": 1250 }').replace('{', '{ "$schema": "./price-list.schema.json",');
    const { status, out, err } = await foyer('prices', 'check', file('good', text));
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /a good price list\n {2}1 rule in 1 group, 0 subscriptions, 0 passes, 0 products/);
    assert.doesNotMatch(out, /warning/);
  });

  it('warns without refusing', async () => {
    const text = RULE('{ "kind": "amount", "cents": 0 }');
    const { status, out } = await foyer('prices', 'check', file('warned', text));
    assert.equal(status, 0);
    assert.match(out, /^1 warning\n {2}line 6, rules\.0\.effect\.cents: .*\[does-nothing\]$/m);
  });

  it('refuses a file that is not there', async () => {
    const { status, out } = await foyer('prices', 'check', join(folder, 'nowhere.json'));
    assert.equal(status, 1);
    assert.match(out, /there is no such file/);
  });

  for (const words of [[], ['a', 'b'], ['--all']]) {
    it(`says how it is used after “prices check ${words.join(' ')}”, with exit status 2`, async () => {
      const { status, out, err } = await foyer('prices', 'check', ...words);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, /foyer prices check FILE/);
    });
  }
});

describe('foyer prices schema', () => {
  it('prints a JSON Schema that knows every key and explains it', async () => {
    const { status, out } = await foyer('prices', 'schema');
    assert.equal(status, 0);
    const schema = JSON.parse(out);
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    const { PriceList, Conditions } = schema.$defs;
    assert.deepEqual(PriceList.required, ['version']);
    assert.ok('subscriptions' in PriceList.properties);
    assert.match(Conditions.properties.until.description, /before this moment/);
  });
});
