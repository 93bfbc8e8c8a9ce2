import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/ticket-types/ticket-types.ts';
import { LONG_NAMES } from './fixtures/long-names.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { PRICED, UITPAS } from './fixtures/prices.ts';
import { createScene, MANY_PLACES, type Scene, type SceneOptions, SHARED, TWO_SEATS, when } from './fixtures/shops.ts';

const still = (options: SceneOptions): Scene => createScene({ timers: createManualTimers(), ...options });

const showScene = ({ shop }: Scene) => html`<foyer-ticket-types .shop=${shop}></foyer-ticket-types>`;

const show = (options: SceneOptions) => showScene(still(options));

/** Two seats of which one is for a child, with the passes of a friend and of somebody who sees everything. */
async function withPasses(): Promise<Scene> {
  const scene = still({ ...PRICED, cart: TWO_SEATS, uitpas: UITPAS });
  const { cart } = scene.shop;
  const { data } = await cart.hold({ performance: 'zeven-muizen', seats: [{ seat: 'B-A-4' }, { seat: 'B-A-5' }] });
  const [first, , child] = data?.lines ?? [];
  await cart.choose({
    codes: ['VRIEND-1', 'KIJK-1'],
    birthYears: [{ line: child?.id ?? '', year: 2018 }],
    visits: [{ line: first?.id ?? '', code: 'KIJK-1' }],
  });
  return scene;
}

async function withUitpas(): Promise<Scene> {
  const scene = still({ ...PRICED, cart: TWO_SEATS, uitpas: UITPAS });
  const { cart } = scene.shop;
  const stop = cart.subscribe(() => {});
  const now = await when(cart, ({ state }) => state === 'open');
  const line = now.state === 'open' ? (now.cart.lines[0]?.id ?? '') : '';
  await cart.askUitpas(line, '0900000095902');
  await cart.takeTariff([line], 'SOCIALTARIFF');
  stop();
  return scene;
}

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

/** A price type for who has a pass, a rule for children, and the way to codes and UiTPAS. */
export const WithRules: Story = { render: () => show({ ...PRICED, cart: TWO_SEATS, uitpas: UITPAS }) };

/** Passes are shown: a friend's opens its price type, another takes a place for free, and there is something cheaper. */
export const WithPasses: Story = {
  loaders: [async () => ({ scene: await withPasses() })],
  render: (_, { loaded }) => showScene(loaded.scene),
};

/** UiTPAS gave a place its social tariff. */
export const WithUitpas: Story = {
  loaders: [async () => ({ scene: await withUitpas() })],
  render: (_, { loaded }) => showScene(loaded.scene),
};

export const WithPassesInEnglish: Story = { ...WithPasses, parameters: { language: 'en' } };

export const WithPassesDark: Story = { ...WithPasses, parameters: { scheme: 'dark' } };

export const WithPassesRightToLeft: Story = { ...WithPasses, parameters: { direction: 'rtl' } };

export const English: Story = { ...ManyPlaces, parameters: { language: 'en' } };

export const RightToLeft: Story = { ...ManyPlaces, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...ManyPlaces, parameters: { scheme: 'dark' } };
