import { FoyerError } from '../../errors.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses to send a buyer, with the key to the order, to a page that is not the centre's: only origins it named, and
 * without encryption only on this very machine.
 *
 * @throws FoyerError `return_url_not_allowed`
 */
export function checkReturnUrl(address: string, origins: readonly string[]): void {
  const url = new URL(address);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  const known = origins.some((origin) => URL.canParse(origin) && new URL(origin).origin === url.origin);
  if (!safe || !known || url.username || url.password) {
    throw new FoyerError('return_url_not_allowed', { field: 'returnUrl' });
  }
}
