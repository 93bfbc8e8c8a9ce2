/** What two centres agreed, applied: which performances a partner may sell, when, and what it earns. */
export { offerUnder, type PartnerOffer, type PartnerSaleState, type PerformanceFacts } from './offer.ts';
export { type Remuneration, remunerationFor } from './remuneration.ts';
