import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/performance/performance.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { SHARED_SEASON, SOLD_OUT_SEASON, severalDates } from './fixtures/season.ts';
import { createScene, failedShop, loadingShop, type SceneOptions } from './fixtures/shops.ts';

const LINK = '#/voorstelling?id={id}';

const show = (performance: string, options: SceneOptions = {}, shop = createScene) =>
  html`<foyer-performance
    .shop=${shop({ timers: createManualTimers(), programme: SHARED_SEASON, ...options }).shop}
    performance=${performance}
    link=${LINK}
    seats="#tickets"
  ></foyer-performance>`;

const meta: Meta = { title: 'Performance', component: 'foyer-performance' };
export default meta;

type Story = StoryObj;

/** All that is known of one evening, with the way to its seats. */
export const Default: Story = { render: () => show('de-zoutweg', { programme: severalDates }) };

/** What a partner plays: named, and with the way to its own site. */
export const OfAPartner: Story = { render: () => show('de-brug.nachttrein') };

/** Sold out on this date, not on another. */
export const OtherDate: Story = { render: () => show('wie-het-laatst-lacht', { programme: SOLD_OUT_SEASON }) };

/** Sold out for good: something alike is shown. */
export const SoldOut: Story = { render: () => show('zeven-muizen', { programme: SOLD_OUT_SEASON }) };

export const Cancelled: Story = { render: () => show('de-ontdekking-van-de-soep') };

export const NotYetOnSale: Story = { render: () => show('een-huis-van-papier') };

export const Loading: Story = { render: () => show('de-zoutweg', {}, loadingShop) };

export const Failed: Story = { render: () => show('de-zoutweg', {}, failedShop) };

export const French: Story = { ...Default, parameters: { language: 'fr' } };

export const RightToLeft: Story = { ...Default, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...Default, parameters: { scheme: 'dark' } };
