/** What is put on a page by itself, as the README embeds it. */
export interface Subject {
  readonly name: string;
  /** The tag; its page is in a `<foyer-shop>` where it needs one. */
  readonly html: (performance: string) => string;
}

const tag = (name: string, attributes = '') => `<foyer-${name}${attributes && ` ${attributes}`}></foyer-${name}>`;
const alone = (name: string, attributes = ''): Subject => ({ name, html: () => tag(name, attributes) });
const ofPerformance = (name: string): Subject => ({ name, html: (id) => tag(name, `performance="${id}"`) });

/** Cart, checkout and order are measured as a visitor first meets them: with nothing chosen yet. */
export const SUBJECTS: readonly Subject[] = [
  alone('programme', 'link="#{id}"'),
  alone('calendar', 'link="#{id}"'),
  ofPerformance('performance'),
  ofPerformance('seat-map'),
  alone('ticket-types'),
  alone('cart'),
  alone('checkout'),
  alone('order'),
  alone('voucher'),
  alone('pass'),
  alone('subscription'),
  ofPerformance('buy-button'),
  ofPerformance('waiting-list'),
];

/** The seat maps that draw the same hall from the same file. */
export const MAPS = ['foyer-seat-map', 'lyne-seat-reservation', 'seatmap-canvas'] as const;
export const MAP_SEATS = 800;
