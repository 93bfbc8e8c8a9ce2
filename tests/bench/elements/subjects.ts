import type { Begun } from './begun.ts';

/** What is put on a page by itself, as the README embeds it. */
export interface Subject {
  readonly name: string;
  /** The tag; its page is in a `<foyer-shop>` where it needs one. */
  readonly html: (performance: string) => string;
  /** Height that the page keeps for it while it is not defined, as the README says; none where it takes none at first. */
  readonly room?: string;
  /** What the visitor did before. */
  readonly begun?: Begun;
}

const tag = (name: string, attributes = '') => `<foyer-${name}${attributes && ` ${attributes}`}></foyer-${name}>`;
const alone = (name: string, attributes = ''): Subject => ({ name, html: () => tag(name, attributes) });
const ofPerformance = (name: string): Subject => ({ name, html: (id) => tag(name, `performance="${id}"`) });
const tall = (subject: Subject): Subject => ({ ...subject, room: '100svh' });
const begun = (name: string, how: Begun): Subject => ({ ...alone(name), begun: how });

/** Ticket types, cart and checkout are opened with two places in the cart, the order when it is paid. */
export const SUBJECTS: readonly Subject[] = [
  tall(alone('programme', 'link="#{id}"')),
  tall(alone('calendar', 'link="#{id}"')),
  tall(ofPerformance('performance')),
  tall(ofPerformance('seat-map')),
  begun('ticket-types', 'chosen'),
  { ...begun('cart', 'chosen'), room: '12em' },
  begun('checkout', 'chosen'),
  begun('order', 'paid'),
  tall(alone('voucher')),
  tall(alone('pass')),
  tall(alone('subscription')),
  { ...ofPerformance('buy-button'), room: '2.75rem' },
  ofPerformance('waiting-list'),
];

/** Those that a server paints before any script runs. */
export const PAINTED = ['programme', 'calendar', 'performance'] as const;

/** The seat maps that draw the same hall from the same file. */
export const MAPS = ['foyer-seat-map', 'lyne-seat-reservation', 'seatmap-canvas'] as const;
export const MAP_SEATS = 800;

/** A programme so long that nobody reads it to its end. */
export const LONG = 2000;
