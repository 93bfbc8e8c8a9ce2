import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/buy-button/buy-button.ts';
import type { FoyerBuyButton } from '../components/buy-button/buy-button.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { createScene, type Scene, TWO_SEATS } from './fixtures/shops.ts';

const show = ({ api, memory, timers }: Scene = createScene({ timers: createManualTimers() }), label = '') =>
  html`<foyer-buy-button
    centre=${api.baseUrl}
    performance="het-laatste-licht"
    .platform=${{ fetch: api.fetch, memory, timers }}
    >${label}</foyer-buy-button
  >`;

/** Presses the button once it is there. */
const pressed = async ({ canvasElement }: { readonly canvasElement: HTMLElement }) => {
  await customElements.whenDefined('foyer-buy-button');
  await canvasElement.querySelector<FoyerBuyButton>('foyer-buy-button')?.open();
};

const meta: Meta = { title: 'Buy button', component: 'foyer-buy-button' };
export default meta;

type Story = StoryObj;

/** One element on a page that has nothing else of Foyer. */
export const Default: Story = { render: () => show() };

export const WordsOfTheHouse: Story = { render: () => show(undefined, 'Reserveer nu') };

/** Pressed: the hall over the page. */
export const Open: Story = { render: () => show(), play: pressed };

/** Pressed by who has chosen two seats before. */
export const WithACart: Story = {
  render: () => show(createScene({ timers: createManualTimers(), cart: TWO_SEATS })),
  play: pressed,
};

/** The tickets, after paying. */
export const Paid: Story = {
  render: () => show(createScene({ timers: createManualTimers(), order: 'paid' })),
  play: pressed,
};

export const English: Story = { ...WithACart, parameters: { language: 'en' } };

export const Dark: Story = { ...WithACart, parameters: { scheme: 'dark' } };
