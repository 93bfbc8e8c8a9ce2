export { type Catalogue, createCatalogue, type Offer } from './catalogue.ts';
export { claimedPlace, type PlanIndex } from './places.ts';
export { registerCatalogue } from './routes.ts';
