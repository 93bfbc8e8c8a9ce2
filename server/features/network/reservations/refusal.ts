import { FoyerError } from '../../../errors.ts';
import type { HoldRefusal } from '../../holds/index.ts';

/** Why places could not be held, in the words of the protocol between centres. */
export function refusalOf({ outcome, seats }: HoldRefusal): FoyerError {
  const code = outcome === 'address_cap_reached' ? 'partner_cap_reached' : outcome;
  return new FoyerError(code, seats ? { seats } : {});
}
