import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/seat-map/seat-map.ts';
import { LONG_NAMES } from './fixtures/long-names.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { withZones } from './fixtures/many-zones.ts';
import { closedTonight, soldOutTonight, TONIGHT, theatreTonight } from './fixtures/seatings.ts';
import { createScene, failedShop, loadingShop, type Scene, SHARED } from './fixtures/shops.ts';
import { THEATRE } from './fixtures/theatre.ts';
import { pricesFor } from './fixtures/world.ts';

const timers = createManualTimers();

const show = ({ shop }: Scene) => html`<foyer-seat-map performance=${TONIGHT} .shop=${shop}></foyer-seat-map>`;

/** Live changes do not come through, and the map says so. */
function interrupted(): Scene {
  const scene = theatreTonight({ timers });
  scene.api.failNext(/\/live/, 'network', Number.POSITIVE_INFINITY);
  return scene;
}

/** Presses buttons of the map one after another, each as soon as it is there. */
const pressing =
  (...selectors: readonly string[]): Story['play'] =>
  async ({ canvasElement }) => {
    const map = canvasElement.querySelector('foyer-seat-map');
    for (const selector of selectors) {
      const button = () => map?.shadowRoot?.querySelector<HTMLElement>(selector);
      while (!button()) await new Promise(requestAnimationFrame);
      button()?.click();
    }
  };

const meta: Meta = { title: 'Seat map', component: 'foyer-seat-map' };
export default meta;

type Story = StoryObj;

/** A theatre with a balcony, a fifth of it taken. */
export const Default: Story = { render: () => show(theatreTonight({ timers })) };

/** Three seats are the visitor's own. */
export const Chosen: Story = {
  render: () => show(theatreTonight({ timers, cart: ['P-F-1', 'P-F-2', 'P-F-4'] })),
};

/** A small hall with standing places, sold by number. */
export const Standing: Story = { render: () => show(createScene({ timers })) };

/** The same hall as a list: part, row, seat. */
export const List: Story = {
  render: () => show(theatreTonight({ timers, cart: ['P-F-1'] })),
  play: pressing('.display button:nth-child(2)'),
};

/** Good seats were asked for, and are suggested. */
export const Best: Story = {
  render: () => show(theatreTonight({ timers })),
  play: pressing('.best-way', '.wish .primary'),
};

/** Two people point at seats together; where they do not fit, seats step back. */
export const Party: Story = {
  render: () => show(theatreTonight({ timers })),
  play: pressing('.best-way', '.party .button'),
};

/** One seat would be left alone; a press mends it. */
export const Advice: Story = { render: () => show(createScene({ timers, cart: ['P-C-2'] })) };

/** A plan and what is taken by properties: no server, no shop. Nothing is fetched, and what is chosen stays here. */
export const WithoutServer: Story = {
  render: () => html`
    <foyer-seat-map
      .plan=${THEATRE}
      .prices=${pricesFor(THEATRE, 28)}
      .status=${{ seats: { 'P-H-1': 'sold', 'P-H-2': 'sold', 'P-J-5': 'held' } }}
      .selected=${['P-F-1', 'P-F-2']}
    ></foyer-seat-map>
  `,
};

export const Loading: Story = { render: () => show(loadingShop({ timers })) };

/** Nothing answers; the visitor can try again. */
export const Failed: Story = { render: () => show(failedShop({ timers })) };

/** The partner that plays cannot be reached; what is in the cart stays. */
export const PartnerAway: Story = {
  render: () => {
    const scene = createScene({ timers, ...SHARED });
    scene.api.failNext(/^GET .performances/, { code: 'partner_unavailable' }, Number.POSITIVE_INFINITY);
    return show(scene);
  },
};

/** The same, when the plan was seen before. */
export const PartnerAwayNow: Story = { render: () => show(closedTonight('unavailable', { timers })) };

export const SoldOut: Story = { render: () => show(soldOutTonight({ timers })) };

/** Can be looked at, not chosen from. */
export const NotYetOnSale: Story = { render: () => show(closedTonight('not-yet-on-sale', { timers })) };

export const Stale: Story = { render: () => show(interrupted()) };

export const LongNames: Story = { render: () => show(createScene({ timers, ...LONG_NAMES })) };

export const English: Story = { ...Chosen, parameters: { language: 'en' } };

export const RightToLeft: Story = { ...Chosen, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...Chosen, parameters: { scheme: 'dark' } };

/** Twelve prices: more than there are colours that everybody can tell apart, so half of them have a sign too. */
export const ManyZones: Story = {
  render: () => show(theatreTonight({ timers, hall: withZones(12), cart: ['P-F-1', 'P-F-2'] })),
};

/** On a page with colours of its own; zones and states stay readable. */
export const InAHouseStyle: Story = {
  render: () => html`
    <style>
      .house {
        font-family: Georgia, serif;
        --foyer-color-accent: light-dark(#8a1538, #ff9db5);
        --foyer-color-surface-sunken: light-dark(#f6efe6, #1d1714);
        --foyer-color-surface-raised: light-dark(#fffdf9, #2a221e);
        --foyer-radius-m: 0;
        --foyer-radius-l: 0;
      }
      .house foyer-seat-map {
        --zone-1-color: #6b2d5c;
        --zone-2-color: #0b7a75;
        --zone-3-color: #b06a1a;
        --mine-color: light-dark(#8a1538, #ff9db5);
      }
    </style>
    <div class="house">${show(theatreTonight({ timers, cart: ['P-F-1'] }))}</div>
  `,
};
