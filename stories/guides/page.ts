import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { markdown } from './markdown.ts';

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
    margin-block: 1rem;
    border-collapse: collapse;
  }
  .guide :is(th, td) {
    padding: 0.25rem 1rem 0.25rem 0;
    border-block-end: 1px solid color-mix(in oklab, CanvasText, Canvas 80%);
    text-align: start;
    vertical-align: top;
  }
  .guide :is(th, td):first-child {
    min-inline-size: 9rem;
  }
</style>`;

/** A page of Markdown of ours, to read. */
export const page = (text: string): TemplateResult =>
  html`${STYLE}<article class="guide" lang="en">${unsafeHTML(markdown(text))}</article>`;
