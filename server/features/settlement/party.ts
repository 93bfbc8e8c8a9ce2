import type { Party } from '../../../sdk/contract/index.ts';
import type { CentreConfig } from '../../runtime.ts';

/** How we are paid and invoiced, as far as our configuration says. */
export function partyOf({ name, address, email, ...config }: CentreConfig): Party {
  // A Belgian VAT number is the enterprise number with the country before it.
  const companyNumber = config.companyNumber ?? config.vatNumber?.slice(2);
  return {
    ...{ name, address, email },
    ...(config.iban !== undefined && { iban: config.iban }),
    ...(config.bic !== undefined && { bic: config.bic }),
    ...(config.vatNumber !== undefined && { vatNumber: config.vatNumber }),
    ...(companyNumber !== undefined && { companyNumber }),
  };
}
