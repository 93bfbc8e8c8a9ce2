import type { CartState, OrderState } from '../../sdk/stores/types.ts';

/**
 * True while there is an order to look at, all of it: what is about choosing and ordering then steps aside, unless more was
 * chosen meanwhile.
 */
export function isOrderShown(order: OrderState | undefined, cart?: CartState): boolean {
  return (order?.state === 'ready' || order?.state === 'loading') && !order.aside && cart?.state !== 'open';
}
