import type { Shop } from '../../sdk/stores/types.ts';

/** The contract's CART_LINK_PARAMETER; its schemas must not come along into the browser. */
const LINK = /^#foyer_cart=([0-9a-f-]{36})\.([A-Za-z0-9_-]{20,200})$/;

/**
 * Opens the cart that the link in a mail leads to, such as with places that were held for who waited. Its access is taken
 * out of the page's address, so that it is neither bookmarked nor shared; a cart that was open here gives way to it.
 */
export function openLinkedCart(shop: Shop): void {
  const [, id, token] = LINK.exec(location.hash) ?? [];
  if (!id || !token) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  shop.cart.open({ id, token });
}
