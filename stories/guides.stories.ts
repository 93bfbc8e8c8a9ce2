import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { markdown } from './guides/markdown.ts';

const PAGES = import.meta.glob<string>('../docs/*.md', { query: '?raw', import: 'default', eager: true });

const STYLE = html`<style>
  .guide {
    max-inline-size: 48rem;
    margin-inline: auto;
    color: CanvasText;
    font-family: system-ui, sans-serif;
    line-height: 1.6;
    overflow-wrap: anywhere;
  }
  .guide pre {
    padding: 1rem;
    border: 1px solid color-mix(in oklab, CanvasText, Canvas 70%);
    border-radius: 0.5rem;
    font-size: 0.875rem;
    white-space: pre-wrap;
  }
  .guide table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .guide :is(th, td) {
    padding: 0.25rem 1rem 0.25rem 0;
    border-block-end: 1px solid color-mix(in oklab, CanvasText, Canvas 80%);
    text-align: start;
    vertical-align: top;
  }
</style>`;

/** Pages of `docs/`, to read beside the elements that they are about. */
const meta: Meta = { title: 'Guides', parameters: { language: 'en', direction: 'ltr' } };
export default meta;

function guide(name: string): StoryObj {
  const page = PAGES[`../docs/${name}.md`];
  if (page === undefined) throw new Error(`There is no docs/${name}.md.`);
  return { render: () => html`${STYLE}<article class="guide" lang="en">${unsafeHTML(markdown(page))}</article>` };
}

export const Theming = guide('theming');
export const Events = guide('events');
export const Versions = guide('versions');
export const Headless = guide('headless');
export const Protocol = guide('protocol');
export const Operating = guide('operating');
