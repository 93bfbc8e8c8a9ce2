/** The visitor put a pass in the cart. Sent after it happened. */
export class FoyerPassAddEvent extends Event {
  /** Slug of the product. */
  readonly product: string;
  /** Slug of the pass's formula. */
  readonly formula: string;

  constructor(product: string, formula: string) {
    super('foyer-pass-add', { bubbles: true, composed: true });
    this.product = product;
    this.formula = formula;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-pass-add': FoyerPassAddEvent;
  }
}
