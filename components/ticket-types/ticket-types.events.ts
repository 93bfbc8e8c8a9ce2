/** The visitor chose another price type for one or more lines of the cart. Sent after the centre accepted it. */
export class FoyerPriceTypeChangeEvent extends Event {
  readonly lines: readonly string[];
  /** Slug of the price type. */
  readonly priceType: string;

  constructor(lines: readonly string[], priceType: string) {
    super('foyer-price-type-change', { bubbles: true, composed: true });
    this.lines = lines;
    this.priceType = priceType;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-price-type-change': FoyerPriceTypeChangeEvent;
  }
}
