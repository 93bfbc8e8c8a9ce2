import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/pass/pass.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { PRICED, PRICES } from './fixtures/prices.ts';
import { createScene, failedShop, loadingShop, type Scene, type SceneOptions } from './fixtures/shops.ts';

const still = (options: SceneOptions = {}): Scene =>
  createScene({ ...PRICED, timers: createManualTimers(), ...options });

const show = ({ shop }: Scene, formula = '') => html`<foyer-pass .shop=${shop} formula=${formula}></foyer-pass>`;

/** Two passes were shown, one is used for a visit, and another is in the basket. */
async function shown(): Promise<Scene> {
  const scene = still({ cart: ['P-B-5'] });
  const { data } = await scene.shop.cart.choose({
    codes: ['VRIEND-1', 'KIJK-1'],
    products: [{ product: 'kijkpas', quantity: 1 }],
  });
  await scene.shop.cart.choose({ visits: [{ line: data?.lines[0]?.id ?? '', code: 'KIJK-1' }] });
  return scene;
}

const meta: Meta = { title: 'Pass', component: 'foyer-pass' };
export default meta;

type Story = StoryObj;

/** All passes of a centre, and a code to give. */
export const Default: Story = { render: () => show(still()) };

/** One pass, as a page of its own shows it. */
export const One: Story = { render: () => show(still(), 'vriendenpas') };

export const Shown: Story = {
  loaders: [async () => ({ scene: await shown() })],
  render: (_, { loaded }) => show(loaded.scene),
};

/** The centre sells none, but takes those of the region. */
export const NoneSold: Story = { render: () => show(still({ prices: { ...PRICES, products: [] } })) };

export const Loading: Story = { render: () => show(loadingShop({ ...PRICED, timers: createManualTimers() })) };

export const FailedToLoad: Story = { render: () => show(failedShop({ ...PRICED, timers: createManualTimers() })) };

export const English: Story = { ...Shown, parameters: { language: 'en' } };

export const French: Story = { ...Shown, parameters: { language: 'fr' } };

export const German: Story = { ...Shown, parameters: { language: 'de' } };

export const RightToLeft: Story = { ...Shown, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...Shown, parameters: { scheme: 'dark' } };
