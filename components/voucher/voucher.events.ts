/** The visitor put a gift voucher in the cart. Sent after it happened. */
export class FoyerVoucherAddEvent extends Event {
  /** Slug of the product. */
  readonly product: string;
  /** What is on it, in cents. */
  readonly cents: number;

  constructor(product: string, cents: number) {
    super('foyer-voucher-add', { bubbles: true, composed: true });
    this.product = product;
    this.cents = cents;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-voucher-add': FoyerVoucherAddEvent;
  }
}
