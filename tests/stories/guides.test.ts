import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import type { TemplateResult } from 'lit';
import { markdown } from '../../stories/guides/markdown.ts';

type Part = TemplateResult | string | readonly Part[];

/** What a template becomes, tags and all. */
function written(part: Part): string {
  if (typeof part === 'string') return part;
  if (!('strings' in part)) return part.map(written).join('');
  return part.strings.reduce((text, string, at) => text + written((part.values[at - 1] ?? '') as Part) + string);
}

describe('the pages of docs/ in Storybook', () => {
  const stories = readFileSync('stories/guides.stories.ts', 'utf8');
  const pages = globSync('docs/*.md');

  it('are there', () => assert.ok(pages.length > 0));

  for (const page of pages) {
    const name = basename(page, '.md');

    it(`${name} has a story`, () => assert.ok(stories.includes(`guide('${name}')`)));

    it(`${name} leaves no mark of Markdown to be read`, () => {
      const prose = written(markdown(readFileSync(page, 'utf8'))).replace(/<code>.*?<\/code>/gs, '');
      assert.doesNotMatch(prose, /```|\*\*|\]\(|^#|^\||`/m);
    });
  }

  it('have headings, lists, tables, code and links as such', () => {
    const text =
      '# A `b`\n\n- **c** d\n\n| e | f |\n| - | - |\n| g | h |\n\n```sh x.sh\ni <j>\n```\n\n[k](versions.md) _l_\n';
    assert.equal(
      written(markdown(text)).replace(/\s*\n\s*/g, ''),
      '<h1>A <code>b</code></h1><ul><li><strong>c</strong> d</li></ul>' +
        '<table><thead><tr><th scope="col">e</th><th scope="col">f</th></tr></thead>' +
        '<tbody><tr><td>g</td><td>h</td></tr></tbody></table><pre><code>i <j></code></pre>' +
        '<p><a href="./?path=/story/guides--versions" target="_top">k</a> <em>l</em></p>',
    );
  });
});
