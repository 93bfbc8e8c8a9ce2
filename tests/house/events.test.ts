import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const PAGE = readFileSync('docs/events.md', 'utf8');
const events = globSync('components/**/*.events.ts').flatMap((file) => [
  ...readFileSync(file, 'utf8').matchAll(/super\('(foyer-[\w-]+)', \{([^}]*)\}\)/g),
]);

describe('the events that a page can hear', () => {
  it('all come to the document, and are on the page about them', () => {
    assert.ok(events.length >= 15);
    for (const [, name = '', options = ''] of events) {
      assert.match(options, /bubbles: true, composed: true/, name);
      assert.ok(PAGE.includes(`\`${name}\``), `docs/events.md does not name ${name}`);
    }
  });

  it('are named there as they are: those that can be prevented, and no other', () => {
    const known = events.map(([, name]) => name);
    const named = [...PAGE.matchAll(/`(foyer-[\w-]+)`/g)].map(([, name]) => name);
    assert.deepEqual(
      named.filter((name) => !known.includes(name)),
      [],
    );
    const [before = ''] = PAGE.split('\n').filter((line) => line.includes('preventDefault()'));
    for (const [, name = '', options = ''] of events) {
      assert.equal(before.includes(`\`${name}\``), options.includes('cancelable: true'), name);
    }
  });
});
