import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/cart/cart.ts';
import '../components/checkout/checkout.ts';
import '../components/order/order.ts';
import '../components/seat-map/seat-map.ts';
import '../components/ticket-types/ticket-types.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { TONIGHT } from './fixtures/seatings.ts';
import { createScene, orderShop, TWO_SEATS } from './fixtures/shops.ts';
import { THEMES } from './fixtures/themes.ts';
import './theme-studio/theme-studio.ts';

const meta: Meta = { title: 'Theme studio', component: 'foyer-theme-studio' };
export default meta;

/** Every element of a purchase at once, in a face of your own: change it, see what is mended, and take the file. */
export const Default: StoryObj = {
  render: () => {
    const { shop } = createScene({ timers: createManualTimers(), cart: TWO_SEATS });
    const paid = orderShop('paid', { timers: createManualTimers() });
    return html`
      <foyer-theme-studio .themes=${THEMES}>
        <foyer-seat-map performance=${TONIGHT} .shop=${shop}></foyer-seat-map>
        <foyer-ticket-types .shop=${shop}></foyer-ticket-types>
        <foyer-cart .shop=${shop}></foyer-cart>
        <foyer-checkout .shop=${shop}></foyer-checkout>
        <foyer-order .shop=${paid.shop}></foyer-order>
      </foyer-theme-studio>
    `;
  },
};
