import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/calendar/calendar.ts';
import { type Cluster, createCluster } from './fixtures/cluster.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { PARTNER_SEASON, SEASON, SHARED_SEASON } from './fixtures/season.ts';
import { createScene, type SceneOptions } from './fixtures/shops.ts';
import type { Programmed } from './fixtures/world.ts';

const LINK = '#/voorstelling?id={id}';

interface Looks {
  readonly view?: 'month' | 'week' | 'agenda';
  readonly day?: string;
}

/** In one centre's shop: its own offer and its partner's. */
const inShop = ({ view = 'month', day = '' }: Looks = {}, options: SceneOptions = {}) =>
  html`<foyer-calendar
    .shop=${createScene({ timers: createManualTimers(), programme: SHARED_SEASON, ...options }).shop}
    link=${LINK}
    view=${view}
    day=${day}
  ></foyer-calendar>`;

/** On the site of a cluster: several centres asked, each for itself. */
const together = (change: (cluster: Cluster) => void = () => {}) => {
  const cluster = createCluster({ timers: createManualTimers() });
  change(cluster);
  return html`<foyer-calendar centres=${cluster.centres} .network=${cluster.network} link=${LINK}></foyer-calendar>`;
};

/** A day on which more is on than fits in it. */
const BUSY: readonly Programmed[] = [
  ...SHARED_SEASON,
  ...[11, 14, 16, 18, 20].map((hour) => ({
    ...{ id: `marathon-${hour}`, title: { nl: `Marathon van de lange namiddag, deel ${hour}` }, best: 12 },
    startsAt: `2026-12-19T${hour}:00:00+01:00`,
  })),
];

const meta: Meta = { title: 'Calendar', component: 'foyer-calendar' };
export default meta;

type Story = StoryObj;

/** The first month on which something is on, by day. */
export const Default: Story = { render: () => inShop({ day: '2026-12-13' }) };

export const Week: Story = { render: () => inShop({ view: 'week', day: '2026-12-11' }) };

export const Agenda: Story = { render: () => inShop({ view: 'agenda', day: '2026-12-01' }) };

export const BusyDay: Story = { render: () => inShop({ day: '2026-12-19' }, { programme: BUSY }) };

export const OneCentre: Story = { render: () => inShop({ day: '2026-12-03' }, { programme: SEASON }) };

/** Two centres, merged by the page itself. */
export const SeveralCentres: Story = { render: () => together() };

/** One of them does not answer: the rest works, and a sentence says who is missing. */
export const OneCentreAway: Story = {
  render: () => together(({ partner }) => partner.failNext(/./, { code: 'not_found' }, Number.POSITIVE_INFINITY)),
};

/** Nothing is on this month: the way to where something is. */
export const EmptyMonth: Story = {
  render: () => inShop({ day: '2026-12-20' }, { programme: PARTNER_SEASON.slice(2) }),
};

/** Nothing is on at all. */
export const Empty: Story = { render: () => inShop({}, { programme: [] }) };

export const Loading: Story = {
  render: () =>
    together(({ own, partner }) => {
      for (const api of [own, partner]) api.failNext(/./, 'hang', Number.POSITIVE_INFINITY);
    }),
};

export const Failed: Story = {
  render: () =>
    together(({ own, partner }) => {
      for (const api of [own, partner]) api.failNext(/./, { code: 'internal' }, Number.POSITIVE_INFINITY);
    }),
};

export const German: Story = { ...Default, parameters: { language: 'de' } };

export const RightToLeft: Story = { ...Default, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...Default, parameters: { scheme: 'dark' } };
