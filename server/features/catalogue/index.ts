export { type Catalogue, createCatalogue, type Offer } from './catalogue.ts';
export { hallNow } from './hall-now.ts';
export { claimedPlace, type PlanIndex } from './places.ts';
export { answerPlan } from './plan-answer.ts';
export { findListed, type Listed, listOffers, programme, tellPerformance } from './programme.ts';
export { registerCatalogue } from './routes.ts';
export { listPriceTypes, type PerformanceFilter, type PerformanceRow } from './store.ts';
export { toAvailability, toPerformance, toPriceType, toSummary } from './wire.ts';
