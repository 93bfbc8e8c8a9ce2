import type { Order } from '../../sdk/contract/index.ts';

/**
 * An order was made, and the page is about to move to where it is paid. Prevent it to go there by other means; a free
 * order has no `checkoutUrl` and moves nowhere.
 */
export class FoyerCheckoutLeaveEvent extends Event {
  readonly order: Order;

  constructor(order: Order) {
    super('foyer-checkout-leave', { bubbles: true, composed: true, cancelable: true });
    this.order = order;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'foyer-checkout-leave': FoyerCheckoutLeaveEvent;
  }
}
