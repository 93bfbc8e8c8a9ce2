/** The contract's RETURN_PARAMETER; its schemas must not come along into the browser, so the name is told again here. */
const PARAMETER = 'foyer_return';

let isArriving = false;

/** Whether the buyer just came back from paying and was not led to the order yet. Told once. */
export function takeArrival(): boolean {
  const was = isArriving;
  isArriving = false;
  return was;
}

/**
 * Takes the one-time code out of the page's address, so that it is neither bookmarked nor shared. Gives the code and
 * what puts it back, for when nobody could be asked what it stands for and a reload must be able to try again.
 */
export function takeReturnCode(): { readonly code: string; readonly putBack: () => void } | null {
  const { href } = location;
  const address = new URL(href);
  const code = address.searchParams.get(PARAMETER);
  if (code === null) return null;
  isArriving = true;
  address.searchParams.delete(PARAMETER);
  history.replaceState(history.state, '', address);
  return { code, putBack: () => history.replaceState(history.state, '', href) };
}

/** The page's address without a code: where the buyer comes back to. */
export function returnAddress(): string {
  const address = new URL(location.href);
  address.searchParams.delete(PARAMETER);
  address.hash = '';
  return address.href;
}

/** Says in a return address which of the page's ways to buy the buyer comes back to. */
const WAY = 'foyer_buy';

/** The page's address, for who buys by a way of its own: it finds its buyer again by {@link takeReturnTo}. */
export function returnAddressTo(way: string): string {
  const address = new URL(returnAddress());
  address.searchParams.set(WAY, way);
  return address.href;
}

/** Whether the buyer comes back from paying to this way. Told once; then it is gone from the address. */
export function takeReturnTo(way: string): boolean {
  const address = new URL(location.href);
  if (address.searchParams.get(WAY) !== way) return false;
  address.searchParams.delete(WAY);
  history.replaceState(history.state, '', address);
  return true;
}
