import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/ticket-types/ticket-types.ts';
import { LONG_NAMES } from './fixtures/long-names.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { createScene, MANY_PLACES, type SceneOptions, SHARED, TWO_SEATS } from './fixtures/shops.ts';

const show = (options: SceneOptions) =>
  html`<foyer-ticket-types .shop=${createScene({ timers: createManualTimers(), ...options }).shop}></foyer-ticket-types>`;

const meta: Meta = { title: 'Ticket types', component: 'foyer-ticket-types' };
export default meta;

type Story = StoryObj;

/** Two seats: one choice each, and one for both. */
export const Default: Story = { render: () => show({ cart: TWO_SEATS }) };

export const OneSeat: Story = { render: () => show({ cart: ['P-B-5'] }) };

/** One of everything, with different prices and the reason that a price type asks. */
export const ManyPlaces: Story = { render: () => show({ cart: MANY_PLACES }) };

/** Places of two centres, each with price types of its own. */
export const TwoCentres: Story = { render: () => show(SHARED) };

export const LongNames: Story = { render: () => show({ ...LONG_NAMES, cart: TWO_SEATS }) };

export const English: Story = { ...ManyPlaces, parameters: { language: 'en' } };

export const RightToLeft: Story = { ...ManyPlaces, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...ManyPlaces, parameters: { scheme: 'dark' } };
