import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { markdown } from '../../stories/guides/markdown.ts';

describe('the pages of docs/ in Storybook', () => {
  const stories = readFileSync('stories/guides.stories.ts', 'utf8');
  const pages = globSync('docs/**/*.md');

  it('are there', () => assert.ok(pages.length > 0));

  for (const page of pages) {
    const name = page.replace(/^docs.(.*)\.md$/, '$1').replaceAll('\\', '/');

    it(`${name} has a story`, () => assert.ok(stories.includes(`guide('${name}')`)));

    it(`${name} leaves no mark of Markdown to be read`, () => {
      const prose = markdown(readFileSync(page, 'utf8')).replace(/<code.*?<\/code>/gs, '');
      assert.doesNotMatch(prose, /```|\*\*|\]\(|^#|^\||`/m);
    });
  }

  it('lead to their own headings', () => {
    const text = '[a](#foyer-cart)\n\n## foyer-cart';
    assert.equal(markdown(text).trim(), '<p><a href="#foyer-cart">a</a></p>\n<h2 id="foyer-cart">foyer-cart</h2>');
  });

  it('lead to each other, out of here, and to nothing that is only in the repository', () => {
    const text =
      '[a `b`](versions.md) [e](hosts/plain.md) [f](../../docs/versions.md) [c](https://example.org/) [d](../tests/conformance/README.md)';
    assert.equal(
      markdown(text).trim(),
      '<p><a href="./?path=/story/guides--versions" target="_top">a <code>b</code></a> ' +
        '<a href="./?path=/story/guides--plain" target="_top">e</a> ' +
        '<a href="./?path=/story/guides--versions" target="_top">f</a> ' +
        '<a href="https://example.org/">c</a> <em>d</em></p>',
    );
  });
});
