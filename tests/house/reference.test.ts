import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CustomElementDeclaration } from 'custom-elements-manifest';
import { analyse, tidy } from '../../.build/manifest.ts';
import { elementsPage } from '../../.build/reference/elements-page.ts';
import { readExports } from '../../.build/reference/sdk.ts';
import { sdkPage } from '../../.build/reference/sdk-page.ts';

type Described = CustomElementDeclaration & Readonly<Record<'example' | 'status' | 'since', string | undefined>>;

/** What is the language's own. */
const LANGUAGE = /^(?:AbortSignal|ArrayBuffer|Omit|Partial|Pick|Promise|Readonly|ReadonlyMap|Record|Uint8Array)$/;

const raw = analyse();
const elements = tidy(raw).modules.flatMap(({ declarations }) => declarations as Described[]);
const exports = readExports('sdk/index.ts');

describe('the reference of elements', () => {
  const page = elementsPage(raw);

  for (const { tagName = '', description, status, since, example = '', members = [], ...parts } of elements) {
    it(`says of ${tagName} what it is for, since when, and shows it at work`, () => {
      assert.ok(description && status && since);
      assert.ok(page.includes(`\n## ${tagName}\n`));
      assert.ok(example.includes(`<${tagName}`), example);
      for (const [, tag = '', attributes = ''] of example.matchAll(/<(foyer-[\w-]+)([^>]*)>/g)) {
        const element = elements.find((one) => one.tagName === tag);
        assert.ok(element, `${tag} is no element`);
        const known = ['id', ...(element.attributes ?? []).map(({ name }) => name)];
        for (const [name] of attributes.replaceAll(/"[^"]*"/g, '').matchAll(/[\w-]+/g)) {
          assert.ok(known.includes(name), `${tag} has no attribute ${name}`);
        }
      }
    });

    it(`describes all that ${tagName} has`, () => {
      const open = members.filter(({ privacy, static: own }) => !own && (privacy ?? 'public') === 'public');
      const { attributes = [], events = [], slots = [], cssParts = [], cssProperties = [] } = parts;
      for (const { name, description: what } of [
        ...open,
        ...attributes,
        ...events,
        ...slots,
        ...cssParts,
        ...cssProperties,
      ]) {
        assert.ok(what, `${tagName}: nothing is said of ${name}`);
        assert.ok(!name || page.includes(name), `${tagName}: ${name} is not in the reference`);
      }
    });
  }
});

describe('the reference of the SDK', () => {
  const page = sdkPage(exports);

  it('has every value that the SDK gives, and nothing that it does not give', async () => {
    const given = Object.keys(await import('../../sdk/index.ts')).sort();
    const told = exports.filter(({ kind }) => kind !== 'type').map(({ name }) => name);
    assert.deepEqual(told, given);
    const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    assert.deepEqual(headings.sort(), exports.map(({ name }) => name).sort());
  });

  it('writes out what follows from a schema, with the names that a reader knows', () => {
    const cart = exports.find(({ name }) => name === 'Cart');
    assert.match(cart?.text ?? '', /^type Cart = \{\n {2}id: string;\n {2}lines: Line\[\];\n {2}total: Money;/);
  });

  it('says of everything what it is', () => {
    assert.deepEqual(
      exports.filter(({ description }) => !description).map(({ name }) => name),
      [],
    );
  });

  it('names no type that a reader could not import', () => {
    const known = new Set(exports.map(({ name }) => name));
    const strange = exports.flatMap(({ name, text }) => {
      const types = text.replaceAll(/\/\*.*?\*\/|'[^']*'|"[^"]*"/gs, '').match(/\b[A-Z]\w+/g) ?? [];
      const inferred = /infer (\w+)/.exec(text)?.[1];
      return types
        .filter((one) => !known.has(one) && !LANGUAGE.test(one) && one !== inferred)
        .map((one) => `${name}: ${one}`);
    });
    assert.deepEqual(strange, []);
  });
});
