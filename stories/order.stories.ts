import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/order/order.ts';
import type { Order, OrderState } from '../sdk/contract/index.ts';
import { LONG_NAMES } from './fixtures/long-names.ts';
import { createManualTimers } from './fixtures/manual-timers.ts';
import { PRICED } from './fixtures/prices.ts';
import {
  createScene,
  failedShop,
  loadingShop,
  MANY_PLACES,
  type Scene,
  type SceneOptions,
  SHARED,
} from './fixtures/shops.ts';

const show = ({ shop }: Scene) => html`<foyer-order .shop=${shop} .navigate=${() => {}}></foyer-order>`;

function story(order: OrderState, options: SceneOptions & { reason?: Order['reason'] } = {}): StoryObj {
  return { render: () => show(createScene({ timers: createManualTimers(), order, ...options })) };
}

const meta: Meta = { title: 'Order', component: 'foyer-order' };
export default meta;

type Story = StoryObj;

/** Paid: the tickets. */
export const Default: Story = story('paid');

export const ManyTickets: Story = story('paid', { cart: MANY_PLACES });

/** Tickets of two centres. */
export const TwoCentres: Story = story('paid', SHARED);

/** Paid, and the partner has yet to confirm: its tickets follow by themselves. */
export const PartnerConfirming: Story = story('paid', { ...SHARED, part: 'confirming' });

/** The partner could not give its places any more: that part of the money goes back. */
export const PartLost: Story = story('paid', { ...SHARED, part: 'lost' });

/** A bit of everything that can be bought beside places, part of it paid with a voucher. */
const EXTRAS: SceneOptions = {
  ...PRICED,
  choices: {
    codes: ['BON-5000'],
    products: [
      { product: 'cadeaubon', quantity: 1, cents: 5000 },
      { product: 'vriendenpas', quantity: 1 },
      { product: 'pauzedrankje', quantity: 2 },
    ],
  },
};

/** Tickets with vouchers and passes, their codes, and the way to withdraw from those. */
export const WithExtras: Story = story('paid', EXTRAS);

/** Vouchers and nothing else. */
export const OnlyVouchers: Story = story('paid', {
  ...PRICED,
  cart: [],
  choices: { products: [{ product: 'cadeaubon', quantity: 2, cents: 2500 }] },
});

/** Presses the buttons with these words, one after another, as a visitor would. */
const press =
  (...steps: readonly RegExp[]): StoryObj['play'] =>
  async ({ canvasElement }) => {
    const root = canvasElement.querySelector('foyer-order')?.shadowRoot;
    const find = (words: RegExp) =>
      [...(root?.querySelectorAll<HTMLElement>('button, label') ?? [])].find((one) =>
        words.test(one.textContent ?? ''),
      );
    for (const words of steps) {
      while (!find(words)) await new Promise((resolve) => requestAnimationFrame(resolve));
      find(words)?.click();
    }
  };

/** The first step of withdrawing: what. */
export const Withdrawing: Story = { ...WithExtras, play: press(/hier herroepen/) };

/** The second: what that means, and to confirm it. */
export const WithdrawingSure: Story = { ...WithExtras, play: press(/hier herroepen/, /Cadeaubon/, /^\s*Verder/) };

/** Withdrawn: the voucher is no more, and the money is on its way. */
export const Withdrawn: Story = {
  ...WithExtras,
  play: press(/hier herroepen/, /Cadeaubon/, /^\s*Verder/, /Herroeping bevestigen/),
};

export const WithExtrasInEnglish: Story = { ...WithExtras, parameters: { language: 'en' } };

export const WithExtrasDark: Story = { ...WithExtras, parameters: { scheme: 'dark' } };

/** The address was mistyped: everything is mailed again to the right one. */
export const CorrectingEmail: Story = { ...Default, play: press(/^\s*Wijzig/) };

/** There is a payment page, and nobody paid there yet. */
export const Waiting: Story = story('waiting');

/** Asks before the places are given up. */
export const Cancelling: Story = { ...Waiting, play: press(/^\s*Annuleer bestelling/) };

export const CancellingInGerman: Story = {
  ...Waiting,
  parameters: { language: 'de' },
  play: press(/^\s*Bestellung stornieren/),
};

/** On the page of another performance: one line, and the way to the order. */
const away = (order: OrderState, options: SceneOptions = {}): StoryObj => ({
  render: () => {
    const { shop } = createScene({ timers: createManualTimers(), order, ...options });
    return html`<foyer-order .shop=${shop} .navigate=${() => {}} performance="de-nachttrein"></foyer-order>`;
  },
});

export const ElsewhereUnpaid: Story = away('waiting');

export const ElsewherePaid: Story = away('paid');

export const ElsewhereInFrench: Story = { ...ElsewhereUnpaid, parameters: { language: 'fr' } };

export const ElsewhereDark: Story = { ...ElsewhereUnpaid, parameters: { scheme: 'dark' } };

/** The tickets, looked at from the page of another performance. */
export const BroughtBack: Story = { ...ElsewherePaid, play: press(/^\s*Toon tickets/) };

/** The places are still held: one press to try again. */
export const Failed: Story = story('failed');

export const Cancelled: Story = story('cancelled');

export const Expired: Story = story('expired');

/** The payment came in when the seats were gone. */
export const Refunding: Story = story('refunding', { reason: 'seats-lost' });

export const Refunded: Story = story('refunded', { reason: 'paid-after-cancel' });

/** Paid twice by mistake: the tickets stay, one payment goes back. */
export const PaidTwice: Story = story('paid', { reason: 'paid-twice' });

/** The order is being looked up. */
export const Loading: Story = { render: () => show(loadingShop({ timers: createManualTimers(), order: 'paid' })) };

/** The order could not be looked up. */
export const FailedToLoad: Story = { render: () => show(failedShop({ timers: createManualTimers(), order: 'paid' })) };

export const LongNames: Story = story('paid', LONG_NAMES);

export const English: Story = { ...ManyTickets, parameters: { language: 'en' } };

export const RightToLeft: Story = { ...ManyTickets, parameters: { direction: 'rtl' } };

export const Dark: Story = { ...ManyTickets, parameters: { scheme: 'dark' } };
