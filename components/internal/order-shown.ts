import type { OrderState } from '../../sdk/stores/types.ts';

/** True while there is an order to look at: what is about choosing and ordering then steps aside. */
export function isOrderShown(order: OrderState | undefined): boolean {
  return order?.state === 'ready' || order?.state === 'loading';
}
