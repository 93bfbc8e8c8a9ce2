import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/cart/cart.ts';
import '../components/checkout/checkout.ts';
import '../components/order/order.ts';
import '../components/shop/shop.ts';
import '../components/ticket-types/ticket-types.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { createScene, type SceneOptions, TWO_SEATS } from './fixtures/shops.ts';

/** A centre's page: everything a visitor needs after choosing, sharing one shop by standing inside it. */
function page(options: SceneOptions) {
  const { api, memory, timers } = createScene({ timers: createManualTimers(), ...options });
  return html`
    <foyer-shop centre=${api.baseUrl} .platform=${{ fetch: api.fetch, memory, timers }}>
      <div style="display: grid; gap: 1.5rem; max-width: 40rem">
        <foyer-order .navigate=${() => {}}></foyer-order>
        <foyer-cart .timers=${timers}></foyer-cart>
        <foyer-ticket-types></foyer-ticket-types>
        <foyer-checkout .navigate=${() => {}}></foyer-checkout>
      </div>
    </foyer-shop>
  `;
}

const meta: Meta = { title: 'Shop', component: 'foyer-shop' };
export default meta;

type Story = StoryObj;

/** Two seats chosen; what is ordered here is waited for here. */
export const Default: Story = { render: () => page({ cart: TWO_SEATS }) };

export const NothingChosen: Story = { render: () => page({}) };

/** There is an order: choosing and ordering step aside. */
export const Ordered: Story = { render: () => page({ order: 'paid' }) };

export const English: Story = { ...Default, parameters: { language: 'en' } };

export const Dark: Story = { ...Default, parameters: { scheme: 'dark' } };
