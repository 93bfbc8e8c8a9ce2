import { elements, sdk } from 'virtual:foyer-reference';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { page } from './guides/page.ts';

/** Every element and all that the SDK gives, made from the comments in their code. */
const meta: Meta = { title: 'Reference', parameters: { language: 'en', direction: 'ltr' } };
export default meta;

export const Elements: StoryObj = { render: () => page(elements) };
export const Sdk: StoryObj = { name: 'SDK', render: () => page(sdk) };
