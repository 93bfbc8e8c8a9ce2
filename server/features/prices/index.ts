export { isOpenToAll, refuseLocked, type WantedPlace } from './access.ts';
export { type PlacedLine, type PricedBasket, type PricingParts, passesOf, priceBasket } from './basket.ts';
export type { BasketBundle } from './bundles.ts';
export { isNothing, NO_CHOICES, sealChoices, unsealChoices } from './choices.ts';
export { isAmountOf, mostOf } from './offered.ts';
export { registerPriceManagement, registerPrices } from './routes.ts';
export { createPriceLists, type PriceLists } from './store.ts';
