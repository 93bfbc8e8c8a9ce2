import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/waiting-list/waiting-list.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { SOLD_OUT_SEASON } from './fixtures/season.ts';
import { createScene } from './fixtures/shops.ts';

const still = () => createScene({ timers: createManualTimers(), programme: SOLD_OUT_SEASON });

const show = ({ shop } = still()) =>
  html`<foyer-waiting-list .shop=${shop} performance="zeven-muizen"></foyer-waiting-list>`;

/** What a visitor does: an address, and the button. */
async function join({ canvasElement }: { readonly canvasElement: HTMLElement }, email: string): Promise<void> {
  const list = canvasElement.querySelector('foyer-waiting-list');
  await list?.updateComplete;
  const field = list?.shadowRoot?.querySelector<HTMLInputElement>('#email');
  if (!field) return;
  field.value = email;
  field.form?.requestSubmit();
}

const meta: Meta = { title: 'Waiting list', component: 'foyer-waiting-list' };
export default meta;

type Story = StoryObj;

/** Nobody has asked for anything yet. */
export const Default: Story = { render: () => show() };

/** The visitor waits, and knows what happens now. */
export const Joined: Story = { ...Default, play: (story) => join(story, 'an@wolvegem.example') };

/** The address is none. */
export const Wrong: Story = { ...Default, play: (story) => join(story, 'an bij wolvegem') };

/** There are places after all. */
export const PlacesAfterAll: Story = {
  render: () => {
    const scene = still();
    scene.api.failNext(/waiting-list/, { code: 'places_available' });
    return show(scene);
  },
  play: (story) => join(story, 'an@wolvegem.example'),
};

export const French: Story = { ...Default, parameters: { language: 'fr' } };

export const English: Story = { ...Joined, parameters: { language: 'en' } };

export const German: Story = { ...Joined, parameters: { language: 'de' } };

export const RightToLeft: Story = { ...Default, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...Default, parameters: { scheme: 'dark' } };
