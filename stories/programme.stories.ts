import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../components/programme/programme.ts';
import { type Cluster, createCluster } from './fixtures/cluster.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { endlessSeason, SEASON, SHARED_SEASON, SOLD_OUT_SEASON } from './fixtures/season.ts';
import { createScene, type SceneOptions } from './fixtures/shops.ts';
import { PARTNER } from './fixtures/world.ts';

const LINK = '#/voorstelling?id={id}';

interface Looks {
  readonly list?: boolean;
  readonly ownFirst?: boolean;
  readonly inAddress?: string;
}

/** In one centre's shop: its own offer and its partner's. */
const inShop = (options: SceneOptions = {}, looks: Looks = {}) =>
  html`<foyer-programme
    .shop=${createScene({ timers: createManualTimers(), programme: SHARED_SEASON, ...options }).shop}
    link=${LINK}
    layout=${looks.list ? 'list' : 'cards'}
    ?own-first=${looks.ownFirst}
    in-address=${ifDefined(looks.inAddress)}
  ></foyer-programme>`;

/** On the site of a cluster: several centres asked, each for itself. */
const together = (change: (cluster: Cluster) => void = () => {}) => {
  const cluster = createCluster({ timers: createManualTimers() });
  change(cluster);
  return html`<foyer-programme centres=${cluster.centres} .network=${cluster.network} link=${LINK}></foyer-programme>`;
};

const meta: Meta = { title: 'Programme', component: 'foyer-programme' };
export default meta;

type Story = StoryObj;

/** What a centre sells, its partner's evenings among its own, each with the name of the house. */
export const Default: Story = { render: () => inShop() };

/** The centre's own evenings first, then those of its partner. */
export const OwnFirst: Story = { render: () => inShop({}, { ownFirst: true }) };

export const AsAList: Story = { render: () => inShop({}, { list: true, ownFirst: true }) };

/** Only the centre's own evenings: no house needs to be named. */
export const OneCentre: Story = { render: () => inShop({ programme: SEASON }) };

/** Two centres, merged by the page itself. */
export const SeveralCentres: Story = { render: () => together() };

/** One of them does not answer: the rest works, and a sentence says who is missing. */
export const OneCentreAway: Story = {
  render: () => together(({ partner }) => partner.failNext(/./, { code: 'not_found' }, Number.POSITIVE_INFINITY)),
};

/** The selling centre cannot reach its partner: its evenings are there, but not for sale. */
export const PartnerAway: Story = {
  render: () =>
    inShop({
      programme: SHARED_SEASON.map((one) => (one.owner === PARTNER ? { ...one, state: 'unavailable' as const } : one)),
    }),
};

/** One centre has answered, the other not yet. */
export const StillWaiting: Story = {
  render: () => together(({ partner }) => partner.failNext(/./, 'hang', Number.POSITIVE_INFINITY)),
};

/** Nothing is known yet. */
export const Loading: Story = {
  render: () =>
    together(({ own, partner }) => {
      for (const api of [own, partner]) api.failNext(/./, 'hang', Number.POSITIVE_INFINITY);
    }),
};

/** Nobody answers. */
export const Failed: Story = {
  render: () =>
    together(({ own, partner }) => {
      for (const api of [own, partner]) api.failNext(/./, { code: 'internal' }, Number.POSITIVE_INFINITY);
    }),
};

/** What is sold out leads to another evening of the same, or to something alike. */
export const SoldOut: Story = { render: () => inShop({ programme: SOLD_OUT_SEASON }) };

/** What is looked for stands in the address of the page: it survives a reload, a way back, and can be shared. */
export const InTheAddress: Story = { render: () => inShop({}, { inAddress: 'programme-' }) };

/** Two thousand performances, of which only those near the visitor are drawn. */
export const Long: Story = { render: () => inShop({ programme: endlessSeason(2000) }) };

/** Nothing is on. */
export const Empty: Story = { render: () => inShop({ programme: [] }) };

export const English: Story = { ...OwnFirst, parameters: { language: 'en' } };

export const RightToLeft: Story = { ...AsAList, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...OwnFirst, parameters: { scheme: 'dark' } };
