import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/cart/cart.ts';
import { LONG_NAMES } from './fixtures/long-names.ts';
import { createManualTimers, type ManualTimers } from './fixtures/manual-timers.ts';
import { PRICED } from './fixtures/prices.ts';
import {
  createScene,
  endedShop,
  MANY_PLACES,
  type Scene,
  type SceneOptions,
  SHARED,
  TWO_SEATS,
  when,
} from './fixtures/shops.ts';

/** Time stands still, so that a story tells the same today and tomorrow. */
function still(options: SceneOptions = {}): Scene {
  return createScene({ timers: createManualTimers(), ...options });
}

const show = ({ shop }: Scene) => html`<foyer-cart .shop=${shop}></foyer-cart>`;

/** Extends as often as one may: half a minute before the two hours are over, there is no more. */
async function atTheCap(): Promise<Scene> {
  const timers: ManualTimers = createManualTimers();
  const scene = createScene({ timers, cart: TWO_SEATS });
  const stop = scene.shop.cart.subscribe(() => {});
  await when(scene.shop.cart, ({ state }) => state === 'open');
  for (let extensions = 0; extensions < 13; extensions += 1) {
    timers.advance(9 * 60 * 1000);
    await scene.shop.cart.extend();
  }
  timers.advance(2 * 60 * 1000);
  stop();
  return scene;
}

async function twoPerformances(): Promise<Scene> {
  const scene = still({ cart: MANY_PLACES });
  await scene.shop.cart.hold({ performance: 'zeven-muizen', seats: [{ seat: 'B-A-4', priceType: 'onder-26' }] });
  return scene;
}

/** A bit of everything beside places: products, a subscription for somebody, a code, a voucher and a gift. */
async function withExtras(): Promise<Scene> {
  const scene = still({ ...PRICED, cart: MANY_PLACES });
  const { cart } = scene.shop;
  const { data } = await cart.hold({ performance: 'zeven-muizen', seats: [{ seat: 'B-A-4' }, { seat: 'B-A-5' }] });
  const lines = (data?.lines ?? []).filter(({ performance }) => performance.id === 'zeven-muizen').map(({ id }) => id);
  const id = '6f1c2a50-7d4e-4d0c-9f3b-1d2e3f405162';
  await cart.choose({
    codes: ['LENTE26', 'BON-5000', 'VRIEND-1'],
    products: [
      { product: 'pauzedrankje', quantity: 2 },
      { product: 'cadeaubon', quantity: 1, cents: 2500 },
    ],
    subscriptions: [{ id, formula: 'keuze-vijf', holder: 'An Peeters', lines: [...lines, data?.lines[0]?.id ?? ''] }],
  });
  return scene;
}

async function onlyProducts(): Promise<Scene> {
  const scene = still(PRICED);
  await scene.shop.cart.setProducts([{ product: 'cadeaubon', quantity: 2, cents: 5000 }]);
  return scene;
}

async function onlyACode(): Promise<Scene> {
  const scene = still(PRICED);
  await scene.shop.cart.addCode('KIJK-1');
  return scene;
}

async function paidByVoucher(): Promise<Scene> {
  const scene = still({ ...PRICED, cart: TWO_SEATS });
  await scene.shop.cart.addCode('BON-5000');
  return scene;
}

const meta: Meta = { title: 'Cart', component: 'foyer-cart' };
export default meta;

type Story = StoryObj;

/** Two seats, ten minutes. */
export const Default: Story = { render: () => show(still({ cart: TWO_SEATS })) };

/** Nothing chosen yet. */
export const Empty: Story = { render: () => show(still()) };

/** One of everything, for two performances. */
export const ManyPlaces: Story = {
  loaders: [async () => ({ scene: await twoPerformances() })],
  render: (_, { loaded }) => show(loaded.scene),
};

/** Places of two centres: each says where it plays. */
export const TwoCentres: Story = { render: () => show(still(SHARED)) };

/** Less than two minutes left: the way to more time stands out. */
export const NearlyEnded: Story = { render: () => show(still({ cart: TWO_SEATS, secondsLeft: 90 })) };

/** The two hours are nearly over; there is no more time to give. */
export const AtTheCap: Story = {
  loaders: [async () => ({ scene: await atTheCap() })],
  render: (_, { loaded }) => show(loaded.scene),
};

/** Time ran out: what was lost, and how to go on. */
export const Ended: Story = {
  loaders: [async () => ({ scene: await endedShop({ timers: createManualTimers() }) })],
  render: (_, { loaded }) => show(loaded.scene),
};

/** Titles and names as long as they come. */
export const LongNames: Story = { render: () => show(still({ ...LONG_NAMES, cart: TWO_SEATS })) };

/** All that a cart may have beside places, with what each rule gave. */
export const WithExtras: Story = {
  loaders: [async () => ({ scene: await withExtras() })],
  render: (_, { loaded }) => show(loaded.scene),
};

/** Two seats at a centre that offers a drink, a bus and a gift, none of them taken. */
export const WithOffers: Story = { render: () => show(still({ ...PRICED, cart: TWO_SEATS })) };

/** Gift vouchers and nothing else: nothing is held, so nothing ends. */
export const OnlyProducts: Story = {
  loaders: [async () => ({ scene: await onlyProducts() })],
  render: (_, { loaded }) => show(loaded.scene),
};

/** A pass was shown before anything was chosen. */
export const OnlyACode: Story = {
  loaders: [async () => ({ scene: await onlyACode() })],
  render: (_, { loaded }) => show(loaded.scene),
};

/** A voucher pays all of it, and stays with something on it. */
export const PaidByVoucher: Story = {
  loaders: [async () => ({ scene: await paidByVoucher() })],
  render: (_, { loaded }) => show(loaded.scene),
};

export const WithExtrasInEnglish: Story = { ...WithExtras, parameters: { language: 'en' } };

export const WithExtrasDark: Story = { ...WithExtras, parameters: { scheme: 'dark' } };

export const WithExtrasRightToLeft: Story = { ...WithExtras, parameters: { direction: 'rtl' } };

export const English: Story = { ...ManyPlaces, parameters: { language: 'en' } };

export const RightToLeft: Story = { ...ManyPlaces, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...ManyPlaces, parameters: { scheme: 'dark' } };

/** In a narrow column of a page with colours, corners and a typeface of its own. */
export const InAHouseStyle: Story = {
  render: () => html`
    <style>
      .house {
        max-width: 20rem;
        font-family: Georgia, serif;
        --foyer-color-accent: light-dark(#8a1538, #ff9db5);
        --foyer-color-on-accent: light-dark(#fff, #3d0015);
        --foyer-color-accent-quiet: light-dark(#fbe9ee, #471527);
        --foyer-radius-m: 0;
        --foyer-radius-l: 0;
      }
    </style>
    <div class="house">${show(still({ cart: TWO_SEATS }))}</div>
  `,
};
