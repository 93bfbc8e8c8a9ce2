export { type CartLeg, type CartState, type ClaimState, factsOf, linesOf, toLine } from './cart.ts';
export {
  closeCart,
  extendClaims,
  freeSold,
  type LockedCart,
  lockCart,
  lockRow,
  prolong,
  releaseClaims,
  releaseLines,
  reopenCart,
  type SaleOutcome,
  sellClaims,
} from './claims.ts';
export { createHoldQueue, type HoldQueue, type HoldRefusal, holdInside } from './queue.ts';
export { placesHeld } from './rights.ts';
export { registerHolds } from './routes.ts';
export { type HoldWish, toWish } from './wish.ts';
