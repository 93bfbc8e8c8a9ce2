import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { tokens } from '../../components/styles/tokens.ts';
import { themeSchema } from '../../sdk/contract/index.ts';
import { readTheme } from '../../server/adapters/theme-file.ts';
import { THEMES } from '../../stories/fixtures/themes.ts';
import { foyer } from '../harness/command.ts';
import { exampleOf } from '../harness/docs.ts';
import { tinyPng } from '../harness/png.ts';

const PAGE = 'docs/theming.md';
const page = readFileSync(PAGE, 'utf8');
const files = new Map(exampleOf(PAGE, {}).map(({ path, text }) => [path, text]));
const file = (path: string) => files.get(path) ?? assert.fail(`The page has no ${path}.`);
const tokensIn = (text: string) =>
  [...text.matchAll(/--foyer-(?!theme-)([a-z0-9-]+)(?=[`:,])/g)].map(([, name]) => name);

/** What the comment above an element's class says it has, as `csspart title`. */
const saidOf = (tag: string) => {
  const name = tag.replace('foyer-', '');
  const source = readFileSync(`components/${name}/${name}.ts`, 'utf8');
  return [...source.matchAll(/^ \* @(csspart|cssproperty|cssstate) \[?([\w-]+)/gm)].map(
    ([, kind, one]) => `${kind} ${one}`,
  );
};

describe('the files on the page about theming', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-theming-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'logo.png'), tinyPng());
  const themes = [...files.keys()].filter((path) => path.endsWith('.json'));
  for (const path of themes) {
    writeFileSync(join(folder, path), file(path));
    it(`${path} is a theme that the server takes`, () => {
      assert.ok(readTheme(join(folder, path)).properties['--foyer-theme-color-accent']);
    });
  }

  it('are checked to what the page says', async () => {
    const { status, out } = await foyer('theme', 'check', join(folder, 'het-spoor.json'));
    assert.deepEqual([status, out.replace(`${folder}/`, '')], [0, file('check.txt')]);
  });

  it('have the centre of five lines that Storybook has', () => {
    const theme = JSON.parse(file('het-spoor.json'));
    assert.deepEqual([theme, Object.keys(theme).length], [THEMES['Het Spoor'], 5]);
  });

  it('say all that a theme can, and the page explains each line', () => {
    const lines = Object.keys(themeSchema.shape).sort();
    assert.deepEqual(Object.keys(JSON.parse(file('everything.json'))).sort(), lines);
    for (const line of lines) assert.match(page, new RegExp(`^\\| \`${line}\` +\\|`, 'm'));
  });
});

describe('the page about theming', () => {
  it('has every token of the elements, and no other', () => {
    const rows = [...page.matchAll(/^\| `--foyer-([a-z0-9-]+)` /gm)].map(([, name]) => name);
    assert.deepEqual(rows.sort(), [...new Set(tokensIn(tokens.cssText))].sort());
    for (const name of tokensIn(file('page.css'))) assert.ok(rows.includes(name), name);
  });

  it('says what each begins with as it is', () => {
    for (const [, name = '', value = ''] of page.matchAll(/^\| `--foyer-([a-z0-9-]+)` .*`([\d.]+\w+)`/gm)) {
      assert.ok(tokens.cssText.includes(`var(--foyer-theme-${name},${value})`), `${name} ${value}`);
    }
  });

  it('has parts, properties and states that the elements have', () => {
    const rules = [...file('parts.css').matchAll(/^(foyer-[a-z-]+)(.*?) \{\n(.*?)^\}/gms)];
    const named = rules.flatMap(([, tag = '', suffix = '', body = '']) => [
      ...[...suffix.matchAll(/::part\(([\w-]+)\)/g)].map(([, part]) => ({ tag, what: `csspart ${part}` })),
      ...[...suffix.matchAll(/:state\(([\w-]+)\)/g)].map(([, state]) => ({ tag, what: `cssstate ${state}` })),
      ...[...body.matchAll(/^ {2}(--[\w-]+):/gm)].map(([, property]) => ({ tag, what: `cssproperty ${property}` })),
    ]);
    assert.equal(named.length, 6);
    for (const { tag, what } of named) assert.ok(saidOf(tag).includes(what), `${tag}: ${what}`);
  });
});
