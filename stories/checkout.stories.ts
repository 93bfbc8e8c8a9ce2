import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/checkout/checkout.ts';
import type { FoyerCheckout } from '../components/checkout/checkout.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { createScene, type Scene, type SceneOptions, SHARED, TWO_SEATS } from './fixtures/shops.ts';
import { FREE_EVENING } from './fixtures/world.ts';

const scene = (options: SceneOptions = {}): Scene =>
  createScene({ timers: createManualTimers(), cart: TWO_SEATS, ...options });

/** Stories stay where they are. */
const stay = () => {};
const show = ({ shop }: Scene) => html`<foyer-checkout .shop=${shop} .navigate=${stay}></foyer-checkout>`;

/** Fills the form in and sends it, as a visitor would. */
async function order(canvas: HTMLElement, email: string): Promise<void> {
  const checkout = canvas.querySelector<FoyerCheckout>('foyer-checkout');
  const form = await until(() => checkout?.renderRoot.querySelector('form'));
  const field = form.querySelector<HTMLInputElement>('[name=email]');
  if (field) field.value = email;
  form.requestSubmit();
}

/** Waits, frame by frame, for something to be there. */
async function until<T>(find: () => T | null | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

const meta: Meta = { title: 'Checkout', component: 'foyer-checkout' };
export default meta;

type Story = StoryObj;

/** Two seats to order. */
export const Default: Story = { render: () => show(scene()) };

/** A partner plays too: who sells, who plays and who keeps the buyer's details is said before paying. */
export const TwoCentres: Story = { render: () => show(scene(SHARED)) };

/** The partner cannot be reached when its places are to be held for the payment. */
export const PartnerAway: Story = {
  render: () => {
    const made = scene(SHARED);
    made.api.failNext(/\/order$/, { code: 'partner_unavailable' }, Number.POSITIVE_INFINITY);
    return show(made);
  },
  play: ({ canvasElement }) => order(canvasElement, 'marie@voorbeeld.be'),
};

/** An address that looks mistyped: what was probably meant is one press away. */
export const MistypedAddress: Story = {
  render: () => show(createScene({ cart: TWO_SEATS })),
  play: async ({ canvasElement }) => {
    const checkout = canvasElement.querySelector<FoyerCheckout>('foyer-checkout');
    const field = await until(() => checkout?.renderRoot.querySelector<HTMLInputElement>('[name=email]'));
    field.focus();
    field.value = 'an.peeters@gmial.com';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until(() => checkout?.renderRoot.querySelector('[part=advice]'));
  },
};

/** Sent with something that is no e-mail address. */
export const WrongAddress: Story = {
  render: () => show(scene()),
  play: ({ canvasElement }) => order(canvasElement, 'marie@'),
};

/** The payment could not start; the seats stay. */
export const PaymentRefused: Story = {
  render: () => {
    const made = scene();
    made.api.failNext(/\/order$/, { code: 'payment_refused' }, Number.POSITIVE_INFINITY);
    return show(made);
  },
  play: ({ canvasElement }) => order(canvasElement, 'marie@voorbeeld.be'),
};

/** The choice leaves one seat alone; a press mends it. */
export const SeatLeftAlone: Story = {
  render: () => show(scene({ cart: ['P-C-2'] })),
  play: ({ canvasElement }) => order(canvasElement, 'marie@voorbeeld.be'),
};

/** The order is being made. */
export const Busy: Story = {
  render: () => {
    const made = scene();
    made.api.failNext(/\/order$/, 'hang', Number.POSITIVE_INFINITY);
    return show(made);
  },
  play: ({ canvasElement }) => order(canvasElement, 'marie@voorbeeld.be'),
};

/** On the way to the payment page, with a link for browsers that do not go. */
export const Leaving: Story = {
  render: () => show(scene()),
  play: ({ canvasElement }) => order(canvasElement, 'marie@voorbeeld.be'),
};

/** Nothing to pay. */
export const Free: Story = { render: () => show(scene({ programme: [FREE_EVENING] })) };

/** Nothing chosen: the element takes no room. */
export const Empty: Story = {
  render: () => html`<p>Hieronder staat niets:</p>${show(createScene({ timers: createManualTimers() }))}`,
};

export const English: Story = { ...WrongAddress, parameters: { language: 'en' } };

export const RightToLeft: Story = { ...WrongAddress, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...PaymentRefused, parameters: { scheme: 'dark' } };
