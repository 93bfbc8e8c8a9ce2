/** What places cost: the kernel of prices, the same in the browser, which previews, and in the server, which decides. */

export { bestSplit, type Split, type SplitRequest } from './best-split.ts';
export { type Cheapest, type CheapestRequest, cheapest, type PriceOption } from './cheapest.ts';
export { type HeldSubscription, heldSubscriptions } from './memberships.ts';
export { priceCart } from './price-cart.ts';
export * from './price-table.ts';
export { type PaidPlace, type Refund, type ReturnToPrice, refundFor } from './refund.ts';
export { isAmong } from './selection.ts';
export { subscriptionBooking } from './subscriptions.ts';
export { type Suggestion, type SuggestRequest, suggest } from './suggest.ts';
export type * from './types.ts';
export { vatOf } from './vat.ts';
