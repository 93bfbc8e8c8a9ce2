import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/subscription/subscription.ts';
import { LONG_NAMES } from './fixtures/long-names.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import type { Scene, SceneOptions } from './fixtures/shops.ts';
import {
  EARLY,
  SUBSCRIBED_SEASON,
  SUBSCRIPTIONS,
  type Subscriber,
  subscribe,
  subscribing,
} from './fixtures/subscriptions.ts';

const show = ({ shop }: Scene, formula = 'vrije-keuze') =>
  html`<foyer-subscription .shop=${shop} formula=${formula}></foyer-subscription>`;

/** What some people have chosen before. */
const chosen = (people: readonly Subscriber[], formula = 'vrije-keuze', options: SceneOptions = {}) => ({
  loaders: [
    async () => {
      const scene = subscribing(options);
      await subscribe(scene.shop, formula, people);
      return { scene };
    },
  ],
  render: (_: unknown, { loaded }: { loaded: { scene?: Scene } }) =>
    html`${loaded.scene && show(loaded.scene, formula)}`,
});

const HALFWAY: Subscriber = { seats: { 'de-zoutweg': 'P-B-5', 'trio-noord': 'P-B-5' } };
const COMPLETE: Subscriber = { seats: { ...HALFWAY.seats, lichtvoet: 'P-B-5' } };
const AN_AND_BO: readonly Subscriber[] = [
  { name: 'An', seats: { 'de-zoutweg': 'P-B-5', lichtvoet: 'P-B-5', 'trio-noord': 'P-B-5' } },
  { name: 'Bo', seats: { 'de-zoutweg': 'P-B-6', 'zeven-muizen': 'P-B-6' } },
];

const meta: Meta = { title: 'Subscription', component: 'foyer-subscription' };
export default meta;

type Story = StoryObj;

/** One formula, nothing chosen yet. */
export const Default: Story = { render: () => show(subscribing()) };

/** Several formulas to choose from. */
export const ChoosingFormula: Story = { render: () => show(subscribing(), '') };

/** Two evenings chosen, one more to go, which has to be dance. */
export const Halfway: Story = chosen([HALFWAY]);

/** Complete: what is saved, and what two more would bring. */
export const Complete: Story = chosen([COMPLETE]);

/** One more, and the next tier counts for everything. */
export const NextTier: Story = chosen([{ seats: { ...COMPLETE.seats, 'zeven-muizen': 'P-B-5' } }]);

/** Two people in one order, each with their own choice. */
export const SeveralHolders: Story = chosen(AN_AND_BO);

/** A fixed series: one press. */
export const FixedSeries: Story = { render: () => show(subscribing(), 'jazzreeks') };

/** The series, taken. */
export const FixedSeriesTaken: Story = chosen(
  [{ seats: { 'trio-noord': 'P-B-5', 'blauwe-uren': 'P-B-5', 'laatste-set': 'P-B-5' } }],
  'jazzreeks',
);

/** At two houses: partners' evenings after the own ones, each with its house. */
export const Regional: Story = chosen([{ seats: { 'de-zoutweg': 'P-B-5' } }], 'streekabonnement');

/** A regional one that is full: nothing more goes in. */
export const RegionalComplete: Story = chosen(
  [{ seats: { 'de-zoutweg': 'P-B-5', 'een-huis-van-papier': 'P-B-5', 'de-brug.stroomopwaarts': 'P-B-5' } }],
  'streekabonnement',
);

/** Two chosen evenings that nobody can both see. */
export const Clash: Story = chosen(
  [{ seats: { lichtvoet: 'P-B-5', 'de-brug.nachttrein': 'P-B-5' } }],
  'streekabonnement',
);

/** Places for an evening of it are in the cart already. */
export const PlacesAlreadyThere: Story = {
  loaders: [
    async () => {
      const scene = subscribing();
      await scene.shop.cart.hold({ performance: 'de-zoutweg', seats: [{ seat: 'P-C-5' }, { seat: 'P-C-6' }] });
      return { scene };
    },
  ],
  render: (_, { loaded }) => show(loaded.scene),
};

/** The hall, open below a performance: what is chosen there is part of the subscription. */
export const ChoosingSeats: Story = {
  ...chosen([HALFWAY]),
  play: async ({ canvasElement }) => {
    const inside = () => canvasElement.querySelector('foyer-subscription')?.shadowRoot;
    while (!inside()?.querySelector('.held .button')) await nextFrame();
    inside()?.querySelector<HTMLElement>('.held .button')?.click();
  },
};

/** Time was up: what was lost, and the way to have it back. */
export const TimeUp: Story = {
  loaders: [
    async () => {
      const timers = createManualTimers();
      const scene = subscribing({ timers });
      await subscribe(scene.shop, 'vrije-keuze', AN_AND_BO);
      return { scene, timers };
    },
  ],
  render: (_, { loaded }) => show(loaded.scene),
  // Whoever looks sees the places first, and then the time pass.
  play: async ({ canvasElement, loaded: { scene, timers } }) => {
    const element = canvasElement.querySelector('foyer-subscription');
    while (!element?.shadowRoot?.querySelector('.line')) await nextFrame();
    while (scene.shop.cart.get().state === 'open') {
      timers.advance(60_000);
      await nextFrame();
    }
  },
};

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** It can be looked at, and booked from a day on. */
export const NotYet: Story = { render: () => show(subscribing(), 'volgend-seizoen') };

/** Subscribers may book before the others. */
export const Early: Story = chosen([HALFWAY], 'vrije-keuze', EARLY);

/** Everything is full. */
export const SoldOut: Story = {
  render: () =>
    show(subscribing({ programme: SUBSCRIBED_SEASON.map((one) => ({ ...one, level: 'sold-out' as const })) })),
};

/** A partner cannot be reached: its evenings are there, but cannot be chosen now. */
export const PartnerAway: Story = {
  render: () =>
    show(
      subscribing({
        programme: SUBSCRIBED_SEASON.map((one) => (one.owner ? { ...one, state: 'unavailable' as const } : one)),
      }),
      'streekabonnement',
    ),
};

/** There are no subscriptions. */
export const NoFormulas: Story = { render: () => show(subscribing({ prices: {} }), '') };

export const Loading: Story = {
  render: () => {
    const scene = subscribing();
    scene.api.failNext(/^GET /, 'hang', Number.POSITIVE_INFINITY);
    return show(scene);
  },
};

export const Failed: Story = {
  render: () => {
    const scene = subscribing();
    scene.api.failNext(/./, { code: 'internal' }, Number.POSITIVE_INFINITY);
    return show(scene);
  },
};

const LONG = {
  nl: 'Keuzeabonnement voor wie van muziektheater, onwaarschijnlijkheidsvoorstellingen en Zuiderzeevisserskinderen houdt',
};

/** Titles and names as long as they come. */
export const LongNames: Story = chosen(
  [
    {
      name: 'Maria-Magdalena Vandenbroucke-Vanlerberghe van Oudenaarde tot Scheldewindeke',
      seats: { 'het-laatste-licht': 'P-B-5' },
    },
    { name: 'Onwaarschijnlijkheidsvoorstellingsliefhebber', seats: {} },
  ],
  'vrije-keuze',
  {
    ...LONG_NAMES,
    prices: { subscriptions: SUBSCRIPTIONS.map((one) => ({ ...one, name: LONG, explanation: LONG })) },
  },
);

export const German: Story = { ...SeveralHolders, parameters: { language: 'de' } };

export const RightToLeft: Story = { ...SeveralHolders, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...SeveralHolders, parameters: { scheme: 'dark' } };
