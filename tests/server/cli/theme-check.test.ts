import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { foyer } from '../../harness/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-theme-check-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const check = (...words: readonly string[]) => foyer('theme', 'check', ...words);
function file(name: string, theme: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(theme));
  return path;
}

describe('foyer theme check', { concurrency: 2 }, () => {
  it('says how a theme comes out', async () => {
    const { status, out } = await check(file('good.json', { accent: '#7a1f5c' }));
    assert.equal(status, 0);
    assert.match(out, /good\.json: a good theme$/m);
    assert.match(out, /light: #1b1e24 on #ffffff, accent #7a1f5c/);
  });

  it('says which colour could not be read where, and what is used instead', async () => {
    const { status, out } = await check(file('pale.json', { accent: { light: '#ffd400', dark: '#ffd400' } }));
    assert.equal(status, 0);
    assert.match(
      out,
      /mended \(light\): accent #ffd400 has 1\.\d:1 on [a-z-]+ where 4\.5:1 is needed; #[0-9a-f]{6} is used/,
    );
  });

  it('lists what is wrong, and asks for one file', async () => {
    const { status, out } = await check(file('bad.json', { accent: 'red', shape: 'wavy' }));
    assert.equal(status, 1);
    assert.match(out, /^ {2}accent: /m);
    assert.match(out, /^ {2}shape: /m);
    assert.equal((await check()).status, 2);
  });
});
