import { type AgreementTerms, agreementTermsSchema } from '../../../../sdk/contract/index.ts';
import type { PerformanceFacts } from '../../../../sdk/model/agreement/index.ts';

/** Terms that offer everything at no commission, but for what is given. */
export const termsOf = (given: object = {}): AgreementTerms =>
  agreementTermsSchema.parse({ performances: {}, ...given });

/** A performance of 4 December at eight in the evening, on sale since the first of September. */
export const facts = (given: Partial<PerformanceFacts> = {}): PerformanceFacts => ({
  id: 'hamlet',
  tags: ['theater', 'avond'],
  startsAt: new Date('2026-12-04T20:00:00+01:00'),
  onSaleAt: new Date('2026-09-01T10:00:00+02:00'),
  saleEndsAt: null,
  cancelled: false,
  priceTypes: ['adult', 'under-26'],
  ...given,
});
