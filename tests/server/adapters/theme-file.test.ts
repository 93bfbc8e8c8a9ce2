import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readTheme, ThemeError } from '../../../server/adapters/theme-file.ts';
import { tinyPng } from '../../harness/png.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-themes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const PNG = tinyPng();

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const problemsOf = (path: string): readonly string[] => {
  try {
    readTheme(path);
  } catch (error) {
    assert.ok(error instanceof ThemeError);
    return error.problems;
  }
  throw new Error('It was accepted.');
};

describe('the file of a theme', () => {
  it('is read, worked out, and brings its logo', () => {
    file('logo.png', PNG);
    const { properties, resolved, logo } = readTheme(
      file('theme.json', JSON.stringify({ accent: '#7a1f5c', shape: 'round', logo: 'logo.png' })),
    );
    assert.equal(resolved.light.accent, '#7a1f5c');
    assert.equal(properties['--foyer-theme-radius-s'], '12px');
    assert.deepEqual(Buffer.from(logo ?? []), PNG);
  });

  const bad: readonly (readonly [what: string, content: string | null, said: RegExp])[] = [
    ['a file that is not there', null, /There is no such file/],
    ['what is not JSON', '{ accent', /It is not JSON/],
    ['no accent', '{}', /^accent: /],
    ['a colour by name', '{ "accent": "purple" }', /^accent: .*#5b2a86/],
    ['a role that nobody knows', '{ "accent": "#7a1f5c", "colours": { "glow": "#ffffff" } }', /colours/],
    ['a logo that is not there', '{ "accent": "#7a1f5c", "logo": "no.png" }', /^logo: there is no /],
    ['a logo that is no PNG', '{ "accent": "#7a1f5c", "logo": "text.png" }', /^logo: it is not a PNG/],
    ['a logo whose pixels are damaged', '{ "accent": "#7a1f5c", "logo": "damaged.png" }', /^logo: it is damaged/],
    ['a logo that is too large', '{ "accent": "#7a1f5c", "logo": "large.png" }', /^logo: it has \d+ bytes/],
    ['a logo from elsewhere', '{ "accent": "#7a1f5c", "logo": "../../etc/secret.png" }', /^logo: /],
  ];
  for (const [what, content, said] of bad) {
    it(`is refused with ${what}, by its path`, () => {
      file('text.png', 'not a picture');
      file('damaged.png', tinyPng(Buffer.from('no pixels')));
      file('large.png', Buffer.concat([PNG, Buffer.alloc(100_000)]));
      const path = content === null ? join(folder, 'nowhere.json') : file('bad.json', content);
      assert.match(problemsOf(path).join('\n'), said);
    });
  }
});
