import { MollieApiError } from '@mollie/api-client';
import { ProviderError } from '../../features/payments/provider.ts';

/** What the client says when a body was not JSON, as from a proxy in front of Mollie; it then hides the status. */
const NOT_JSON = 'Received unexpected response from the server';

/** Says of anything the client threw whether the request may have been done all the same, and by which code to know it. */
export function toProviderError(cause: unknown): ProviderError {
  if (cause instanceof ProviderError) return cause;
  if (!(cause instanceof MollieApiError))
    return new ProviderError('unknown', 'failed', String(cause), undefined, cause);
  const { message, field, statusCode } = cause;
  const unknown = (code: string) => new ProviderError('unknown', code, message, field, cause);
  const refused = (code: string) => new ProviderError('refused', code, message, field, cause);
  if (typeof statusCode !== 'number') return unknown(message === NOT_JSON ? 'failed' : 'unreachable');
  if (statusCode >= 500 || statusCode < 400) return unknown('failed');
  if (statusCode === 408) return unknown('unreachable');
  if (statusCode === 429) return unknown('rate_limited');
  // 409 has two meanings: this very refund was just made, or a request with the same key is still being handled.
  if (statusCode === 409) return /duplicate refund/i.test(message) ? refused('duplicate_refund') : unknown('failed');
  if (statusCode === 401 || statusCode === 403) return refused('unauthorized');
  if (statusCode === 404 || statusCode === 410) return refused('not_found');
  return refused('invalid');
}
