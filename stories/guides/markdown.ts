import { Marked } from 'marked';

/**
 * Links lead to another page of ours, to a heading of this one, or out of here; what is only in the repository has its
 * name.
 */
const pages = new Marked({
  renderer: {
    link({ href, tokens }) {
      const name = this.parser.parseInline(tokens);
      const [, page] = /^(?:\.\.\/)*(?:docs\/)?(?:hosts\/)?([a-z]+)\.md$/.exec(href) ?? [];
      if (page) return `<a href="./?path=/story/guides--${page}" target="_top">${name}</a>`;
      return /^(?:https:|#)/.test(href) ? `<a href="${href}">${name}</a>` : `<em>${name}</em>`;
    },
    heading({ depth, text, tokens }) {
      return `<h${depth} id="${text.toLowerCase()}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
  },
});

/** A page of `docs/` as HTML. */
export const markdown = (text: string): string => pages.parse(text, { async: false });
