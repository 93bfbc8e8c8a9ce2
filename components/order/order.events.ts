import type { Order } from '../../sdk/contract/index.ts';

/** The order became something else: paid, failed, refunded … Sent while the visitor looks, not for what was so before. */
export class FoyerOrderChangeEvent extends Event {
  readonly order: Order;

  constructor(order: Order) {
    super('foyer-order-change', { bubbles: true, composed: true });
    this.order = order;
  }
}

/** The visitor is done with the order and wants to choose (again): a page may bring its programme or seats into view. */
export class FoyerOrderCloseEvent extends Event {
  constructor() {
    super('foyer-order-close', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-order-change': FoyerOrderChangeEvent;
    'foyer-order-close': FoyerOrderCloseEvent;
  }
}
