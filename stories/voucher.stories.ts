import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/voucher/voucher.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { PRICED, PRICES } from './fixtures/prices.ts';
import { createScene, failedShop, loadingShop, type Scene, type SceneOptions } from './fixtures/shops.ts';

const still = (options: SceneOptions = {}): Scene =>
  createScene({ ...PRICED, timers: createManualTimers(), ...options });

const show = ({ shop }: Scene) => html`<foyer-voucher .shop=${shop}></foyer-voucher>`;

async function withVouchers(): Promise<Scene> {
  const scene = still({ cart: ['P-B-5'] });
  await scene.shop.cart.choose({ codes: ['BON-5000', 'BON-1000'] });
  return scene;
}

/** A voucher of one amount, without an end. */
const FIXED: SceneOptions = {
  prices: {
    ...PRICES,
    products: [{ id: 'theaterbon', kind: 'voucher', name: { nl: 'Theaterbon voor twee' }, price: { cents: 4000 } }],
  },
};

const meta: Meta = { title: 'Voucher', component: 'foyer-voucher' };
export default meta;

type Story = StoryObj;

/** Amounts to choose from, and a code to give. */
export const Default: Story = { render: () => show(still()) };

/** One amount. */
export const OneAmount: Story = { render: () => show(still(FIXED)) };

/** Two vouchers were given: one pays all of the cart, the other waits. */
export const Given: Story = {
  loaders: [async () => ({ scene: await withVouchers() })],
  render: (_, { loaded }) => show(loaded.scene),
};

/** The centre sells none, but takes those it sold. */
export const NoneSold: Story = { render: () => show(still({ prices: { ...PRICES, products: [] } })) };

export const Loading: Story = { render: () => show(loadingShop({ ...PRICED, timers: createManualTimers() })) };

export const FailedToLoad: Story = { render: () => show(failedShop({ ...PRICED, timers: createManualTimers() })) };

export const English: Story = { ...Given, parameters: { language: 'en' } };

export const French: Story = { ...Given, parameters: { language: 'fr' } };

export const German: Story = { ...Given, parameters: { language: 'de' } };

export const RightToLeft: Story = { ...Given, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...Given, parameters: { scheme: 'dark' } };
