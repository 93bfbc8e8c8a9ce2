import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/cart/cart.ts';
import '../components/checkout/checkout.ts';
import '../components/order/order.ts';
import '../components/seat-map/seat-map.ts';
import '../components/shop/shop.ts';
import '../components/ticket-types/ticket-types.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { createScene, type SceneOptions, TWO_SEATS } from './fixtures/shops.ts';

/** A centre's page: the hall beside everything a visitor needs after choosing, sharing one shop by standing inside it. */
function page(options: SceneOptions) {
  const { api, memory, timers } = createScene({ timers: createManualTimers(), ...options });
  return html`
    <style>
      .page {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
        gap: 1.5rem;
        align-items: start;
      }
      .page > div {
        display: grid;
        gap: 1.5rem;
      }
    </style>
    <foyer-shop centre=${api.baseUrl} .platform=${{ fetch: api.fetch, memory, timers }}>
      <div class="page">
        <foyer-seat-map performance="het-laatste-licht"></foyer-seat-map>
        <div>
          <foyer-order .navigate=${() => {}}></foyer-order>
          <foyer-cart></foyer-cart>
          <foyer-ticket-types></foyer-ticket-types>
          <foyer-checkout .navigate=${() => {}}></foyer-checkout>
        </div>
      </div>
    </foyer-shop>
  `;
}

/** A page of the same site without a cart. */
function away(options: SceneOptions) {
  const { api, memory, timers } = createScene({ timers: createManualTimers(), cart: TWO_SEATS, ...options });
  return html`
    <h1>Programma</h1>
    <foyer-shop
      centre=${api.baseUrl}
      cart-page="/voorstelling/{id}#basket"
      .platform=${{ fetch: api.fetch, memory, timers }}
    ></foyer-shop>
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

/** A page away from the cart says what is held, and leads there. */
export const Away: Story = { render: () => away({}) };

/** The same with less than two minutes left. */
export const AwayNearlyEnded: Story = { render: () => away({ secondsLeft: 90 }) };

export const English: Story = { ...Default, parameters: { language: 'en' } };

export const Dark: Story = { ...Default, parameters: { scheme: 'dark' } };
