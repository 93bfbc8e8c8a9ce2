import type { Owner } from '../../../../sdk/contract/index.ts';
import { FoyerError } from '../../../errors.ts';
import type { PartnerAnswer, PartnerFailure } from '../partner-api.ts';

/** What a visitor is told when a partner could not be asked, or did not want to be. */
export function toError({ name }: Owner, { outcome, code, retryAfter }: PartnerFailure): FoyerError {
  if (outcome === 'refused' && (code === 'not_found' || code === 'agreement_not_active')) {
    return new FoyerError('not_found');
  }
  return new FoyerError('partner_unavailable', { centre: name, retryAfter: retryAfter ?? 5 });
}

/** @throws FoyerError `not_found` or `partner_unavailable`, instead of a failure. */
export async function orThrow<T>(owner: Owner, asking: Promise<PartnerAnswer<T>>): Promise<T> {
  const answer = await asking;
  if (answer.error) throw toError(owner, answer.error);
  return answer.data;
}
