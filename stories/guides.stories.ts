import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { page } from './guides/page.ts';

const PAGES = import.meta.glob<string>('../docs/**/*.md', { query: '?raw', import: 'default', eager: true });

/** Pages of `docs/`, to read beside the elements that they are about. */
const meta: Meta = { title: 'Guides', parameters: { language: 'en', direction: 'ltr' } };
export default meta;

function guide(name: string): StoryObj {
  const text = PAGES[`../docs/${name}.md`];
  if (text === undefined) throw new Error(`There is no docs/${name}.md.`);
  return { render: () => page(text) };
}

export const Start = guide('start');
export const Plain = guide('hosts/plain');
export const React = guide('hosts/react');
export const Vue = guide('hosts/vue');
export const Svelte = guide('hosts/svelte');
export const Wordpress = guide('hosts/wordpress');
export const Drupal = guide('hosts/drupal');
export const Theming = guide('theming');
export const Events = guide('events');
export const Versions = guide('versions');
export const FirstPaint = guide('first-paint');
export const Headless = guide('headless');
export const Protocol = guide('protocol');
export const Operating = guide('operating');
