import { Marked } from 'marked';

/** Links lead to another page of ours, or out of here; what is only in the repository has its name. */
const pages = new Marked({
  renderer: {
    link({ href, tokens }) {
      const name = this.parser.parseInline(tokens);
      const [, page] = /^([a-z]+)\.md$/.exec(href) ?? [];
      if (page) return `<a href="./?path=/story/guides--${page}" target="_top">${name}</a>`;
      return href.startsWith('https:') ? `<a href="${href}">${name}</a>` : `<em>${name}</em>`;
    },
  },
});

/** A page of `docs/` as HTML. */
export const markdown = (text: string): string => pages.parse(text, { async: false });
